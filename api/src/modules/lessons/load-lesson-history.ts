import { readCursor, rowsToRead, toPage, type PageArgs } from "../../kernel/connection";
import type { Database, Statement } from "../../kernel/database";
import { requireUuid } from "../../kernel/uuid";
import { readableJournals, seesWholeSchool, type Viewer } from "../../kernel/viewer";
import { listName, shortName } from "../people/person-name";
import { changedFields, type KeptValues } from "./changed-fields";
import type { HistoryConnection, HistoryEntry } from "./history-entry";

/** Whose history: a lesson of a journal, or one pupil's marks and absences of it. */
export interface AskedHistory {
  journalId: string;
  lessonId: string;
  pupilId: string | null;
}

/** Every recorded change under one lesson, newest first. @throws Refusal INVALID for a malformed id or cursor. */
export async function loadLessonHistory(
  database: Database,
  viewer: Viewer,
  asked: AskedHistory,
  page: PageArgs,
): Promise<HistoryConnection> {
  const journalId = requireUuid(asked.journalId, "journalId");
  const lessonId = requireUuid(asked.lessonId, "lessonId");
  const pupilId = asked.pupilId && requireUuid(asked.pupilId, "pupilId");
  const [before] = readCursor(page.after, "lessonHistory", "number") ?? [null];
  const journals = seesWholeSchool(viewer) ? null : readableJournals(viewer);
  const values = [viewer.schoolId, journalId, journals, lessonId, pupilId, before, rowsToRead(page.first)];
  const rows = await database.read<HistoryRow>(viewer.schoolId, HISTORY, values);
  const entries = rows.map(({ before: was, after: is, ...entry }) => ({ ...entry, changes: changedFields(was, is) }));
  return toPage(entries, page.first, "lessonHistory", (entry) => [entry.id]);
}

type HistoryRow = Omit<HistoryEntry, "changes"> & { before: KeptValues; after: KeptValues };

const HISTORY: Statement = {
  name: "lesson-history",
  text: `
  SELECT history.seq::text AS id, history.at, ${shortName("actor")} AS actor, history.thing, history.pupil_id AS "pupilId", ${listName("pupil")} AS pupil,
    CASE history.thing WHEN 'MARK' THEN mark.assessment_id WHEN 'ASSESSMENT' THEN history.thing_id WHEN 'RESIT' THEN resit.assessment_id END AS "assessmentId",
    history.opening_id IS NOT NULL AS "isLate", history.before, history.after
  FROM history
  LEFT JOIN person AS actor ON actor.school_id = $1 AND actor.id = history.actor_id
  LEFT JOIN person AS pupil ON pupil.school_id = $1 AND pupil.id = history.pupil_id
  LEFT JOIN mark ON mark.school_id = $1 AND mark.id = history.thing_id
  LEFT JOIN resit ON resit.school_id = $1 AND resit.id = history.thing_id
  WHERE history.school_id = $1 AND history.lesson_id = $4 AND history.journal_id = $2 AND ($3::uuid[] IS NULL OR history.journal_id = ANY($3::uuid[]))
    AND ($5::uuid IS NULL OR history.pupil_id = $5::uuid) AND ($6::bigint IS NULL OR history.seq < $6::bigint)
  ORDER BY history.seq DESC
  LIMIT $7`,
};
