import type { Position } from "./grid-move";
import { rangeBetween, type Range } from "./grid-range";

/** The active cell, and the corner where a selection of several began. */
export interface Selection {
  active: Position;
  anchor: Position;
}

export function selectOnly(active: Position): Selection {
  return { active, anchor: active };
}

export function rangeOf({ active, anchor }: Selection): Range {
  return rangeBetween(anchor, active);
}

export function isSingle({ active, anchor }: Selection): boolean {
  return active.row === anchor.row && active.column === anchor.column;
}

/** The selected columns of one row; null when the row holds none, or only the active cell is selected. */
export function selectedInRow(selection: Selection, row: number): { left: number; right: number } | null {
  if (isSingle(selection) || selection.active.row < 0) return null;
  const { top, bottom, left, right } = rangeOf(selection);
  return row >= top && row <= bottom ? { left, right } : null;
}
