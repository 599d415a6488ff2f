import { isTermMark, type AttendanceKind, type MarkValue, type MarkingScheme, type TermMarkValue, type Typed } from "./cell-value";

/** The part of a KeyboardEvent that says what was typed. */
export interface Stroke {
  key: string;
  code: string;
}

/**
 * What a key means in a cell; null when it means nothing there. Letters are read by what they write in a Russian layout and by their
 * physical key in a Latin one, so the teacher never has to switch. `MARK_NOT_IN_SCHEME`: a mark that this journal does not use.
 */
export function readKey({ key, code }: Stroke, scheme: MarkingScheme): Typed | "MARK_NOT_IN_SCHEME" | null {
  if (key === "Delete" || key === "Backspace") return { thing: "CLEAR" };
  if (/^[1-5]$/.test(key)) return mark(key as MarkValue, scheme === "FIVE_POINT");
  if (/^[06-9]$/.test(key)) return "MARK_NOT_IN_SCHEME";
  if (key === "+") return mark("PASS", scheme === "PASS_FAIL");
  if (key === "-" || key === "−") return mark("FAIL", scheme === "PASS_FAIL");
  if (isPoint({ key, code })) return mark("DEBT", scheme !== "NONE");
  const letter = russianLetter(key, code);
  if (letter === "з") return mark("PASS", scheme === "PASS_FAIL");
  const kind = letter && ATTENDANCE_KEYS[letter];
  return kind ? { thing: "ATTENDANCE", kind } : null;
}

/** The same in a column of term marks, where Н is «н/а», and О and С «осв». */
export function readTermMarkKey(stroke: Stroke, scheme: MarkingScheme): Typed | "MARK_NOT_IN_SCHEME" | null {
  const read = readKey(stroke, scheme);
  if (read === null || read === "MARK_NOT_IN_SCHEME") return read;
  if (read.thing === "MARK") return isTermMark(read.value) ? { thing: "TERM_MARK", value: read.value } : null;
  if (read.thing !== "ATTENDANCE") return read;
  const value = SPECIAL_KEYS[read.kind];
  return value ? { thing: "TERM_MARK", value } : null;
}

const SPECIAL_KEYS: Partial<Record<AttendanceKind, TermMarkValue>> = { ABSENT: "NOT_ASSESSED", LATE: "RELEASED", RELEASED: "RELEASED" };

/** Point, and the comma and Ю of a Russian layout; the comma of a Latin one is Б. */
export function isPoint({ key, code }: Stroke): boolean {
  return key === "." || (key === "," && code !== "Comma") || key.toLowerCase() === "ю";
}

/** The slash of either layout: in a Latin one Shift and \ write | where a Russian one has /. */
export function isSlash({ key, code }: Stroke): boolean {
  return key === "/" || (code === "Backslash" && (key === "|" || key === "\\"));
}

const ATTENDANCE_KEYS: Record<string, AttendanceKind> = { н: "ABSENT", б: "SICK", у: "EXCUSED", о: "LATE", с: "RELEASED" };

const RUSSIAN_BY_CODE: Record<string, string> = { KeyY: "н", Comma: "б", KeyE: "у", KeyJ: "о", KeyC: "с", KeyP: "з" };

function mark(value: MarkValue, allowed: boolean): Typed | "MARK_NOT_IN_SCHEME" {
  return allowed ? { thing: "MARK", value } : "MARK_NOT_IN_SCHEME";
}

function russianLetter(key: string, code: string): string | undefined {
  const written = key.toLowerCase();
  return /^[а-яё]$/.test(written) ? written : key.length === 1 ? RUSSIAN_BY_CODE[code] : undefined;
}
