import type { SummaryColumn } from "../page/summary-columns";

/** What a column at the right of the rows is known by. */
export function summaryKey(column: SummaryColumn): string {
  return column.shows === "average" ? "average" : `${column.shows}/${column.kind}/${column.termId ?? ""}`;
}
