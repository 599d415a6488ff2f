import { randomUUID } from "node:crypto";
import type { Statement, Transaction } from "../../kernel/database";
import { appendHistory, type HistoryEntry } from "../../kernel/history";
import { markValue } from "../marks/mark-scale";
import { suggestedValueOf, termMarkValueOf } from "../term-marks/term-mark-value";

/** A record of a school that is not as its history says. */
export interface AlteredRecord {
  thing: "MARK" | "ASSESSMENT" | "ATTENDANCE" | "HOMEWORK" | "LESSON" | "TERM_MARK" | "JOURNAL";
  id: string;
  journalId: string;
  /** The civil date of the lesson; null for a term mark and a whole journal. */
  date: string | null;
  /** What history says of it; null: it is not there. Plain JSON, as history keeps it. */
  expected: unknown;
  /** What stands in the tables. */
  found: unknown;
}

/** How many altered records one answer names: the rest are found once these are explained. */
const MOST_NAMED = 100;

/**
 * Seals records that were copied in bulk and have no history of their own: for each journal one history row with the digest of its marks,
 * absences, homework and held lessons. What is changed later with history is counted back, so the seal holds for ever.
 */
export async function sealRecords(transaction: Transaction, at: Date): Promise<void> {
  const seals = await transaction.query<Seal>(DIGESTS, [transaction.schoolId]);
  const entries = seals.map(({ journalId, records, digest }): HistoryEntry => {
    return { thing: "IMPORT", thingId: journalId, journalId, before: null, after: { records, digest } };
  });
  await appendHistory(transaction, { at, actorId: null, operationId: randomUUID() }, entries);
}

/**
 * Records that were altered behind the system's back: not as their last history row says, without any history in a journal that was never
 * sealed, or, for a sealed journal, not those that were sealed. At most 100 are named.
 */
export async function findAlteredRecords(transaction: Transaction): Promise<AlteredRecord[]> {
  const values = [transaction.schoolId, MOST_NAMED];
  const altered = await transaction.query<AlteredRecord>(ALTERED, values);
  const between = await transaction.query<AlteredRecord>(ALTERED_BETWEEN, values);
  const journals = await transaction.query<AlteredRecord>(BROKEN_SEALS, values);
  return [...altered, ...between, ...journals].slice(0, MOST_NAMED);
}

interface Seal {
  journalId: string;
  records: number;
  digest: string;
}

/** SQL: every record as history would show it; state null: withdrawn, cleared, or a lesson not held. */
const RECORDS = `
  SELECT 'MARK' AS thing, mark.id, mark.journal_id, mark.lesson_date AS date,
    CASE WHEN ${markValue("mark")} IS NOT NULL THEN jsonb_build_object('value', ${markValue("mark")}, 'comment', mark.comment)
      || jsonb_strip_nulls(jsonb_build_object('attempt', CASE WHEN mark.attempt > 1 THEN mark.attempt END, 'points', trim_scale(mark.points)::text,
           'debtUntil', mark.debt_until)) END AS state
  FROM mark WHERE mark.school_id = $1
  UNION ALL
  SELECT 'ASSESSMENT', assessment.id, lesson.journal_id, lesson.date,
    jsonb_build_object('number', assessment.number, 'kind', assessment.kind, 'weight', trim_scale(assessment.weight), 'title', assessment.title,
      'mandatory', assessment.mandatory, 'scale', assessment.scale, 'maxPoints', trim_scale(assessment.max_points))
  FROM assessment JOIN lesson ON lesson.school_id = $1 AND lesson.id = assessment.lesson_id WHERE assessment.school_id = $1
  UNION ALL
  SELECT 'ATTENDANCE', id, journal_id, lesson_date,
    CASE WHEN kind IS NOT NULL THEN jsonb_build_object('kind', kind, 'minutesLate', minutes_late, 'reason', reason) END
  FROM attendance WHERE school_id = $1
  UNION ALL
  SELECT 'HOMEWORK', homework.id, homework.journal_id, lesson.date,
    CASE WHEN homework.text <> '' THEN jsonb_build_object('text', homework.text, 'dueOn', homework.due_on, 'expectedMinutes', homework.expected_minutes) END
  FROM homework JOIN lesson ON lesson.school_id = $1 AND lesson.id = homework.lesson_id WHERE homework.school_id = $1
  UNION ALL
  SELECT 'LESSON', id, journal_id, date, CASE WHEN status = 'HELD' THEN jsonb_build_object('status', status, 'topic', topic) END
  FROM lesson WHERE school_id = $1
  UNION ALL
  SELECT 'TERM_MARK', id, journal_id, NULL::date,
    CASE WHEN ${termMarkValueOf("term_mark")} IS NOT NULL THEN jsonb_build_object('kind', kind, 'termId', term_id, 'value', ${termMarkValueOf("term_mark")},
      'suggested', ${suggestedValueOf("term_mark")}, 'reason', reason) END
  FROM term_mark WHERE school_id = $1`;

/** SQL: a state of history in the words of `RECORDS`; columns of before there were other scales do not name theirs. */
function stateOf(value: string): string {
  return `CASE history.thing WHEN 'LESSON' THEN CASE WHEN ${value} ->> 'status' = 'HELD' THEN ${value} - 'planTopic' END
      WHEN 'ASSESSMENT' THEN '{"scale": "FIVE_POINT", "maxPoints": null}'::jsonb || ${value} ELSE ${value} END`;
}

const TOLD = "history.thing IN ('MARK', 'ASSESSMENT', 'ATTENDANCE', 'HOMEWORK', 'LESSON', 'TERM_MARK')";

/** SQL: the number and the digest of the rows of `original` for each journal. */
const DIGEST_OF_ORIGINAL = `
  SELECT journal_id, count(*)::int AS records,
    encode(sha256(convert_to(string_agg(thing || ' ' || id || ' ' || state, E'\\n' ORDER BY thing, id), 'UTF8')), 'hex') AS digest
  FROM original WHERE state IS NOT NULL GROUP BY journal_id`;

const DIGESTS: Statement = {
  name: "records-digests",
  text: `WITH original AS (${RECORDS}) SELECT journal_id AS "journalId", records, digest FROM (${DIGEST_OF_ORIGINAL}) digests ORDER BY journal_id`,
};

const ALTERED: Statement = {
  name: "records-altered",
  text: `
  WITH records AS (${RECORDS}), last AS (
    SELECT DISTINCT ON (thing_id) thing_id, thing, journal_id, ${stateOf("after")} AS state
    FROM history WHERE history.school_id = $1 AND ${TOLD} ORDER BY thing_id, seq DESC
  ), sealed AS (SELECT DISTINCT journal_id FROM history WHERE school_id = $1 AND thing = 'IMPORT' AND journal_id IS NOT NULL)
  SELECT COALESCE(records.thing, last.thing) AS thing, COALESCE(records.id, last.thing_id) AS id,
    COALESCE(records.journal_id, last.journal_id) AS "journalId", records.date::text AS date, last.state AS expected, records.state AS found
  FROM records FULL JOIN last ON last.thing_id = records.id
  WHERE CASE WHEN last.thing_id IS NOT NULL THEN last.state IS DISTINCT FROM records.state
        ELSE records.state IS NOT NULL AND records.journal_id NOT IN (SELECT journal_id FROM sealed) END
  ORDER BY 4, 2 LIMIT $2`,
};

/** A change that did not find what the change before it had left: in between the record was altered. */
const ALTERED_BETWEEN: Statement = {
  name: "records-altered-between",
  text: `
  WITH steps AS (
    SELECT thing, thing_id, journal_id, lesson_id, seq, ${stateOf("before")} AS found, lag(${stateOf("after")}) OVER earlier AS expected,
      lag(seq) OVER earlier AS after_seq
    FROM history WHERE history.school_id = $1 AND ${TOLD} WINDOW earlier AS (PARTITION BY thing_id ORDER BY seq)
  )
  SELECT steps.thing, steps.thing_id AS id, steps.journal_id AS "journalId", lesson.date::text AS date, steps.expected, steps.found
  FROM steps LEFT JOIN lesson ON lesson.school_id = $1 AND lesson.id = steps.lesson_id
  WHERE steps.after_seq IS NOT NULL AND steps.found IS DISTINCT FROM steps.expected ORDER BY steps.seq LIMIT $2`,
};

/** What was changed since the seal is counted back to what it was; what was made since is left out. */
const BROKEN_SEALS: Statement = {
  name: "records-broken-seals",
  text: `
  WITH sealed AS (
    SELECT DISTINCT ON (journal_id) journal_id, seq, after ->> 'digest' AS digest, (after ->> 'records')::int AS records
    FROM history WHERE school_id = $1 AND thing = 'IMPORT' AND journal_id IS NOT NULL ORDER BY journal_id, seq DESC
  ), changed AS (
    SELECT DISTINCT ON (history.thing_id) history.thing_id, history.thing, history.journal_id, ${stateOf("history.before")} AS state
    FROM history JOIN sealed ON sealed.journal_id = history.journal_id AND history.seq > sealed.seq
    WHERE history.school_id = $1 AND ${TOLD} ORDER BY history.thing_id, history.seq
  ), original AS (
    SELECT COALESCE(records.thing, changed.thing) AS thing, COALESCE(records.id, changed.thing_id) AS id,
      COALESCE(records.journal_id, changed.journal_id) AS journal_id,
      CASE WHEN changed.thing_id IS NULL THEN records.state ELSE changed.state END AS state
    FROM (${RECORDS}) records FULL JOIN changed ON changed.thing_id = records.id
  ), digests AS (${DIGEST_OF_ORIGINAL})
  SELECT 'JOURNAL' AS thing, sealed.journal_id AS id, sealed.journal_id AS "journalId", NULL AS date,
    jsonb_build_object('records', sealed.records) AS expected, jsonb_build_object('records', COALESCE(digests.records, 0)) AS found
  FROM sealed LEFT JOIN digests ON digests.journal_id = sealed.journal_id
  WHERE digests.digest IS DISTINCT FROM sealed.digest ORDER BY 2 LIMIT $2`,
};
