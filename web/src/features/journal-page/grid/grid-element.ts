import { HEADER_ROW, type Position } from "./grid-move";

/** The cell's element of a place in the grid. */
export function elementAt(table: HTMLTableElement, { row, column }: Position): HTMLTableCellElement | null {
  if (row !== HEADER_ROW) return table.tBodies[0]?.rows[row]?.cells[column + 1] ?? null;
  const headers = [...table.querySelectorAll<HTMLTableCellElement>("thead [data-column]")];
  return headers.findLast((header) => Number(header.dataset.column) <= column) ?? null;
}

/** The place in the grid of whatever was clicked; null outside its cells. */
export function positionOf(target: EventTarget | null): Position | null {
  const cell = target instanceof Element ? target.closest<HTMLTableCellElement>("tbody td, th[data-column]") : null;
  if (!cell) return null;
  if (cell.dataset.column !== undefined) return { row: HEADER_ROW, column: Number(cell.dataset.column) };
  const row = cell.parentElement as HTMLTableRowElement;
  return { row: row.sectionRowIndex, column: cell.cellIndex - 1 };
}
