import type { Statement } from "../../kernel/database";
import { rulesOn, type StoredRules } from "../assessment-rules/assessment-rules";
import { TERM_COLUMNS, type TermColumns, termsOfPage } from "../calendar/terms-of-page";
import { journalsOfPupil } from "../journals/journals-of-pupil";
import { weeklyHoursOn } from "../journals/weekly-hours";
import { byName, listName, shortName } from "../people/person-name";
import type { StoredTermMark } from "../term-marks/term-mark-text";

/** One row: a class's term, with what the forecasts of its pupils are reckoned from. */
export interface ForecastRow extends TermColumns {
  class_id: string;
  label: string;
  /** Is the term's last day in the past. */
  is_over: boolean;
  rules: StoredRules | null;
  pupils: PackedPupil[] | null;
  /** In the order of pupils, then of subjects. */
  subjects: PackedSubject[] | null;
}

type PackedPupil = [id: string, name: string, sentAt: string | null];

export type PackedSubject = [
  pupilId: string,
  journalId: string,
  subjectId: string,
  subject: string,
  teachers: string[] | null,
  hoursTenths: number | null,
  held: number,
  missed: number,
  missedSick: number,
  lessonsLeft: number,
  marks: PackedMark[] | null,
  termMark: StoredTermMark | null,
  /** The last grade of an earlier term of the year. */
  previous: number | null,
];

/** By date. */
export type PackedMark = [grade: number, weightHundredths: number, share: number];

const KIND = "CASE WHEN journal.kind IN ('CLASS', 'GROUP', 'HOME') THEN 'CLASS' ELSE journal.kind END";

/** $1 school, $2 pupil, $3 the viewer's diaries, $4 term or null, $5 today, $6 now. The class is the one of `PUPIL_TERM`. */
export const PUPIL_FORECAST = forecastStatement(
  "pupil-forecast",
  `SELECT school_class.* FROM person
    JOIN enrolment ON enrolment.school_id = $1 AND enrolment.pupil_id = person.id
    JOIN school_class ON school_class.school_id = $1 AND school_class.id = enrolment.class_id
    LEFT JOIN term AS asked ON asked.school_id = $1 AND asked.id = $4::uuid
    WHERE person.school_id = $1 AND person.id = $2 AND person.id = ANY($3::uuid[])
      AND ($4::uuid IS NULL OR (school_class.academic_year_id = asked.academic_year_id AND school_class.term_kind = asked.kind))
    ORDER BY CASE WHEN enrolment.valid_from <= $5::date THEN enrolment.valid_from END DESC NULLS LAST, enrolment.valid_from LIMIT 1`,
  `SELECT id, ${listName("person")} AS name, 1 AS place FROM person WHERE school_id = $1 AND id = $2`,
);

/** $1 school, $2 class, $3 the classes that the viewer leads, or null: all; $4 term or null, $5 today, $6 now. Pupils are those of today, or of the term's last day. */
export const CLASS_FORECAST = forecastStatement(
  "class-forecast",
  `SELECT * FROM school_class WHERE school_id = $1 AND id = $2 AND ($3::uuid[] IS NULL OR id = ANY($3::uuid[]))`,
  `SELECT person.id, ${listName("person")} AS name, row_number() OVER (ORDER BY ${byName("person")}) AS place
    FROM chosen CROSS JOIN class JOIN enrolment ON enrolment.school_id = $1 AND enrolment.class_id = class.id
      AND enrolment.valid_from <= LEAST($5::date, chosen.ends_on) AND (enrolment.valid_to IS NULL OR enrolment.valid_to >= LEAST($5::date, chosen.ends_on))
    JOIN person ON person.school_id = $1 AND person.id = enrolment.pupil_id`,
);

/**
 * A subject's marks of a term count in every class that the pupil was in; lessons held are counted only where some were missed; lessons are left that
 * are planned from today on in the journals that the pupil is in the list of. Subjects without grades have no forecast.
 */
function forecastStatement(name: string, ofClass: string, ofPupils: string): Statement {
  return {
    name,
    text: `
  WITH class AS MATERIALIZED (${ofClass}),
  ${termsOfPage({ source: "class", termId: "$4", today: "$5", now: "$6", journalId: null, classes: "SELECT class.id AS class_id" })},
  pupils AS MATERIALIZED (${ofPupils}), stays AS MATERIALIZED (
    SELECT pupils.id AS pupil_id, journal.id AS journal_id, journal.subject_id, ${KIND} AS kind, journal.marking_scheme, max(stay.valid_from) AS latest,
      GREATEST(min(stay.valid_from), chosen.starts_on) AS came, LEAST(max(stay.valid_to), chosen.ends_on) AS went
    FROM chosen CROSS JOIN class CROSS JOIN pupils
    CROSS JOIN LATERAL (${journalsOfPupil("pupils.id", "chosen.starts_on", "chosen.ends_on")}) stay
    JOIN journal ON journal.school_id = $1 AND journal.id = stay.journal_id AND journal.academic_year_id = class.academic_year_id
    GROUP BY pupils.id, journal.id, journal.subject_id, journal.kind, journal.marking_scheme, chosen.starts_on, chosen.ends_on
  ), subjects AS MATERIALIZED (
    SELECT pupil_id, subject_id, kind, (array_agg(journal_id ORDER BY latest DESC, journal_id))[1] AS journal_id
    FROM stays GROUP BY pupil_id, subject_id, kind
    HAVING (array_agg(marking_scheme ORDER BY latest DESC, journal_id))[1] = 'FIVE_POINT'
  ), journals AS MATERIALIZED (
    SELECT asked.journal_id, ${weeklyHoursOn("asked.journal_id", "LEAST($5::date, chosen.ends_on)")} AS hours, load.teachers
    FROM chosen CROSS JOIN (SELECT DISTINCT journal_id FROM subjects) asked LEFT JOIN LATERAL (
      SELECT json_agg(DISTINCT ${shortName("person")}) AS teachers
      FROM teaching_load JOIN person ON person.school_id = $1 AND person.id = teaching_load.staff_id
      WHERE teaching_load.school_id = $1 AND teaching_load.journal_id = asked.journal_id AND teaching_load.valid_from <= chosen.ends_on
        AND (teaching_load.valid_to IS NULL OR teaching_load.valid_to >= LEAST($5::date, chosen.ends_on))) load ON true
  ), marks AS MATERIALIZED (
    SELECT stays.pupil_id, stays.subject_id, stays.kind,
      json_agg(json_build_array(mark.grade, (assessment.weight * 100)::int, mark.share)
        ORDER BY mark.lesson_date, mark.lesson_id, assessment.number, mark.attempt) AS packed
    FROM chosen CROSS JOIN stays JOIN mark ON mark.school_id = $1 AND mark.pupil_id = stays.pupil_id AND mark.journal_id = stays.journal_id
      AND mark.lesson_date BETWEEN chosen.starts_on AND chosen.ends_on AND mark.grade IS NOT NULL
    JOIN assessment ON assessment.school_id = $1 AND assessment.id = mark.assessment_id
    GROUP BY stays.pupil_id, stays.subject_id, stays.kind
  ), absences AS MATERIALIZED (
    SELECT stays.pupil_id, stays.subject_id, stays.kind, count(*) AS missed, count(*) FILTER (WHERE attendance.kind = 'SICK') AS sick
    FROM chosen CROSS JOIN stays JOIN attendance ON attendance.school_id = $1 AND attendance.pupil_id = stays.pupil_id
      AND attendance.journal_id = stays.journal_id AND attendance.lesson_date BETWEEN chosen.starts_on AND chosen.ends_on
      AND attendance.kind IN ('ABSENT', 'SICK', 'EXCUSED')
    JOIN lesson ON lesson.school_id = $1 AND lesson.id = attendance.lesson_id AND lesson.status = 'HELD'
    GROUP BY stays.pupil_id, stays.subject_id, stays.kind
  ), spans AS MATERIALIZED (
    SELECT span.*, lessons.* FROM (SELECT DISTINCT journal_id, came, went FROM stays) span CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE lesson.status = 'HELD') AS held,
        count(*) FILTER (WHERE lesson.status = 'PLANNED' AND lesson.date >= $5::date) AS planned
      FROM lesson WHERE lesson.school_id = $1 AND lesson.journal_id = span.journal_id AND lesson.date BETWEEN span.came AND span.went) lessons
  ), lessons AS MATERIALIZED (
    SELECT stays.pupil_id, stays.subject_id, stays.kind, sum(spans.held) AS held, sum(spans.planned) AS planned
    FROM stays JOIN spans USING (journal_id, came, went) GROUP BY stays.pupil_id, stays.subject_id, stays.kind
  ), term_marks AS MATERIALIZED (
    SELECT pupils.id AS pupil_id, journal.subject_id, ${KIND} AS kind, terms.id = chosen.id AS is_own, terms.number,
      term_mark.grade, term_mark.passed, term_mark.special
    FROM chosen CROSS JOIN pupils JOIN term_mark ON term_mark.school_id = $1 AND term_mark.pupil_id = pupils.id AND term_mark.kind = 'TERM'
    JOIN terms ON terms.id = term_mark.term_id AND terms.starts_on <= chosen.starts_on
    JOIN journal ON journal.school_id = $1 AND journal.id = term_mark.journal_id
    WHERE num_nonnulls(term_mark.grade, term_mark.passed, term_mark.special) = 1
  )
  SELECT class.id AS class_id, class.label, ${TERM_COLUMNS}, chosen.ends_on < $5::date AS is_over,
    ${rulesOn("LEAST($5::date, chosen.ends_on)")} AS rules,
    (SELECT json_agg(json_build_array(pupils.id, pupils.name, (SELECT max(forecast.sent_at) FROM forecast WHERE forecast.school_id = $1 AND forecast.class_id = class.id AND forecast.term_id = chosen.id AND forecast.pupil_id = pupils.id)) ORDER BY pupils.place) FROM pupils) AS pupils,
    (SELECT json_agg(json_build_array(subjects.pupil_id, subjects.journal_id, subject.id, subject.name, journals.teachers, journals.hours,
              CASE WHEN absences.missed > 0 THEN lessons.held ELSE 0 END, COALESCE(absences.missed, 0), COALESCE(absences.sick, 0), COALESCE(lessons.planned, 0),
              marks.packed, own.mark, earlier.grade) ORDER BY subject.sort_order, subject.id, subjects.journal_id)
       FROM subjects JOIN subject ON subject.school_id = $1 AND subject.id = subjects.subject_id
       JOIN journals USING (journal_id)
       LEFT JOIN lessons USING (pupil_id, subject_id, kind)
       LEFT JOIN marks USING (pupil_id, subject_id, kind)
       LEFT JOIN absences USING (pupil_id, subject_id, kind)
       LEFT JOIN LATERAL (SELECT json_build_array(grade, passed, special) AS mark FROM term_marks
         WHERE term_marks.pupil_id = subjects.pupil_id AND term_marks.subject_id = subjects.subject_id AND term_marks.kind = subjects.kind AND is_own LIMIT 1) own ON true
       LEFT JOIN LATERAL (SELECT grade FROM term_marks
         WHERE term_marks.pupil_id = subjects.pupil_id AND term_marks.subject_id = subjects.subject_id AND term_marks.kind = subjects.kind
           AND NOT is_own AND grade IS NOT NULL ORDER BY number DESC LIMIT 1) earlier ON true) AS subjects
  FROM class CROSS JOIN chosen`,
  };
}
