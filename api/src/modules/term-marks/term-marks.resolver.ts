import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { requireUuid } from "../../kernel/uuid";
import { keepsJournal, readsJournal, readsJournalOrDiary, type ModuleRules } from "../access/access.rules";
import { explainTermMark } from "./explain-term-mark";
import { SetTermMarksPayload } from "./given-term-mark";
import { JournalTermMarks } from "./journal-term-marks";
import { loadJournalTermMarks } from "./load-journal-term-marks";
import { setTermMarks } from "./set-term-marks";
import { TermMarkExplanation } from "./term-mark-explanation";
import { SetTermMarksInput } from "./term-marks.inputs";

@Resolver()
export class TermMarksResolver {
  @Mutation(() => SetTermMarksPayload, {
    description:
      "Sets a column of marks for a term or the year, of an exam, or final ones, answered cell by cell [3.2.5, 3.2.7]. A mark that differs from what the school's rules suggest needs a reason. Open to the journal's teacher, from the term's last days on and while it is open.",
  })
  setTermMarks(
    @Arg("input", () => SetTermMarksInput, { description: "The column." }) input: SetTermMarksInput,
    @Ctx() context: RequestContext,
  ): Promise<SetTermMarksPayload> {
    return setTermMarks(context, input);
  }

  @Query(() => JournalTermMarks, {
    description:
      "All marks of a journal for terms, the year, exams and final ones, with what the rules suggest for the year and in the end [3.2.7, 3.4.9]. Open to those who read the journal.",
  })
  journalTermMarks(
    @Arg("journalId", () => ID, { description: "The journal." }) journalId: string,
    @Ctx() context: RequestContext,
  ): Promise<JournalTermMarks> {
    return loadJournalTermMarks(context.database, context.clock, signedIn(context), requireUuid(journalId, "journalId"));
  }

  @Query(() => TermMarkExplanation, {
    description:
      "How a pupil's term mark comes out, mark by mark: weights, shares of retakes, exact sums, thresholds and cause [3.2.7]. Open to those who read the journal, and to the pupil and the guardians [2.2].",
  })
  termMarkExplained(
    @Arg("journalId", () => ID, { description: "The journal." }) journalId: string,
    @Arg("termId", () => ID, { description: "A term of the journal's year." }) termId: string,
    @Arg("pupilId", () => ID, { description: "The pupil." }) pupilId: string,
    @Ctx() context: RequestContext,
  ): Promise<TermMarkExplanation> {
    const place = {
      journalId: requireUuid(journalId, "journalId"),
      termId: requireUuid(termId, "termId"),
      pupilId: requireUuid(pupilId, "pupilId"),
    };
    return explainTermMark(context.database, signedIn(context), place);
  }
}

const ofTotals = { reachedFrom: ["Query.journalTermMarks"] };

export const termMarksRules: ModuleRules = {
  Query: {
    journalTermMarks: readsJournal, // 2.1, 3.2.7
    termMarkExplained: readsJournalOrDiary, // 2.1, 2.2
  },
  Mutation: { setTermMarks: keepsJournal }, // 3.2.7
  types: {
    SetTermMarksPayload: { reachedFrom: ["Mutation.setTermMarks"] },
    TermMarkCellResult: { reachedFrom: ["SetTermMarksPayload.cells"] },
    GivenTermMark: { reachedFrom: ["TermMarkCellResult.mark", "Query.journalPage", "Query.journalTermMarks", "Query.termMarkExplained"] },
    JournalTermMarks: ofTotals,
    TotalColumn: ofTotals,
    TotalsPupil: ofTotals,
    TotalMark: ofTotals,
    TotalSuggestion: ofTotals,
    TermMarkExplanation: { reachedFrom: ["Query.termMarkExplained"] },
    ExplainedMark: { reachedFrom: ["Query.termMarkExplained"] },
  },
};
