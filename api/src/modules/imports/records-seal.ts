import { randomUUID } from "node:crypto";
import type { Statement, Transaction } from "../../kernel/database";
import { appendHistory, type HistoryEntry } from "../../kernel/history";
import { type AlteredRecord, findAlteredRecords } from "../history/find-altered-records";
import { findAlteredShares } from "../history/find-altered-shares";
import { liveRecords } from "../history/live-records";

/** What the check of a school's records against their history found. */
export interface RecordsCheck {
  altered: AlteredRecord[];
  /** Journals whose seal was made before all was counted that is counted now: what was copied in bulk there cannot be checked. */
  oldSeals: number;
}

/** How many altered records one answer names: the rest are found once these are explained. */
const MOST_NAMED = 100;

/** What a digest counts, and how: a seal of another form is not compared. */
const SEAL_FORM = 2;

/**
 * Seals records that were copied in bulk and have no history of their own: for each journal one history row with the digest of its marks,
 * columns, absences, homework, held lessons, term marks and resits. What is changed later with history is counted back, so the seal holds for ever.
 */
export async function sealRecords(transaction: Transaction, at: Date): Promise<void> {
  await seal(transaction, at, false);
}

/** Seals anew the journals whose seal is of an earlier form, as they stand. @returns how many. */
export async function renewSeals(transaction: Transaction, at: Date): Promise<number> {
  return seal(transaction, at, true);
}

async function seal(transaction: Transaction, at: Date, onlyOld: boolean): Promise<number> {
  const seals = await transaction.query<Seal>(DIGESTS, [transaction.schoolId, onlyOld, SEAL_FORM]);
  const entries = seals.map(({ journalId, records, digest }): HistoryEntry => {
    return { thing: "IMPORT", thingId: journalId, journalId, before: null, after: { records, digest, form: SEAL_FORM } };
  });
  await appendHistory(transaction, { at, actorId: null, operationId: randomUUID() }, entries);
  return seals.length;
}

/**
 * Records that were altered behind the system's back: not as the replay of history leaves them, or, for a sealed journal, not those that were sealed.
 * At most 100 are named.
 */
export async function checkRecords(transaction: Transaction): Promise<RecordsCheck> {
  const values = [transaction.schoolId, SEAL_FORM];
  const records = await findAlteredRecords(transaction, MOST_NAMED);
  const shares = await findAlteredShares(transaction);
  const journals = await transaction.query<AlteredRecord>(BROKEN_SEALS, [...values, MOST_NAMED]);
  const [old] = await transaction.query<{ count: number }>(OLD_SEALS, values);
  return { altered: [...records, ...shares, ...journals].slice(0, MOST_NAMED), oldSeals: old!.count };
}

interface Seal {
  journalId: string;
  records: number;
  digest: string;
}

/** SQL: the last seal of every journal that has one; $1 school. */
const SEALS = `
  SELECT DISTINCT ON (journal_id) journal_id, seq, after ->> 'digest' AS digest, (after ->> 'records')::int AS records, COALESCE((after ->> 'form')::int, 1) AS form
  FROM history WHERE school_id = $1 AND thing = 'IMPORT' AND journal_id IS NOT NULL ORDER BY journal_id, seq DESC`;

/** SQL: the number and the digest of the rows of `original` for each journal. */
const DIGEST_OF_ORIGINAL = `
  SELECT journal_id, count(*)::int AS records,
    encode(sha256(convert_to(string_agg(thing || ' ' || id || ' ' || COALESCE(lesson_id::text, '-') || ' ' || COALESCE(pupil_id::text, '-') || ' ' || state,
      E'\\n' ORDER BY thing, id), 'UTF8')), 'hex') AS digest
  FROM original WHERE state IS NOT NULL GROUP BY journal_id`;

/** $2 only journals whose seal has another form than $3. */
const DIGESTS: Statement = {
  name: "records-digests",
  text: `
  WITH seals AS (${SEALS}), original AS (${liveRecords()})
  SELECT journal_id AS "journalId", records, digest FROM (${DIGEST_OF_ORIGINAL}) digests
  WHERE NOT $2::boolean OR journal_id IN (SELECT journal_id FROM seals WHERE form <> $3) ORDER BY journal_id`,
};

/** SQL: what the first change since the seal found, in the words of the records. */
const BEFORE = `CASE history.thing
    WHEN 'LESSON' THEN CASE WHEN history.before ->> 'status' = 'HELD' THEN history.before - 'planTopic' END ELSE history.before END`;

/** What was changed since the seal is counted back to what it was; what was made since is left out. */
const BROKEN_SEALS: Statement = {
  name: "records-broken-seals",
  text: `
  WITH sealed AS (SELECT * FROM (${SEALS}) seals WHERE form = $2), changed AS (
    SELECT DISTINCT ON (history.thing_id) history.thing_id, history.thing, history.journal_id, history.lesson_id, history.pupil_id, ${BEFORE} AS state
    FROM history JOIN sealed ON sealed.journal_id = history.journal_id AND history.seq > sealed.seq
    WHERE history.school_id = $1 AND history.thing IN ('MARK', 'ASSESSMENT', 'ATTENDANCE', 'HOMEWORK', 'LESSON', 'TERM_MARK', 'RESIT')
    ORDER BY history.thing_id, history.seq
  ), original AS (
    SELECT COALESCE(changed.thing, records.thing) AS thing, COALESCE(records.id, changed.thing_id) AS id,
      COALESCE(changed.journal_id, records.journal_id) AS journal_id,
      CASE WHEN changed.thing_id IS NULL THEN records.lesson_id ELSE changed.lesson_id END AS lesson_id,
      CASE WHEN changed.thing_id IS NULL THEN records.pupil_id ELSE changed.pupil_id END AS pupil_id,
      CASE WHEN changed.thing_id IS NULL THEN records.state ELSE changed.state END AS state
    FROM (${liveRecords()}) records FULL JOIN changed ON changed.thing_id = records.id
  ), digests AS (${DIGEST_OF_ORIGINAL})
  SELECT 'JOURNAL' AS thing, sealed.journal_id AS id, sealed.journal_id AS "journalId", NULL AS date,
    jsonb_build_object('records', sealed.records) AS expected, jsonb_build_object('records', COALESCE(digests.records, 0)) AS found
  FROM sealed LEFT JOIN digests ON digests.journal_id = sealed.journal_id
  WHERE digests.digest IS DISTINCT FROM sealed.digest ORDER BY 2 LIMIT $3`,
};

const OLD_SEALS: Statement = {
  name: "records-old-seals",
  text: `SELECT count(*)::int AS count FROM (${SEALS}) seals WHERE form <> $2`,
};
