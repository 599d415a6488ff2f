import { ErrorCode, Refusal } from "../../kernel/refusal";
import { MarkingScheme } from "../journals/marking-scheme";

/** A mark as it is stored: a grade of the five-point scale or a pass, never both. */
export interface StoredMark {
  grade: number | null;
  passed: boolean | null;
}

/** The scale of a journal on a date; `allowsOne`: the school lets its teachers set 1. */
export interface MarkScale {
  scheme: MarkingScheme;
  allowsOne: boolean;
}

/** The mark that a value of the contract means on this scale, or MARK_OUTSIDE_SCALE. */
export function readMark(value: string, { scheme, allowsOne }: MarkScale): StoredMark | Refusal {
  const passFail = scheme === MarkingScheme.PASS_FAIL ? PASS_FAIL.get(value) : undefined;
  if (passFail !== undefined) return { grade: null, passed: passFail };
  const lowest = allowsOne ? "1" : "2";
  if (scheme === MarkingScheme.FIVE_POINT && /^[1-5]$/.test(value) && value >= lowest) return { grade: Number(value), passed: null };
  return new Refusal(ErrorCode.MARK_OUTSIDE_SCALE, whatIsAllowed(scheme, lowest), { field: "value" });
}

/** SQL: the mark of a row of `mark` as a value of the contract; null when it is cleared. */
export function markValue(mark: string): string {
  return `COALESCE(${mark}.grade::text, CASE WHEN ${mark}.passed THEN 'PASS' WHEN NOT ${mark}.passed THEN 'FAIL' END)`;
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
