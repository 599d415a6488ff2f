import type { Statement } from "../../kernel/database";
import { TERM_COLUMNS, termsOfPage } from "../calendar/terms-of-page";
import { rulesOn } from "../assessment-rules/assessment-rules";
import { weeklyHoursOn } from "../journals/weekly-hours";
import { countedPoints } from "../marks/counted-points";
import { markStands, markValue } from "../marks/mark-scale";
import { listName, shortName } from "../people/person-name";
import { journalsOfPupil } from "../journals/journals-of-pupil";

/**
 * $1 school, $2 pupil, $3 the viewer's diaries, $4 term or null, $5 today, $6 now. Journals have a place, counted from 0, by subject and
 * then the latest first; marks name it. A journal is of the page's year; `is_of_term` tells whether the pupil was in its list in the term. Lessons held
 * are counted only in subjects of which some were missed: nothing else depends on them.
 */
export const PUPIL_TERM: Statement = {
  name: "pupil-term",
  text: `
  WITH class AS MATERIALIZED (
    SELECT school_class.*, ${listName("person")} AS pupil_name
    FROM person
    JOIN enrolment ON enrolment.school_id = $1 AND enrolment.pupil_id = person.id
    JOIN school_class ON school_class.school_id = $1 AND school_class.id = enrolment.class_id
    LEFT JOIN term AS asked ON asked.school_id = $1 AND asked.id = $4::uuid
    WHERE person.school_id = $1 AND person.id = $2 AND person.id = ANY($3::uuid[])
      AND ($4::uuid IS NULL OR (school_class.academic_year_id = asked.academic_year_id AND school_class.term_kind = asked.kind))
    ORDER BY CASE WHEN enrolment.valid_from <= $5::date THEN enrolment.valid_from END DESC NULLS LAST, enrolment.valid_from LIMIT 1
  ), ${termsOfPage({ source: "class", termId: "$4", today: "$5", now: "$6", journalId: null, classes: "SELECT class.id AS class_id" })}, journals AS MATERIALIZED (
    SELECT row_number() OVER (ORDER BY subject.sort_order, subject.id, max(stay.valid_from) DESC, journal.id) - 1 AS place, journal.id, journal.subject_id,
      subject.name AS subject, CASE WHEN journal.kind IN ('CLASS', 'GROUP', 'HOME') THEN 'CLASS' ELSE journal.kind END AS kind, journal.kind = 'HOME' AS is_home,
      journal.marking_scheme, min(stay.valid_from) AS came, max(stay.valid_to) AS went, bool_or(stay.valid_to >= chosen.starts_on) AS is_of_term
    FROM chosen, class, (${journalsOfPupil("$2", "(SELECT min(starts_on) FROM terms)", "(SELECT ends_on FROM chosen)")}) stay
    JOIN journal ON journal.school_id = $1 AND journal.id = stay.journal_id
    JOIN subject ON subject.school_id = $1 AND subject.id = journal.subject_id
    WHERE journal.academic_year_id = class.academic_year_id
    GROUP BY journal.id, journal.subject_id, journal.kind, journal.marking_scheme, subject.id, subject.name, subject.sort_order
  ), absences AS MATERIALIZED (
    SELECT journals.place, journals.subject_id, attendance.kind, count(*) AS lessons, count(*) FILTER (WHERE lesson.status = 'HELD') AS held
    FROM chosen, attendance JOIN journals ON journals.id = attendance.journal_id
    JOIN lesson ON lesson.school_id = $1 AND lesson.id = attendance.lesson_id
    WHERE attendance.school_id = $1 AND attendance.pupil_id = $2 AND attendance.lesson_date BETWEEN chosen.starts_on AND chosen.ends_on
      AND attendance.kind IS NOT NULL
    GROUP BY journals.place, journals.subject_id, attendance.kind
  ), missed AS (
    SELECT subject_id FROM absences WHERE kind IN ('ABSENT', 'SICK', 'EXCUSED')
  )
  SELECT class.pupil_name AS name, class.label AS class_label, ${TERM_COLUMNS}, ${rulesOn("LEAST($5::date, chosen.ends_on)")} AS rules,
    (SELECT json_agg(json_build_array(journals.id, journals.subject_id, journals.kind, journals.subject, journals.is_of_term, load.teachers,
              journals.marking_scheme, ${weeklyHoursOn("journals.id", "LEAST($5::date, chosen.ends_on)")}, held.lessons, journals.is_home) ORDER BY journals.place)
       FROM journals LEFT JOIN LATERAL (
         SELECT json_agg(DISTINCT ${shortName("person")}) AS teachers
         FROM teaching_load JOIN person ON person.school_id = $1 AND person.id = teaching_load.staff_id
         WHERE teaching_load.school_id = $1 AND teaching_load.journal_id = journals.id AND teaching_load.valid_from <= chosen.ends_on
           AND (teaching_load.valid_to IS NULL OR teaching_load.valid_to >= chosen.starts_on)) load ON true
       LEFT JOIN LATERAL (
         SELECT count(*) AS lessons FROM lesson
         WHERE lesson.school_id = $1 AND lesson.journal_id = journals.id AND lesson.status = 'HELD'
           AND lesson.date BETWEEN GREATEST(chosen.starts_on, journals.came) AND LEAST(chosen.ends_on, journals.went)
           AND journals.subject_id IN (SELECT subject_id FROM missed)) held ON true) AS journals,
    (SELECT json_agg(json_build_array(journals.place, lesson.id, lesson.date, ${markValue("mark")}, assessment.kind, assessment.title, assessment.weight, mark.attempt, mark.share,
              CASE WHEN lesson.status = 'HELD' THEN lesson.topic END, mark.comment, ${countedPoints("mark", "assessment")}, mark.debt_until, mark.id) ORDER BY lesson.date, lesson.slot, assessment.number, mark.attempt)
       FROM mark JOIN journals ON journals.id = mark.journal_id
       JOIN assessment ON assessment.school_id = $1 AND assessment.id = mark.assessment_id
       JOIN lesson ON lesson.school_id = $1 AND lesson.id = mark.lesson_id
       WHERE mark.school_id = $1 AND mark.pupil_id = $2 AND mark.lesson_date BETWEEN chosen.starts_on AND chosen.ends_on
         AND ${markStands("mark")}) AS marks,
    (SELECT json_agg(json_build_array(journals.place, term_mark.id, term_mark.kind, term_mark.term_id, term_mark.grade, term_mark.passed, term_mark.special, term_mark.reason) ORDER BY terms.number, journals.is_home DESC, journals.place)
       FROM term_mark JOIN journals ON journals.id = term_mark.journal_id
       LEFT JOIN terms ON terms.id = term_mark.term_id
       WHERE term_mark.school_id = $1 AND term_mark.pupil_id = $2
         AND (term_mark.kind <> 'TERM' OR (term_mark.kind = 'TERM' AND terms.starts_on <= chosen.starts_on))) AS term_marks,
    (SELECT json_agg(json_build_array(place, kind, lessons, held)) FROM absences) AS attendance
  FROM class CROSS JOIN chosen`,
};
