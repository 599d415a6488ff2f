import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { PageArgs } from "../../kernel/connection";
import { ErrorCode, Refusal } from "../../kernel/refusal";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { DateTime } from "../../kernel/scalars";
import { requireUuid } from "../../kernel/uuid";
import { readsJournal, type ModuleRules } from "../access/access.rules";
import { JournalChangeConnection } from "./journal-change";
import { loadJournalChanges } from "./load-journal-changes";
import { pastMoment } from "./moment";

@Resolver()
export class JournalChangesResolver {
  @Query(() => JournalChangeConnection, {
    description:
      "How a journal differs between two moments: each mark, absence, homework, lesson, column and term mark that was changed, from what to what, last changed first. For those who read the journal [1.4.4, 2.1].",
  })
  journalChanges(
    @Arg("journalId", () => ID, { description: "The journal." }) journalId: string,
    @Arg("from", () => DateTime, { description: "The first moment." }) from: Date,
    @Arg("to", () => DateTime, { nullable: true, description: "The second moment, after the first; left out: now." }) end: Date | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<JournalChangeConnection> {
    const viewer = signedIn(context);
    const to = end ?? context.clock.now();
    pastMoment(context.clock, viewer, to, "to");
    if (from >= to)
      throw new Refusal(ErrorCode.INVALID, "Первый момент должен быть раньше второго. Поменяйте их местами.", { field: "from" });
    return loadJournalChanges(context.database, viewer, { journalId: requireUuid(journalId, "journalId"), from, to }, page);
  }
}

const ofChanges = { reachedFrom: ["Query.journalChanges"] };

export const journalChangesRules: ModuleRules = {
  Query: { journalChanges: readsJournal }, // 2.1, 3.4.2
  types: {
    JournalChangeConnection: ofChanges,
    JournalChangeEdge: { reachedFrom: ["JournalChangeConnection.edges"] },
    JournalChange: { reachedFrom: ["JournalChangeConnection.nodes", "JournalChangeEdge.node"] },
    ChangeStep: { reachedFrom: ["JournalChange.steps"] },
  },
};
