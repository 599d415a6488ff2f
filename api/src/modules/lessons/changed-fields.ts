import type { HistoryChange } from "./history-entry";

/** What history keeps of a thing: its visible values by field; null is "was not there". */
export type KeptValues = Readonly<Record<string, unknown>> | null;

/** The fields whose values differ, what matters most first. */
export function changedFields(before: KeptValues, after: KeptValues): HistoryChange[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names
    .filter((field) => field !== PLACE)
    .sort((one, other) => rank(one) - rank(other))
    .map((field) => ({ field, from: text(before?.[field]), to: text(after?.[field]) }))
    .filter(({ from, to }) => from !== to);
}

/** Where a mark or a resit stands: it never changes, and those who read of a change are told of the column besides. */
const PLACE = "assessmentId";

const ORDER = ["status", "topic", "planTopic", "value", "text", "kind", "number", "title", "weight", "mandatory", "minutesLate", "dueOn"];

function rank(field: string): number {
  const place = ORDER.indexOf(field);
  return place === -1 ? ORDER.length : place;
}

function text(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}
