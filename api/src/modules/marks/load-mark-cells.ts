import type { Statement, Transaction } from "../../kernel/database";
import type { AttendanceKind } from "../attendance/attendance-kind";
import { isPupilOfJournal } from "../journals/pupil-of-journal";
import { rulesOn, type StoredRules } from "../assessment-rules/assessment-rules";
import { markValue } from "./mark-scale";
import type { PageAssessment } from "./page-mark";

/** Where a mark is; without `assessmentId`: in the first column of the lesson. `attempt` above 1: a retake. */
export interface CellPlace {
  lessonId: string;
  assessmentId: string | null;
  pupilId: string;
  attempt: number;
}

/** One mark of a pupil in a column. A cleared one has no value. */
export interface StandingMark {
  id: string;
  attempt: number;
  value: string | null;
  pointsHundredths: number | null;
  debtUntil: string | null;
  comment: string | null;
  version: number;
}

/** How a cell stands, with what decides whether it may change. */
export interface MarkCellFacts {
  /** Is the pupil in the journal's list on the lesson's date. */
  isEnrolled: boolean;
  /** The school's rules of the lesson's date. */
  rules: StoredRules | null;
  attendance: AttendanceKind | null;
  /** Null: the lesson has no such column. */
  assessment: PageAssessment | null;
  /** The day on which the absent pupil is to resit the column's work; null: none is planned. */
  resitOn: string | null;
  /** Every mark that was ever set there, by attempt. */
  attempts: StandingMark[];
}

/** Reads the cells of locked lessons in one statement, in the order of the places. */
export async function loadMarkCells(transaction: Transaction, journalId: string, places: readonly CellPlace[]): Promise<MarkCellFacts[]> {
  if (places.length === 0) return [];
  const columns = [places.map((one) => one.lessonId), places.map((one) => one.assessmentId), places.map((one) => one.pupilId)];
  return transaction.query<MarkCellFacts>(CELLS, [transaction.schoolId, journalId, ...columns]);
}

const CELLS: Statement = {
  name: "mark-cells",
  text: `
  SELECT ${isPupilOfJournal("journal", "cell.pupil_id", "lesson.date")} AS "isEnrolled", ${rulesOn("lesson.date")} AS rules,
    attendance.kind AS attendance, resit.planned_on AS "resitOn",
    CASE WHEN assessment.id IS NOT NULL THEN json_build_object('id', assessment.id, 'lessonId', lesson.id, 'number', assessment.number,
      'kind', assessment.kind, 'weight', assessment.weight, 'title', assessment.title, 'mandatory', assessment.mandatory, 'scale', assessment.scale,
      'maxPoints', assessment.max_points) END AS assessment,
    (SELECT COALESCE(json_agg(json_build_object('id', mark.id, 'attempt', mark.attempt, 'value', ${markValue("mark")},
              'pointsHundredths', (mark.points * 100)::int, 'debtUntil', mark.debt_until, 'comment', mark.comment, 'version', mark.version)
              ORDER BY mark.attempt), '[]')
       FROM mark WHERE mark.school_id = $1 AND mark.assessment_id = assessment.id AND mark.pupil_id = cell.pupil_id) AS attempts
  FROM unnest($3::uuid[], $4::uuid[], $5::uuid[]) WITH ORDINALITY AS cell (lesson_id, assessment_id, pupil_id, place)
  JOIN lesson ON lesson.school_id = $1 AND lesson.journal_id = $2 AND lesson.id = cell.lesson_id
  JOIN journal ON journal.school_id = $1 AND journal.id = $2
  LEFT JOIN LATERAL (
    SELECT * FROM assessment
    WHERE assessment.school_id = $1 AND assessment.lesson_id = lesson.id AND (cell.assessment_id IS NULL OR assessment.id = cell.assessment_id)
    ORDER BY assessment.number LIMIT 1) assessment ON true
  LEFT JOIN attendance ON attendance.school_id = $1 AND attendance.lesson_id = lesson.id AND attendance.pupil_id = cell.pupil_id
  LEFT JOIN resit ON resit.school_id = $1 AND resit.assessment_id = assessment.id AND resit.pupil_id = cell.pupil_id AND resit.state = 'PLANNED'
  ORDER BY cell.place`,
};
