import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../kernel/request-context";
import { Journal } from "../journals/journal.entity";
import { LessonConnection } from "./lesson.entity";
import { LessonsArgs, makeLessonsOfJournalLoader } from "./lessons-of-journal";

@Resolver(() => Journal)
export class JournalLessonsResolver {
  @FieldResolver(() => LessonConnection, { description: "The journal's lessons by date and slot." })
  async lessons(
    @Root() journal: Journal,
    @Args(() => LessonsArgs) page: LessonsArgs,
    @Ctx() context: RequestContext,
  ): Promise<LessonConnection> {
    return context.loader(makeLessonsOfJournalLoader).load({ ...page, journalId: journal.id });
  }
}
