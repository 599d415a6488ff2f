import type { Statement } from "../../kernel/database";
import { rulesOn } from "../assessment-rules/assessment-rules";
import { TERM_COLUMNS, termsOfPage } from "../calendar/terms-of-page";
import { classesOfJournal } from "../journals/classes-of-journal";
import { lessonTeacher } from "../lessons/lesson-teacher";
import { weeklyHoursOn } from "../journals/weekly-hours";
import { markStands, markValue } from "../marks/mark-scale";
import { WHOLE_SHARE } from "../marks/weighted-average";
import { formerLessons } from "../term-marks/former-lessons";
import { suggestedValueOf } from "../term-marks/term-mark-value";
import { byName, listName, shortName } from "../people/person-name";

const FORMER_LESSONS = formerLessons({
  source: "this CROSS JOIN pupils",
  key: "pupils.id",
  pupil: "pupils.id",
  came: "pupils.came",
  journal: "this",
  startsOn: "(SELECT starts_on FROM chosen)",
});

/**
 * The whole page in one statement: $1 school, $2 journal, $3 the viewer's journals (null: every one), $4 term or null, $5 today,
 * $6 now, $7 whether the plan's topics are asked for.
 *
 * The cells of the grid are one delimited text, and nothing is joined to them here: who and where is looked up when they are unpacked,
 * which also leaves out a pupil who is no longer in the list.
 */
export const JOURNAL_PAGE: Statement = {
  name: "journal-page",
  text: `
  WITH this AS MATERIALIZED (
    SELECT journal.*, subject.name AS subject, subject.is_foreign_language
    FROM journal JOIN subject ON subject.school_id = $1 AND subject.id = journal.subject_id
    WHERE journal.school_id = $1 AND journal.id = $2 AND ($3::uuid[] IS NULL OR journal.id = ANY($3::uuid[]))
  ), ${termsOfPage({
    source: "this",
    termId: "$4",
    today: "$5",
    now: "$6",
    journalId: "this.id",
    classes: classesOfJournal("this", "term"),
  })}, stays AS (
    SELECT enrolment.pupil_id, enrolment.valid_from, enrolment.valid_to
    FROM this JOIN enrolment ON enrolment.school_id = $1 AND enrolment.class_id = this.class_id
    UNION ALL
    SELECT group_membership.pupil_id, group_membership.valid_from, group_membership.valid_to
    FROM this JOIN group_membership ON group_membership.school_id = $1 AND group_membership.group_id = this.group_id
    UNION ALL
    SELECT pupil_id, '-infinity', NULL FROM this WHERE pupil_id IS NOT NULL
  ), members AS (
    SELECT stays.pupil_id, min(stays.valid_from) AS came, max(COALESCE(stays.valid_to, 'infinity')) AS went
    FROM stays, chosen
    WHERE stays.valid_from <= chosen.ends_on AND (stays.valid_to IS NULL OR stays.valid_to >= chosen.starts_on)
    GROUP BY stays.pupil_id
  ), pupils AS MATERIALIZED (
    SELECT person.id, person.surname, person.given_name, person.patronymic,
      CASE WHEN members.came > chosen.starts_on THEN members.came END AS came, CASE WHEN members.went < chosen.ends_on THEN members.went END AS went
    FROM chosen, members JOIN person ON person.school_id = $1 AND person.id = members.pupil_id
  ), lessons AS MATERIALIZED (
    SELECT lesson.*, ${lessonTeacher("lesson")} AS given_by FROM this, chosen, lesson
    WHERE lesson.school_id = $1 AND lesson.journal_id = this.id AND lesson.date BETWEEN chosen.starts_on AND chosen.ends_on
  )
  SELECT this.subject, this.kind, this.marking_scheme, this.is_foreign_language, ${TERM_COLUMNS}, this.subject_id, ${rulesOn("LEAST($5::date, chosen.ends_on)")} AS rules,
    ${weeklyHoursOn("this.id", "LEAST($5::date, chosen.ends_on)")} AS hours,
    COALESCE((SELECT label FROM school_class WHERE school_id = $1 AND id = this.class_id), (SELECT name FROM study_group WHERE school_id = $1 AND id = this.group_id),
      (SELECT ${shortName("person")} FROM person WHERE school_id = $1 AND id = this.pupil_id)) AS class_name,
    (SELECT json_agg(name ORDER BY name COLLATE "ru-x-icu") FROM (
       SELECT DISTINCT ${shortName("person")} AS name FROM teaching_load JOIN person ON person.school_id = $1 AND person.id = teaching_load.staff_id
       WHERE teaching_load.school_id = $1 AND teaching_load.journal_id = this.id AND teaching_load.valid_from <= chosen.ends_on
         AND (teaching_load.valid_to IS NULL OR teaching_load.valid_to >= chosen.starts_on)) teacher) AS teachers,
    (SELECT json_agg(json_build_array(pupils.id, ${listName("pupils")}, pupils.came, pupils.went, term_mark.grade, term_mark.passed, term_mark.special,
              term_mark.version, ${suggestedValueOf("term_mark")}, term_mark.reason)
              ORDER BY ${byName("pupils")})
       FROM pupils LEFT JOIN term_mark ON term_mark.school_id = $1 AND term_mark.journal_id = this.id AND term_mark.pupil_id = pupils.id
         AND term_mark.kind = 'TERM' AND term_mark.term_id = chosen.id) AS pupils,
    (SELECT json_agg(json_build_array(lessons.id, lessons.date, lessons.slot, left(lessons.starts_at::text, 5), left(lessons.ends_at::text, 5), lessons.room,
              lessons.status, lessons.topic, lessons.plan_topic_id, lessons.version, lessons.recorded_at, (SELECT ${shortName("person")} FROM person WHERE person.school_id = $1 AND person.id = lessons.given_by),
              NULLIF(homework.text, ''), homework.due_on, homework.expected_minutes, homework.version) ORDER BY lessons.date, lessons.slot)
       FROM lessons
       LEFT JOIN homework ON homework.school_id = $1 AND homework.lesson_id = lessons.id) AS lessons,
    (SELECT json_agg(json_build_array(assessment.id, lessons.id, assessment.number, assessment.kind, assessment.weight, assessment.title, assessment.mandatory,
              assessment.scale, assessment.max_points)
              ORDER BY lessons.date, lessons.slot, assessment.number)
       FROM lessons JOIN assessment ON assessment.school_id = $1 AND assessment.lesson_id = lessons.id) AS columns,
    cells.marks, cells.details,
    (SELECT json_agg(json_build_array(attendance.lesson_id, attendance.pupil_id, attendance.kind, attendance.minutes_late, attendance.reason, attendance.version))
       FROM attendance
       WHERE attendance.school_id = $1 AND attendance.journal_id = this.id AND attendance.kind IS NOT NULL
         AND attendance.lesson_date BETWEEN chosen.starts_on AND chosen.ends_on) AS attendance,
    (SELECT json_agg(json_build_array(pupils.id, mark.grade, assessment.weight, mark.share))
       FROM pupils
       JOIN mark ON mark.school_id = $1 AND mark.pupil_id = pupils.id AND mark.lesson_date >= chosen.starts_on AND mark.lesson_date < pupils.came
       JOIN journal AS former ON former.school_id = $1 AND former.id = mark.journal_id AND former.id <> this.id AND former.subject_id = this.subject_id
         AND former.kind IN (this.kind, 'CLASS', 'GROUP', 'HOME')
       JOIN assessment ON assessment.school_id = $1 AND assessment.id = mark.assessment_id
       WHERE pupils.came IS NOT NULL AND mark.grade IS NOT NULL) AS brought,
    (SELECT json_agg(json_build_array(key, held, missed, sick)) FROM (${FORMER_LESSONS}) former) AS former_lessons,
    CASE WHEN $7 THEN (SELECT json_agg(json_build_array(id, number, title, homework) ORDER BY number) FROM plan_topic
       WHERE school_id = $1 AND journal_id = this.id) END AS topics
  FROM this CROSS JOIN chosen CROSS JOIN LATERAL (
    SELECT string_agg(mark.assessment_id || ' ' || mark.pupil_id || ' ' || ${markValue("mark")} || ' ' || mark.version
        || CASE WHEN mark.attempt > 1 OR mark.share < ${WHOLE_SHARE} THEN ' ' || mark.attempt || ' ' || mark.share ELSE '' END, ';') AS marks,
      json_agg(json_build_array(mark.assessment_id, mark.pupil_id, mark.attempt, mark.comment, (mark.points * 100)::int, mark.debt_until))
        FILTER (WHERE num_nonnulls(mark.comment, mark.points, mark.debt_until) > 0) AS details
    FROM mark
    WHERE mark.school_id = $1 AND mark.journal_id = this.id AND ${markStands("mark")}
      AND mark.lesson_date BETWEEN chosen.starts_on AND chosen.ends_on) cells`,
};
