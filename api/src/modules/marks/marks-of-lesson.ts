import type DataLoader from "dataloader";
import { listLoader } from "../../kernel/batch-loader";
import type { RequestContext } from "../../kernel/request-context";
import { lessonContentScope } from "../../kernel/viewer-scope";
import { Lesson } from "../lessons/lesson.entity";
import { Person } from "../people/person.entity";
import { orderByName } from "../people/select-people";
import { Assessment } from "./assessment.entity";
import { Mark } from "./mark.entity";

/** The columns of lessons, by number. */
export function makeAssessmentsOfLessonLoader(context: RequestContext): DataLoader<string, Assessment[]> {
  return listLoader(
    context,
    (assessment) => assessment.lessonId,
    (manager, viewer, lessonIds) =>
      manager
        .createQueryBuilder(Assessment, "assessment")
        .innerJoin(Lesson, "lesson", "lesson.schoolId = assessment.schoolId AND lesson.id = assessment.lessonId")
        .where("assessment.schoolId = :schoolId AND assessment.lessonId = ANY(:lessonIds)", { schoolId: viewer.schoolId, lessonIds })
        .andWhere(...lessonContentScope(viewer, "lesson.journalId"))
        .orderBy("assessment.number")
        .getMany(),
  );
}

/** The marks of lessons that are set, by column and name. A cleared mark keeps its row for the version's sake: it is not among them. */
export function makeMarksOfLessonLoader(context: RequestContext): DataLoader<string, Mark[]> {
  return listLoader(
    context,
    (mark) => mark.lessonId,
    (manager, viewer, lessonIds) => {
      const marks = manager
        .createQueryBuilder(Mark, "mark")
        .innerJoin(Assessment, "assessment", "assessment.schoolId = mark.schoolId AND assessment.id = mark.assessmentId")
        .innerJoin(Person, "person", "person.schoolId = mark.schoolId AND person.id = mark.pupilId")
        .where("mark.schoolId = :schoolId AND mark.lessonId = ANY(:lessonIds)", { schoolId: viewer.schoolId, lessonIds })
        .andWhere("num_nonnulls(mark.grade, mark.passed) = 1")
        .andWhere(...lessonContentScope(viewer, "mark.journalId"))
        .orderBy("assessment.number");
      return orderByName(marks).addOrderBy("mark.attempt").getMany();
    },
  );
}
