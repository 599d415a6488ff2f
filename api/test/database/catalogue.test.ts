import { Client } from "pg";
import { makeTestDatabase } from "../test-server";

/** Tables without a school: on a database sharded by school they are copied to every shard, and hold nothing of a person. */
const REFERENCE_TABLES: Readonly<Record<string, string>> = {
  subject_area: "the same list of subject areas for every school",
  login_directory: "finds the school of a login before anyone is signed in; no secret, and row-level security cannot know the school yet",
  sign_in_throttle: "hashed counters of failed sign-ins, which come before the school is known",
  schema_migration: "what has been migrated",
};

/** Foreign keys without an index of their own: a parent row is never deleted, and nobody asks for these children by that parent. */
const UNINDEXED: Readonly<Record<string, string>> = {
  "subject.subject_area": "twelve areas, never deleted",
  "school_class.bell_schedule_id": "a school has three bell schedules",
  "term_lock.class_id": "a school has a handful of locks a year",
  "term_lock.journal_id": "a school has a handful of locks a year",
  "term_lock.lifted_by": "a school has a handful of locks a year",
  "term_opening.class_id": "openings are read by term",
  "term_opening.journal_id": "openings are read by term",
  "term_opening.opened_by": "openings are read by term",
  "term_opening.ended_by": "openings are read by term",
  "opening_request.term_id": "requests are read by journal and by person",
  "opening_request.lesson_id": "a lesson is shown with its request",
  "opening_request.pupil_id": "a pupil is shown with the request",
  "opening_request.answered_by": "requests are read by journal and by person",
  "opening_request.opening_id": "a request is shown with its answer",
  "lesson.opening_id": "what was written late is read from the history",
  "mark.opening_id": "what was written late is read from the history",
  "attendance.opening_id": "what was written late is read from the history",
  "homework.opening_id": "what was written late is read from the history",
  "term_mark.opening_id": "what was written late is read from the history",
  "timetable_entry.staff_id": "a timetable is read whole, by its own index",
  "lesson.taught_by": "a teacher's day is read by teacher_id and by substitution",
  "lesson.plan_topic_id": "the page reads topics by journal and lessons by journal",
  "term_mark.term_id": "term marks are read by journal and by pupil",
  "term_analysis.term_id": "an analysis is read by its class, and for a term by all the year's classes",
  "term_analysis.saved_by": "an analysis is read by its class",
  "term_analysis.signed_by": "an analysis is read by its class",
  "forecast.term_id": "forecasts are read by class and term",
  "forecast.pupil_id": "forecasts are read by class and term",
  "forecast.sent_by": "forecasts are read by class and term",
  "forecast_recipient.person_id": "a forecast is found by its id, which its notice names",
  "history.actor_id": "the log is read by lesson and by thing",
  "operation.account_id": "an operation is found by its id",
  "announcement_audience.class_id": "an audience is read with its announcement",
  "announcement_audience.group_id": "an audience is read with its announcement",
  "conversation.started_by": "a person's threads are found by membership",
  "conversation_pupil.pupil_id": "the children of a thread are read with it",
  "message.lesson_id": "a lesson is shown with its message",
  "message.quoted_id": "a quotation is shown with its message",
  "message_report.reported_by": "a school has a handful of reports a year",
  "message_report.closed_by": "a school has a handful of reports a year",
  "mark_question.answered_by": "a question is found by its pupil, its journal and who had set the mark",
  "mark_question.closed_by": "a question is found by its pupil, its journal and who had set the mark",
  "notice.pupil_id": "notices are read by the person told",
};

let database: Awaited<ReturnType<typeof makeTestDatabase>>;
let owner: Client;
beforeAll(async () => {
  database = await makeTestDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await database?.drop();
});

async function rows<Row>(text: string): Promise<Row[]> {
  return (await owner.query(text)).rows as Row[];
}

const isReference = (table: string): boolean => table in REFERENCE_TABLES;

describe("every table is ready to be sharded by school", () => {
  it("knows each table without a school, and why it has none", async () => {
    const tables = await rows<{ name: string; sharded: boolean }>(`
      SELECT relname AS name, EXISTS (SELECT FROM pg_attribute WHERE attrelid = pg_class.oid AND attname = 'school_id' AND attnotnull) AS sharded
      FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`);
    expect(tables.length).toBeGreaterThan(35);
    expect(tables.filter(({ name, sharded }) => !sharded && !isReference(name))).toEqual([]);
    expect(Object.keys(REFERENCE_TABLES).filter((name) => !tables.some((table) => table.name === name))).toEqual([]);
  });

  it("puts school_id first in every primary key", async () => {
    const keys = await rows<{ table: string; first: string | null }>(`
      SELECT relname AS table, (SELECT attname FROM pg_attribute WHERE attrelid = pg_class.oid AND attnum = conkey[1]) AS first
      FROM pg_class LEFT JOIN pg_constraint ON conrelid = pg_class.oid AND contype = 'p'
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`);
    expect(keys.filter(({ table, first }) => first !== "school_id" && !isReference(table))).toEqual([]);
  });

  it("holds school_id in every unique index and every exclusion", async () => {
    const indexes = await rows<{ table: string; index: string }>(`
      SELECT indrelid::regclass::text AS table, indexrelid::regclass::text AS index FROM pg_index
      WHERE (indisunique OR indisexclusion) AND indrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
        AND NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = indrelid AND attname = 'school_id' AND attnum = ANY (indkey))`);
    expect(indexes.filter(({ table }) => !isReference(table))).toEqual([]);
  });

  it("joins a school's rows only to the same school's, or to a reference table", async () => {
    const keys = await rows<{ key: string; target: string; pairs: string[] }>(`
      SELECT conrelid::regclass || ' ' || conname AS key, confrelid::regclass::text AS target,
        (SELECT array_agg(child.attname || '=' || parent.attname) FROM unnest(conkey, confkey) AS pair (child, parent)
           JOIN pg_attribute child ON child.attrelid = conrelid AND child.attnum = pair.child
           JOIN pg_attribute parent ON parent.attrelid = confrelid AND parent.attnum = pair.parent) AS pairs
      FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`);
    expect(keys.length).toBeGreaterThan(50);
    expect(keys.filter(({ target, pairs }) => !pairs.includes("school_id=school_id") && !isReference(target))).toEqual([]);
  });

  it("lets no foreign key rewrite rows: neither on delete nor on update, as a sharded database demands", async () => {
    expect(
      await rows(
        `SELECT conname FROM pg_constraint WHERE contype = 'f' AND (confdeltype NOT IN ('a', 'r') OR confupdtype NOT IN ('a', 'r'))`,
      ),
    ).toEqual([]);
  });

  it("has no triggers, rules, sequences or partitions, which a shard would not share", async () => {
    expect(await rows(`SELECT tgname FROM pg_trigger WHERE NOT tgisinternal`)).toEqual([]);
    expect(await rows(`SELECT rulename FROM pg_rules WHERE schemaname = 'public'`)).toEqual([]);
    const sequences = await rows<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind IN ('S', 'p') AND relnamespace = 'public'::regnamespace`,
    );
    expect(sequences.map(({ name }) => name)).toEqual(["schema_migration_id_seq"]);
  });

  it("finds the rows behind every foreign key by an index, or says why none is needed", async () => {
    const keys = await rows<{ column: string; indexed: boolean }>(`
      SELECT conrelid::regclass || '.' || (SELECT string_agg(attname, ',') FROM pg_attribute WHERE attrelid = conrelid AND attnum = ANY (conkey) AND attname <> 'school_id') AS column,
        EXISTS (SELECT FROM pg_index WHERE indrelid = conrelid
          AND (indkey::smallint[])[0:1] <@ conkey AND cardinality((indkey::smallint[])[0:1]) = 2) AS indexed
      FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conkey <> ARRAY[1]::smallint[]`);
    const missing = keys.filter(({ indexed }) => !indexed).map(({ column }) => column);
    expect(missing.sort()).toEqual(Object.keys(UNINDEXED).sort());
  });

  it("shields every table of a school with the row-level policy of its own school", async () => {
    const tables = await rows<{ name: string; shielded: boolean; policies: string }>(`
      SELECT relname AS name, relrowsecurity AS shielded,
        COALESCE((SELECT string_agg(concat_ws(' ', policyname, permissive, roles, cmd, qual, with_check), '; ') FROM pg_policies WHERE tablename = relname), '') AS policies
      FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`);
    const policy =
      "own_school PERMISSIVE {public} ALL (school_id = (NULLIF(current_setting('app.school_id'::text, true), ''::text))::uuid)";
    for (const { name, shielded, policies } of tables.filter((table) => !isReference(table.name))) {
      expect({ name, shielded, policies }).toEqual({ name, shielded: true, policies: policy });
    }
  });
});
