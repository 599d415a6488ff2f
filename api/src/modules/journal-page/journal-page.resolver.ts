import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { DateTime } from "../../kernel/scalars";
import { asksFor } from "../../kernel/selection";
import { requireUuid } from "../../kernel/uuid";
import { readsJournal, type ModuleRules } from "../access/access.rules";
import { pastMoment } from "../history/moment";
import { JournalPage } from "./journal-page";
import { loadJournalPage } from "./load-journal-page";
import { loadJournalPageAt } from "./load-journal-page-at";

@Resolver()
export class JournalPageResolver {
  @Query(() => JournalPage, {
    description:
      "One journal over one term: the grid [1.4.1, 3.2.3]. Without `termId`: the term of today, or the last one begun. Open to the journal's teachers, its class teacher, the deputy and the director.",
  })
  journalPage(
    @Arg("journalId", () => ID, { description: "The journal." }) journalId: string,
    @Arg("termId", () => ID, { nullable: true, description: "A term of the journal's year." }) termId: string | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("at", () => DateTime, {
      nullable: true,
      description: "The page as it stood at this moment, to be read only [1.4.4]; left out: as it stands.",
    })
    at?: Date | null,
  ): Promise<JournalPage> {
    const viewer = signedIn(context);
    const asked = {
      journalId: requireUuid(journalId, "journalId"),
      termId: termId ? requireUuid(termId, "termId") : null,
      withTopics: asksFor(info, "planTopics"),
    };
    if (at) return loadJournalPageAt(context.database, viewer, asked, pastMoment(context.clock, viewer, at));
    return loadJournalPage(context.database, context.clock, viewer, asked);
  }
}

export const journalPageRules: ModuleRules = {
  Query: { journalPage: readsJournal }, // 2.1, 3.4.2
  types: {
    JournalPage: { reachedFrom: ["Query.journalPage"] },
    PagePupil: { reachedFrom: ["Query.journalPage"] },
    PageLesson: { reachedFrom: ["Query.journalPage"] },
    PageTopic: { reachedFrom: ["Query.journalPage"] },
    TermCard: {
      reachedFrom: [
        "Query.journalPage",
        "Query.journalTermMarks",
        "Query.pupilTerm",
        "Query.classPage",
        "PupilForecast.term",
        "Query.controlBoard",
        "ClassForecast.term",
        "ClassForecast.terms",
        "SentForecast.term",
      ],
    },
  },
};
