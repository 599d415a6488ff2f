import type { Position } from "./grid-move";

/** A rectangle of cells, both corners inside. */
export interface Range {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** The rectangle between where the selection began and where it is now; header rows hold no cells. */
export function rangeBetween(anchor: Position, head: Position): Range {
  return {
    top: Math.max(0, Math.min(anchor.row, head.row)),
    left: Math.min(anchor.column, head.column),
    bottom: Math.max(0, anchor.row, head.row),
    right: Math.max(anchor.column, head.column),
  };
}

export function inRange(range: Range, { row, column }: Position): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

/** Every cell of the rectangle, row by row. */
export function positionsOf(range: Range): Position[] {
  const positions: Position[] = [];
  for (let row = range.top; row <= range.bottom; row++)
    for (let column = range.left; column <= range.right; column++) positions.push({ row, column });
  return positions;
}
