import type { Typed } from "../cells/cell-value";
import type { GridSize, Position } from "./grid-move";
import { positionsOf, type Range } from "./grid-range";
import { readTable } from "./read-table";

/** A pasted cell that found no place or no meaning: shown to the teacher, never dropped. */
export interface Unplaced {
  at: Position;
  text: string;
  why: "NOT_UNDERSTOOD" | "OUTSIDE" | "NOT_EDITABLE";
}

export interface Placed {
  at: Position;
  typed: Typed[];
}

/**
 * Lays what is in the clipboard onto the grid from the corner of the selection. One copied cell fills the whole selection. A blank cell
 * changes nothing.
 */
export function placePaste(
  text: string,
  selection: Range,
  size: GridSize,
  read: (text: string, at: Position) => Typed[] | null,
  editable: (position: Position) => boolean,
): { placed: Placed[]; unplaced: Unplaced[] } {
  const placed: Placed[] = [];
  const unplaced: Unplaced[] = [];
  for (const { at, text: written } of spread(readTable(text), selection)) {
    if (written.trim() === "") continue;
    const typed = read(written, at);
    const inside = at.row < size.rows && at.column < size.columns;
    if (!inside) unplaced.push({ at, text: written, why: "OUTSIDE" });
    else if (!typed) unplaced.push({ at, text: written, why: "NOT_UNDERSTOOD" });
    else if (!editable(at)) unplaced.push({ at, text: written, why: "NOT_EDITABLE" });
    else placed.push({ at, typed });
  }
  return { placed, unplaced };
}

function spread(table: string[][], selection: Range): { at: Position; text: string }[] {
  const only = table.length === 1 && table[0]?.length === 1 ? table[0][0] : undefined;
  if (only !== undefined) return positionsOf(selection).map((at) => ({ at, text: only }));
  return table.flatMap((cells, row) =>
    cells.map((text, column) => ({ at: { row: selection.top + row, column: selection.left + column }, text })),
  );
}
