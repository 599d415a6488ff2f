import type { Client } from "pg";
import { uuidv7 } from "uuidv7";
import type { Answer, TestClient } from "../test-server";
import { send } from "./commands";

/** A resit as the test asks for it. */
export interface ResitWish {
  pupilId: string;
  plannedOn?: string | null;
  note?: string;
  version?: number;
}

/** One pupil's result as the api answered it. */
export interface ResitAnswer {
  outcome: string;
  code: string | null;
  message: string | null;
  resit: { plannedOn: string; note: string | null; version: number } | null;
}

/** Sends `planResits` for a column of a lesson. */
export function sendResits(
  client: TestClient,
  work: { journalId: string; lessonId: string; assessmentId: string },
  resits: readonly ResitWish[],
): Promise<Answer<Record<string, { resits: ResitAnswer[] }>>> {
  const input = { ...work, resits: resits.map((one) => ({ version: 0, ...one })) };
  return send(client, "planResits", input, "resits { pupilId outcome code message resit { plannedOn note version } }");
}

/** A resit as it lies in the database. */
export async function makeResit(
  owner: Client,
  place: { columnId: string; pupilId: string; plannedOn: string; state?: string; note?: string },
): Promise<void> {
  const { columnId, pupilId, plannedOn, state = "PLANNED", note = null } = place;
  await owner.query(
    `INSERT INTO resit (school_id, id, assessment_id, lesson_id, journal_id, pupil_id, planned_on, state, note, set_at, set_by)
     SELECT lesson.school_id, $1, assessment.id, lesson.id, lesson.journal_id, $3, $4, $5, $6, '2026-11-20T12:00:00+03:00', lesson.teacher_id
     FROM assessment JOIN lesson ON lesson.school_id = assessment.school_id AND lesson.id = assessment.lesson_id WHERE assessment.id = $2`,
    [uuidv7(), columnId, pupilId, plannedOn, state, note],
  );
}
