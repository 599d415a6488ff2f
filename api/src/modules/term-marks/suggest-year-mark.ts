import { registerEnumType } from "type-graphql";
import type { AssessmentRules } from "../assessment-rules/assessment-rules";
import { averageText } from "../marks/weighted-average";
import { gradeOfMean } from "./suggest-term-mark";
import type { TermMarkValue } from "./term-mark-value";

export enum TotalCause {
  TERM_MARKS = "TERM_MARKS",
  NOT_ASSESSED_TERMS = "NOT_ASSESSED_TERMS",
  RELEASED_TERMS = "RELEASED_TERMS",
  PASSES = "PASSES",
  YEAR_ALONE = "YEAR_ALONE",
  YEAR_AND_EXAM = "YEAR_AND_EXAM",
}
registerEnumType(TotalCause, {
  name: "TotalCause",
  description:
    "Why a mark of the year or a final one is suggested: by the mean of the term marks; most terms are «н/а»; all are «осв»; by passes; as the year's mark, there being no exam; by the mean of the year's mark and the exam.",
});

/** A suggested mark of the year, or a final one. `mean`: of what, as people read it («4.50»); null where none was reckoned. */
export interface TotalSuggested {
  value: TermMarkValue;
  cause: TotalCause;
  mean: string | null;
}

/**
 * The year's mark by the marks of its terms [3.2.7]: the mean of the grades by the bands for the year; a term with «н/а» or «осв» is left out, and with
 * more than half of the others «н/а» so is the year. In a journal of passes: passed, when no term is failed. Null while a term has no mark: nothing
 * is suggested yet.
 */
export function suggestYearMark(terms: readonly (TermMarkValue | null)[], { yearBands }: AssessmentRules): TotalSuggested | null {
  if (terms.length === 0 || terms.includes(null)) return null;
  const studied = terms.filter((value) => value !== "RELEASED");
  if (studied.length === 0) return { value: "RELEASED", cause: TotalCause.RELEASED_TERMS, mean: null };
  const assessed = studied.filter((value) => value !== "NOT_ASSESSED") as TermMarkValue[];
  if ((studied.length - assessed.length) * 2 > studied.length || assessed.length === 0) {
    return { value: "NOT_ASSESSED", cause: TotalCause.NOT_ASSESSED_TERMS, mean: null };
  }
  const grades = gradesOf(assessed);
  if (grades.length > 0) return meanOf(grades, yearBands, TotalCause.TERM_MARKS);
  return { value: assessed.includes("FAIL") ? "FAIL" : "PASS", cause: TotalCause.PASSES, mean: null };
}

/**
 * The final mark by the year's and the exam's: the year's alone where there is no exam (or the pupil is released from it), else the exact mean of both
 * by the bands for it. Null: there is no mark of the year yet, or one of the two is «н/а», and the school decides.
 */
export function suggestFinalMark(
  year: TermMarkValue | null,
  exam: TermMarkValue | null,
  { finalBands }: AssessmentRules,
): TotalSuggested | null {
  if (year === null) return null;
  if (exam === null || exam === "RELEASED") return { value: year, cause: TotalCause.YEAR_ALONE, mean: null };
  const grades = gradesOf([year, exam]);
  if (grades.length === 2) return meanOf(grades, finalBands, TotalCause.YEAR_AND_EXAM);
  const both = [year, exam];
  if (!both.every((value) => value === "PASS" || value === "FAIL")) return null;
  return { value: both.includes("FAIL") ? "FAIL" : "PASS", cause: TotalCause.PASSES, mean: null };
}

function gradesOf(values: readonly TermMarkValue[]): number[] {
  return values.filter((value) => /^[1-5]$/.test(value)).map(Number);
}

function meanOf(grades: readonly number[], bands: AssessmentRules["yearBands"], cause: TotalCause): TotalSuggested {
  const sum = BigInt(grades.reduce((all, grade) => all + grade, 0));
  const count = BigInt(grades.length);
  return { value: String(gradeOfMean(sum, count, bands)), cause, mean: averageText({ weighted: sum, weights: count }) };
}
