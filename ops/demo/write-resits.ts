import type { ClientBase } from "pg";

/**
 * Control works of the running term as a school has them: some pupils still without a mark, most of those who were absent with a day of a resit, and the resits
 * that are over with their marks. Marks of terms that are over stay as they are: their term marks were given by them.
 */
export async function writeResits(client: ClientBase, { id, today }: { id: string; today: string }): Promise<void> {
  await client.query(LEAVE_UNMARKED, [id, today]);
  await client.query(PLAN, [id, today]);
  await client.query(MARK, [id, today]);
}

/** Chance is the hash of the ids, so that it falls the same way whenever the school is made. */
const chance = (what: string): string => `(abs(hashtext(${what})) % 100)`;

/** An id of version 7 at the moment of the work's, by name. */
const idAt = (moment: string, name: string): string =>
  `(substr(${moment}::text, 1, 14) || '7' || substr(md5(${name}), 1, 3) || '-8' || substr(md5(${name}), 4, 3) || '-' || substr(md5(${name}), 7, 12))::uuid`;

const RUNNING = `
  lesson JOIN journal ON journal.school_id = $1 AND journal.id = lesson.journal_id
  JOIN term ON term.school_id = $1 AND term.academic_year_id = journal.academic_year_id AND term.kind = journal.term_kind
    AND lesson.date BETWEEN term.starts_on AND term.ends_on AND term.ends_on >= $2::date
  JOIN assessment ON assessment.school_id = $1 AND assessment.lesson_id = lesson.id AND assessment.mandatory`;

/** Of every fifth work of the last week or so a few pupils. */
const LEAVE_UNMARKED = `
  DELETE FROM mark USING ${RUNNING}
  WHERE mark.school_id = $1 AND mark.assessment_id = assessment.id AND lesson.school_id = $1 AND lesson.date BETWEEN $2::date - 12 AND $2::date
    AND ${chance("assessment.id::text")} < 22 AND ${chance("assessment.id::text || mark.pupil_id")} < 12`;

/** Three of four who were absent have a day: the journal's second lesson after the work. */
const PLAN = `
  INSERT INTO resit (school_id, id, assessment_id, lesson_id, journal_id, pupil_id, planned_on, state, note, set_at, set_by)
  SELECT $1, ${idAt("assessment.id", "'resit' || assessment.id || attendance.pupil_id")}, assessment.id, lesson.id, lesson.journal_id, attendance.pupil_id, next.date,
    'PLANNED', CASE WHEN ${chance("assessment.id::text || 'note'")} < 40 THEN 'После уроков, кабинет ' || lesson.room END, lesson.recorded_at + interval '1 day', lesson.taught_by
  FROM ${RUNNING}
  JOIN attendance ON attendance.school_id = $1 AND attendance.lesson_id = lesson.id AND attendance.kind IN ('ABSENT', 'SICK', 'EXCUSED')
  CROSS JOIN LATERAL (SELECT later.date FROM lesson later WHERE later.school_id = $1 AND later.journal_id = lesson.journal_id AND later.date > lesson.date
    AND later.status <> 'CANCELLED' ORDER BY later.date OFFSET 1 LIMIT 1) next
  WHERE lesson.school_id = $1 AND lesson.date < $2::date AND lesson.recorded_at + interval '1 day' < $2::date AND ${chance("assessment.id::text || attendance.pupil_id || 'day'")} < 75`;

/** Nine of ten resits that are over have their mark. */
const MARK = `
  INSERT INTO mark (school_id, id, assessment_id, lesson_id, journal_id, lesson_date, pupil_id, grade, passed, set_at, set_by)
  SELECT $1, ${idAt("resit.id", "'mark' || resit.id")}, resit.assessment_id, resit.lesson_id, resit.journal_id, lesson.date, resit.pupil_id,
    CASE WHEN journal.marking_scheme = 'FIVE_POINT' THEN 3 + ${chance("resit.id::text")} % 3 END, CASE WHEN journal.marking_scheme = 'PASS_FAIL' THEN true END,
    resit.planned_on + time '15:00' AT TIME ZONE 'Europe/Moscow', resit.set_by
  FROM resit
  JOIN lesson ON lesson.school_id = $1 AND lesson.id = resit.lesson_id
  JOIN journal ON journal.school_id = $1 AND journal.id = resit.journal_id AND journal.marking_scheme <> 'NONE'
  WHERE resit.school_id = $1 AND resit.planned_on < $2::date AND ${chance("resit.id::text || 'mark'")} < 90
    AND NOT EXISTS (SELECT FROM mark WHERE mark.school_id = $1 AND mark.assessment_id = resit.assessment_id AND mark.pupil_id = resit.pupil_id)`;
