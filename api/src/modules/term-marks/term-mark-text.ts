/** A term mark as it is stored: one of a grade, a pass and a special mark, or none. */
export type StoredTermMark = [grade: number | null, passed: boolean | null, special: "NOT_ASSESSED" | "RELEASED" | null];

/** A term mark as the journal writes it: «5», «н/а» (not assessed), «осв» (released), «зч», «нз» (passed or not); null while there is none. */
export function termMarkText([grade, passed, special]: StoredTermMark): string | null {
  if (grade !== null) return String(grade);
  if (special !== null) return special === "RELEASED" ? "осв" : "н/а";
  if (passed === null) return null;
  return passed ? "зч" : "нз";
}

/** SQL: the mark of a row of `term_mark` as a value of the contract, `special` among them; null when it is cleared. */
export function termMarkValue(mark: string): string {
  return `COALESCE(${mark}.grade::text, CASE WHEN ${mark}.passed THEN 'PASS' WHEN NOT ${mark}.passed THEN 'FAIL' END, ${mark}.special)`;
}
