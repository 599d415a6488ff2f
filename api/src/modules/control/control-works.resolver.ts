import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { PageArgs } from "../../kernel/connection";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { requireUuid } from "../../kernel/uuid";
import { mayReadJournal } from "../../kernel/viewer";
import { readsJournal, staffMember, viewerRule, type ModuleRules } from "../access/access.rules";
import { ControlWork } from "./control-work";
import { ControlWorkConnection } from "./control-work-card";
import { listControlWorks } from "./list-control-works";
import { loadControlWork } from "./load-control-work";

@Resolver()
export class ControlWorksResolver {
  @Query(() => ControlWork, {
    description:
      "One control work: its results and their distribution, who lacks a mark, who is to resit it [3.2.4]. Open to the journal's teachers, its class teacher, the deputy and the director.",
  })
  controlWork(
    @Arg("journalId", () => ID, { description: "The journal." }) journalId: string,
    @Arg("assessmentId", () => ID, { description: "The work's column, a mandatory one." }) assessmentId: string,
    @Ctx() context: RequestContext,
  ): Promise<ControlWork> {
    const viewer = signedIn(context);
    const asked = { journalId: requireUuid(journalId, "journalId"), assessmentId: requireUuid(assessmentId, "assessmentId") };
    return loadControlWork(context.database, viewer, asked, context.clock.now());
  }

  @Query(() => ControlWorkConnection, {
    description:
      "Control works of one journal; without it, of all that the viewer teaches and substitutes: the teacher's list of what is left to do over all days [3.2.4].",
  })
  controlWorks(
    @Arg("journalId", () => ID, { nullable: true, description: "The journal." }) journalId: string | null,
    @Arg("termId", () => ID, { nullable: true, description: "The term; left out: the school year up to today." }) termId: string | null,
    @Arg("onlyIncomplete", () => Boolean, { defaultValue: true, description: "Leave out works for which nobody owes a mark any more." })
    onlyIncomplete: boolean,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<ControlWorkConnection> {
    const asked = {
      journalId: journalId ? requireUuid(journalId, "journalId") : null,
      termId: termId ? requireUuid(termId, "termId") : null,
      onlyIncomplete,
    };
    return listControlWorks(context.database, signedIn(context), asked, page);
  }
}

/** Staff ask for their own works; for those of a journal, whoever reads it. */
const readsWorks = viewerRule<{ journalId?: string | null }>("readsWorks", (viewer, { journalId }) =>
  journalId ? mayReadJournal(viewer, journalId) : staffMember(viewer),
);

export const controlWorksRules: ModuleRules = {
  Query: {
    controlWork: readsJournal, // 2.1, 3.2.4
    controlWorks: readsWorks, // 3.2.4
  },
  types: {
    ControlWork: { reachedFrom: ["Query.controlWork"] },
    WorkFigures: { reachedFrom: ["Query.controlWork"] },
    WorkPupil: { reachedFrom: ["Query.controlWork", "Query.controlWorks"] },
    ControlWorkConnection: { reachedFrom: ["Query.controlWorks"] },
    ControlWorkEdge: { reachedFrom: ["Query.controlWorks"] },
    ControlWorkCard: { reachedFrom: ["Query.controlWorks"] },
  },
};
