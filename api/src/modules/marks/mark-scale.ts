import { ErrorCode, Refusal } from "../../kernel/refusal";
import type { AssessmentRules } from "../assessment-rules/assessment-rules";
import { type CountedScale, gradeOfPoints, mostHundredths, WorkScale } from "../assessment-rules/work-scale";
import { MarkingScheme } from "../journals/marking-scheme";

/** A mark as it is stored: a grade of the five-point scale, a pass or a debt (точка), one of them; none: it was cleared. */
export interface StoredMark {
  grade: number | null;
  passed: boolean | null;
  /** As they were written, in hundredths, where the work is counted in points: beside the grade. */
  pointsHundredths: number | null;
  /** The last day on which the work may be handed in. */
  debtUntil: string | null;
}

/** Nothing stands. */
export const NO_MARK: StoredMark = { grade: null, passed: null, pointsHundredths: null, debtUntil: null };

/** The scale of a column of a journal by the rules of a date. */
export interface MarkScale extends CountedScale {
  scheme: MarkingScheme;
  rules: Pick<AssessmentRules, "allowsOne" | "scales">;
}

/** The mark that a value of the contract, other than a debt, means on this scale, or MARK_OUTSIDE_SCALE. */
export function readMark(value: string, scale: MarkScale): StoredMark | Refusal {
  const { scheme, rules } = scale;
  const passFail = scheme === MarkingScheme.PASS_FAIL ? PASS_FAIL.get(value) : undefined;
  if (passFail !== undefined) return { ...NO_MARK, passed: passFail };
  if (scheme === MarkingScheme.FIVE_POINT && scale.scale !== WorkScale.FIVE_POINT) return readPoints(value, scale);
  const lowest = rules.allowsOne ? "1" : "2";
  if (scheme === MarkingScheme.FIVE_POINT && /^[1-5]$/.test(value) && value >= lowest) return { ...NO_MARK, grade: Number(value) };
  return outside(whatIsAllowed(scheme, lowest));
}

/** SQL: the mark of a row of `mark` as a value of the contract; null when it is cleared. */
export function markValue(mark: string): string {
  return `COALESCE(${mark}.grade::text, CASE WHEN ${mark}.passed THEN 'PASS' WHEN NOT ${mark}.passed THEN 'FAIL' WHEN ${mark}.debt_until IS NOT NULL THEN 'DEBT' END)`;
}

/** SQL: does anything stand in a row of `mark`: a grade, a pass or a debt. */
export function markStands(mark: string): string {
  return `num_nonnulls(${mark}.grade, ${mark}.passed, ${mark}.debt_until) = 1`;
}

/** Points as the contract writes them, from hundredths: «87», «7.5». */
export function pointsText(hundredths: number | null): string | null {
  return hundredths === null ? null : String(hundredths / 100);
}

function readPoints(value: string, scale: MarkScale): StoredMark | Refusal {
  const most = mostHundredths(scale)!;
  const [, whole, fraction = ""] = /^(\d{1,4})(?:\.(\d{1,2}))?$/.exec(value) ?? [];
  const hundredths = whole === undefined ? NaN : Number(whole) * 100 + Number(fraction.padEnd(2, "0"));
  const least = scale.scale === WorkScale.TEN_POINT ? 100 : 0;
  const isWhole = scale.scale === WorkScale.POINTS || hundredths % 100 === 0;
  if (hundredths >= least && hundredths <= most && isWhole) {
    return { ...NO_MARK, grade: gradeOfPoints(hundredths, scale, scale.rules), pointsHundredths: hundredths };
  }
  const unit = { TEN_POINT: "баллы по десятибалльной шкале", PERCENT: "проценты", POINTS: "баллы" }[
    scale.scale as "TEN_POINT" | "PERCENT" | "POINTS"
  ];
  return outside(`Эта работа оценивается иначе: поставьте ${unit}, от ${least / 100} до ${String(most / 100).replace(".", ",")}.`);
}

function outside(message: string): Refusal {
  return new Refusal(ErrorCode.MARK_OUTSIDE_SCALE, message, { field: "value" });
}

const PASS_FAIL: ReadonlyMap<string, boolean> = new Map([
  ["PASS", true],
  ["FAIL", false],
]);

function whatIsAllowed(scheme: MarkingScheme, lowest: string): string {
  switch (scheme) {
    case MarkingScheme.FIVE_POINT:
      return `Такой отметки нет: поставьте от ${lowest} до 5.`;
    case MarkingScheme.PASS_FAIL:
      return "Такой отметки нет: в этом журнале ставится зачёт или незачёт.";
    case MarkingScheme.NONE:
      return "В этом журнале отметки не ставятся: обучение безотметочное.";
  }
}
