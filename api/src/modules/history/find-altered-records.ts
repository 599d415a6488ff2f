import type { Statement, Transaction } from "../../kernel/database";
import { KEPT_THINGS, type KeptRecord, type KeptState, type KeptThing, saysTheSame } from "./kept-record";
import { LIVE_DOCUMENTS, liveQuestions, liveRecords } from "./live-records";
import { type HistoryStep, replayHistory, type ReplayedRecord } from "./replay-history";

/** A record of a school that is not as its history says. */
export interface AlteredRecord {
  thing: KeptThing | "JOURNAL";
  id: string;
  journalId: string | null;
  /** The civil date of the lesson; null where there is none. */
  date: string | null;
  /** What history says of it; null: it is not there. Plain JSON, as history keeps it. */
  expected: unknown;
  /** What stands in the tables. */
  found: unknown;
}

/** Journals replayed at once: a few megabytes of rows. */
const JOURNALS_AT_ONCE = 40;

/**
 * Replays the history of every journal and of the documents of classes, and compares what comes out with the tables: records that are not as their changes left
 * them, whose changes do not follow from each other, that nobody has written, or that are gone. What was copied in bulk and never changed is
 * the seal's part. At most `most` are named.
 */
export async function findAlteredRecords(transaction: Transaction, most: number): Promise<AlteredRecord[]> {
  const journals = await transaction.query<{ id: string; isSealed: boolean }>(JOURNALS, [transaction.schoolId, KEPT_THINGS]);
  const sealed = new Set(journals.filter(({ isSealed }) => isSealed).map(({ id }) => id));
  const altered = await replayed(transaction, DOCUMENT_STEPS, LIVE_OF_CLASSES, null, sealed);
  for (let start = 0; start < journals.length && altered.length < most; start += JOURNALS_AT_ONCE) {
    const ids = journals.slice(start, start + JOURNALS_AT_ONCE).map(({ id }) => id);
    altered.push(...(await replayed(transaction, JOURNAL_STEPS, LIVE_OF_JOURNALS, ids, sealed)));
  }
  return altered.slice(0, most);
}

type LiveRecord = KeptRecord & { date: string | null };

async function replayed(
  transaction: Transaction,
  stepsOf: Statement,
  recordsOf: Statement,
  journals: readonly string[] | null,
  sealed: ReadonlySet<string>,
): Promise<AlteredRecord[]> {
  const values = [transaction.schoolId, ...(journals ? [journals] : [])];
  const steps = await transaction.query<HistoryStep>(stepsOf, [...values, KEPT_THINGS]);
  const live = await transaction.query<LiveRecord>(recordsOf, values);
  const { records, gaps } = replayHistory(steps, (journalId) => journalId !== null && sealed.has(journalId));
  const dates = new Map(live.map(({ lessonId, date }) => [lessonId, date]));
  const dateOf = (lessonId: string | null): string | null => (lessonId === null ? null : (dates.get(lessonId) ?? null));
  const between = gaps.map(({ step: { thing, thingId: id, journalId, lessonId }, expected, found }): AlteredRecord => {
    return { thing, id, journalId, date: dateOf(lessonId), expected, found };
  });
  const differing = live.flatMap((stands): AlteredRecord[] => {
    const told = records.get(stands.id);
    records.delete(stands.id);
    const isSeals = !told && stands.journalId !== null && sealed.has(stands.journalId) && stands.thing !== "QUESTION";
    const altered = isSeals || (!told && stands.state === null) ? null : difference(told ?? null, stands);
    return altered ? [altered] : [];
  });
  const gone = [...records.values()].flatMap(({ thing, id, journalId, lessonId, state }): AlteredRecord[] => {
    return state === null ? [] : [{ thing, id, journalId, date: dateOf(lessonId), expected: state, found: null }];
  });
  return [...differing, ...gone, ...between];
}

/** What is told beside the state: where it stands, who wrote it last, when, and by which opening. */
const BESIDES = ["journalId", "lessonId", "pupilId", "openingId", "setBy", "setAt"] as const;

function difference(told: ReplayedRecord | null, { date, ...stands }: LiveRecord): AlteredRecord | null {
  const { thing, id, journalId } = stands;
  if (!told) return { thing, id, journalId, date, expected: null, found: stands.state };
  const besides = BESIDES.filter((name) => isCompared(name, told, stands) && told[name]?.valueOf() !== stands[name]?.valueOf());
  if (besides.length === 0 && saysTheSame(told.state, stands.state)) return null;
  return { thing, id, journalId, date, expected: withBesides(told, besides), found: withBesides(stands, besides) };
}

/** A lesson and a column do not carry who wrote them last; what the rules wrote carries the teacher for whom they did. */
function isCompared(name: (typeof BESIDES)[number], told: KeptRecord, stands: KeptRecord): boolean {
  if (name === "setAt") return stands.setAt !== null;
  if (name === "setBy") return stands.setBy !== null && told.setBy !== null;
  return name !== "openingId" || CARRY_OPENING.has(stands.thing);
}

const CARRY_OPENING: ReadonlySet<KeptThing> = new Set(["MARK", "ATTENDANCE", "HOMEWORK", "TERM_MARK"]);

function withBesides(record: KeptRecord, besides: readonly (typeof BESIDES)[number][]): KeptState {
  return besides.length === 0 ? record.state : { ...record.state, ...Object.fromEntries(besides.map((name) => [name, record[name]])) };
}

/** Journals that history tells of, and those whose records nobody sealed. $2 what is replayed. */
const JOURNALS: Statement = {
  name: "replay-journals",
  text: `
  WITH sealed AS (SELECT DISTINCT journal_id AS id FROM history WHERE school_id = $1 AND thing = 'IMPORT' AND journal_id IS NOT NULL),
  told AS (SELECT DISTINCT journal_id AS id FROM history WHERE school_id = $1 AND thing = ANY($2::text[]) AND journal_id IS NOT NULL)
  SELECT journal.id, sealed.id IS NOT NULL AS "isSealed" FROM journal LEFT JOIN sealed ON sealed.id = journal.id LEFT JOIN told ON told.id = journal.id
  WHERE journal.school_id = $1 AND (told.id IS NOT NULL OR sealed.id IS NULL
    OR EXISTS (SELECT FROM mark_question WHERE mark_question.school_id = $1 AND mark_question.journal_id = journal.id)) ORDER BY journal.id`,
};

const STEP = `SELECT at, actor_id AS "actorId", thing, thing_id AS "thingId", journal_id AS "journalId", lesson_id AS "lessonId", pupil_id AS "pupilId",
    opening_id AS "openingId", before, after FROM history`;

/** $2 the journals, $3 what is replayed. */
const JOURNAL_STEPS: Statement = {
  name: "replay-journal-steps",
  text: `${STEP} WHERE school_id = $1 AND journal_id = ANY($2::uuid[]) AND thing = ANY($3::text[]) ORDER BY seq`,
};

/** $2 what is replayed. */
const DOCUMENT_STEPS: Statement = {
  name: "replay-document-steps",
  text: `${STEP} WHERE school_id = $1 AND journal_id IS NULL AND thing = ANY($2::text[]) ORDER BY seq`,
};

const RECORD = `SELECT thing, id, journal_id AS "journalId", lesson_id AS "lessonId", pupil_id AS "pupilId", date::text AS date, state, set_at AS "setAt",
    set_by AS "setBy", opening_id AS "openingId"`;
const ofJournals = (column: string): string => `${column} = ANY($2::uuid[])`;

/** $2 the journals. */
const LIVE_OF_JOURNALS: Statement = {
  name: "replay-live-journals",
  text: `${RECORD} FROM (${liveRecords(ofJournals)} UNION ALL ${liveQuestions(ofJournals)}) records ORDER BY thing, id`,
};

const LIVE_OF_CLASSES: Statement = { name: "replay-live-documents", text: `${RECORD} FROM (${LIVE_DOCUMENTS}) records ORDER BY thing, id` };
