import DataLoader from "dataloader";
import { rowLoader } from "../../kernel/batch-loader";
import type { RequestContext } from "../../kernel/request-context";
import { lessonScope } from "../../kernel/viewer-scope";
import { Person } from "../people/person.entity";
import { Staff } from "../people/staff.entity";
import { Lesson } from "./lesson.entity";

/** Lessons by id; null for one of a journal that is not the viewer's to open. */
export function makeLessonLoader(context: RequestContext): DataLoader<string, Lesson | null> {
  return rowLoader(
    context,
    (lesson) => lesson.id,
    (manager, viewer, ids) =>
      manager
        .createQueryBuilder(Lesson, "lesson")
        .where("lesson.schoolId = :schoolId AND lesson.id = ANY(:ids)", { schoolId: viewer.schoolId, ids })
        .andWhere(...lessonScope(viewer, "lesson"))
        .getMany(),
  );
}

/** A lesson with the one who gave it or is to give it. */
type TaughtLesson = Lesson & { teacher: Staff };

/** The teachers of lessons, by the lesson's id: who gave it, else who substitutes it, else who has it by the timetable. */
export function makeTeacherOfLessonLoader(context: RequestContext): DataLoader<string, TaughtLesson | null> {
  return rowLoader(
    context,
    (lesson) => lesson.id,
    (manager, { schoolId }, ids) =>
      manager
        .createQueryBuilder(Lesson, "lesson")
        .leftJoin("substitution", "substitution", "substitution.school_id = lesson.schoolId AND substitution.lesson_id = lesson.id")
        .innerJoinAndMapOne(
          "lesson.teacher",
          Staff,
          "staff",
          "staff.schoolId = lesson.schoolId AND staff.id = COALESCE(lesson.taughtBy, substitution.staff_id, lesson.teacherId)",
        )
        .innerJoinAndMapOne("staff.person", Person, "person", "person.schoolId = staff.schoolId AND person.id = staff.id")
        .where("lesson.schoolId = :schoolId AND lesson.id = ANY(:ids)", { schoolId, ids })
        .getMany() as Promise<TaughtLesson[]>,
  );
}
