import type { Transaction } from "../../kernel/database";
import type { MakeId } from "./identities";
import type { LessonPlan } from "./plan-lessons";

/** What the plan did to the lessons. */
export interface LessonChange {
  inserted: number;
  updated: number;
  deleted: number;
}

interface Planned extends LessonPlan {
  id: string;
}

const CHUNK = 5000;

/**
 * Plans the lessons of the journals whose timetable has changed. A journal without lessons gets the whole year; elsewhere only lessons from today on
 * that nobody has touched follow the new timetable, and what has been is left as it was.
 */
export async function writeLessons(
  transaction: Transaction,
  lessons: readonly LessonPlan[],
  changedJournals: ReadonlySet<string>,
  today: string,
  makeId: MakeId,
): Promise<LessonChange> {
  const change = { inserted: 0, updated: 0, deleted: 0 };
  const begun = await journalsWithLessons(transaction, changedJournals);
  const due = lessons.filter(({ journal_id, date }) => changedJournals.has(journal_id) && (!begun.has(journal_id) || date >= today));
  change.deleted = await deleteUnplanned(transaction, due, begun, today);
  for (let start = 0; start < due.length; start += CHUNK) {
    const chunk = due.slice(start, start + CHUNK).map((plan) => ({ ...plan, id: lessonId(makeId, plan) }));
    const counted = await upsert(transaction, chunk, today);
    change.inserted += counted.inserted;
    change.updated += counted.updated;
  }
  return change;
}

/** Two lessons are the same when journal, date and slot are. */
export function lessonId(makeId: MakeId, { journal_id, date, slot }: Pick<LessonPlan, "journal_id" | "date" | "slot">): string {
  return makeId("LESSON", `${journal_id} ${date} ${slot}`);
}

async function journalsWithLessons(transaction: Transaction, journals: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const rows = await transaction.query<{ journal_id: string }>(
    {
      name: "import-begun-journals",
      text: `SELECT journal_id FROM unnest($2::uuid[]) AS journal_id
             WHERE EXISTS (SELECT FROM lesson WHERE lesson.school_id = $1 AND lesson.journal_id = journal_id.journal_id)`,
    },
    [transaction.schoolId, [...journals]],
  );
  return new Set(rows.map(({ journal_id }) => journal_id));
}

async function deleteUnplanned(
  transaction: Transaction,
  due: readonly LessonPlan[],
  begun: ReadonlySet<string>,
  today: string,
): Promise<number> {
  if (begun.size === 0) return 0;
  const values = [due.map(({ journal_id }) => journal_id), due.map(({ date }) => date), due.map(({ slot }) => slot)];
  const rows = await transaction.query({ name: "import-unplan-lessons", text: DELETE_UNPLANNED }, [
    transaction.schoolId,
    [...begun],
    today,
    ...values,
  ]);
  return rows.length;
}

async function upsert(transaction: Transaction, chunk: readonly Planned[], today: string): Promise<{ inserted: number; updated: number }> {
  const columns = ["id", "journal_id", "date", "slot", "starts_at", "ends_at", "teacher_id", "room"] as const;
  const values = columns.map((column) => chunk.map((lesson) => lesson[column]));
  const [counted] = await transaction.query<{ inserted: number; updated: number }>({ name: "import-plan-lessons", text: UPSERT }, [
    transaction.schoolId,
    ...values,
    today,
  ]);
  return counted!;
}

/** A lesson that nobody has recorded, replaced or prepared. */
const UNTOUCHED = `status = 'PLANNED' AND recorded_at IS NULL AND topic IS NULL`;

const DELETE_UNPLANNED = `
  DELETE FROM lesson WHERE school_id = $1 AND journal_id = ANY ($2::uuid[]) AND date >= $3 AND ${UNTOUCHED}
    AND (journal_id, date, slot) NOT IN (SELECT * FROM unnest($4::uuid[], $5::date[], $6::smallint[]))
    AND NOT EXISTS (SELECT FROM assessment a WHERE a.school_id = $1 AND a.lesson_id = lesson.id)
    AND NOT EXISTS (SELECT FROM attendance a WHERE a.school_id = $1 AND a.lesson_id = lesson.id)
    AND NOT EXISTS (SELECT FROM homework h WHERE h.school_id = $1 AND h.lesson_id = lesson.id)
    AND NOT EXISTS (SELECT FROM substitution s WHERE s.school_id = $1 AND s.lesson_id = lesson.id)
  RETURNING id`;

const UPSERT = `
  WITH written AS (
    INSERT INTO lesson AS kept (school_id, id, journal_id, date, slot, starts_at, ends_at, teacher_id, room)
    SELECT $1, rows.* FROM unnest($2::uuid[], $3::uuid[], $4::date[], $5::smallint[], $6::time[], $7::time[], $8::uuid[], $9::text[]) AS rows
    ON CONFLICT (school_id, journal_id, date, slot) DO UPDATE
      SET starts_at = EXCLUDED.starts_at, ends_at = EXCLUDED.ends_at, teacher_id = EXCLUDED.teacher_id, room = EXCLUDED.room
      WHERE kept.date >= $10 AND kept.${UNTOUCHED.replaceAll(" AND ", " AND kept.")}
        AND (kept.starts_at, kept.ends_at, kept.teacher_id, kept.room)
            IS DISTINCT FROM (EXCLUDED.starts_at, EXCLUDED.ends_at, EXCLUDED.teacher_id, EXCLUDED.room)
    RETURNING (xmax = 0) AS is_new)
  SELECT count(*) FILTER (WHERE is_new)::int AS inserted, count(*) FILTER (WHERE NOT is_new)::int AS updated FROM written`;
