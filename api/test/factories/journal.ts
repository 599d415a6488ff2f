import type { Client } from "pg";
import { uuidv7 } from "uuidv7";
import { insert } from "./insert";

/** A subject; a foreign language when `foreign` is set. */
export async function makeSubject(owner: Client, schoolId: string, name: string, sortOrder: number, foreign = false): Promise<string> {
  const id = uuidv7();
  await insert(owner, "subject", {
    school_id: schoolId,
    id,
    name,
    short_name: name.slice(0, 12),
    subject_area: foreign ? "FOREIGN" : "MATHEMATICS",
    is_foreign_language: foreign,
    sort_order: sortOrder,
  });
  return id;
}

/** The journal of one subject for a class, taught by one teacher from the start of the year (to `until`, when it is given). */
export async function makeJournal(
  owner: Client,
  place: { schoolId: string; yearId: string; subjectId: string; classId: string; teacherId: string; scheme?: string; until?: string },
): Promise<string> {
  const id = uuidv7();
  const { schoolId, yearId, subjectId, classId, teacherId, scheme = "FIVE_POINT", until = null } = place;
  await insert(owner, "journal", {
    school_id: schoolId,
    id,
    academic_year_id: yearId,
    subject_id: subjectId,
    kind: "CLASS",
    class_id: classId,
    marking_scheme: scheme,
    term_kind: "QUARTER",
  });
  await insert(owner, "teaching_load", {
    school_id: schoolId,
    id: uuidv7(),
    journal_id: id,
    staff_id: teacherId,
    weekly_hours: 5,
    valid_from: "2026-09-01",
    valid_to: until,
  });
  return id;
}

/** A lesson of a journal: planned, or held with a topic. */
export async function makeLesson(
  owner: Client,
  place: { schoolId: string; journalId: string; teacherId: string; date: string; slot?: number; status?: string; topic?: string },
): Promise<string> {
  const id = uuidv7();
  const { schoolId, journalId, teacherId, date, slot = 1, status = "PLANNED", topic = "Сложение дробей" } = place;
  const held = status === "HELD";
  await insert(owner, "lesson", {
    school_id: schoolId,
    id,
    journal_id: journalId,
    date,
    slot,
    starts_at: `${String(7 + slot).padStart(2, "0")}:30`,
    ends_at: `${String(8 + slot).padStart(2, "0")}:15`,
    status,
    teacher_id: teacherId,
    topic: held ? topic : null,
    taught_by: held ? teacherId : null,
    recorded_at: held ? `${date}T12:00:00+03:00` : null,
    recorded_by: held ? teacherId : null,
  });
  return id;
}

/** Somebody else gives the lesson. */
export async function makeSubstitution(owner: Client, place: { schoolId: string; lessonId: string; staffId: string }): Promise<void> {
  const { schoolId, lessonId, staffId } = place;
  await owner.query(
    `INSERT INTO substitution (school_id, id, lesson_id, journal_id, lesson_date, kind, staff_id, reason)
     SELECT school_id, $3, id, journal_id, date, 'TEACHER', $4, 'Болезнь учителя' FROM lesson WHERE school_id = $1 AND id = $2`,
    [schoolId, lessonId, uuidv7(), staffId],
  );
}
