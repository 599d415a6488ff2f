import { type Page, type PageArgs, readCursor, rowsToRead, toPage } from "../../kernel/connection";
import type { Database, Statement, Transaction } from "../../kernel/database";
import type { Viewer } from "../../kernel/viewer";
import type { OpeningRequest } from "./opening-request";
import { REQUEST } from "./request-sql";

/** One page of the school's requests: those that wait, the oldest first, or the answered, the newest first. @throws Refusal for a wrong page. */
export async function loadOpeningRequests(
  database: Database,
  viewer: Viewer,
  waiting: boolean,
  { first, after }: PageArgs,
): Promise<Page<OpeningRequest>> {
  const list = waiting ? "waitingRequests" : "answeredRequests";
  const limit = rowsToRead(first);
  const [at, id] = readCursor(after, list, "moment", "uuid") ?? [null, null];
  const statement = waiting ? WAITING : ANSWERED;
  const rows = await database.read<OpeningRequest>(viewer.schoolId, statement, [viewer.schoolId, at, id, limit]);
  return toPage(rows, first, list, (request) => [momentOf(waiting ? request.requestedAt : request.answeredAt!), request.id]);
}

/** One page of the viewer's own requests, newest first; of one journal, or of all. @throws Refusal for a wrong page. */
export async function loadMyRequests(
  database: Database,
  viewer: Viewer,
  journalId: string | null,
  { first, after }: PageArgs,
): Promise<Page<OpeningRequest>> {
  const limit = rowsToRead(first);
  const [at, id] = readCursor(after, "myRequests", "moment", "uuid") ?? [null, null];
  const values = [viewer.schoolId, viewer.personId, journalId, at, id, limit];
  const rows = await database.read<OpeningRequest>(viewer.schoolId, MINE, values);
  return toPage(rows, first, "myRequests", (request) => [momentOf(request.requestedAt), request.id]);
}

/** One request within a command. */
export async function loadRequestById(transaction: Transaction, id: string): Promise<OpeningRequest> {
  const [request] = await transaction.query<OpeningRequest>(BY_ID, [transaction.schoolId, id]);
  return request!;
}

/** Rows of a statement hold dates, JSON of a larger one texts. */
function momentOf(moment: string | Date): string {
  return new Date(moment).toISOString();
}

const WAITING: Statement = {
  name: "opening-requests-waiting",
  text: `${REQUEST} AND request.outcome IS NULL AND ($2::timestamptz IS NULL OR (request.requested_at, request.id) > ($2::timestamptz, $3::uuid))
  ORDER BY request.requested_at, request.id LIMIT $4`,
};

const ANSWERED: Statement = {
  name: "opening-requests-answered",
  text: `${REQUEST} AND request.outcome IS NOT NULL AND ($2::timestamptz IS NULL OR (request.answered_at, request.id) < ($2::timestamptz, $3::uuid))
  ORDER BY request.answered_at DESC, request.id DESC LIMIT $4`,
};

const MINE: Statement = {
  name: "opening-requests-mine",
  text: `${REQUEST} AND request.requested_by = $2 AND ($3::uuid IS NULL OR request.journal_id = $3)
    AND ($4::timestamptz IS NULL OR (request.requested_at, request.id) < ($4::timestamptz, $5::uuid))
  ORDER BY request.requested_at DESC, request.id DESC LIMIT $6`,
};

const BY_ID: Statement = { name: "opening-request-by-id", text: `${REQUEST} AND request.id = $2` };
