import { registerEnumType } from "type-graphql";
import type { AssessmentRules } from "../assessment-rules/assessment-rules";
import { type MarkSum, MarkSummer } from "../marks/weighted-average";
import { SuggestionCause } from "../term-marks/suggest-term-mark";
import { bandOf, fewestMarks, mostMarks, Outlook, type WantedGrade, type WorkGroup, workGroups } from "./forecast";
import type { PackedMark } from "./forecast-statement";
import type { ReckonedForecast } from "./read-forecasts";

export enum ForecastSign {
  MAY_RISE = "MAY_RISE",
  MAY_FALL = "MAY_FALL",
  BELOW_LAST_TERM = "BELOW_LAST_TERM",
  MARKS_FALL = "MARKS_FALL",
  FAILING = "FAILING",
  NOT_ASSESSED = "NOT_ASSESSED",
}
registerEnumType(ForecastSign, {
  name: "ForecastSign",
  description:
    "Why a class teacher looks at a pupil's subject: the average is at most 0.10 below the next grade, or one five leads there; it is less than 0.10 above its " +
    "own, or one mark a grade lower takes it away; the suggested mark is lower than that of the term before; the mean of the last three marks is lower by a half or " +
    "more than that of the earlier ones, of which there are three at least; a 2 is suggested; «н/а» is suggested for missed lessons, or the marks that lack are more than half of the lessons left.",
});

/** How near to a grade's border an average is at it, in hundredths. */
export const BORDER_HUNDREDTHS = 10n;
/** So many last marks are compared with those before them, of which there must be as many. */
export const LAST_MARKS = 3;

/** What a class teacher is to see of a pupil's subject; nothing once the term is over or its mark is given. */
export function watchSubject(subject: ReckonedForecast, isOver: boolean): ForecastSign[] {
  if (isOver || subject.termMark !== null) return [];
  const { suggestion, previous, facts } = subject;
  const lacking = suggestion.leastMarks - facts.sum.count;
  const isNotAssessed =
    suggestion.cause === SuggestionCause.MISSED_TOO_MUCH ||
    (suggestion.cause === SuggestionCause.TOO_FEW_MARKS && lacking * 2 > facts.lessonsLeft);
  const signs: [ForecastSign, boolean][] = [
    [ForecastSign.FAILING, suggestion.grade === 2],
    [ForecastSign.NOT_ASSESSED, isNotAssessed],
    [ForecastSign.BELOW_LAST_TERM, suggestion.grade !== null && previous !== null && suggestion.grade < previous],
    [ForecastSign.MARKS_FALL, marksFall(subject.marks, subject.rules)],
    [ForecastSign.MAY_FALL, mayFall(subject)],
    [ForecastSign.MAY_RISE, mayRise(subject)],
  ];
  return signs.filter(([, holds]) => holds).map(([sign]) => sign);
}

function mayRise({ suggestion, facts, rules, grades }: ReckonedForecast): boolean {
  const [next] = grades;
  if (suggestion.grade === null || next?.outlook !== Outlook.REACHABLE) return false;
  const { weightHundredths } = usualGroup(rules);
  const isNear = distance(facts.sum, rules, next.grade) <= BORDER_HUNDREDTHS * facts.sum.weights;
  return isNear || (fewestMarks(facts, rules, { wanted: next.grade, given: 5, weightHundredths }) ?? Infinity) <= 1;
}

function mayFall({ suggestion: { grade }, facts, rules }: ReckonedForecast): boolean {
  if (grade === null || grade < 3) return false;
  const { weightHundredths } = usualGroup(rules);
  const isNear = -distance(facts.sum, rules, grade as WantedGrade) < BORDER_HUNDREDTHS * facts.sum.weights;
  return isNear || mostMarks(facts, rules, { kept: grade, given: grade - 1, weightHundredths }) === 0;
}

/** How much is lacking to a grade's band, in hundredths of the sum of weights; below zero: so much is to spare. */
function distance({ weighted, weights }: MarkSum, rules: AssessmentRules, grade: WantedGrade): bigint {
  return BigInt(bandOf(rules.bands, grade)) * weights - 100n * weighted;
}

/** The works of which the school has the most kinds; of equals the lighter ones. */
function usualGroup(rules: AssessmentRules): WorkGroup {
  return workGroups(rules).reduce((best, group) => (group.kinds.length >= best.kinds.length ? group : best));
}

function marksFall(marks: readonly PackedMark[], rules: AssessmentRules): boolean {
  const counted = marks.filter(([, , share]) => share > 0);
  if (counted.length < LAST_MARKS * 2) return false;
  const before = sumOf(counted.slice(0, -LAST_MARKS), rules);
  const last = sumOf(counted.slice(-LAST_MARKS), rules);
  return 2n * (before.weighted * last.weights - last.weighted * before.weights) >= before.weights * last.weights;
}

function sumOf(marks: readonly PackedMark[], rules: AssessmentRules): MarkSum {
  const summer = new MarkSummer(rules.averaging);
  for (const [grade, weightHundredths, share] of marks) summer.add({ grade, weightHundredths, share });
  return summer.sum;
}
