import { type Page, type PageArgs, readCursor, rowsToRead, toPage } from "../../kernel/connection";
import type { Database, Statement } from "../../kernel/database";
import type { Viewer } from "../../kernel/viewer";
import { changedFields, type KeptValues } from "../lessons/changed-fields";
import { listName } from "../people/person-name";
import type { LateEntry } from "./late-entry";
import { classNameOf, nameOf } from "./term-places-sql";

/** One page of what was written late, newest first: of a term, of an opening, or all. @throws Refusal for a wrong page. */
export async function loadLateEntries(
  database: Database,
  viewer: Viewer,
  asked: { termId: string | null; openingId: string | null },
  { first, after }: PageArgs,
): Promise<Page<LateEntry>> {
  const limit = rowsToRead(first);
  const [before] = readCursor(after, "lateEntries", "number") ?? [null];
  const rows = await database.read<LateRow>(viewer.schoolId, LATE, [viewer.schoolId, asked.termId, asked.openingId, before, limit]);
  const entries = rows.map(({ before: was, after: is, ...entry }) => ({ ...entry, changes: changedFields(was, is) }));
  return toPage(entries, first, "lateEntries", ({ id }) => [id]);
}

type LateRow = Omit<LateEntry, "changes"> & { before: KeptValues; after: KeptValues };

const LATE: Statement = {
  name: "late-entries",
  text: `
  SELECT history.seq::text AS id, history.at, ${nameOf("history.actor_id")} AS actor, history.thing, history.journal_id AS "journalId", opening.term_id AS "termId",
    subject.name AS subject, ${classNameOf("history.journal_id")} AS "className", history.lesson_id AS "lessonId", lesson.date AS "lessonDate",
    (SELECT ${listName("person")} FROM person WHERE person.school_id = $1 AND person.id = history.pupil_id) AS pupil, history.before, history.after,
    opening.id AS "openingId", opening.reason AS "openingReason", ${nameOf("opening.opened_by")} AS "openedBy"
  FROM history
  JOIN term_opening AS opening ON opening.school_id = $1 AND opening.id = history.opening_id
  JOIN journal ON journal.school_id = $1 AND journal.id = history.journal_id
  JOIN subject ON subject.school_id = $1 AND subject.id = journal.subject_id
  LEFT JOIN lesson ON lesson.school_id = $1 AND lesson.id = history.lesson_id
  WHERE history.school_id = $1 AND history.opening_id IS NOT NULL AND ($2::uuid IS NULL OR opening.term_id = $2)
    AND ($3::uuid IS NULL OR history.opening_id = $3) AND ($4::bigint IS NULL OR history.seq < $4::bigint)
  ORDER BY history.seq DESC
  LIMIT $5`,
};
