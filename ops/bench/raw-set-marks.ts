import { createHash } from "node:crypto";
import type pg from "pg";

/** A column of marks, already known to be right. */
export interface RawMarks {
  schoolId: string;
  operationId: string;
  accountId: string;
  by: string;
  journalId: string;
  lessonId: string;
  assessmentId: string;
  pupilIds: string[];
  grades: number[];
}

/** The same write in one transaction: the operation, the lesson's lock, the marks, and the history with its chain of hashes. */
export async function rawSetMarks(pool: pg.Pool, marks: RawMarks): Promise<string> {
  const client = await pool.connect();
  const { schoolId, operationId, accountId, by, journalId, lessonId, assessmentId, pupilIds, grades } = marks;
  try {
    await client.query("BEGIN");
    const begun = { name: "operation", text: OPERATION, values: [schoolId, operationId, accountId] };
    await client.query(begun);
    await client.query({ name: "lock", text: LOCK, values: [schoolId, lessonId] });
    const { rows } = await client.query<MarkRow>({ name: "marks", text: MARKS, values: [schoolId, assessmentId, pupilIds, grades, by] });
    const { rows: heads } = await client.query<{ seq: string; hash: Buffer }>({ name: "head", text: HEAD, values: [schoolId] });
    let { seq, hash } = { seq: BigInt(heads[0]!.seq), hash: heads[0]!.hash };
    const history = rows.map((row) => {
      seq += 1n;
      hash = createHash("sha256")
        .update(hash)
        .update(JSON.stringify([seq.toString(), row]))
        .digest();
      return {
        seq: seq.toString(),
        thing_id: row.id,
        pupil_id: row.pupil_id,
        after: { value: String(row.grade) },
        hash: hash.toString("hex"),
      };
    });
    const values = [schoolId, JSON.stringify(history), by, operationId, journalId, lessonId, seq.toString(), hash];
    await client.query({ name: "history", text: HISTORY, values });
    await client.query("COMMIT");
    return JSON.stringify({ data: { setMarks: { cells: rows } } });
  } catch (failure) {
    await client.query("ROLLBACK");
    throw failure;
  } finally {
    client.release();
  }
}

interface MarkRow {
  id: string;
  pupil_id: string;
  grade: number;
  version: number;
}

const OPERATION = `INSERT INTO operation (school_id, id, account_id, name, input_hash, at, answer) VALUES ($1, $2, $3, 'setMarks', '\\x00', now(), '{}')`;
const LOCK = `SELECT id FROM lesson WHERE school_id = $1 AND id = $2 FOR NO KEY UPDATE`;
const MARKS = `UPDATE mark SET grade = cell.grade, version = version + 1, set_at = now(), set_by = $5
  FROM unnest($3::uuid[], $4::smallint[]) AS cell (pupil_id, grade)
  WHERE mark.school_id = $1 AND mark.assessment_id = $2 AND mark.pupil_id = cell.pupil_id AND mark.attempt = 1
  RETURNING mark.id, mark.pupil_id, mark.grade, mark.version`;
const HEAD = `INSERT INTO history_head AS head (school_id, seq, hash) VALUES ($1, 0, decode(repeat('00', 32), 'hex'))
  ON CONFLICT (school_id) DO UPDATE SET seq = head.seq RETURNING seq, hash`;
const HISTORY = `WITH rows AS (
    INSERT INTO history (school_id, seq, at, actor_id, operation_id, thing, thing_id, journal_id, lesson_id, pupil_id, before, after, hash)
    SELECT $1, seq, now(), $3, $4, 'MARK', thing_id, $5, $6, pupil_id, NULL, after, decode(hash, 'hex')
    FROM jsonb_to_recordset($2::jsonb) AS r (seq bigint, thing_id uuid, pupil_id uuid, after jsonb, hash text))
  UPDATE history_head SET seq = $7, hash = $8 WHERE school_id = $1`;
