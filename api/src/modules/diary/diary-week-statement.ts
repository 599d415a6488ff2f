import type { Statement } from "../../kernel/database";
import { lessonTeacher } from "../lessons/lesson-teacher";
import { countedPoints } from "../marks/counted-points";
import { markStands, markValue } from "../marks/mark-scale";
import { listName, shortName } from "../people/person-name";
import { journalsOfPupil } from "../journals/journals-of-pupil";

/**
 * $1 school, $2 pupil, $3 the viewer's diaries, $4 Monday, $5 Saturday, $6 today. Marks and
 * absences name their lesson.
 *
 * Homework falls to the first lesson on or after the day it is due, by default the day after it was given, that is not cancelled: so to a
 * lesson falls what came due after the one before it.
 */
export const DIARY_WEEK: Statement = {
  name: "diary-week",
  text: `
  WITH pupil AS MATERIALIZED (
    SELECT person.id, ${listName("person")} AS name FROM person WHERE person.school_id = $1 AND person.id = $2 AND person.id = ANY($3::uuid[])
  ), lessons AS MATERIALIZED (
    SELECT lesson.*, stay.subject_id, ${lessonTeacher("lesson")} AS given_by
    FROM (${journalsOfPupil("$2", "$4::date", "$5::date")}) stay
    JOIN lesson ON lesson.school_id = $1 AND lesson.journal_id = stay.journal_id
      AND lesson.date BETWEEN GREATEST($4::date, stay.valid_from) AND LEAST($5::date, stay.valid_to)
    WHERE EXISTS (SELECT FROM pupil)
  )
  SELECT pupil.name,
    (SELECT school_class.label FROM enrolment JOIN school_class ON school_class.school_id = $1 AND school_class.id = enrolment.class_id
       WHERE enrolment.school_id = $1 AND enrolment.pupil_id = $2 AND enrolment.valid_from <= $5::date
         AND (enrolment.valid_to IS NULL OR enrolment.valid_to >= $4::date)
       ORDER BY enrolment.valid_from DESC LIMIT 1) AS class_label,
    (SELECT json_object_agg(date, name) FROM calendar_exception
       WHERE school_id = $1 AND date BETWEEN $4::date AND $5::date AND follows_weekday IS NULL) AS holidays,
    (SELECT json_agg(json_build_array(lessons.id, lessons.date, lessons.slot, left(lessons.starts_at::text, 5), left(lessons.ends_at::text, 5),
              (SELECT name FROM subject WHERE subject.school_id = $1 AND subject.id = lessons.subject_id),
              lessons.room, (SELECT ${shortName("person")} FROM person WHERE person.school_id = $1 AND person.id = lessons.given_by), lessons.status, CASE WHEN lessons.status = 'HELD' AND lessons.date <= $6::date THEN lessons.topic END,
              NULLIF(given.text, ''), given.due_on, given.expected_minutes, due.homework, lessons.given_by) ORDER BY lessons.date, lessons.starts_at, lessons.slot, lessons.id)
       FROM lessons
       LEFT JOIN homework AS given ON given.school_id = $1 AND given.lesson_id = lessons.id
       LEFT JOIN LATERAL (
         SELECT COALESCE((
           SELECT earlier.date FROM lesson AS earlier
           WHERE earlier.school_id = $1 AND earlier.journal_id = lessons.journal_id AND (earlier.date, earlier.slot) < (lessons.date, lessons.slot)
             AND earlier.status <> 'CANCELLED'
           ORDER BY earlier.date DESC, earlier.slot DESC LIMIT 1), '-infinity') AS date) before ON true
       LEFT JOIN LATERAL (
         SELECT json_agg(json_build_array(text, given_on, due_on, expected_minutes) ORDER BY given_on) AS homework FROM (
           SELECT homework.text, source.date AS given_on, homework.due_on, homework.expected_minutes
           FROM homework JOIN lesson AS source ON source.school_id = $1 AND source.id = homework.lesson_id AND source.date < lessons.date
           WHERE homework.school_id = $1 AND homework.journal_id = lessons.journal_id AND homework.due_on > before.date AND homework.due_on <= lessons.date
             AND homework.text <> ''
           UNION ALL
           SELECT homework.text, source.date, NULL, homework.expected_minutes
           FROM lesson AS source JOIN homework ON homework.school_id = $1 AND homework.lesson_id = source.id AND homework.due_on IS NULL AND homework.text <> ''
           WHERE source.school_id = $1 AND source.journal_id = lessons.journal_id AND source.date >= before.date AND source.date < lessons.date
         ) falls WHERE lessons.status <> 'CANCELLED') due ON true) AS lessons,
    (SELECT json_agg(json_build_array(mark.lesson_id, ${markValue("mark")}, assessment.kind, assessment.title, assessment.weight, mark.comment, mark.set_at, mark.attempt,
              ${countedPoints("mark", "assessment")}, mark.debt_until, mark.id)
              ORDER BY assessment.number, mark.attempt)
       FROM mark JOIN assessment ON assessment.school_id = $1 AND assessment.id = mark.assessment_id
       WHERE mark.school_id = $1 AND mark.pupil_id = $2 AND mark.lesson_date BETWEEN $4::date AND $5::date
         AND ${markStands("mark")}) AS marks,
    (SELECT json_agg(json_build_array(subject.name, assessment.kind, assessment.title, mark.lesson_date, mark.debt_until)
              ORDER BY mark.debt_until, mark.lesson_date, subject.sort_order, assessment.number)
       FROM mark JOIN assessment ON assessment.school_id = $1 AND assessment.id = mark.assessment_id
       JOIN journal ON journal.school_id = $1 AND journal.id = mark.journal_id
       JOIN subject ON subject.school_id = $1 AND subject.id = journal.subject_id
       WHERE mark.school_id = $1 AND mark.pupil_id = $2 AND mark.debt_until IS NOT NULL) AS debts,
    (SELECT json_agg(json_build_array(attendance.lesson_id, attendance.kind, attendance.minutes_late, attendance.reason))
       FROM attendance
       WHERE attendance.school_id = $1 AND attendance.pupil_id = $2 AND attendance.lesson_date BETWEEN $4::date AND $5::date
         AND attendance.kind IS NOT NULL) AS attendance,
    (SELECT json_agg(json_build_array(resit.planned_on, resit.lesson_id, subject.name, assessment.kind, assessment.title, lesson.date, resit.note,
              EXISTS (SELECT FROM mark WHERE mark.school_id = $1 AND mark.assessment_id = resit.assessment_id AND mark.pupil_id = $2
                AND num_nonnulls(mark.grade, mark.passed) = 1)) ORDER BY resit.planned_on, subject.sort_order, lesson.date, resit.id)
       FROM resit
       JOIN assessment ON assessment.school_id = $1 AND assessment.id = resit.assessment_id
       JOIN lesson ON lesson.school_id = $1 AND lesson.id = resit.lesson_id
       JOIN journal ON journal.school_id = $1 AND journal.id = resit.journal_id
       JOIN subject ON subject.school_id = $1 AND subject.id = journal.subject_id
       JOIN attendance ON attendance.school_id = $1 AND attendance.lesson_id = resit.lesson_id AND attendance.pupil_id = $2
         AND attendance.kind IN ('ABSENT', 'SICK', 'EXCUSED')
       WHERE resit.school_id = $1 AND resit.pupil_id = $2 AND resit.planned_on BETWEEN $4::date AND $5::date AND resit.state = 'PLANNED') AS resits
  FROM pupil`,
};
