import type { CellOutcome } from "@/graphql/generated/graphql";
import { emptyOf, sameContent, slotKey, type Content, type Entry } from "./entry";
import type { Confirmed, Outbox, Problem } from "./outbox";

/** The server's word on one cell of a call: what was done, and how the cell stands now. */
export interface CellAnswer {
  outcome: CellOutcome;
  stands: Content;
  version: number;
  code: string | null;
  message: string | null;
}

/**
 * Takes the answered call out, one answer for each of its entries. A later change of the same slot goes on from the version that came
 * out; a conflict, or a refusal with nothing later, stays as a problem for the teacher to decide.
 */
export function settle(outbox: Outbox, answers: readonly CellAnswer[]): Outbox {
  const [call, ...calls] = outbox.calls;
  if (!call) return outbox;
  return (call.entries as Entry[]).reduce<Outbox>(
    (rest, entry, index) => {
      const answer = answers[index];
      return answer ? settleEntry(rest, entry, answer) : rest;
    },
    { ...outbox, calls },
  );
}

/** The server took no cell of the call, for one reason: a closed term, a journal that is not the teacher's any more. */
export function refuse(outbox: Outbox, code: string, message: string, confirmed: Confirmed): Outbox {
  const entries: Entry[] = outbox.calls[0]?.entries ?? [];
  const answers = entries.map<CellAnswer>(({ slot }) => {
    const { version, ...stands } = confirmed(slot);
    return { outcome: "REFUSED", stands, version, code, message };
  });
  return settle(outbox, answers);
}

function settleEntry(outbox: Outbox, entry: Entry, answer: CellAnswer): Outbox {
  const key = slotKey(entry.slot);
  const later = outbox.waiting.find((one) => slotKey(one.slot) === key);
  const waiting = outbox.waiting.filter((one) => one !== later);
  const mine = later ?? entry;
  const problem = problemOf(mine, entry, answer);
  if (problem) return { ...outbox, waiting, problems: [...outbox.problems.filter((one) => slotKey(one.mine.slot) !== key), problem] };
  if (!later || nothingToClear(later, answer)) return { ...outbox, waiting };
  const goesOn = { ...later, version: answer.version };
  return { ...outbox, waiting: outbox.waiting.map((one) => (one === later ? goesOn : one)) };
}

/** A colleague's equal value is no conflict; a refused value that the teacher has since replaced is no problem. */
function problemOf(mine: Entry, sent: Entry, { outcome, stands, version, code, message }: CellAnswer): Problem | null {
  if (outcome === "CONFLICT" && !sameContent(mine.content, stands)) return { mine, theirs: stands, version, why: "CONFLICT" };
  if (outcome === "REFUSED" && mine === sent)
    return { mine, theirs: stands, version, why: "REFUSED", code: code ?? "", message: message ?? "" };
  return null;
}

/** The earlier change left the cell as empty as the later one wants it. */
function nothingToClear(later: Entry, { stands }: CellAnswer): boolean {
  const empty = emptyOf(later.slot);
  return sameContent(later.content, empty) && sameContent(stands, empty);
}
