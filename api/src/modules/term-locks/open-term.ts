import type { Statement } from "../../kernel/database";
import { appendHistory } from "../../kernel/history";
import { runOnce } from "../../kernel/operation";
import { ErrorCode, notFound, Refusal } from "../../kernel/refusal";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { isUuid } from "../../kernel/uuid";
import { decideOpening } from "./decide-locks";
import { type KeptOpening, loadPlaceFacts, takeTermLocks } from "./load-gate-facts";
import { loadOpeningsById } from "./load-term-locks";
import { requirePlaces, requireWords } from "./require-places";
import type { EndOpeningInput, EndOpeningPayload, OpenTermInput, OpenTermPayload } from "./term-locks.inputs";
import { endedEntry, endOpenings, openedEntry, writeOpenings } from "./write-term-locks";

/**
 * Opens a closed term for a time, with a reason [3.4.9]: all the places, or none. It closes by itself.
 * @throws Refusal NOT_FOUND, INVALID, LIMIT_EXCEEDED, TEXT_TOO_LONG, TERM_CLOSED for a closed year, and what `runOnce` throws.
 */
export async function openTerm(context: RequestContext, input: OpenTermInput): Promise<OpenTermPayload> {
  const viewer = signedIn(context);
  const at = context.clock.now();
  const { until } = input;
  return runOnce(context.database, viewer, { id: input.operationId, name: "openTerm", input, at }, async (transaction) => {
    const places = requirePlaces(input.places);
    const reason = requireWords(input.reason, "reason", "Напишите, зачем период открывается: причина останется в истории.");
    await takeTermLocks(transaction);
    for (const facts of await loadPlaceFacts(transaction, places, at)) {
      const refusal = decideOpening(facts, until, at);
      if (refusal) throw refusal;
    }
    const ids = await writeOpenings(transaction, { at, by: viewer.personId }, places, { until, reason });
    const entries = places.map((place, index) => openedEntry(ids[index]!, place, { until, reason }));
    await appendHistory(transaction, { at, actorId: viewer.personId, operationId: input.operationId }, entries);
    return { openings: await loadOpeningsById(transaction, ids, at) };
  });
}

/**
 * Ends an opening before its time. Who is writing at that moment is through first, and nobody after.
 * @throws Refusal NOT_FOUND, CONFLICT when it has ended or lapsed already, and what `runOnce` throws.
 */
export async function endOpening(context: RequestContext, input: EndOpeningInput): Promise<EndOpeningPayload> {
  const viewer = signedIn(context);
  const at = context.clock.now();
  return runOnce(context.database, viewer, { id: input.operationId, name: "endOpening", input, at }, async (transaction) => {
    await takeTermLocks(transaction);
    const [opening] = isUuid(input.openingId) ? await transaction.query<FoundOpening>(FIND, [viewer.schoolId, input.openingId]) : [];
    if (!opening) throw notFound("Разрешение");
    if (opening.version !== input.version || opening.endedAt || opening.openedUntil <= at) {
      throw new Refusal(ErrorCode.CONFLICT, "Это разрешение уже закончилось или его изменили с другого устройства. Обновите страницу.");
    }
    await endOpenings(transaction, { at, by: viewer.personId }, [opening]);
    const change = { at, actorId: viewer.personId, operationId: input.operationId };
    await appendHistory(transaction, change, [endedEntry(opening, opening.termId)]);
    const [ended] = await loadOpeningsById(transaction, [opening.id], at);
    return { opening: ended! };
  });
}

type FoundOpening = KeptOpening & { termId: string };

const FIND: Statement = {
  name: "term-opening-find",
  text: `
  SELECT id, term_id AS "termId", class_id AS "classId", journal_id AS "journalId", opened_at AS "openedAt", opened_until AS "openedUntil", ended_at AS "endedAt", version
  FROM term_opening WHERE school_id = $1 AND id = $2`,
};
