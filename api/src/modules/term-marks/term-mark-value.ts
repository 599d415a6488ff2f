import { ErrorCode, Refusal } from "../../kernel/refusal";
import { MarkingScheme } from "../journals/marking-scheme";
import { WorkScale } from "../assessment-rules/work-scale";
import { type MarkScale, readMark } from "../marks/mark-scale";
import type { StoredTermMark } from "./term-mark-text";

/** A term mark as the contract writes it: «1» to «5», PASS, FAIL, NOT_ASSESSED (н/а) or RELEASED (осв). */
export type TermMarkValue = string;

const SPECIAL: ReadonlySet<string> = new Set(["NOT_ASSESSED", "RELEASED"]);

/** The value, when the journal's scale has it, else why not. «н/а» and «осв» stand in every journal with marks. */
export function readTermMark(value: string, scale: Pick<MarkScale, "scheme" | "rules">): TermMarkValue | Refusal {
  if (SPECIAL.has(value) && scale.scheme !== MarkingScheme.NONE) return value;
  const mark = readMark(value, { ...scale, scale: WorkScale.FIVE_POINT, maxHundredths: null });
  if (!(mark instanceof Refusal)) return value;
  const others = scale.scheme === MarkingScheme.NONE ? "" : " Можно также н/а или осв.";
  return new Refusal(ErrorCode.MARK_OUTSIDE_SCALE, `${mark.message}${others}`, { field: "value" });
}

/** A value in the columns of `term_mark`. */
export function storedTermMark(value: TermMarkValue | null): StoredTermMark {
  if (value === null) return [null, null, null];
  if (SPECIAL.has(value)) return [null, null, value as StoredTermMark[2]];
  return value === "PASS" || value === "FAIL" ? [null, value === "PASS", null] : [Number(value), null, null];
}

/** The value of a stored term mark; null when it was cleared. */
export function termMarkValue([grade, passed, special]: StoredTermMark): TermMarkValue | null {
  if (grade !== null) return String(grade);
  return special ?? (passed === null ? null : passed ? "PASS" : "FAIL");
}

/** SQL: the same of a row of `term_mark`. */
export function termMarkValueOf(mark: string): string {
  return `COALESCE(${mark}.grade::text, ${mark}.special, CASE WHEN ${mark}.passed THEN 'PASS' WHEN NOT ${mark}.passed THEN 'FAIL' END)`;
}

/** SQL: what the rules suggested when a row of `term_mark` was set. */
export function suggestedValueOf(mark: string): string {
  return `COALESCE(${mark}.suggested::text, ${mark}.suggested_special)`;
}

/** A value as a sentence names it. */
export function termMarkWord(value: TermMarkValue): string {
  return WORDS[value] ?? value;
}

const WORDS: Readonly<Record<string, string>> = { PASS: "зачёт", FAIL: "незачёт", NOT_ASSESSED: "н/а", RELEASED: "осв" };
