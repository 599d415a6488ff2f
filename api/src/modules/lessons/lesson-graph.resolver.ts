import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../kernel/request-context";
import { requireUuid } from "../../kernel/uuid";
import { Journal } from "../journals/journal.entity";
import { makeJournalLoader } from "../journals/journals.loaders";
import { Staff } from "../people/staff.entity";
import { Lesson, LessonConnection } from "./lesson.entity";
import { LessonsArgs, makeLessonsOfJournalLoader } from "./lessons-of-journal";
import { makeLessonLoader, makeTeacherOfLessonLoader } from "./lessons.loaders";

@Resolver(() => Lesson)
export class LessonGraphResolver {
  @Query(() => LessonConnection, {
    description: "Lessons of one journal by date and slot; none when the journal is not there, or not for the viewer [2.1].",
  })
  async lessons(
    @Arg("journalId", () => ID, { description: "The journal." }) journalId: string,
    @Args(() => LessonsArgs) page: LessonsArgs,
    @Ctx() context: RequestContext,
  ): Promise<LessonConnection> {
    return context.loader(makeLessonsOfJournalLoader).load({ ...page, journalId: requireUuid(journalId, "journalId") });
  }

  @Query(() => Lesson, { nullable: true, description: "One lesson of a journal; null when there is none, or not for the viewer [2.1]." })
  async lesson(
    @Arg("journalId", () => ID, { description: "The journal." }) journalId: string,
    @Arg("id", () => ID, { description: "The lesson's id." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Lesson | null> {
    const ofJournal = requireUuid(journalId, "journalId");
    const lesson = await context.loader(makeLessonLoader).load(requireUuid(id, "id"));
    return lesson?.journalId === ofJournal ? lesson : null;
  }

  @FieldResolver(() => Journal, { description: "The journal." })
  async journal(@Root() lesson: Lesson, @Ctx() context: RequestContext): Promise<Journal | null> {
    return context.loader(makeJournalLoader).load(lesson.journalId);
  }

  @FieldResolver(() => Staff, { description: "Who gave the lesson, or is to give it: the substitute, or the teacher by the timetable." })
  async teacher(@Root() lesson: Lesson, @Ctx() context: RequestContext): Promise<Staff | undefined> {
    const taught = await context.loader(makeTeacherOfLessonLoader).load(lesson.id);
    return taught?.teacher;
  }
}
