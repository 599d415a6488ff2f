import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { PageArgs } from "../../kernel/connection";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { readsJournal, type ModuleRules } from "../access/access.rules";
import { HistoryConnection } from "./history-entry";
import { loadLessonHistory } from "./load-lesson-history";

@Resolver()
export class LessonHistoryResolver {
  @Query(() => HistoryConnection, {
    description:
      "Every recorded change of one lesson, newest first: the lesson, its columns, marks, absences and homework. For those who read the journal [2.1].",
  })
  lessonHistory(
    @Arg("journalId", () => ID, { description: "The journal." }) journalId: string,
    @Arg("lessonId", () => ID, { description: "The lesson." }) lessonId: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
    @Arg("pupilId", () => ID, { nullable: true, description: "Only this pupil's marks and absences." }) pupilId?: string | null,
  ): Promise<HistoryConnection> {
    return loadLessonHistory(context.database, signedIn(context), { journalId, lessonId, pupilId: pupilId ?? null }, page);
  }
}

export const lessonHistoryRules: ModuleRules = {
  Query: {
    lessonHistory: readsJournal, // 2.1
  },
  types: {
    HistoryConnection: { reachedFrom: ["Query.lessonHistory"] },
    HistoryEdge: { reachedFrom: ["HistoryConnection.edges"] },
    HistoryEntry: { reachedFrom: ["HistoryConnection.nodes", "HistoryEdge.node"] },
    HistoryChange: { reachedFrom: ["HistoryEntry.changes", "LateEntry.changes", "ChangeStep.changes", "JournalChange.changes"] },
  },
};
