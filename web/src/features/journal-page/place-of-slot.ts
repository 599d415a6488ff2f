import type { Position } from "./grid/grid-move";
import type { Slot } from "./outbox/entry";
import { isSameColumn } from "./page/summary-columns";
import type { JournalState } from "./store/journal-store";

/** Where a slot stands in the grid; null when its lesson or pupil is not on the page. */
export function placeOfSlot({ page, columns }: Pick<JournalState, "page" | "columns">, slot: Slot): Position | null {
  const row = page.pupils.findIndex(({ pupilId }) => pupilId === slot.pupilId);
  if (slot.thing === "TERM_MARK") {
    const total = page.summary.findIndex((column) => isSameColumn(column, slot));
    return row < 0 || total < 0 ? null : { row, column: columns.length + total };
  }
  const column = columns.findIndex(
    ({ lesson, number, isFirst }) => lesson.id === slot.lessonId && (slot.thing === "MARK" ? number === slot.number : isFirst),
  );
  return row < 0 || column < 0 ? null : { row, column };
}
