/** A place in the grid. Row -1 is the row of lesson headers. */
export interface Position {
  row: number;
  column: number;
}

export interface GridSize {
  rows: number;
  columns: number;
}

/** The part of a KeyboardEvent that moves. */
export interface MoveStroke {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
}

export const HEADER_ROW = -1;

const ROWS_A_PAGE = 10;

/**
 * Where a key leads from a place; null when it does not move inside the grid. Tab past the last column and Shift+Tab before the first
 * one are null too: they leave the grid, so that it traps nobody.
 */
export function moveByKey(stroke: MoveStroke, at: Position, size: GridSize): Position | null {
  const to = target(stroke, at, size);
  if (!to) return null;
  if (stroke.key === "Tab" && (to.column < 0 || to.column >= size.columns)) return null;
  return { row: clamp(to.row, HEADER_ROW, size.rows - 1), column: clamp(to.column, 0, size.columns - 1) };
}

/** The next row below that accepts what is typed; stays on the last one. */
export function nextRow(at: Position, size: GridSize, accepts: (position: Position) => boolean): Position {
  for (let row = at.row + 1; row < size.rows; row++) if (accepts({ row, column: at.column })) return { row, column: at.column };
  return at;
}

function target({ key, shiftKey, ctrlKey }: MoveStroke, { row, column }: Position, size: GridSize): Position | null {
  switch (key) {
    case "ArrowUp":
      return { row: ctrlKey ? 0 : row - 1, column };
    case "ArrowDown":
      return { row: ctrlKey ? size.rows - 1 : row + 1, column };
    case "ArrowLeft":
      return { row, column: ctrlKey ? 0 : column - 1 };
    case "ArrowRight":
      return { row, column: ctrlKey ? size.columns - 1 : column + 1 };
    case "Tab":
      return ctrlKey ? null : { row, column: shiftKey ? column - 1 : column + 1 };
    case "Enter":
      return { row: shiftKey ? row - 1 : row + 1, column };
    case "Home":
      return { row: ctrlKey ? 0 : row, column: 0 };
    case "End":
      return { row: ctrlKey ? size.rows - 1 : row, column: size.columns - 1 };
    case "PageUp":
      return { row: Math.max(0, row - ROWS_A_PAGE), column };
    case "PageDown":
      return { row: row + ROWS_A_PAGE, column };
    default:
      return null;
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
