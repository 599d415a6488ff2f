import type { Statement, Transaction } from "../../kernel/database";
import type { AttendanceKind } from "../attendance/attendance-kind";
import { isPupilOfJournal } from "../journals/pupil-of-journal";

/** A resit as it is kept; a cancelled one has no day. */
export interface StoredResit {
  id: string;
  plannedOn: string | null;
  note: string | null;
  version: number;
}

/** How a pupil stands with a control work of a locked lesson. */
export interface ResitFacts {
  /** Is the pupil in the journal's list on the lesson's date. */
  isEnrolled: boolean;
  attendance: AttendanceKind | null;
  /** A mark of the work stands. */
  hasMark: boolean;
  /** The day asked for is a Sunday or a holiday. */
  isDayOff: boolean;
  stands: StoredResit | null;
}

/** Reads the pupils of a mandatory column of a locked lesson in one statement, in the order of the cells; no row: there is no such column. */
export function loadResitCells(
  transaction: Transaction,
  place: { lessonId: string; assessmentId: string },
  cells: readonly { pupilId: string; plannedOn: string | null }[],
): Promise<ResitFacts[]> {
  const columns = [cells.map(({ pupilId }) => pupilId), cells.map(({ plannedOn }) => plannedOn)];
  return transaction.query<ResitFacts>(CELLS, [transaction.schoolId, place.lessonId, place.assessmentId, ...columns]);
}

/** A resit as it is to stand. */
export type NewResit = StoredResit & { pupilId: string };

/** Writes the resits of a locked lesson in one statement; it compares the versions once more. A cancelled one keeps its last day. */
export async function writeResits(
  transaction: Transaction,
  place: { lessonId: string; assessmentId: string; at: Date; by: string },
  resits: readonly NewResit[],
): Promise<void> {
  const { lessonId, assessmentId, at, by } = place;
  const values = [transaction.schoolId, JSON.stringify(resits), lessonId, assessmentId, at, by];
  const [counted] = await transaction.query<{ written: number }>(WRITE, values);
  if (counted?.written !== resits.length) throw new Error(`${resits.length} resits were decided on, ${counted?.written} could be written`);
}

const CELLS: Statement = {
  name: "resit-cells",
  text: `
  SELECT ${isPupilOfJournal("journal", "cell.pupil_id", "lesson.date")} AS "isEnrolled", attendance.kind AS attendance,
    EXISTS (SELECT FROM mark WHERE mark.school_id = $1 AND mark.assessment_id = assessment.id AND mark.pupil_id = cell.pupil_id
              AND num_nonnulls(mark.grade, mark.passed) = 1) AS "hasMark",
    CASE WHEN exception.date IS NOT NULL THEN exception.follows_weekday IS NULL ELSE COALESCE(extract(isodow FROM cell.planned_on) = 7, false) END AS "isDayOff",
    CASE WHEN resit.id IS NOT NULL THEN json_build_object('id', resit.id, 'note', resit.note, 'version', resit.version,
      'plannedOn', CASE WHEN resit.state = 'PLANNED' THEN resit.planned_on END) END AS stands
  FROM unnest($4::uuid[], $5::date[]) WITH ORDINALITY AS cell (pupil_id, planned_on, place)
  JOIN assessment ON assessment.school_id = $1 AND assessment.lesson_id = $2 AND assessment.id = $3 AND assessment.mandatory
  JOIN lesson ON lesson.school_id = $1 AND lesson.id = $2
  JOIN journal ON journal.school_id = $1 AND journal.id = lesson.journal_id
  LEFT JOIN calendar_exception exception ON exception.school_id = $1 AND exception.date = cell.planned_on
  LEFT JOIN attendance ON attendance.school_id = $1 AND attendance.lesson_id = $2 AND attendance.pupil_id = cell.pupil_id
  LEFT JOIN resit ON resit.school_id = $1 AND resit.assessment_id = $3 AND resit.pupil_id = cell.pupil_id
  ORDER BY cell.place`,
};

const WRITE: Statement = {
  name: "write-resits",
  text: `
  WITH written AS (
    INSERT INTO resit (school_id, id, assessment_id, lesson_id, journal_id, pupil_id, planned_on, state, note, version, set_at, set_by)
    SELECT $1, new.id, $4, lesson.id, lesson.journal_id, "pupilId", "plannedOn", 'PLANNED', new.note, new.version, $5, $6
    FROM lesson, jsonb_to_recordset($2::jsonb) AS new (id uuid, "pupilId" uuid, "plannedOn" date, note text, version integer)
    WHERE lesson.school_id = $1 AND lesson.id = $3 AND "plannedOn" IS NOT NULL
    ON CONFLICT (school_id, assessment_id, pupil_id) DO UPDATE
      SET planned_on = EXCLUDED.planned_on, state = 'PLANNED', note = EXCLUDED.note, version = EXCLUDED.version, set_at = $5, set_by = $6
      WHERE resit.version = EXCLUDED.version - 1
    RETURNING id
  ), cancelled AS (
    UPDATE resit SET state = 'CANCELLED', note = NULL, version = new.version, set_at = $5, set_by = $6
    FROM jsonb_to_recordset($2::jsonb) AS new (id uuid, "plannedOn" date, version integer)
    WHERE resit.school_id = $1 AND resit.id = new.id AND new."plannedOn" IS NULL AND resit.version = new.version - 1
    RETURNING resit.id)
  SELECT (SELECT count(*) FROM written)::int + (SELECT count(*) FROM cancelled)::int AS written`,
};
