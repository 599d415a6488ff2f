import DataLoader from "dataloader";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { MarkingScheme } from "../journals/marking-scheme";
import { averageText } from "../marks/weighted-average";
import { suggestTermMark } from "./suggest-term-mark";
import { TERM_FACTS, termFactsValues, toReckonedTerm, type PupilTermPlace, type TermFactsRow } from "./term-facts";

/** The weighted mean of the term's grades («4.33») and the term mark that it suggests; null without grades, or with too few. */
export interface TermAverage {
  average: string | null;
  suggested: number | null;
}

/** Averages as they stand now: one statement for all the pupils of a request. */
export function makeAverageLoader(context: RequestContext): DataLoader<PupilTermPlace, TermAverage, string> {
  const viewer = signedIn(context);
  return new DataLoader<PupilTermPlace, TermAverage, string>(
    async (places) => {
      const values = termFactsValues(viewer.schoolId, places, viewer.today);
      return (await context.database.read<TermFactsRow>(viewer.schoolId, TERM_FACTS, values)).map(toAverage);
    },
    { cacheKeyFn: ({ journalId, termId, pupilId }) => `${journalId} ${termId} ${pupilId}` },
  );
}

function toAverage(row: TermFactsRow): TermAverage {
  const { facts, rules, scheme } = toReckonedTerm(row);
  const suggested = scheme === MarkingScheme.FIVE_POINT ? suggestTermMark(facts, rules).grade : null;
  return { average: averageText(facts.sum), suggested };
}
