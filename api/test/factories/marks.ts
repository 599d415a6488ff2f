import type { Client } from "pg";
import { uuidv7 } from "uuidv7";
import { insert } from "./insert";

/** A column of marks under a lesson. */
export async function makeColumn(
  owner: Client,
  place: { schoolId: string; lessonId: string; number?: number; kind?: string; weight?: number; title?: string; mandatory?: boolean },
): Promise<string> {
  const id = uuidv7();
  const { schoolId, lessonId, number = 1, kind = "ORAL", weight = 1, title = null, mandatory = false } = place;
  await insert(owner, "assessment", { school_id: schoolId, id, lesson_id: lessonId, number, kind, weight, title, mandatory });
  return id;
}

/** A grade, or a pass, in a column; `cleared` when neither is given. A retake has an attempt above 1, and the mark that it replaces no share. */
export async function makeMark(
  owner: Client,
  place: {
    columnId: string;
    pupilId: string;
    grade?: number;
    passed?: boolean;
    comment?: string;
    version?: number;
    attempt?: number;
    share?: number;
  },
): Promise<void> {
  const { columnId, pupilId, grade = null, passed = null, comment = null, version = 1, attempt = 1, share = 2520 } = place;
  await owner.query(
    `INSERT INTO mark (school_id, id, assessment_id, lesson_id, journal_id, lesson_date, pupil_id, grade, passed, comment, version, attempt, share, set_at, set_by)
     SELECT lesson.school_id, $1, assessment.id, lesson.id, lesson.journal_id, lesson.date, $3, $4, $5, $6, $7, $8, $9, '2026-11-20T12:00:00+03:00', lesson.teacher_id
     FROM assessment JOIN lesson ON lesson.school_id = assessment.school_id AND lesson.id = assessment.lesson_id WHERE assessment.id = $2`,
    [uuidv7(), columnId, pupilId, grade, passed, comment, version, attempt, share],
  );
}

/** An absence, or another exception, at a lesson. */
export async function makeAbsence(
  owner: Client,
  place: { lessonId: string; pupilId: string; kind?: string; reason?: string },
): Promise<void> {
  const { lessonId, pupilId, kind = "ABSENT", reason = null } = place;
  await owner.query(
    `INSERT INTO attendance (school_id, id, lesson_id, journal_id, lesson_date, pupil_id, kind, reason, set_at, set_by)
     SELECT school_id, $1, id, journal_id, date, $3, $4, $5, '2026-11-20T12:00:00+03:00', teacher_id FROM lesson WHERE id = $2`,
    [uuidv7(), lessonId, pupilId, kind, reason],
  );
}

/** Homework given on a lesson. */
export async function makeHomework(
  owner: Client,
  place: { lessonId: string; text: string; dueOn?: string; version?: number },
): Promise<void> {
  const { lessonId, text, dueOn = null, version = 1 } = place;
  await owner.query(
    `INSERT INTO homework (school_id, id, lesson_id, journal_id, text, due_on, expected_minutes, version, set_at, set_by)
     SELECT school_id, $1, id, journal_id, $3, $4, 20, $5, '2026-11-20T12:00:00+03:00', teacher_id FROM lesson WHERE id = $2`,
    [uuidv7(), lessonId, text, dueOn, version],
  );
}

/** A term mark in a journal. */
export async function makeTermMark(
  owner: Client,
  place: {
    schoolId: string;
    journalId: string;
    pupilId: string;
    termId: string | null;
    kind?: string;
    grade?: number;
    passed?: boolean;
    special?: string;
    by: string;
  },
): Promise<void> {
  const { schoolId, journalId, pupilId, termId, kind = "TERM", grade = null, passed = null, special = null, by } = place;
  await insert(owner, "term_mark", {
    school_id: schoolId,
    id: uuidv7(),
    journal_id: journalId,
    pupil_id: pupilId,
    kind,
    term_id: termId,
    grade,
    passed,
    special,
    set_at: "2026-11-20T12:00:00+03:00",
    set_by: by,
  });
}
