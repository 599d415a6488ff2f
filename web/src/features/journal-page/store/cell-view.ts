import type { AttendanceKind, MarkValue, Typed } from "../cells/cell-value";
import type { AttendanceContent, AttendanceSlot, Content, MarkContent, MarkSlot, Slot } from "../outbox/entry";
import { problemAt, unsaved, type Confirmed, type Outbox, type Problem } from "../outbox/outbox";
import type { Column } from "../page/page-columns";

export type SaveState = "SAVED" | "UNSENT" | "CONFLICT" | "REFUSED";

/** One cell as the teacher sees it: what was typed last, and how far it has got. */
export interface CellView {
  mark: MarkContent;
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
  const problem = problemAt(outbox, slots.mark) ?? problemAt(outbox, slots.attendance) ?? null;
  const typed = [unsaved(outbox, slots.mark), unsaved(outbox, slots.attendance)];
  return {
    mark: (typed[0]?.content ?? confirmed(slots.mark)) as MarkContent,
    attendance: (typed[1]?.content ?? confirmed(slots.attendance)) as AttendanceContent,
    state: problem?.why ?? (typed.some(Boolean) ? "UNSENT" : "SAVED"),
    problem,
  };
}

export interface Change {
  slot: Slot;
  content: Content;
}

/**
 * What a stroke in a cell changes. A mark keeps its comment, an absence its reason; clearing takes the mark first and the absence next.
 * Null: it changes nothing.
 */
export function changeOf(typed: Typed, view: CellView, slots: { mark: MarkSlot; attendance: AttendanceSlot }): Change | null {
  if (typed.thing === "MARK") return setMark(slots.mark, typed.value, view.mark);
  if (typed.thing === "TERM_MARK") return null;
  if (typed.thing === "ATTENDANCE") return setKind(slots.attendance, typed.kind, view.attendance);
  if (view.mark.value !== null) return { slot: slots.mark, content: { value: null, comment: null } };
  return view.attendance.kind === null ? null : setKind(slots.attendance, null, view.attendance);
}

function setMark(slot: MarkSlot, value: MarkValue, now: MarkContent): Change | null {
  return now.value === value ? null : { slot, content: { value, comment: now.comment } };
}

function setKind(slot: AttendanceSlot, kind: AttendanceKind | null, now: AttendanceContent): Change | null {
  if (now.kind === kind) return null;
  return { slot, content: { kind, minutesLate: null, reason: kind === null ? null : now.reason } };
}
