import { registerEnumType } from "type-graphql";
import { AssessmentKind } from "../assessment-rules/assessment-kind";
import { type AssessmentRules, Averaging, type Bands } from "../assessment-rules/assessment-rules";
import { WHOLE_SHARE } from "../marks/weighted-average";
import { leastMarksOf, suggestTermMark, type Suggestion, type TermFacts } from "../term-marks/suggest-term-mark";

export enum Outlook {
  REACHABLE = "REACHABLE",
  TOO_FEW_LESSONS = "TOO_FEW_LESSONS",
  TWO_BARS_FIVE = "TWO_BARS_FIVE",
  MISSED_TOO_MUCH = "MISSED_TOO_MUCH",
}
registerEnumType(Outlook, {
  name: "Outlook",
  description:
    "Whether a grade can still be had in the term: it can; not in the lessons that are left, with one mark a lesson; a 2 that counts bars a 5; " +
    "too many lessons are missed even if none is missed any more.",
});

/** What a forecast is reckoned from. */
export interface ForecastFacts extends TermFacts {
  /** Lessons planned from today to the last day of the term: each can bring one mark. */
  lessonsLeft: number;
}

/** Kinds of work of one weight. */
export interface WorkGroup {
  kinds: AssessmentKind[];
  weightHundredths: number;
}

/** A way to a grade by works of one weight alone. */
export interface ForecastPath extends WorkGroup {
  /** The fewest further fives. */
  fives: number;
  /** The fewest further marks of the wanted grade itself; null: they do not lead there in the lessons left. */
  same: number | null;
}

export interface GradeForecast {
  grade: WantedGrade;
  outlook: Outlook;
  /** The fewest fives for the weightiest works, however many lessons are left; null where no number of them leads there. */
  fewest: number | null;
  /** Heaviest works first; empty unless the grade is within reach. */
  paths: ForecastPath[];
}

export type WantedGrade = 3 | 4 | 5;

const WANTED: readonly WantedGrade[] = [3, 4, 5];

/** The kinds of work by weight, the heaviest first; of a plain average all are alike. */
export function workGroups({ averaging, works }: AssessmentRules): WorkGroup[] {
  const kinds = Object.values(AssessmentKind);
  const weightOf = (kind: AssessmentKind) => (averaging === Averaging.PLAIN ? 100 : works[kind].weightHundredths);
  const weights = [...new Set(kinds.map(weightOf))].sort((one, other) => other - one);
  return weights.map((weightHundredths) => ({ weightHundredths, kinds: kinds.filter((kind) => weightOf(kind) === weightHundredths) }));
}

/** The grades above the one that is suggested now, each with what leads there [3.3.4]. */
export function forecastTerm(facts: ForecastFacts, rules: AssessmentRules): { suggestion: Suggestion; grades: GradeForecast[] } {
  const suggestion = suggestTermMark(facts, rules);
  const above = WANTED.filter((grade) => grade > (suggestion.grade ?? 2));
  return { suggestion, grades: above.map((grade) => forecastGrade(facts, rules, grade)) };
}

/** What leads to a term mark of at least `grade` by the end of the term, when no further lesson is missed. */
export function forecastGrade(facts: ForecastFacts, rules: AssessmentRules, grade: WantedGrade): GradeForecast {
  const groups = workGroups(rules);
  const barred = barredBy(facts, rules, grade);
  if (barred) return { grade, outlook: barred, fewest: null, paths: [] };
  const fewest = fewestMarks(facts, rules, { wanted: grade, given: 5, weightHundredths: groups[0]!.weightHundredths });
  const paths = groups.flatMap((group): ForecastPath[] => {
    const { weightHundredths } = group;
    const fives = fewestMarks(facts, rules, { wanted: grade, given: 5, weightHundredths });
    if (fives === null || fives > facts.lessonsLeft) return [];
    const same = fewestMarks(facts, rules, { wanted: grade, given: grade, weightHundredths });
    return [{ ...group, fives, same: same !== null && same <= facts.lessonsLeft ? same : null }];
  });
  return { grade, outlook: paths.length > 0 ? Outlook.REACHABLE : Outlook.TOO_FEW_LESSONS, fewest, paths };
}

/** Further marks of one grade for works of one weight. */
export interface FurtherMarks {
  wanted: WantedGrade;
  given: number;
  weightHundredths: number;
}

/**
 * The fewest further marks of `given` after which the average is in the band of `wanted` and there are marks enough; null: no number of them does.
 * From (W + n·x·u) / (V + n·u) ≥ b follows n·u·(x − b) ≥ b·V − W: with x above the band the least n is a quotient rounded up; with x below it, more marks
 * only lead away, so that the least n that gives marks enough is the only one to try.
 */
export function fewestMarks(
  facts: ForecastFacts,
  rules: AssessmentRules,
  { wanted, given, weightHundredths }: FurtherMarks,
): number | null {
  const { sum } = facts;
  const band = BigInt(bandOf(rules.bands, wanted));
  const enough = Math.max(Math.ceil(leastMarksOf(atTermEnd(facts), rules) - sum.count), sum.weights === 0n ? 1 : 0, 0);
  const lacking = band * sum.weights - 100n * sum.weighted;
  const gained = BigInt(weightHundredths) * BigInt(WHOLE_SHARE) * (100n * BigInt(given) - band);
  if (gained > 0n) {
    const byAverage = lacking > 0n ? (lacking + gained - 1n) / gained : 0n;
    return Math.max(Number(byAverage), enough);
  }
  return BigInt(enough) * gained >= lacking ? enough : null;
}

/** The most further marks of `given` that leave the grade suggested now where it is; null: however many. A grade of 2 cannot fall. */
export function mostMarks(
  { sum }: TermFacts,
  rules: AssessmentRules,
  { kept, given, weightHundredths }: { kept: number; given: number; weightHundredths: number },
): number | null {
  if (kept <= 2) return null;
  if (kept === 5 && given <= 2 && rules.twoBarsFive) return 0;
  const band = BigInt(bandOf(rules.bands, kept as WantedGrade));
  const spare = 100n * sum.weighted - band * sum.weights;
  const lost = BigInt(weightHundredths) * BigInt(WHOLE_SHARE) * (band - 100n * BigInt(given));
  if (lost <= 0n) return null;
  return spare < 0n ? 0 : Number(spare / lost);
}

/** The lessons that are left are held, and none of them is missed. */
export function atTermEnd(facts: ForecastFacts): TermFacts {
  return { ...facts, held: facts.held + facts.lessonsLeft };
}

/** From which average a grade is suggested, in hundredths. */
export function bandOf({ five, four, three }: Bands, grade: WantedGrade): number {
  return grade === 5 ? five : grade === 4 ? four : three;
}

function barredBy(facts: ForecastFacts, rules: AssessmentRules, grade: WantedGrade): Outlook | null {
  const { held, missed, sum } = atTermEnd(facts);
  if (rules.mostMissedPercent !== null && missed * 100 > held * rules.mostMissedPercent) return Outlook.MISSED_TOO_MUCH;
  if (grade === 5 && rules.twoBarsFive && sum.lowest !== null && sum.lowest <= 2) return Outlook.TWO_BARS_FIVE;
  return null;
}
