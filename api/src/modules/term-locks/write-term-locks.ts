import { uuidv7 } from "uuidv7";
import type { Statement, Transaction } from "../../kernel/database";
import type { HistoryEntry } from "../../kernel/history";
import type { AskedPlace, KeptLock, KeptOpening } from "./load-gate-facts";

/** Who changes it, and when. */
export interface LockChange {
  at: Date;
  by: string;
}

/** A lock that is to be put, in the place of one that was lifted or stands. */
export interface NewLock {
  place: AskedPlace;
  own: KeptLock | null;
}

/** Puts the locks in one statement. @returns their ids, in order. */
export async function writeLocks(transaction: Transaction, { at, by }: LockChange, locks: readonly NewLock[]): Promise<string[]> {
  const rows = locks.map(({ place, own }) => ({ ...place, id: own?.id ?? uuidv7(), version: (own?.version ?? 0) + 1 }));
  const written = await transaction.query(LOCK, [transaction.schoolId, JSON.stringify(rows), at, by]);
  if (written.length !== rows.length) throw new Error(`${rows.length} locks were decided on, ${written.length} could be written`);
  return rows.map(({ id }) => id);
}

/** Gives the openings in one statement. @returns their ids, in order. */
export async function writeOpenings(
  transaction: Transaction,
  { at, by }: LockChange,
  places: readonly AskedPlace[],
  { until, reason }: { until: Date; reason: string },
): Promise<string[]> {
  const rows = places.map((place) => ({ ...place, id: uuidv7() }));
  await transaction.query(OPEN, [transaction.schoolId, JSON.stringify(rows), at, by, until, reason]);
  return rows.map(({ id }) => id);
}

/** Ends openings before their time. */
export async function endOpenings(
  transaction: Transaction,
  { at, by }: LockChange,
  openings: readonly { id: string; version: number }[],
): Promise<void> {
  if (openings.length === 0) return;
  const rows = openings.map(({ id, version }) => ({ id, version }));
  const ended = await transaction.query(END, [transaction.schoolId, JSON.stringify(rows), at, by]);
  if (ended.length !== rows.length) throw new Error(`${rows.length} openings were to be ended, ${ended.length} could be`);
}

/** What history keeps of a lock that is put. */
export function closedEntry(id: string, { termId, classId, journalId }: AskedPlace): HistoryEntry {
  return { thing: "TERM_LOCK", thingId: id, journalId, before: null, after: { what: "LOCK", state: "CLOSED", termId, classId } };
}

/** What history keeps of a lock that is lifted. */
export function liftedEntry(id: string, { termId, classId, journalId }: AskedPlace, reason: string): HistoryEntry {
  const lock = { what: "LOCK", termId, classId };
  return { thing: "TERM_LOCK", thingId: id, journalId, before: { ...lock, state: "CLOSED" }, after: { ...lock, state: "LIFTED", reason } };
}

/** What history keeps of an opening that is given. `requestId`: it answers a request. */
export function openedEntry(
  id: string,
  { termId, classId, journalId }: AskedPlace,
  { until, reason, requestId = null }: { until: Date; reason: string; requestId?: string | null },
): HistoryEntry {
  const after = { what: "OPENING", state: "OPENED", termId, classId, until: until.toISOString(), reason, requestId };
  return { thing: "TERM_LOCK", thingId: id, journalId, before: null, after };
}

/** What history keeps of an opening that ends before its time. */
export function endedEntry({ id, classId, journalId, openedUntil }: KeptOpening, termId: string): HistoryEntry {
  const opening = { what: "OPENING", termId, classId, until: openedUntil.toISOString() };
  return { thing: "TERM_LOCK", thingId: id, journalId, before: { ...opening, state: "OPENED" }, after: { ...opening, state: "ENDED" } };
}

const LOCK: Statement = {
  name: "term-lock-put",
  text: `
  INSERT INTO term_lock (school_id, id, term_id, class_id, journal_id, locked_at, locked_by, version)
  SELECT $1, id, "termId", "classId", "journalId", $3, $4, version
  FROM jsonb_to_recordset($2::jsonb) AS new (id uuid, "termId" uuid, "classId" uuid, "journalId" uuid, version integer)
  ON CONFLICT (school_id, term_id, class_id, journal_id) DO UPDATE
    SET locked_at = EXCLUDED.locked_at, locked_by = EXCLUDED.locked_by, lifted_at = NULL, lifted_by = NULL, version = EXCLUDED.version
    WHERE term_lock.version = EXCLUDED.version - 1
  RETURNING id`,
};

const OPEN: Statement = {
  name: "term-opening-give",
  text: `
  INSERT INTO term_opening (school_id, id, term_id, class_id, journal_id, opened_at, opened_by, opened_until, reason)
  SELECT $1, id, "termId", "classId", "journalId", $3, $4, $5, $6
  FROM jsonb_to_recordset($2::jsonb) AS new (id uuid, "termId" uuid, "classId" uuid, "journalId" uuid)`,
};

const END: Statement = {
  name: "term-opening-end",
  text: `
  UPDATE term_opening SET ended_at = $3, ended_by = $4, version = term_opening.version + 1
  FROM jsonb_to_recordset($2::jsonb) AS seen (id uuid, version integer)
  WHERE term_opening.school_id = $1 AND term_opening.id = seen.id AND term_opening.version = seen.version AND term_opening.ended_at IS NULL
  RETURNING term_opening.id`,
};
