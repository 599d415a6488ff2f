import type { AttendanceKind, MarkingScheme } from "@/graphql/generated/graphql";

export type { AttendanceKind, MarkingScheme };

/** A mark as the API writes it; `POINTS`: points were typed, and the grade for them is not told yet. */
export type MarkValue = "1" | "2" | "3" | "4" | "5" | "PASS" | "FAIL" | "DEBT" | "POINTS";

/** A term mark as the API writes it: a mark, «н/а» or «осв». */
export type TermMarkValue = Exclude<MarkValue, "DEBT" | "POINTS"> | "NOT_ASSESSED" | "RELEASED";

/** Which mark of a cell is meant: the first, the second; the retake, made or changed (`RETAKE`); one more after it (`FURTHER`). */
export type Attempt = number | "RETAKE" | "FURTHER";

/** What a teacher means by one stroke or one pasted cell. A mark without `attempt` is the cell's last one, or its first. */
export type Typed =
  | { thing: "MARK"; value: MarkValue; points?: string; attempt?: Attempt }
  | { thing: "ATTENDANCE"; kind: AttendanceKind }
  | { thing: "TERM_MARK"; value: TermMarkValue }
  | { thing: "CLEAR" };

/** The letters of the paper journal. */
export const ATTENDANCE_LETTERS: Record<AttendanceKind, string> = { ABSENT: "Н", SICK: "Б", EXCUSED: "УП", LATE: "О", RELEASED: "ОСВ" };

const WORDS: Partial<Record<MarkValue, string>> = { PASS: "зч", FAIL: "нз", DEBT: "•" };

/** How a mark is written in its cell. */
export function markText(value: MarkValue): string {
  return WORDS[value] ?? value;
}

/** A debt and points are of one work, not of a term. */
export function isTermMark(value: MarkValue): value is MarkValue & TermMarkValue {
  return value !== "DEBT" && value !== "POINTS";
}

/** How a term mark is written. */
export function termMarkText(value: TermMarkValue): string {
  return value === "NOT_ASSESSED" ? "н/а" : value === "RELEASED" ? "осв" : markText(value);
}

/** A whole cell as text: what is copied to a spreadsheet, and what `readText` understands again. */
export function cellText(mark: MarkValue | null, attendance: AttendanceKind | null): string {
  return [mark && markText(mark), attendance && ATTENDANCE_LETTERS[attendance]].filter(Boolean).join(" ");
}

/** Away from the lesson: such a pupil can have no mark there. One who is late or released can. */
export function isAway(kind: AttendanceKind): boolean {
  return kind === "ABSENT" || kind === "SICK" || kind === "EXCUSED";
}
