import type { Statement, Transaction } from "../../kernel/database";
import { plainText } from "../../kernel/plain-text";
import { appendHistory, type HistoryEntry } from "../../kernel/history";
import { runOnce } from "../../kernel/operation";
import { leaveNews } from "../../kernel/outbox";
import { ErrorCode, notFound, Refusal } from "../../kernel/refusal";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { isUuid } from "../../kernel/uuid";
import { untilRefusal } from "./decide-locks";
import { loadRequestById } from "./load-opening-requests";
import { takeTermLocks } from "./load-gate-facts";
import { RequestState } from "./opening-request";
import { requireWords } from "./require-places";
import type { AnswerOpeningInput, OpeningRequestPayload, WithdrawRequestInput } from "./term-locks.inputs";
import { openedEntry, writeOpenings } from "./write-term-locks";

/**
 * The deputy answers a request: opens the term in that journal until a moment, or refuses with words [3.4.9]. The teacher hears of it.
 * @throws Refusal NOT_FOUND, CONFLICT when it was answered or withdrawn already, INVALID, TEXT_TOO_LONG, TERM_CLOSED for a closed year, and what `runOnce` throws.
 */
export async function answerOpening(context: RequestContext, input: AnswerOpeningInput): Promise<OpeningRequestPayload> {
  const viewer = signedIn(context);
  const at = context.clock.now();
  return runOnce(context.database, viewer, { id: input.operationId, name: "answerOpening", input, at }, async (transaction) => {
    const answer = readAnswer(input);
    await takeTermLocks(transaction);
    const request = await lockRequest(transaction, input.requestId);
    const refusal = decideAnswer(request, input, at);
    if (refusal) throw refusal;
    const change = { at, by: viewer.personId };
    const entries: HistoryEntry[] = [];
    let openingId: string | null = null;
    if (input.until) {
      const place = { termId: request.termId, classId: null, journalId: request.journalId };
      const given = { until: input.until, reason: request.reason };
      [openingId = null] = await writeOpenings(transaction, change, [place], given);
      entries.push(openedEntry(openingId!, place, { ...given, requestId: request.id }));
    }
    const state = openingId ? RequestState.GRANTED : RequestState.REFUSED;
    await settle(transaction, request, { state, answer, openingId, ...change });
    entries.push(answerEntry(request, state, answer));
    await leaveNews(transaction, at, { kind: "TERM_LOCK", what: "ANSWER", requestId: request.id, by: viewer.personId });
    await appendHistory(transaction, { at, actorId: viewer.personId, operationId: input.operationId }, entries);
    return { request: await loadRequestById(transaction, request.id) };
  });
}

/** Takes the own request back while it waits. @throws Refusal NOT_FOUND, CONFLICT when it was answered meanwhile, and what `runOnce` throws. */
export async function withdrawRequest(context: RequestContext, input: WithdrawRequestInput): Promise<OpeningRequestPayload> {
  const viewer = signedIn(context);
  const at = context.clock.now();
  return runOnce(context.database, viewer, { id: input.operationId, name: "withdrawRequest", input, at }, async (transaction) => {
    const request = await lockRequest(transaction, input.requestId);
    if (request.requestedBy !== viewer.personId) throw notFound("Просьба");
    if (hasChanged(request, input.version)) throw conflict();
    const settled = { state: RequestState.WITHDRAWN, answer: null, openingId: null, at, by: viewer.personId };
    await settle(transaction, request, settled);
    const change = { at, actorId: viewer.personId, operationId: input.operationId };
    await appendHistory(transaction, change, [answerEntry(request, RequestState.WITHDRAWN, null)]);
    return { request: await loadRequestById(transaction, request.id) };
  });
}

/** Words that go with a leave may be missing, with a refusal not. */
function readAnswer({ until, answer }: AnswerOpeningInput): string | null {
  if (!until) return requireWords(answer ?? "", "answer", "Напишите учителю, почему период не открыт.");
  const text = plainText(answer ?? "", { field: "answer", limit: 500, lines: "MANY" });
  if (text instanceof Refusal) throw text;
  return text || null;
}

interface LockedRequest {
  id: string;
  termId: string;
  journalId: string;
  reason: string;
  requestedBy: string;
  outcome: string | null;
  version: number;
  yearIsClosed: boolean;
}

async function lockRequest(transaction: Transaction, id: string): Promise<LockedRequest> {
  const [request] = isUuid(id) ? await transaction.query<LockedRequest>(LOCK, [transaction.schoolId, id]) : [];
  if (!request) throw notFound("Просьба");
  return request;
}

/** May a request be answered so: it waits as it was seen, and when it is granted, the year goes on and the time is reasonable. */
function decideAnswer(request: LockedRequest, { version, until }: AnswerOpeningInput, now: Date): Refusal | null {
  if (hasChanged(request, version)) return conflict();
  if (!until) return null;
  if (request.yearIsClosed) return new Refusal(ErrorCode.TERM_CLOSED, "Этот учебный год завершён: его периоды закрыты навсегда.");
  return untilRefusal(until, now);
}

function hasChanged(request: LockedRequest, seen: number): boolean {
  return request.outcome !== null || request.version !== seen;
}

function conflict(): Refusal {
  return new Refusal(ErrorCode.CONFLICT, "На эту просьбу уже ответили или её отозвали. Обновите страницу, чтобы увидеть ответ.");
}

interface Settled {
  state: RequestState;
  answer: string | null;
  openingId: string | null;
  at: Date;
  by: string;
}

async function settle(transaction: Transaction, { id }: LockedRequest, { state, answer, openingId, at, by }: Settled): Promise<void> {
  await transaction.query(SETTLE, [transaction.schoolId, id, state, answer, by, at, openingId]);
}

function answerEntry({ id, termId, journalId }: LockedRequest, state: RequestState, answer: string | null): HistoryEntry {
  const request = { what: "REQUEST", termId };
  const before = { ...request, state: RequestState.WAITING };
  return { thing: "TERM_LOCK", thingId: id, journalId, before, after: { ...request, state, answer } };
}

const LOCK: Statement = {
  name: "opening-request-lock",
  text: `
  SELECT request.id, request.term_id AS "termId", request.journal_id AS "journalId", request.reason, request.requested_by AS "requestedBy", request.outcome,
    request.version, academic_year.status = 'CLOSED' AS "yearIsClosed"
  FROM opening_request AS request
  JOIN term ON term.school_id = $1 AND term.id = request.term_id
  JOIN academic_year ON academic_year.school_id = $1 AND academic_year.id = term.academic_year_id
  WHERE request.school_id = $1 AND request.id = $2 FOR NO KEY UPDATE OF request`,
};

const SETTLE: Statement = {
  name: "opening-request-settle",
  text: `
  UPDATE opening_request SET outcome = $3, answer = $4, answered_by = $5, answered_at = $6, opening_id = $7, version = version + 1
  WHERE school_id = $1 AND id = $2`,
};
