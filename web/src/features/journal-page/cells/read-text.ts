import { isTermMark, type AttendanceKind, type MarkingScheme, type MarkValue, type TermMarkValue, type Typed } from "./cell-value";
import { fitsScale, pointsOf, scaleOf, type ColumnScale } from "./column-scale";

/**
 * What a pasted cell means: nothing typed for a blank one, null when it cannot be understood or says two things that exclude each other. A
 * mark and its retakes stand in one word, «2/4».
 */
export function readText(text: string, scale: ColumnScale): Typed[] | null {
  const words = text
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/^([1-5])(?=[а-я])/, "$1 ")
    .replace(/\s*%/g, "")
    .split(/[\s;]+/)
    .filter(Boolean);
  const read = words.map((word) => readWhole(word, scale) ?? readAttempts(word, scale));
  const typed = read.flatMap((one) => one ?? []);
  return read.includes(null) || !agree(read.filter((one) => one !== null)) ? null : typed;
}

function readWhole(word: string, scale: ColumnScale): Typed[] | null {
  const one = readWord(word, scale);
  return one && [one];
}

function readAttempts(word: string, scale: ColumnScale): Typed[] | null {
  const marks = word.split("/").map((part) => readWord(part, scale));
  const isWhole = marks.length > 1 && marks.every((mark) => mark?.thing === "MARK");
  return isWhole && !marks.slice(0, -1).some((mark) => mark?.thing === "MARK" && mark.value === "DEBT") ? (marks as Typed[]) : null;
}

/** What a cell pasted into a column of term marks means: a mark, «н/а» or «осв»; null when it is none. */
export function readTermMarkText(text: string, scheme: MarkingScheme): Typed[] | null {
  const word = text.trim().toLowerCase().replaceAll("ё", "е").replace(/\.$/, "");
  const special = SPECIAL[word];
  if (special) return [{ thing: "TERM_MARK", value: special }];
  const typed = readText(word, scaleOf(scheme, null));
  if (!typed || typed.length > 1) return null;
  const [mark] = typed;
  return mark?.thing === "MARK" && isTermMark(mark.value) ? [{ thing: "TERM_MARK", value: mark.value }] : null;
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

const DEBTS: ReadonlySet<string> = new Set([".", "•", "·", "точка", "долг"]);

function readWord(written: string, scale: ColumnScale): Typed | null {
  const { scheme, most } = scale;
  if (DEBTS.has(written)) return scheme === "NONE" ? null : { thing: "MARK", value: "DEBT" };
  const word = written.replace(/\.$/, "");
  const kind = KINDS[word];
  if (kind) return { thing: "ATTENDANCE", kind };
  if (most !== null) return fitsScale(word, scale) ? { thing: "MARK", value: "POINTS", points: pointsOf(word) } : null;
  if (scheme === "PASS_FAIL") return RESULTS[word] ? { thing: "MARK", value: RESULTS[word] } : null;
  const grade = /^([1-5])(?:[.,]0+)?$/.exec(word)?.[1];
  return grade && scheme === "FIVE_POINT" ? { thing: "MARK", value: grade as MarkValue } : null;
}

/** One mark (with its retakes) and one absence at most; together only for a pupil who was there (late or released). */
function agree(words: Typed[][]): boolean {
  const marks = words.filter(([one]) => one?.thing === "MARK");
  const absences = words.flat().filter((one) => one.thing === "ATTENDANCE");
  if (marks.length > 1 || absences.length > 1) return false;
  return marks.length === 0 || absences.every((one) => one.kind === "LATE" || one.kind === "RELEASED");
}
