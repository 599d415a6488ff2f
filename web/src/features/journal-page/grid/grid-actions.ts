import { cellText, type Typed } from "../cells/cell-value";
import { readTermMarkText, readText } from "../cells/read-text";
import { faceOf } from "../cells/cell-face";
import { obstacle } from "../page/page-columns";
import { changeOf, slotsOf, viewCell, type CellView, type Change } from "../store/cell-view";
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

/** Clears every cell of the selection that may be changed, as one act. */
export function clearRange(store: JournalStore, range: Range): void {
  const changes = positionsOf(range).flatMap((position) => changesAt(store, position, [{ thing: "CLEAR" }]));
  store.change(changes);
}

/** Lays the clipboard over the grid as one act; what found no place comes back to be shown. */
export function paste(store: JournalStore, text: string, range: Range): { placed: number; unplaced: Unplaced[] } {
  const { page, columns } = store.getState();
  const scheme = page.title.markingScheme;
  const read = (written: string, { column }: Position) =>
    column < columns.length ? readText(written, scheme) : readTermMarkText(written, scheme);
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

function changesAt(store: JournalStore, position: Position, typed: readonly Typed[]): Change[] {
  const given = givenAt(store, position);
  if (given) return acceptsGiven(store, given) ? typed.flatMap((one) => changeOfGiven(one, given) ?? []) : [];
  const cell = cellAt(store, position);
  if (!cell || !accepts(store, position)) return [];
  return typed.flatMap((one) => changeOf(one, cell.view, cell.slots) ?? []);
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
  return view.mark.value !== null && letter === "" ? cellText(view.mark.value, null) : cellText(view.mark.value, view.attendance.kind);
}
