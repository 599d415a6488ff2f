import { ATTENDANCE_LETTERS, type Typed } from "../cells/cell-value";
import { copiedMarks, faceOf, standing } from "../cells/cell-face";
import { scaleOf, type ColumnScale } from "../cells/column-scale";
import { readTermMarkText, readText } from "../cells/read-text";
import { atAttempt } from "../outbox/entry";
import { obstacle } from "../page/page-columns";
import { changeOf, overlay, slotsOf, viewCell, type CellView, type Change } from "../store/cell-view";
import type { JournalStore } from "../store/journal-store";
import type { GridSize, Position } from "./grid-move";
import { positionsOf, type Range } from "./grid-range";
import { acceptsGiven, changeOfGiven, givenAt, givenText } from "./given-actions";
import { placePaste, type Unplaced } from "./place-paste";
import { writeTable } from "./read-table";

export function sizeOf(store: JournalStore): GridSize {
  const { page, columns } = store.getState();
  return { rows: page.pupils.length, columns: columns.length + page.summary.length };
}

/** The cell of a place in the grid; null on headers and in the columns of averages. */
export function cellAt(store: JournalStore, { row, column }: Position) {
  const { page, columns, outbox } = store.getState();
  const pupil = page.pupils[row];
  const under = columns[column];
  if (!pupil || !under) return null;
  return { pupil, column: under, slots: slotsOf(under, pupil.pupilId), view: viewCell(under, pupil.pupilId, outbox, store.confirmed) };
}

export function accepts(store: JournalStore, position: Position): boolean {
  const given = givenAt(store, position);
  if (given) return acceptsGiven(store, given);
  const cell = cellAt(store, position);
  return cell !== null && obstacle(cell.column.lesson, cell.pupil, store.today) === null;
}

/** What may be typed in a place: by the work of its column. */
export function scaleAt(store: JournalStore, { column }: Position): ColumnScale {
  const { page, columns } = store.getState();
  return scaleOf(page.title.markingScheme, columns[column]?.assessment ?? null);
}

/** Writes one stroke into a cell. Clearing a cell with a problem takes back what was typed there. */
export function typeInto(store: JournalStore, position: Position, typed: Typed): void {
  const given = givenAt(store, position);
  if (given) {
    if (!acceptsGiven(store, given)) return;
    if (typed.thing === "CLEAR" && given.view.problem) return store.takeTheirs(given.slot);
    const change = changeOfGiven(typed, given);
    return change ? store.change([change]) : undefined;
  }
  const cell = cellAt(store, position);
  if (!cell || !accepts(store, position)) return;
  if (typed.thing === "CLEAR" && cell.view.problem) return store.takeTheirs(cell.view.problem.mine.slot);
  const change = changeOf(typed, cell.view, cell.slots);
  if (change) store.change([change]);
}

/** Moves the last day of the debt that stands in a cell. */
export function setDebtDay(store: JournalStore, position: Position, debtUntil: string): void {
  const cell = cellAt(store, position);
  const marks = cell ? standing(cell.view) : [];
  const last = marks.at(-1);
  if (!cell || last?.value !== "DEBT" || last.debtUntil === debtUntil) return;
  store.change([{ slot: atAttempt(cell.slots.mark, marks.length), content: { value: last.value, comment: last.comment, debtUntil } }]);
}

/** Clears every cell of the selection that may be changed, as one act. */
export function clearRange(store: JournalStore, range: Range): void {
  const changes = positionsOf(range).flatMap((position) => changesAt(store, position, [{ thing: "CLEAR" }]));
  store.change(changes);
}

/** Lays the clipboard over the grid as one act; what found no place comes back to be shown. */
export function paste(store: JournalStore, text: string, range: Range): { placed: number; unplaced: Unplaced[] } {
  const { page, columns } = store.getState();
  const read = (written: string, at: Position) =>
    at.column < columns.length ? readText(written, scaleAt(store, at)) : readTermMarkText(written, page.title.markingScheme);
  const { placed, unplaced } = placePaste(text, range, sizeOf(store), read, (position) => accepts(store, position));
  store.change(placed.flatMap(({ at, typed }) => changesAt(store, at, typed)));
  return { placed: placed.length, unplaced };
}

/** The selection as a spreadsheet takes it. */
export function copy(store: JournalStore, { top, bottom, left, right }: Range): string {
  const rows = Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (_, column) => copied(store, { row: top + row, column: left + column })),
  );
  return writeTable(rows);
}

/** What stands typed or pasted in a cell is laid over what was there. */
function changesAt(store: JournalStore, position: Position, typed: readonly Typed[]): Change[] {
  const given = givenAt(store, position);
  if (given) return acceptsGiven(store, given) ? typed.flatMap((one) => changeOfGiven(one, given) ?? []) : [];
  const cell = cellAt(store, position);
  return cell && accepts(store, position) ? overlay(typed, cell.view, cell.slots) : [];
}

function copied(store: JournalStore, position: Position): string {
  const cell = cellAt(store, position);
  if (cell) return ofView(cell.view, cell.column.isFirst);
  const given = givenAt(store, position);
  if (given) return givenText(given.view);
  const { page, columns } = store.getState();
  const pupil = page.pupils[position.row];
  const shown = page.summary[position.column - columns.length]?.shows;
  return pupil && (shown === "average" || shown === "suggested") ? String(pupil[shown] ?? "").replace(".", ",") : "";
}

function ofView(view: CellView, isFirst: boolean): string {
  const { letter } = faceOf(view, isFirst);
  const marks = copiedMarks(view);
  const { kind } = view.attendance;
  return [marks, kind && (marks === "" || letter !== "") ? ATTENDANCE_LETTERS[kind] : ""].filter(Boolean).join(" ");
}
