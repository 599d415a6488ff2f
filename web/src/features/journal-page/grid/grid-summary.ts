import type { MarkingScheme } from "../cells/cell-value";

export type SummaryColumn = "average" | "suggested" | "termMark";

/** What stands at the right of every row, in the grid's own columns after the lessons: only grades have an average. */
export function summaryColumns(scheme: MarkingScheme): readonly SummaryColumn[] {
  return BY_SCHEME[scheme];
}

const BY_SCHEME: Record<MarkingScheme, readonly SummaryColumn[]> = {
  FIVE_POINT: ["average", "suggested", "termMark"],
  PASS_FAIL: ["termMark"],
  NONE: [],
};
