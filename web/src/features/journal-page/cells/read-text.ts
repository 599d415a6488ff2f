import type { AttendanceKind, MarkValue, MarkingScheme, TermMarkValue, Typed } from "./cell-value";

/** What a pasted cell means: nothing typed for a blank one, null when it cannot be understood or says two things that exclude each other. */
export function readText(text: string, scheme: MarkingScheme): Typed[] | null {
  const words = text
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/^([1-5])(?=[а-я])/, "$1 ")
    .split(/[\s;]+/)
    .filter(Boolean);
  const typed = words.map((word) => readWord(word, scheme));
  if (typed.some((one) => one === null)) return null;
  return agree(typed as Typed[]) ? (typed as Typed[]) : null;
}

/** What a cell pasted into a column of term marks means: a mark, «н/а» or «осв»; null when it is none. */
export function readTermMarkText(text: string, scheme: MarkingScheme): Typed[] | null {
  const word = text.trim().toLowerCase().replaceAll("ё", "е").replace(/\.$/, "");
  const special = SPECIAL[word];
  if (special) return [{ thing: "TERM_MARK", value: special }];
  const typed = readText(word, scheme);
  if (!typed || typed.length > 1) return null;
  const [mark] = typed;
  return mark?.thing === "MARK" ? [{ thing: "TERM_MARK", value: mark.value }] : null;
}

const SPECIAL: Record<string, TermMarkValue> = {
  "н/а": "NOT_ASSESSED",
  на: "NOT_ASSESSED",
  неатт: "NOT_ASSESSED",
  "н.а": "NOT_ASSESSED",
  осв: "RELEASED",
};

const KINDS: Record<string, AttendanceKind> = {
  н: "ABSENT",
  нб: "ABSENT",
  б: "SICK",
  у: "EXCUSED",
  уп: "EXCUSED",
  о: "LATE",
  оп: "LATE",
  с: "RELEASED",
  осв: "RELEASED",
};

const RESULTS: Record<string, MarkValue> = {
  з: "PASS",
  зч: "PASS",
  зач: "PASS",
  зачет: "PASS",
  "+": "PASS",
  "н/з": "FAIL",
  нз: "FAIL",
  незач: "FAIL",
  незачет: "FAIL",
  "-": "FAIL",
  "−": "FAIL",
};

function readWord(written: string, scheme: MarkingScheme): Typed | null {
  const word = written.replace(/\.$/, "");
  const kind = KINDS[word];
  if (kind) return { thing: "ATTENDANCE", kind };
  if (scheme === "PASS_FAIL") return RESULTS[word] ? { thing: "MARK", value: RESULTS[word] } : null;
  const grade = /^([1-5])(?:[.,]0+)?$/.exec(word)?.[1];
  return grade && scheme === "FIVE_POINT" ? { thing: "MARK", value: grade as MarkValue } : null;
}

/** One mark and one absence at most; together only for a pupil who was there (late or released). */
function agree(typed: Typed[]): boolean {
  const marks = typed.filter((one) => one.thing === "MARK");
  const absences = typed.filter((one) => one.thing === "ATTENDANCE");
  if (marks.length > 1 || absences.length > 1) return false;
  return marks.length === 0 || absences.every((one) => one.kind === "LATE" || one.kind === "RELEASED");
}
