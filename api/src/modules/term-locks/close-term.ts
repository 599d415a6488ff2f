import { appendHistory } from "../../kernel/history";
import { runOnce } from "../../kernel/operation";
import { Refusal } from "../../kernel/refusal";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { decideClosing } from "./decide-locks";
import { loadPlaceFacts, takeTermLocks, type PlaceFacts } from "./load-gate-facts";
import { loadLocksById } from "./load-term-locks";
import { requirePlaces } from "./require-places";
import type { CloseTermInput, CloseTermPayload } from "./term-locks.inputs";
import { closedEntry, endedEntry, endOpenings, writeLocks } from "./write-term-locks";

/**
 * Closes a term for the school, classes or journals [3.4.9]: all the places, or none. What is closed already stays as it is.
 * @throws Refusal NOT_FOUND, INVALID, LIMIT_EXCEEDED, TERM_CLOSED for a closed year, and what `runOnce` throws.
 */
export async function closeTerm(context: RequestContext, input: CloseTermInput): Promise<CloseTermPayload> {
  const viewer = signedIn(context);
  const at = context.clock.now();
  return runOnce(context.database, viewer, { id: input.operationId, name: "closeTerm", input, at }, async (transaction) => {
    const places = requirePlaces(input.places);
    await takeTermLocks(transaction);
    const decided = (await loadPlaceFacts(transaction, places, at)).map((facts) => ({ facts, closing: decide(facts, at) }));
    const change = { at, by: viewer.personId };
    const closed = decided.flatMap(({ facts, closing }) => (closing.outcome === "SET" ? [facts] : []));
    const ended = new Map(
      decided.flatMap(({ facts, closing }) =>
        closing.outcome === "SET" ? closing.ends.map((opening) => [opening.id, { opening, termId: facts.place.termId }] as const) : [],
      ),
    );
    const ids = closed.length > 0 ? await writeLocks(transaction, change, closed) : [];
    await endOpenings(
      transaction,
      change,
      [...ended.values()].map(({ opening }) => opening),
    );
    await appendHistory(transaction, { at, actorId: viewer.personId, operationId: input.operationId }, [
      ...closed.map(({ place }, index) => closedEntry(ids[index]!, place)),
      ...[...ended.values()].map(({ opening, termId }) => endedEntry(opening, termId)),
    ]);
    const all = decided.map(({ facts, closing }) => (closing.outcome === "SET" ? ids[closed.indexOf(facts)]! : closing.lock.id));
    return { locks: await loadLocksById(transaction, all), closed: closed.length, endedOpenings: ended.size };
  });
}

function decide(facts: PlaceFacts, now: Date): Exclude<ReturnType<typeof decideClosing>, Refusal> {
  const decision = decideClosing(facts, now);
  if (decision instanceof Refusal) throw decision;
  return decision;
}
