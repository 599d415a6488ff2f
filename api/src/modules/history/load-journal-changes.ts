import { readCursor, rowsToRead, toPage, type PageArgs } from "../../kernel/connection";
import type { Database, Statement } from "../../kernel/database";
import { readableJournals, seesWholeSchool, type Viewer } from "../../kernel/viewer";
import { changedFields, type KeptValues } from "../lessons/changed-fields";
import { listName, shortName } from "../people/person-name";
import type { JournalChange, JournalChangeConnection } from "./journal-change";

/** The journal, and the two moments: what was changed after the first and not after the second. */
export interface AskedChanges {
  journalId: string;
  from: Date;
  to: Date;
}

/** How the journal differs between two moments, cell by cell, last changed first. @throws Refusal INVALID for a malformed cursor. */
export async function loadJournalChanges(
  database: Database,
  viewer: Viewer,
  { journalId, from, to }: AskedChanges,
  page: PageArgs,
): Promise<JournalChangeConnection> {
  const [before] = readCursor(page.after, "journalChanges", "number") ?? [null];
  const journals = seesWholeSchool(viewer) ? null : readableJournals(viewer);
  const values = [viewer.schoolId, journalId, journals, from, to, before, rowsToRead(page.first)];
  const rows = await database.read<ChangeRow>(viewer.schoolId, CHANGES, values);
  return toPage(rows.map(toChange), page.first, "journalChanges", (change) => [change.id]);
}

type ChangeRow = Omit<JournalChange, "changes" | "steps" | "at" | "actor"> & {
  before: KeptValues;
  after: KeptValues;
  steps: [id: string, at: string, actor: string | null, before: KeptValues, after: KeptValues][];
};

function toChange({ before, after, steps: packed, ...row }: ChangeRow): JournalChange {
  const steps = packed.map(([id, at, actor, was, is]) => ({ id, at: new Date(at), actor, changes: changedFields(was, is) }));
  const [last] = steps;
  return { ...row, at: last!.at, actor: last!.actor, changes: changedFields(before, after), steps };
}

/** $1 school, $2 journal, $3 the viewer's journals (null: every one), $4 and $5 the moments, $6 the number before which the page starts, $7 its length. */
const CHANGES: Statement = {
  name: "journal-changes",
  text: `
  WITH changed AS MATERIALIZED (
    SELECT thing, thing_id, lesson_id, pupil_id, max(seq) AS seq, count(*)::int AS steps,
      (array_agg(before ORDER BY seq))[1] AS before, (array_agg(after ORDER BY seq DESC))[1] AS after
    FROM history
    WHERE school_id = $1 AND journal_id = $2 AND ($3::uuid[] IS NULL OR journal_id = ANY($3::uuid[])) AND at > $4::timestamptz AND at <= $5::timestamptz
      AND thing IN ('MARK', 'ATTENDANCE', 'HOMEWORK', 'LESSON', 'ASSESSMENT', 'TERM_MARK')
    GROUP BY thing, thing_id, lesson_id, pupil_id
  ), shown AS MATERIALIZED (
    SELECT * FROM changed WHERE before - 'assessmentId' IS DISTINCT FROM after - 'assessmentId' AND ($6::bigint IS NULL OR seq < $6::bigint) ORDER BY seq DESC LIMIT $7
  )
  SELECT shown.seq::text AS id, shown.thing, shown.lesson_id AS "lessonId", lesson.date, lesson.slot, shown.pupil_id AS "pupilId", ${listName("pupil")} AS pupil,
    CASE shown.thing WHEN 'MARK' THEN mark.assessment_id WHEN 'ASSESSMENT' THEN shown.thing_id END AS "assessmentId", mark.attempt, term_mark.term_id AS "termId",
    shown.before, shown.after, shown.steps AS "stepCount", (
      SELECT json_agg(json_build_array(step.seq::text, step.at, ${shortName("actor")}, step.before, step.after) ORDER BY step.seq DESC)
      FROM (
        SELECT seq, at, actor_id, before, after FROM history
        WHERE school_id = $1 AND thing_id = shown.thing_id AND at > $4::timestamptz AND at <= $5::timestamptz ORDER BY seq DESC LIMIT 20) step
      LEFT JOIN person AS actor ON actor.school_id = $1 AND actor.id = step.actor_id) AS steps
  FROM shown
  LEFT JOIN lesson ON lesson.school_id = $1 AND lesson.id = shown.lesson_id
  LEFT JOIN person AS pupil ON pupil.school_id = $1 AND pupil.id = shown.pupil_id
  LEFT JOIN mark ON mark.school_id = $1 AND mark.id = shown.thing_id
  LEFT JOIN term_mark ON term_mark.school_id = $1 AND term_mark.id = shown.thing_id
  ORDER BY shown.seq DESC`,
};
