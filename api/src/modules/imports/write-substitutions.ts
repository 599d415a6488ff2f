import { uuidv7 } from "uuidv7";
import type { Transaction } from "../../kernel/database";
import { leaveNews } from "../../kernel/outbox";
import type { ProblemList, TableCount } from "./import-report";
import type { MappedSubstitution } from "./map-substitutions";

/** Writes who replaces whom, after the lessons, and leaves the news of what is new or changed today or later [1.4.6]. */
export async function writeSubstitutions(
  transaction: Transaction,
  substitutions: readonly MappedSubstitution[],
  { at, today }: { at: Date; today: string },
  problems: ProblemList,
): Promise<TableCount> {
  const counted = { table: "substitution", inserted: 0, updated: 0, deleted: 0 };
  if (substitutions.length === 0) return counted;
  const wanted = substitutions.map(({ row: _row, ...wish }, place) => ({ ...wish, place, id: uuidv7() }));
  const written = await transaction.query<Written>({ name: "import-substitutions", text: WRITE }, [
    transaction.schoolId,
    JSON.stringify(wanted),
  ]);
  for (const { place, lessonId, isNew } of written) {
    if (!lessonId)
      problems.add(substitutions[place]!.row.at(), "В этот день и этот час у журнала нет урока. Исправьте дату или номер урока.");
    if (isNew !== null) counted[isNew ? "inserted" : "updated"] += 1;
  }
  const news = written.filter(({ place, isNew }) => isNew !== null && substitutions[place]!.date >= today);
  if (news.length > 0) await leaveNews(transaction, at, { kind: "SUBSTITUTION", lessonIds: news.map(({ lessonId }) => lessonId!) });
  return counted;
}

/** `lessonId` null: there is no such lesson. `isNew` null: it was written like this already. */
interface Written {
  place: number;
  lessonId: string | null;
  isNew: boolean | null;
}

const WRITE = `
  WITH wanted AS (
    SELECT wish.*, lesson.id AS lesson_id
    FROM jsonb_to_recordset($2::jsonb) AS wish (place int, id uuid, "journalId" uuid, date date, slot smallint, "staffId" uuid, reason text,
      "orderNumber" text, "orderDate" date)
    LEFT JOIN lesson ON lesson.school_id = $1 AND lesson.journal_id = wish."journalId" AND lesson.date = wish.date AND lesson.slot = wish.slot
  ), written AS (
    INSERT INTO substitution AS kept (school_id, id, lesson_id, journal_id, lesson_date, kind, staff_id, reason, order_number, order_date)
    SELECT $1, id, lesson_id, "journalId", date, 'TEACHER', "staffId", reason, "orderNumber", "orderDate" FROM wanted WHERE lesson_id IS NOT NULL
    ON CONFLICT (school_id, lesson_id) DO UPDATE
      SET kind = EXCLUDED.kind, staff_id = EXCLUDED.staff_id, reason = EXCLUDED.reason, order_number = EXCLUDED.order_number, order_date = EXCLUDED.order_date
      WHERE (kept.kind, kept.staff_id, kept.reason, kept.order_number, kept.order_date)
            IS DISTINCT FROM (EXCLUDED.kind, EXCLUDED.staff_id, EXCLUDED.reason, EXCLUDED.order_number, EXCLUDED.order_date)
    RETURNING lesson_id, (xmax = 0) AS is_new)
  SELECT wanted.place, wanted.lesson_id AS "lessonId", written.is_new AS "isNew"
  FROM wanted LEFT JOIN written ON written.lesson_id = wanted.lesson_id ORDER BY wanted.place`;
