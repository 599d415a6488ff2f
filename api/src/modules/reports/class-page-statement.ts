import type { Statement } from "../../kernel/database";
import { rulesOn } from "../assessment-rules/assessment-rules";
import { TERM_COLUMNS, termsOfPage } from "../calendar/terms-of-page";
import { markStands, markValue } from "../marks/mark-scale";
import { WHOLE_SHARE } from "../marks/weighted-average";
import { byName, listName, shortName } from "../people/person-name";

/**
 * $1 school, $2 class, $3 the classes that the viewer leads (null: every one), $4 term or null, $5 the date shown, $6 now.
 *
 * The roll is that of the date, or of the term's nearest day; a pupil's place on it, counted from 0, is named by the marks. Marks are read
 * by pupil, so those of a class that the pupil came from are among them, and packed by the work that they are for: a class has a thousand marks
 * of a hundred works. Of who `went` from the class before the year's end, nothing is told from after that day but what this class's journals give for a
 * term or the year: the rest is the next class's.
 */
export const CLASS_PAGE: Statement = {
  name: "class-page",
  text: `
  WITH this AS MATERIALIZED (
    SELECT * FROM school_class WHERE school_id = $1 AND id = $2 AND ($3::uuid[] IS NULL OR id = ANY($3::uuid[]))
  ), ${termsOfPage({ source: "this", termId: "$4", today: "$5", now: "$6", journalId: null, classes: "SELECT this.id AS class_id" })}, pupils AS MATERIALIZED (
    SELECT row_number() OVER (ORDER BY ${byName("person")}) - 1 AS place, person.id, person.surname, person.given_name, person.patronymic,
      CASE WHEN enrolment.valid_to < (SELECT max(ends_on) FROM terms) THEN enrolment.valid_to END AS went
    FROM this CROSS JOIN chosen
    JOIN enrolment ON enrolment.school_id = $1 AND enrolment.class_id = this.id
      AND daterange(enrolment.valid_from, enrolment.valid_to, '[]') @> LEAST(GREATEST($5::date, chosen.starts_on), chosen.ends_on)
    JOIN person ON person.school_id = $1 AND person.id = enrolment.pupil_id
  ), journals AS MATERIALIZED (
    SELECT journal.*, NULL AS group_name FROM this JOIN journal ON journal.school_id = $1 AND journal.class_id = this.id
    UNION ALL
    SELECT journal.*, study_group.name FROM this
    JOIN study_group_class ON study_group_class.school_id = $1 AND study_group_class.class_id = this.id
    JOIN study_group ON study_group.school_id = $1 AND study_group.id = study_group_class.group_id
    JOIN journal ON journal.school_id = $1 AND journal.group_id = study_group.id
    UNION ALL
    SELECT journal.*, ${listName("pupils")} FROM this CROSS JOIN pupils
    JOIN journal ON journal.school_id = $1 AND journal.academic_year_id = this.academic_year_id AND journal.pupil_id = pupils.id
  ), subjects AS MATERIALIZED (
    SELECT subject.* FROM subject WHERE subject.school_id = $1 AND subject.id IN (
      SELECT subject_id FROM journals WHERE marking_scheme <> 'NONE' AND kind IN ('CLASS', 'GROUP', 'HOME'))
  ), lessons AS MATERIALIZED (
    SELECT lesson.id, lesson.journal_id, lesson.slot, lesson.starts_at, lesson.status, lesson.recorded_at, journals.subject_id, journals.group_name
    FROM journals JOIN lesson ON lesson.school_id = $1 AND lesson.journal_id = journals.id AND lesson.date = $5::date
  )
  SELECT this.label, ${TERM_COLUMNS}, ${rulesOn("LEAST($5::date, chosen.ends_on)")} AS rules,
    (SELECT ${shortName("person")} FROM class_teacher JOIN person ON person.school_id = $1 AND person.id = class_teacher.staff_id
       WHERE class_teacher.school_id = $1 AND class_teacher.class_id = this.id
         AND class_teacher.valid_from <= $5::date AND (class_teacher.valid_to IS NULL OR class_teacher.valid_to >= $5::date)) AS class_teacher,
    (SELECT json_agg(json_build_array(subjects.id, subjects.name, subjects.short_name) ORDER BY subjects.sort_order, subjects.id) FROM subjects) AS subjects,
    (SELECT json_agg(json_build_array(journals.id, journals.subject_id, CASE WHEN journals.class_id IS NULL THEN (
         SELECT COALESCE(json_agg(group_membership.pupil_id), json_build_array(journals.pupil_id)) FROM group_membership
         WHERE group_membership.school_id = $1 AND group_membership.group_id = journals.group_id AND group_membership.valid_from <= chosen.ends_on
           AND (group_membership.valid_to IS NULL OR group_membership.valid_to >= chosen.starts_on)) END) ORDER BY journals.class_id NULLS FIRST, journals.id)
       FROM journals WHERE journals.marking_scheme <> 'NONE' AND journals.kind IN ('CLASS', 'GROUP', 'HOME')) AS journals,
    (SELECT json_agg(json_build_array(pupils.id, ${listName("pupils")}, guardians.names, (
         SELECT count(*) FROM attendance WHERE attendance.school_id = $1 AND attendance.pupil_id = pupils.id
           AND attendance.lesson_date BETWEEN chosen.starts_on AND LEAST(chosen.ends_on, pupils.went) AND attendance.kind IN ('ABSENT', 'SICK', 'EXCUSED'))) ORDER BY pupils.place)
       FROM pupils LEFT JOIN LATERAL (
         SELECT json_agg(concat_ws(' ', person.surname, person.given_name, person.patronymic) ORDER BY ${byName("person")}) AS names
         FROM guardianship JOIN person ON person.school_id = $1 AND person.id = guardianship.guardian_id
         WHERE guardianship.school_id = $1 AND guardianship.pupil_id = pupils.id
           AND guardianship.valid_from <= $5::date AND (guardianship.valid_to IS NULL OR guardianship.valid_to >= $5::date)) guardians ON true) AS pupils,
    (SELECT string_agg(journal.subject_id || '|' || assessment.weight || '|' || work.marks, ';' ORDER BY work.lesson_date, assessment.number, assessment.id) FROM (
       SELECT mark.assessment_id, mark.journal_id, mark.lesson_date, string_agg(pupils.place || ' ' || ${markValue("mark")}
              || CASE WHEN mark.share < ${WHOLE_SHARE} THEN ' ' || mark.share ELSE '' END, ',' ORDER BY mark.attempt) AS marks
       FROM pupils
       JOIN mark ON mark.school_id = $1 AND mark.pupil_id = pupils.id AND mark.lesson_date BETWEEN chosen.starts_on AND LEAST(chosen.ends_on, pupils.went)
         AND ${markStands("mark")}
       GROUP BY mark.assessment_id, mark.journal_id, mark.lesson_date) work
     JOIN assessment ON assessment.school_id = $1 AND assessment.id = work.assessment_id
     JOIN journal ON journal.school_id = $1 AND journal.id = work.journal_id AND journal.kind IN ('CLASS', 'GROUP', 'HOME')) AS marks,
    (SELECT json_agg(json_build_array(pupils.id, journal.subject_id, term_mark.kind, term_mark.grade, term_mark.passed, term_mark.special) ORDER BY journal.kind = 'HOME', term_mark.set_at)
       FROM pupils
       JOIN term_mark ON term_mark.school_id = $1 AND term_mark.pupil_id = pupils.id AND (term_mark.term_id = chosen.id OR term_mark.term_id IS NULL)
       JOIN journal ON journal.school_id = $1 AND journal.id = term_mark.journal_id AND journal.kind IN ('CLASS', 'GROUP', 'HOME')
         AND journal.academic_year_id = this.academic_year_id
       WHERE pupils.went IS NULL OR (term_mark.term_id IS NOT NULL AND chosen.ends_on <= pupils.went)
         OR journal.id IN (SELECT id FROM journals WHERE pupil_id IS NULL)) AS term_marks,
    (SELECT json_agg(json_build_array(lessons.id, lessons.journal_id, lessons.slot, subject.name, lessons.group_name, lessons.status, lessons.recorded_at IS NOT NULL)
              ORDER BY lessons.starts_at NULLS FIRST, lessons.slot, subject.sort_order, lessons.group_name)
       FROM lessons JOIN subject ON subject.school_id = $1 AND subject.id = lessons.subject_id) AS lessons,
    (SELECT json_agg(json_build_array(lessons.id, pupils.id, attendance.kind, attendance.minutes_late, attendance.reason) ORDER BY pupils.place, lessons.slot)
       FROM lessons JOIN attendance ON attendance.school_id = $1 AND attendance.lesson_id = lessons.id AND attendance.kind IS NOT NULL
       JOIN pupils ON pupils.id = attendance.pupil_id) AS absences
  FROM this CROSS JOIN chosen`,
};
