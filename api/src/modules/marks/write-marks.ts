import type { Statement, Transaction } from "../../kernel/database";
import type { PageAssessment } from "./page-mark";

/** A mark as it is to stand; `version` is one more than that which is being replaced. */
export interface NewMark {
  id: string;
  assessmentId: string;
  lessonId: string;
  lessonDate: string;
  pupilId: string;
  attempt: number;
  grade: number | null;
  passed: boolean | null;
  points: number | null;
  debtUntil: string | null;
  /** How much of it counts, in 2520ths. */
  share: number;
  comment: string | null;
  version: number;
  /** Written late, by this opening of a closed term. */
  openingId: string | null;
}

/** Who writes, when, and in which journal. */
export interface MarkWriting {
  journalId: string;
  at: Date;
  by: string;
}

/**
 * Writes the marks, and the columns that they need, in one statement. The lessons are locked and the versions were
 * compared under that lock; the statement compares them once more. `otherShares`: what other marks of the same works count for now.
 */
export async function writeMarks(
  transaction: Transaction,
  { journalId, at, by }: MarkWriting,
  columns: readonly PageAssessment[],
  marks: readonly NewMark[],
  otherShares: readonly { id: string; share: number }[],
): Promise<void> {
  const [counted] = await transaction.query<{ written: number }>(WRITE, [
    transaction.schoolId,
    JSON.stringify(columns),
    JSON.stringify(marks),
    journalId,
    at,
    by,
    JSON.stringify(otherShares),
  ]);
  if (counted?.written !== marks.length) throw new Error(`${marks.length} marks were decided on, ${counted?.written} could be written`);
}

const WRITE: Statement = {
  name: "write-marks",
  text: `
  WITH made AS (
    INSERT INTO assessment (school_id, id, lesson_id, number, kind, weight)
    SELECT $1, id, "lessonId", number, kind, weight
    FROM jsonb_to_recordset($2::jsonb) AS new (id uuid, "lessonId" uuid, number smallint, kind text, weight numeric)
  ), written AS (
    INSERT INTO mark (school_id, id, assessment_id, lesson_id, journal_id, lesson_date, pupil_id, grade, passed, comment, version, set_at, set_by, opening_id,
      attempt, points, debt_until, share)
    SELECT $1, id, "assessmentId", "lessonId", $4, "lessonDate", "pupilId", grade, passed, comment, version, $5, $6, "openingId", attempt, points, "debtUntil", share
    FROM jsonb_to_recordset($3::jsonb) AS new (id uuid, "assessmentId" uuid, "lessonId" uuid, "lessonDate" date, "pupilId" uuid,
      grade smallint, passed boolean, comment text, version integer, "openingId" uuid, attempt smallint, points numeric, "debtUntil" date, share smallint)
    ON CONFLICT (school_id, assessment_id, pupil_id, attempt) DO UPDATE
      SET grade = EXCLUDED.grade, passed = EXCLUDED.passed, comment = EXCLUDED.comment, version = EXCLUDED.version,
          set_at = EXCLUDED.set_at, set_by = EXCLUDED.set_by, opening_id = EXCLUDED.opening_id, points = EXCLUDED.points, debt_until = EXCLUDED.debt_until,
          share = EXCLUDED.share
      WHERE mark.version = EXCLUDED.version - 1
    RETURNING id
  ), shared AS (
    UPDATE mark SET share = other.share FROM jsonb_to_recordset($7::jsonb) AS other (id uuid, share smallint)
    WHERE mark.school_id = $1 AND mark.id = other.id)
  SELECT count(*)::int AS written FROM written`,
};
