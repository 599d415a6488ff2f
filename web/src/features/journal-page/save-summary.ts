import { unsentCount } from "./outbox/outbox";
import type { JournalState } from "./store/journal-store";

/** The one thing to tell about saving: the worst first. */
export type SaveSummary =
  | { kind: "NOT_KEPT" }
  | { kind: "CONFLICT" | "REFUSED"; count: number }
  | { kind: "OFFLINE" | "FAILING"; count: number }
  | { kind: "SAVING" }
  | { kind: "SAVED" };

export function saveSummary({ outbox, link, isKept }: JournalState): SaveSummary {
  const unsent = unsentCount(outbox);
  if (!isKept && unsent > 0) return { kind: "NOT_KEPT" };
  if (link !== "ONLINE" && unsent > 0) return { kind: link, count: unsent };
  const conflicts = outbox.problems.filter(({ why }) => why === "CONFLICT").length;
  if (conflicts > 0) return { kind: "CONFLICT", count: conflicts };
  if (outbox.problems.length > 0) return { kind: "REFUSED", count: outbox.problems.length };
  return { kind: unsent > 0 ? "SAVING" : "SAVED" };
}
