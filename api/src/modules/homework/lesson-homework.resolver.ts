import type DataLoader from "dataloader";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { rowLoader } from "../../kernel/batch-loader";
import type { RequestContext } from "../../kernel/request-context";
import { lessonContentScope } from "../../kernel/viewer-scope";
import type { ModuleRules } from "../access/access.rules";
import { Lesson } from "../lessons/lesson.entity";
import { Homework } from "./homework.entity";

@Resolver(() => Lesson)
export class LessonHomeworkResolver {
  @FieldResolver(() => Homework, { nullable: true, description: "The homework given on the lesson; for those who read the journal [2.1]." })
  async homework(@Root() lesson: Lesson, @Ctx() context: RequestContext): Promise<Homework | null> {
    return context.loader(makeHomeworkOfLessonLoader).load(lesson.id);
  }
}

export const lessonHomeworkRules: ModuleRules = {
  types: { Homework: { reachedFrom: ["Lesson.homework", "SetHomeworkPayload.homework"] } },
};

/** Homework that was taken away keeps its row, with no text. */
function makeHomeworkOfLessonLoader(context: RequestContext): DataLoader<string, Homework | null> {
  return rowLoader(
    context,
    (homework) => homework.lessonId,
    (manager, viewer, lessonIds) =>
      manager
        .createQueryBuilder(Homework, "homework")
        .where("homework.schoolId = :schoolId AND homework.lessonId = ANY(:lessonIds)", { schoolId: viewer.schoolId, lessonIds })
        .andWhere("homework.text <> ''")
        .andWhere(...lessonContentScope(viewer, "homework.journalId"))
        .getMany(),
  );
}
