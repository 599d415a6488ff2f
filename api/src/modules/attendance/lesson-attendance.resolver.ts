import type DataLoader from "dataloader";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { listLoader } from "../../kernel/batch-loader";
import type { RequestContext } from "../../kernel/request-context";
import { lessonContentScope } from "../../kernel/viewer-scope";
import type { ModuleRules } from "../access/access.rules";
import { Lesson } from "../lessons/lesson.entity";
import { makePupilLoader } from "../people/people.loaders";
import { Person } from "../people/person.entity";
import { Pupil } from "../people/pupil.entity";
import { orderByName } from "../people/select-people";
import { Attendance } from "./attendance.entity";

@Resolver(() => Lesson)
export class LessonAttendanceResolver {
  @FieldResolver(() => [Attendance], {
    description: "The exceptions of attendance, by name: who is not here was at the lesson; for those who read the journal [2.1].",
  })
  async attendance(@Root() lesson: Lesson, @Ctx() context: RequestContext): Promise<Attendance[]> {
    return context.loader(makeAttendanceOfLessonLoader).load(lesson.id);
  }
}

@Resolver(() => Attendance)
export class AbsentPupilResolver {
  @FieldResolver(() => Pupil, { description: "Whose absence it is." })
  async pupil(@Root() attendance: Attendance, @Ctx() context: RequestContext): Promise<Pupil | null> {
    return context.loader(makePupilLoader).load(attendance.pupilId);
  }
}

export const lessonAttendanceRules: ModuleRules = { types: { Attendance: { reachedFrom: ["Lesson.attendance"] } } };

function makeAttendanceOfLessonLoader(context: RequestContext): DataLoader<string, Attendance[]> {
  return listLoader(
    context,
    (attendance) => attendance.lessonId,
    (manager, viewer, lessonIds) => {
      const exceptions = manager
        .createQueryBuilder(Attendance, "attendance")
        .innerJoin(Person, "person", "person.schoolId = attendance.schoolId AND person.id = attendance.pupilId")
        .where("attendance.schoolId = :schoolId AND attendance.lessonId = ANY(:lessonIds)", { schoolId: viewer.schoolId, lessonIds })
        .andWhere("attendance.kind IS NOT NULL")
        .andWhere(...lessonContentScope(viewer, "attendance.journalId"));
      return orderByName(exceptions).getMany();
    },
  );
}
