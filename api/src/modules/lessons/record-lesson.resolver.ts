import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../kernel/request-context";
import { teachesJournal, type ModuleRules } from "../access/access.rules";
import { Lesson } from "./lesson.entity";
import { makeLessonLoader } from "./lessons.loaders";
import { recordLesson } from "./record-lesson";
import { RecordLessonInput, RecordLessonPayload } from "./record-lesson.inputs";

@Resolver(() => RecordLessonPayload)
export class RecordLessonResolver {
  @Mutation(() => RecordLessonPayload, {
    description:
      "Records a lesson as held: topic, plan topic and columns of marks [2.7, 3.2.2]. Open to the journal's teacher and to the one who substitutes the lesson.",
  })
  recordLesson(
    @Arg("input", () => RecordLessonInput, { description: "The lesson as it was held." }) input: RecordLessonInput,
    @Ctx() context: RequestContext,
  ): Promise<RecordLessonPayload> {
    return recordLesson(context, input);
  }

  @FieldResolver(() => Lesson, { description: "The lesson." })
  async lesson(@Root() { lessonId }: RecordLessonPayload, @Ctx() context: RequestContext): Promise<Lesson | null> {
    return context.loader(makeLessonLoader).clear(lessonId).load(lessonId);
  }
}

export const recordLessonRules: ModuleRules = {
  Mutation: {
    recordLesson: teachesJournal, // 3.2.2
  },
  types: { RecordLessonPayload: { reachedFrom: ["Mutation.recordLesson"] } },
};
