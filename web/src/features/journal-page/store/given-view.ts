import type { TermMarkContent, TermMarkSlot } from "../outbox/entry";
import { problemAt, unsaved, type Confirmed, type Outbox, type Problem } from "../outbox/outbox";
import type { SaveState } from "./cell-view";

/** One term mark as the teacher sees it: what was typed last, and how far it has got. */
export interface GivenView {
  content: TermMarkContent;
  state: SaveState;
  problem: Problem | null;
}

export function viewGiven(slot: TermMarkSlot, outbox: Outbox, confirmed: Confirmed): GivenView {
  const problem = problemAt(outbox, slot) ?? null;
  const typed = unsaved(outbox, slot);
  const { given, reason } = (typed?.content ?? confirmed(slot)) as TermMarkContent;
  return { content: { given, reason }, state: problem?.why ?? (typed ? "UNSENT" : "SAVED"), problem };
}
