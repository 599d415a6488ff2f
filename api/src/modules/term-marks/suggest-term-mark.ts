import { registerEnumType } from "type-graphql";
import type { AssessmentRules, Bands } from "../assessment-rules/assessment-rules";
import type { MarkSum } from "../marks/weighted-average";

export enum SuggestionCause {
  AVERAGE = "AVERAGE",
  TWO_BARS_FIVE = "TWO_BARS_FIVE",
  TOO_FEW_MARKS = "TOO_FEW_MARKS",
  MISSED_TOO_MUCH = "MISSED_TOO_MUCH",
}
registerEnumType(SuggestionCause, {
  name: "SuggestionCause",
  description:
    "Why a term mark is suggested: by the average; 4 and not 5, since a 2 counts; «н/а», since there are too few marks, or too many lessons were missed.",
});

/** What a term mark is reckoned from: a pupil's term in one subject, in every class that the pupil was in. */
export interface TermFacts {
  sum: MarkSum;
  /** Lessons held while the pupil was in the list. */
  held: number;
  /** Those of them missed for any reason; late is not missed. */
  missed: number;
  /** Those of them missed by sickness. */
  missedSick: number;
  /** Hours a week of the journal, in tenths; null: nobody teaches it. */
  weeklyHoursTenths: number | null;
}

/** A suggested term mark: a grade, or «н/а» where `grade` is null. */
export interface Suggestion {
  grade: number | null;
  cause: SuggestionCause;
  /** How many marks the rules ask for at least. */
  leastMarks: number;
}

/**
 * The term mark that the school's rules suggest, from the exact average and not from its printed form [3.2.7]. The teacher decides; a difference
 * needs a reason.
 */
export function suggestTermMark(facts: TermFacts, rules: AssessmentRules): Suggestion {
  const leastMarks = leastMarksOf(facts, rules);
  const { sum, missed, held } = facts;
  if (rules.mostMissedPercent !== null && missed * 100 > held * rules.mostMissedPercent) {
    return { grade: null, cause: SuggestionCause.MISSED_TOO_MUCH, leastMarks };
  }
  if (sum.weights === 0n || sum.count < leastMarks) return { grade: null, cause: SuggestionCause.TOO_FEW_MARKS, leastMarks };
  const grade = gradeOfMean(sum.weighted, sum.weights, rules.bands);
  if (grade === 5 && rules.twoBarsFive && sum.lowest !== null && sum.lowest <= 2) {
    return { grade: 4, cause: SuggestionCause.TWO_BARS_FIVE, leastMarks };
  }
  return { grade, cause: SuggestionCause.AVERAGE, leastMarks };
}

/** The grade of the exact mean `weighted / weights` by the bands: 2 below the band of 3. */
export function gradeOfMean(weighted: bigint, weights: bigint, { five, four, three }: Bands): number {
  const reaches = (hundredths: number) => weighted * 100n >= BigInt(hundredths) * weights;
  return reaches(five) ? 5 : reaches(four) ? 4 : reaches(three) ? 3 : 2;
}

/** How many marks the rules ask for at least, by the hours a week, and fewer of who was long ill. */
export function leastMarksOf({ held, missedSick, weeklyHoursTenths }: TermFacts, rules: AssessmentRules): number {
  const hours = weeklyHoursTenths ?? 0;
  const usual = rules.leastMarks.find(({ upToHoursTenths }) => upToHoursTenths === null || hours <= upToHoursTenths)?.marks ?? 0;
  const illness = rules.leastMarksAfterIllness;
  return illness && missedSick * 100 > held * illness.sickPercent ? Math.min(usual, illness.marks) : usual;
}
