import type { AttendanceKind, Attempt, Typed } from "../cells/cell-value";
import {
  atAttempt,
  type AttendanceContent,
  type AttendanceSlot,
  type Content,
  type MarkContent,
  type MarkSlot,
  type Slot,
} from "../outbox/entry";
import { problemAt, unsaved, type Confirmed, type Outbox, type Problem } from "../outbox/outbox";
import type { Column } from "../page/page-columns";

export type SaveState = "SAVED" | "UNSENT" | "CONFLICT" | "REFUSED";

/** One cell as the teacher sees it: what was typed last, and how far it has got. */
export interface CellView {
  mark: MarkContent;
  /** The second mark for the same work and on. */
  retakes: readonly MarkContent[];
  attendance: AttendanceContent;
  state: SaveState;
  problem: Problem | null;
}

/** Where a cell's mark and attendance are kept. */
export function slotsOf(
  { lesson, number, assessment }: Pick<Column, "lesson" | "number"> & Partial<Pick<Column, "assessment">>,
  pupilId: string,
): { mark: MarkSlot; attendance: AttendanceSlot } {
  return {
    mark: { thing: "MARK", lessonId: lesson.id, number, pupilId, ...(assessment && { assessmentId: assessment.id }) },
    attendance: { thing: "ATTENDANCE", lessonId: lesson.id, pupilId },
  };
}

export function viewCell(column: Pick<Column, "lesson" | "number">, pupilId: string, outbox: Outbox, confirmed: Confirmed): CellView {
  const slots = slotsOf(column, pupilId);
  const [first, ...retakes] = attemptsAt(slots.mark, outbox, confirmed);
  const absence = unsaved(outbox, slots.attendance);
  const problem = [first, ...retakes].find((one) => one?.problem)?.problem ?? problemAt(outbox, slots.attendance) ?? null;
  const isTyped = absence !== undefined || first?.isTyped || retakes.some((one) => one.isTyped);
  return {
    mark: first?.content ?? CLEARED,
    retakes: retakes.flatMap(({ content }) => (content.value === null ? [] : content)),
    attendance: (absence?.content ?? confirmed(slots.attendance)) as AttendanceContent,
    state: problem?.why ?? (isTyped ? "UNSENT" : "SAVED"),
    problem,
  };
}

interface AttemptView {
  content: MarkContent;
  isTyped: boolean;
  problem: Problem | undefined;
}

/** The marks of a cell in their order, up to the first place where nothing stands; a retake may be typed where the first mark has gone. */
function attemptsAt(first: MarkSlot, outbox: Outbox, confirmed: Confirmed): AttemptView[] {
  const found: AttemptView[] = [];
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const slot = atAttempt(first, attempt);
    const typed = unsaved(outbox, slot);
    const content = (typed?.content ?? confirmed(slot)) as MarkContent;
    if (attempt > 1 && content.value === null && !typed) break;
    found.push({ content, isTyped: typed !== undefined, problem: problemAt(outbox, slot) });
  }
  return found;
}

/** As many marks as the API takes for one work. */
const MOST_ATTEMPTS = 9;

export interface Change {
  slot: Slot;
  content: Content;
}

/**
 * What a stroke in a cell changes. A mark keeps its comment, an absence its reason; clearing takes the last mark first and the absence
 * at the end. Null: it changes nothing.
 */
export function changeOf(typed: Typed, view: CellView, slots: { mark: MarkSlot; attendance: AttendanceSlot }): Change | null {
  if (typed.thing === "MARK") return setMark(typed, view, slots.mark);
  if (typed.thing === "TERM_MARK") return null;
  if (typed.thing === "ATTENDANCE") return setKind(slots.attendance, typed.kind, view.attendance);
  const last = view.retakes.length + 1;
  if (last > 1 || view.mark.value !== null) return { slot: atAttempt(slots.mark, last), content: CLEARED };
  return view.attendance.kind === null ? null : setKind(slots.attendance, null, view.attendance);
}

/** What a cell becomes when another is laid over it: its marks are those of the other, and no more. */
export function overlay(typed: readonly Typed[], view: CellView, slots: { mark: MarkSlot; attendance: AttendanceSlot }): Change[] {
  const marks = typed.filter((one) => one.thing === "MARK");
  const extra = marks.length === 0 ? 0 : view.retakes.length + 1 - marks.length;
  const cleared = Array.from({ length: Math.max(0, extra) }, (_, place): Change => {
    return { slot: atAttempt(slots.mark, view.retakes.length + 1 - place), content: CLEARED };
  });
  let attempt = 0;
  const set = typed.flatMap((one) => changeOf(one.thing === "MARK" ? { ...one, attempt: ++attempt } : one, view, slots) ?? []);
  return [...cleared, ...set];
}

/** Is there a mark that can be corrected by another beside it: a debt is none yet. */
export function mayRetake({ mark, retakes }: Pick<CellView, "mark" | "retakes">): boolean {
  const last = retakes.at(-1) ?? mark;
  return retakes.length > 0 || (last.value !== null && last.value !== "DEBT");
}

const CLEARED: MarkContent = { value: null, comment: null };

function setMark({ value, points, attempt }: Typed & { thing: "MARK" }, view: CellView, slot: MarkSlot): Change | null {
  const at = placeOf(attempt, view);
  if (at === null) return null;
  const now = at === 1 ? view.mark : (view.retakes[at - 2] ?? CLEARED);
  const isSame = points ? now.points === points : now.value === value;
  return isSame ? null : { slot: atAttempt(slot, at), content: { value, comment: now.comment, ...(points && { points }) } };
}

/** Which mark of the cell a stroke sets; null: there is nothing yet that it could correct. */
function placeOf(attempt: Attempt | undefined, view: CellView): number | null {
  const last = view.retakes.length + 1;
  if (typeof attempt === "number") return attempt;
  if (attempt === undefined) return last;
  if (!mayRetake(view)) return null;
  return Math.min(MOST_ATTEMPTS, attempt === "FURTHER" ? last + 1 : Math.max(2, last));
}

function setKind(slot: AttendanceSlot, kind: AttendanceKind | null, now: AttendanceContent): Change | null {
  if (now.kind === kind) return null;
  return { slot, content: { kind, minutesLate: null, reason: kind === null ? null : now.reason } };
}
