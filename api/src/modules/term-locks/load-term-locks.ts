import { type Page, type PageArgs, readCursor, rowsToRead, toPage } from "../../kernel/connection";
import type { Database, Statement, Transaction } from "../../kernel/database";
import type { Viewer } from "../../kernel/viewer";
import type { TermLock, TermOpening } from "./term-lock";
import { nameOf, placeJson } from "./term-places-sql";

/** One page of the locks that stand in a term, newest first. @throws Refusal for a wrong page. */
export async function loadTermLocks(
  database: Database,
  viewer: Viewer,
  termId: string,
  { first, after }: PageArgs,
): Promise<Page<TermLock>> {
  const limit = rowsToRead(first);
  const [at, id] = readCursor(after, "termLocks", "moment", "uuid") ?? [null, null];
  const rows = await database.read<TermLock>(viewer.schoolId, LOCKS_PAGE, [viewer.schoolId, termId, at, id, limit]);
  return toPage(rows, first, "termLocks", (lock) => [new Date(lock.lockedAt).toISOString(), lock.id]);
}

/** One page of openings, newest first: those in force, or the others; of one term, or of all. @throws Refusal for a wrong page. */
export async function loadTermOpenings(
  database: Database,
  viewer: Viewer,
  asked: { termId: string | null; inForce: boolean; now: Date },
  { first, after }: PageArgs,
): Promise<Page<TermOpening>> {
  const limit = rowsToRead(first);
  const [at, id] = readCursor(after, "termOpenings", "moment", "uuid") ?? [null, null];
  const values = [viewer.schoolId, asked.now, asked.termId, asked.inForce, at, id, limit];
  const rows = await database.read<TermOpening>(viewer.schoolId, OPENINGS_PAGE, values);
  return toPage(rows, first, "termOpenings", (opening) => [new Date(opening.openedAt).toISOString(), opening.id]);
}

/** Locks within a command, in the order of the ids. */
export async function loadLocksById(transaction: Transaction, ids: readonly string[]): Promise<TermLock[]> {
  return inOrder(await transaction.query<TermLock>(LOCKS_BY_ID, [transaction.schoolId, ids]), ids);
}

/** Openings within a command, in the order of the ids. */
export async function loadOpeningsById(transaction: Transaction, ids: readonly string[], now: Date): Promise<TermOpening[]> {
  return inOrder(await transaction.query<TermOpening>(OPENINGS_BY_ID, [transaction.schoolId, now, ids]), ids);
}

function inOrder<Row extends { id: string }>(rows: readonly Row[], ids: readonly string[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id)!);
}

const LOCK = `
  SELECT term_lock.id, ${placeJson("term_lock")} AS place, term_lock.locked_at AS "lockedAt", ${nameOf("term_lock.locked_by")} AS "lockedBy",
    term_lock.version
  FROM term_lock WHERE term_lock.school_id = $1`;

const LOCKS_PAGE: Statement = {
  name: "term-locks",
  text: `${LOCK} AND term_lock.term_id = $2 AND term_lock.lifted_at IS NULL
    AND ($3::timestamptz IS NULL OR (term_lock.locked_at, term_lock.id) < ($3::timestamptz, $4::uuid))
  ORDER BY term_lock.locked_at DESC, term_lock.id DESC LIMIT $5`,
};

const LOCKS_BY_ID: Statement = { name: "term-locks-by-id", text: `${LOCK} AND term_lock.id = ANY($2::uuid[])` };

/** $2 now. */
const OPENING = `
  SELECT term_opening.id, ${placeJson("term_opening")} AS place,
    CASE WHEN term_opening.ended_at IS NOT NULL THEN 'ENDED' WHEN term_opening.opened_until > $2::timestamptz THEN 'IN_FORCE' ELSE 'LAPSED' END AS state,
    term_opening.opened_at AS "openedAt", ${nameOf("term_opening.opened_by")} AS "openedBy", term_opening.opened_until AS "openedUntil", term_opening.reason,
    term_opening.ended_at AS "endedAt", ${nameOf("term_opening.ended_by")} AS "endedBy", term_opening.version,
    (SELECT count(*)::int FROM history WHERE history.school_id = $1 AND history.opening_id = term_opening.id) AS "lateEntries"
  FROM term_opening WHERE term_opening.school_id = $1`;

const OPENINGS_PAGE: Statement = {
  name: "term-openings",
  text: `${OPENING} AND ($3::uuid IS NULL OR term_opening.term_id = $3) AND (term_opening.ended_at IS NULL AND term_opening.opened_until > $2::timestamptz) = $4::boolean
    AND ($5::timestamptz IS NULL OR (term_opening.opened_at, term_opening.id) < ($5::timestamptz, $6::uuid))
  ORDER BY term_opening.opened_at DESC, term_opening.id DESC LIMIT $7`,
};

const OPENINGS_BY_ID: Statement = { name: "term-openings-by-id", text: `${OPENING} AND term_opening.id = ANY($3::uuid[])` };
