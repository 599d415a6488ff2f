import type { ClientBase } from "pg";
import { namedId } from "./demo-ids.ts";
import { schoolDayBefore } from "./school-calendar.ts";
import type { AnnouncingSchool } from "./write-announcements.ts";

/** Writes the demo teacher's request to open the last closed term in one of the own journals: it waits for the deputy. Without a closed term there is none. */
export async function writeOpeningRequest(client: ClientBase, school: AnnouncingSchool): Promise<void> {
  const askedAt = `${schoolDayBefore(school.today, 1)}T15:10:00+03:00`;
  await client.query(REQUEST, [
    school.id,
    namedId(school.seed, Date.parse(askedAt), "OPENING_REQUEST"),
    school.personOf("teacher"),
    school.today,
    askedAt,
    "Внести отметку за контрольную работу, которую учащийся написал позже.",
    "Учащийся болел до конца четверти и написал работу в первый день после каникул.",
  ]);
}

const REQUEST = `
  INSERT INTO opening_request (school_id, id, term_id, journal_id, lesson_id, correction, reason, requested_by, requested_at)
  SELECT $1, $2, term.id, journal.id, lesson.id, $6, $7, $3, $5::timestamptz
  FROM teaching_load
  JOIN journal ON journal.school_id = $1 AND journal.id = teaching_load.journal_id
  JOIN academic_year ON academic_year.school_id = $1 AND academic_year.id = journal.academic_year_id AND academic_year.status = 'CURRENT'
  JOIN term ON term.school_id = $1 AND term.academic_year_id = journal.academic_year_id AND term.kind = journal.term_kind
  JOIN term_lock ON term_lock.school_id = $1 AND term_lock.term_id = term.id AND term_lock.locked_at < $5::timestamptz
  JOIN lesson ON lesson.school_id = $1 AND lesson.journal_id = journal.id AND lesson.date BETWEEN term.starts_on AND term.ends_on AND lesson.status = 'HELD'
  WHERE teaching_load.school_id = $1 AND teaching_load.staff_id = $3 AND teaching_load.valid_from <= $4::date
    AND (teaching_load.valid_to IS NULL OR teaching_load.valid_to >= $4::date)
  ORDER BY term.starts_on DESC, lesson.date DESC, journal.id LIMIT 1`;
