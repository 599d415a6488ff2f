import type { Statement, Transaction } from "../../kernel/database";
import { isPupilOfJournal } from "../journals/pupil-of-journal";
import type { AttendanceKind } from "./attendance-kind";

/** An absence as it is kept; a withdrawn one has no kind. */
export interface KeptAttendance {
  id: string;
  kind: AttendanceKind | null;
  minutesLate: number | null;
  reason: string | null;
  version: number;
}

/** How a pupil's attendance of a locked lesson stands, with what decides whether it may change. */
export interface AttendanceFacts {
  /** Is the pupil in the journal's list on the lesson's date. */
  isEnrolled: boolean;
  /** Has a mark of this lesson, other than a retake or the mark of a resit, which stands beside the absence. */
  hasMark: boolean;
  stands: KeptAttendance | null;
}

/** Reads the pupils of a locked lesson in one statement, in the order of the ids. */
export function loadAttendanceCells(transaction: Transaction, lessonId: string, pupilIds: readonly string[]): Promise<AttendanceFacts[]> {
  return transaction.query<AttendanceFacts>(CELLS, [transaction.schoolId, lessonId, pupilIds]);
}

/** An absence as it is to stand. */
export type NewAttendance = KeptAttendance & { pupilId: string };

/** Writes the absences of a locked lesson in one statement; it compares the versions once more. */
export async function writeAttendance(
  transaction: Transaction,
  { lessonId, openingId, at, by }: { lessonId: string; openingId: string | null; at: Date; by: string },
  cells: readonly NewAttendance[],
): Promise<void> {
  const [counted] = await transaction.query<{ written: number }>(WRITE, [
    transaction.schoolId,
    JSON.stringify(cells),
    lessonId,
    at,
    by,
    openingId,
  ]);
  if (counted?.written !== cells.length) throw new Error(`${cells.length} absences were decided on, ${counted?.written} could be written`);
}

const CELLS: Statement = {
  name: "attendance-cells",
  text: `
  SELECT ${isPupilOfJournal("journal", "cell.pupil_id", "lesson.date")} AS "isEnrolled",
    EXISTS (SELECT FROM mark WHERE mark.school_id = $1 AND mark.lesson_id = lesson.id AND mark.pupil_id = cell.pupil_id AND mark.attempt = 1
              AND num_nonnulls(mark.grade, mark.passed) = 1
              AND NOT EXISTS (SELECT FROM resit JOIN school ON school.school_id = $1 WHERE resit.school_id = $1 AND resit.assessment_id = mark.assessment_id
                AND resit.pupil_id = mark.pupil_id AND resit.state = 'PLANNED' AND resit.planned_on <= (mark.set_at AT TIME ZONE school.time_zone)::date)) AS "hasMark",
    CASE WHEN attendance.id IS NOT NULL THEN json_build_object('id', attendance.id, 'kind', attendance.kind,
      'minutesLate', attendance.minutes_late, 'reason', attendance.reason, 'version', attendance.version) END AS stands
  FROM unnest($3::uuid[]) WITH ORDINALITY AS cell (pupil_id, place)
  JOIN lesson ON lesson.school_id = $1 AND lesson.id = $2
  JOIN journal ON journal.school_id = $1 AND journal.id = lesson.journal_id
  LEFT JOIN attendance ON attendance.school_id = $1 AND attendance.lesson_id = lesson.id AND attendance.pupil_id = cell.pupil_id
  ORDER BY cell.place`,
};

const WRITE: Statement = {
  name: "write-attendance",
  text: `
  WITH written AS (
    INSERT INTO attendance (school_id, id, lesson_id, journal_id, lesson_date, pupil_id, kind, minutes_late, reason, version, set_at, set_by, opening_id)
    SELECT $1, new.id, lesson.id, lesson.journal_id, lesson.date, "pupilId", new.kind, "minutesLate", new.reason, new.version, $4, $5, $6
    FROM lesson, jsonb_to_recordset($2::jsonb) AS new (id uuid, "pupilId" uuid, kind text, "minutesLate" smallint, reason text, version integer)
    WHERE lesson.school_id = $1 AND lesson.id = $3
    ON CONFLICT (school_id, lesson_id, pupil_id) DO UPDATE
      SET kind = EXCLUDED.kind, minutes_late = EXCLUDED.minutes_late, reason = EXCLUDED.reason, version = EXCLUDED.version,
          set_at = EXCLUDED.set_at, set_by = EXCLUDED.set_by, opening_id = EXCLUDED.opening_id,
          document = CASE WHEN EXCLUDED.kind IS NOT NULL THEN attendance.document END
      WHERE attendance.version = EXCLUDED.version - 1
    RETURNING id)
  SELECT count(*)::int AS written FROM written`,
};
