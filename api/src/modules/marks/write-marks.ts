import type { Statement, Transaction } from "../../kernel/database";
import type { StoredMark } from "./mark-scale";
import type { PageAssessment } from "./page-mark";

/** A mark as it is to stand; `version` is one more than that which is being replaced. */
export interface NewMark extends StoredMark {
  id: string;
  assessmentId: string;
  lessonId: string;
  lessonDate: string;
  pupilId: string;
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
 * compared under that lock; the statement compares them once more.
 */
export async function writeMarks(
  transaction: Transaction,
  { journalId, at, by }: MarkWriting,
  columns: readonly PageAssessment[],
  marks: readonly NewMark[],
): Promise<void> {
  const [counted] = await transaction.query<{ written: number }>(WRITE, [
    transaction.schoolId,
    JSON.stringify(columns),
    JSON.stringify(marks),
    journalId,
    at,
    by,
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
    INSERT INTO mark (school_id, id, assessment_id, lesson_id, journal_id, lesson_date, pupil_id, grade, passed, comment, version, set_at, set_by, opening_id)
    SELECT $1, id, "assessmentId", "lessonId", $4, "lessonDate", "pupilId", grade, passed, comment, version, $5, $6, "openingId"
    FROM jsonb_to_recordset($3::jsonb) AS new (id uuid, "assessmentId" uuid, "lessonId" uuid, "lessonDate" date, "pupilId" uuid,
      grade smallint, passed boolean, comment text, version integer, "openingId" uuid)
    ON CONFLICT (school_id, assessment_id, pupil_id, attempt) DO UPDATE
      SET grade = EXCLUDED.grade, passed = EXCLUDED.passed, comment = EXCLUDED.comment, version = EXCLUDED.version,
          set_at = EXCLUDED.set_at, set_by = EXCLUDED.set_by, opening_id = EXCLUDED.opening_id
      WHERE mark.version = EXCLUDED.version - 1
    RETURNING id)
  SELECT count(*)::int AS written FROM written`,
};
