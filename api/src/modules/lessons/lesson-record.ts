import type { Statement, Transaction } from "../../kernel/database";
import { rulesOn, type StoredRules } from "../assessment-rules/assessment-rules";
import type { Column, FoundColumn } from "./decide-columns";

/** What recording a lesson has to know beside the lesson itself. */
export interface RecordFacts {
  /** The plan topic of the record that is asked for, and of the one that stands; null: there is none in this journal's plan. */
  wantedTopic: number | null;
  standingTopic: number | null;
  /** The school's rules on the lesson's date. */
  rules: StoredRules | null;
  /** The lesson's columns, and others of the ids asked for. */
  columns: FoundColumn[];
}

/** Reads it in one statement, under the lesson's lock. */
export async function loadRecordFacts(
  transaction: Transaction,
  lesson: { id: string; journalId: string; planTopicId: string | null },
  planTopicId: string | null,
  columnIds: readonly string[],
): Promise<RecordFacts> {
  const values = [transaction.schoolId, lesson.id, lesson.journalId, planTopicId, lesson.planTopicId, columnIds];
  const [facts] = await transaction.query<RecordFacts>(FACTS, values);
  return facts!;
}

/** The record as it is to stand. `teacherId`: who taught, where nobody is named yet. */
export interface NewRecord {
  lessonId: string;
  topic: string;
  planTopicId: string | null;
  teacherId: string;
  at: Date;
  by: string;
  /** Written late, by this opening of a closed term. */
  openingId: string | null;
}

/** Makes the lesson held; when and by whom it was first recorded stays. Columns taken away go first, so that their numbers are free. */
export async function writeRecord(
  transaction: Transaction,
  record: NewRecord,
  columns: { removed: readonly string[]; written: readonly Column[] },
): Promise<void> {
  if (columns.removed.length > 0) await transaction.query(REMOVE_COLUMNS, [transaction.schoolId, record.lessonId, columns.removed]);
  await transaction.query(WRITE, [
    transaction.schoolId,
    record.lessonId,
    record.topic,
    record.planTopicId,
    record.teacherId,
    record.at,
    record.by,
    JSON.stringify(columns.written),
    record.openingId,
  ]);
}

const FACTS: Statement = {
  name: "lesson-record-facts",
  text: `
  SELECT ${rulesOn("(SELECT date FROM lesson WHERE school_id = $1 AND id = $2)")} AS rules,
    (SELECT number FROM plan_topic WHERE school_id = $1 AND journal_id = $3 AND id = $4) AS "wantedTopic",
    (SELECT number FROM plan_topic WHERE school_id = $1 AND journal_id = $3 AND id = $5) AS "standingTopic",
    (SELECT COALESCE(json_agg(json_build_object('id', assessment.id, 'number', assessment.number, 'kind', assessment.kind, 'weight', assessment.weight,
              'title', assessment.title, 'mandatory', assessment.mandatory, 'scale', assessment.scale, 'maxPoints', assessment.max_points, 'isOfLesson', assessment.lesson_id = $2,
              'hasMarks', EXISTS (SELECT FROM mark WHERE mark.school_id = $1 AND mark.assessment_id = assessment.id)
                OR EXISTS (SELECT FROM resit WHERE resit.school_id = $1 AND resit.assessment_id = assessment.id)) ORDER BY assessment.number), '[]')
       FROM assessment WHERE assessment.school_id = $1 AND (assessment.lesson_id = $2 OR assessment.id = ANY($6::uuid[]))) AS columns`,
};

const REMOVE_COLUMNS: Statement = {
  name: "lesson-remove-columns",
  text: `DELETE FROM assessment WHERE school_id = $1 AND lesson_id = $2 AND id = ANY($3::uuid[])`,
};

const WRITE: Statement = {
  name: "lesson-record",
  text: `
  WITH columns AS (
    INSERT INTO assessment (school_id, id, lesson_id, number, kind, weight, title, mandatory, scale, max_points)
    SELECT $1, id, $2, number, kind, weight, title, mandatory, scale, "maxPoints"
    FROM jsonb_to_recordset($8::jsonb) AS new (id uuid, number smallint, kind text, weight numeric, title text, mandatory boolean, scale text,
      "maxPoints" numeric)
    ON CONFLICT (school_id, id) DO UPDATE
      SET kind = EXCLUDED.kind, weight = EXCLUDED.weight, title = EXCLUDED.title, mandatory = EXCLUDED.mandatory,
          scale = EXCLUDED.scale, max_points = EXCLUDED.max_points
      WHERE assessment.lesson_id = EXCLUDED.lesson_id)
  UPDATE lesson SET status = 'HELD', topic = $3, plan_topic_id = $4, taught_by = COALESCE(taught_by, $5), recorded_at = COALESCE(recorded_at, $6),
    recorded_by = COALESCE(recorded_by, $7), opening_id = $9, version = version + 1
  WHERE school_id = $1 AND id = $2`,
};
