import type { AttendanceKind, MarkingScheme } from "@/graphql/generated/graphql";

export type { AttendanceKind, MarkingScheme };

/** A mark as the API writes it. */
export type MarkValue = "1" | "2" | "3" | "4" | "5" | "PASS" | "FAIL";

/** A term mark as the API writes it: a mark, «н/а» or «осв». */
export type TermMarkValue = MarkValue | "NOT_ASSESSED" | "RELEASED";

/** What a teacher means by one stroke or one pasted cell. */
export type Typed =
  | { thing: "MARK"; value: MarkValue }
  | { thing: "ATTENDANCE"; kind: AttendanceKind }
  | { thing: "TERM_MARK"; value: TermMarkValue }
  | { thing: "CLEAR" };

/** The letters of the paper journal. */
export const ATTENDANCE_LETTERS: Record<AttendanceKind, string> = { ABSENT: "Н", SICK: "Б", EXCUSED: "УП", LATE: "О", RELEASED: "ОСВ" };

/** How a mark is written in its cell. */
export function markText(value: MarkValue): string {
  return value === "PASS" ? "зч" : value === "FAIL" ? "нз" : value;
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
