import type { Statement } from "../../kernel/database";
import { rulesOn } from "../assessment-rules/assessment-rules";
import { byName, listName, shortName } from "../people/person-name";

/** What counts as the school's lessons and marks of a pupil: a class's, a group's or one's own at home. */
const KINDS = `('CLASS', 'GROUP', 'HOME')`;

/** SQL: a term mark in one letter; null: it was cleared. */
const VALUE = `COALESCE(term_mark.grade::text, CASE term_mark.passed WHEN true THEN 'P' WHEN false THEN 'F' END,
        CASE term_mark.special WHEN 'RELEASED' THEN 'R' WHEN 'NOT_ASSESSED' THEN 'N' END)`;

/** SQL: a row of `term_analysis` as the contract's document, with the figures beside it. */
export const DOCUMENT = `json_build_object('id', term_analysis.id, 'status', term_analysis.status, 'version', term_analysis.version,
      'conclusions', term_analysis.conclusions, 'causes', term_analysis.causes, 'measures', term_analysis.measures, 'savedAt', term_analysis.saved_at,
      'savedBy', (SELECT ${shortName("person")} FROM person WHERE person.school_id = $1 AND person.id = term_analysis.saved_by), 'signedAt', term_analysis.signed_at,
      'signedBy', (SELECT ${shortName("person")} FROM person WHERE person.school_id = $1 AND person.id = term_analysis.signed_by), 'figures', term_analysis.figures)`;

/**
 * $1 school, $2 class, $3 the classes that the viewer leads (null: every one), $4 term or null, $5 the whole year, $6 today.
 *
 * `periods` are the chosen one (place 0) and those that it is compared with: earlier terms of the year, and the same of the year before, of the
 * class that was one grade lower under the same letter. Each has its own roll: the pupils of its last day, or of today while it runs; those who
 * graduated within it are in. A pupil is named by the seat on that roll, a journal by its place in `journals`.
 */
export const ANALYSIS: Statement = {
  name: "class-analysis",
  text: `
  WITH this AS MATERIALIZED (
    SELECT school_class.id, school_class.academic_year_id, school_class.grade, school_class.label, school_class.term_kind,
      academic_year.name AS year_name, academic_year.starts_on AS year_from, academic_year.ends_on AS year_to
    FROM school_class JOIN academic_year ON academic_year.school_id = $1 AND academic_year.id = school_class.academic_year_id
    WHERE school_class.school_id = $1 AND school_class.id = $2 AND ($3::uuid[] IS NULL OR school_class.id = ANY($3::uuid[]))
  ), terms AS MATERIALIZED (
    SELECT term.id, term.kind, term.number, term.starts_on, term.ends_on FROM this
    JOIN term ON term.school_id = $1 AND term.academic_year_id = this.academic_year_id AND term.kind = this.term_kind
  ), chosen AS MATERIALIZED (
    SELECT * FROM terms WHERE $4::uuid IS NULL OR id = $4::uuid
    ORDER BY CASE WHEN ends_on <= $6::date THEN ends_on END DESC NULLS LAST, starts_on LIMIT 1
  ), years AS MATERIALIZED (
    SELECT true AS is_this, id AS class_id, academic_year_id, label, term_kind, year_name, year_from, year_to FROM this
    UNION ALL (
      SELECT false, former.id, former.academic_year_id, former.label, former.term_kind, last_year.name, last_year.starts_on, last_year.ends_on
      FROM this CROSS JOIN LATERAL (
        SELECT * FROM academic_year WHERE school_id = $1 AND starts_on < this.year_from ORDER BY starts_on DESC LIMIT 1) last_year
      JOIN school_class former ON former.school_id = $1 AND former.academic_year_id = last_year.id AND former.grade = this.grade - 1
        AND regexp_replace(former.label, '^\\s*\\d+\\s*', '') = regexp_replace(this.label, '^\\s*\\d+\\s*', '')
      ORDER BY former.label LIMIT 1)
  ), periods AS MATERIALIZED (
    SELECT row_number() OVER (ORDER BY is_chosen DESC, is_this DESC, starts_on, ends_on) - 1 AS place, asked.*, LEAST(GREATEST($6::date, starts_on), ends_on) AS on_date
    FROM (
      SELECT years.*, term.id AS term_id, term.number, term.starts_on, term.ends_on, NOT $5 AND years.is_this AND term.id = chosen.id AS is_chosen
      FROM years CROSS JOIN chosen JOIN term ON term.school_id = $1 AND term.academic_year_id = years.academic_year_id AND term.kind = years.term_kind
      WHERE CASE WHEN years.is_this THEN CASE WHEN $5 THEN term.starts_on <= $6::date ELSE term.number <= chosen.number END
                 ELSE NOT $5 AND term.kind = chosen.kind AND term.number = chosen.number END
      UNION ALL
      SELECT years.*, NULL, NULL, years.year_from, years.year_to, years.is_this FROM years WHERE $5) asked
  ), period_terms AS MATERIALIZED (
    SELECT periods.place, term.id AS term_id, term.kind FROM periods
    JOIN term ON term.school_id = $1 AND term.academic_year_id = periods.academic_year_id
      AND (term.id = periods.term_id OR (term.kind <> periods.term_kind AND term.ends_on BETWEEN periods.starts_on AND periods.ends_on))
    WHERE periods.term_id IS NOT NULL
  ), roll AS MATERIALIZED (
    SELECT member.place, row_number() OVER (PARTITION BY member.place ORDER BY ${byName("person")}) - 1 AS seat, person.id AS pupil_id, ${listName("person")} AS name
    FROM (
      SELECT DISTINCT periods.place, enrolment.pupil_id FROM periods
      JOIN enrolment ON enrolment.school_id = $1 AND enrolment.class_id = periods.class_id AND enrolment.valid_from <= periods.on_date
        AND (enrolment.valid_to IS NULL OR enrolment.valid_to >= periods.on_date
          OR (enrolment.end_kind IN ('GRADUATED', 'PROMOTED') AND enrolment.valid_to >= periods.starts_on))) member
    JOIN person ON person.school_id = $1 AND person.id = member.pupil_id
  ), given AS MATERIALIZED (
    SELECT roll.place, roll.seat, roll.pupil_id, term_mark.journal_id, term_mark.set_at,
      ${VALUE} AS value
    FROM roll JOIN period_terms USING (place)
    JOIN term_mark ON term_mark.school_id = $1 AND term_mark.pupil_id = roll.pupil_id AND term_mark.term_id = period_terms.term_id
    JOIN journal ON journal.school_id = $1 AND journal.id = term_mark.journal_id AND journal.term_kind = period_terms.kind
    UNION ALL
    SELECT roll.place, roll.seat, roll.pupil_id, term_mark.journal_id, term_mark.set_at,
      ${VALUE} AS value
    FROM roll JOIN periods USING (place)
    JOIN term_mark ON term_mark.school_id = $1 AND term_mark.pupil_id = roll.pupil_id AND term_mark.term_id IS NULL AND term_mark.kind = 'YEAR'
    JOIN journal ON journal.school_id = $1 AND journal.id = term_mark.journal_id AND journal.academic_year_id = periods.academic_year_id
    WHERE periods.term_id IS NULL
  ), marks AS MATERIALIZED (
    SELECT DISTINCT ON (given.place, given.seat, journal.subject_id) given.place, given.seat, journal.id AS journal_id, journal.subject_id, given.value
    FROM given JOIN periods USING (place)
    JOIN journal ON journal.school_id = $1 AND journal.id = given.journal_id AND journal.kind IN ${KINDS}
    WHERE given.value IS NOT NULL
    ORDER BY given.place, given.seat, journal.subject_id, CASE
      WHEN journal.kind = 'HOME' THEN 0
      WHEN journal.kind = 'GROUP' AND EXISTS (SELECT FROM group_membership WHERE group_membership.school_id = $1 AND group_membership.group_id = journal.group_id
        AND group_membership.pupil_id = given.pupil_id AND daterange(group_membership.valid_from, group_membership.valid_to, '[]') @> periods.on_date) THEN 1
      WHEN journal.class_id = periods.class_id THEN 2 ELSE 3 END, given.set_at DESC
  ), stays AS MATERIALIZED (
    SELECT roll.seat, journal.id AS journal_id, journal.subject_id, journal.term_kind, journal.marking_scheme, stay.preference, stay.valid_from, stay.valid_to
    FROM roll JOIN periods USING (place)
    CROSS JOIN LATERAL (
      SELECT 2 AS preference, enrolment.class_id, NULL::uuid AS group_id, NULL::uuid AS pupil_id, enrolment.valid_from, enrolment.valid_to
      FROM enrolment WHERE enrolment.school_id = $1 AND enrolment.pupil_id = roll.pupil_id
      UNION ALL
      SELECT 1, NULL, group_membership.group_id, NULL, group_membership.valid_from, group_membership.valid_to
      FROM group_membership WHERE group_membership.school_id = $1 AND group_membership.pupil_id = roll.pupil_id
      UNION ALL SELECT 0, NULL, NULL, roll.pupil_id, periods.starts_on, NULL) stay
    JOIN journal ON journal.school_id = $1 AND journal.kind IN ${KINDS} AND journal.academic_year_id = periods.academic_year_id
      AND (journal.class_id = stay.class_id OR journal.group_id = stay.group_id OR journal.pupil_id = stay.pupil_id)
    WHERE periods.place = 0 AND stay.valid_from <= periods.ends_on AND (stay.valid_to IS NULL OR stay.valid_to >= periods.starts_on)
  ), expected AS MATERIALIZED (
    SELECT DISTINCT ON (stays.seat, stays.subject_id) stays.seat, stays.journal_id
    FROM stays JOIN periods ON periods.place = 0
    WHERE stays.marking_scheme <> 'NONE' AND stays.valid_from <= periods.on_date AND (stays.valid_to IS NULL OR stays.valid_to >= periods.on_date)
      AND (periods.term_id IS NULL OR stays.term_kind IN (SELECT kind FROM period_terms WHERE place = 0))
    ORDER BY stays.seat, stays.subject_id, stays.preference, stays.valid_from DESC
  ), missed AS MATERIALIZED (
    SELECT roll.place, roll.seat, attendance.lesson_date, attendance.kind
    FROM roll JOIN periods USING (place)
    JOIN attendance ON attendance.school_id = $1 AND attendance.pupil_id = roll.pupil_id AND attendance.lesson_date BETWEEN periods.starts_on AND periods.ends_on
      AND attendance.kind IN ('ABSENT', 'SICK', 'EXCUSED', 'LATE')
    JOIN journal ON journal.school_id = $1 AND journal.id = attendance.journal_id AND journal.kind IN ${KINDS}
  ), days AS MATERIALIZED (
    SELECT seat, lesson_date, count(*) FILTER (WHERE kind = 'SICK') AS sick, count(*) FILTER (WHERE kind = 'EXCUSED') AS excused,
      count(*) FILTER (WHERE kind = 'ABSENT') AS absent, count(*) FILTER (WHERE kind = 'LATE') AS late
    FROM missed WHERE place = 0 GROUP BY seat, lesson_date
  ), journals AS MATERIALIZED (
    SELECT row_number() OVER (ORDER BY subject.sort_order, subject.name, used.journal_id) - 1 AS number, used.journal_id, subject.id AS subject_id, subject.name,
      subject.short_name, (SELECT ${shortName("person")} FROM teaching_load JOIN person ON person.school_id = $1 AND person.id = teaching_load.staff_id
        WHERE teaching_load.school_id = $1 AND teaching_load.journal_id = used.journal_id AND teaching_load.valid_from <= periods.on_date
        ORDER BY teaching_load.valid_to IS NULL OR teaching_load.valid_to >= periods.on_date DESC, teaching_load.valid_from DESC, person.id LIMIT 1) AS teacher
    FROM (SELECT journal_id FROM marks WHERE place = 0 UNION SELECT journal_id FROM expected) used
    JOIN periods ON periods.place = 0
    JOIN journal ON journal.school_id = $1 AND journal.id = used.journal_id
    JOIN subject ON subject.school_id = $1 AND subject.id = journal.subject_id
  )
  SELECT this.label, this.year_name, (SELECT full_name FROM school WHERE school_id = $1) AS school,
    (SELECT ${shortName("person")} FROM class_teacher JOIN person ON person.school_id = $1 AND person.id = class_teacher.staff_id, periods
       WHERE class_teacher.school_id = $1 AND class_teacher.class_id = this.id AND periods.place = 0
         AND daterange(class_teacher.valid_from, class_teacher.valid_to, '[]') @> periods.on_date) AS class_teacher,
    (SELECT json_agg(json_build_array(id, kind, number, starts_on, ends_on) ORDER BY number) FROM terms) AS terms,
    (SELECT ${DOCUMENT} FROM term_analysis JOIN periods ON periods.place = 0
       WHERE term_analysis.school_id = $1 AND term_analysis.class_id = this.id AND term_analysis.term_id IS NOT DISTINCT FROM periods.term_id) AS document,
    (SELECT json_agg(json_build_array(term_id, term_kind, number, label, year_name, starts_on, ends_on, on_date,
         (SELECT count(*) FROM roll WHERE roll.place = periods.place),
         (SELECT json_build_array(count(*) FILTER (WHERE kind = 'SICK'), count(*) FILTER (WHERE kind = 'EXCUSED'), count(*) FILTER (WHERE kind = 'ABSENT'),
            count(*) FILTER (WHERE kind = 'LATE')) FROM missed WHERE missed.place = periods.place),
         ${rulesOn("periods.on_date")}) ORDER BY place) FROM periods) AS periods,
    (SELECT json_agg(json_build_array(pupil_id, name) ORDER BY seat) FROM roll WHERE place = 0) AS pupils,
    (SELECT json_agg(json_build_array(subject_id, name, short_name, teacher) ORDER BY number) FROM journals) AS journals,
    (SELECT string_agg(marks.place || ' ' || marks.seat || ' ' || COALESCE(journals.number::text, '-') || ' ' || marks.value, ',' ORDER BY marks.place, marks.seat, journals.number)
       FROM marks LEFT JOIN journals ON journals.journal_id = marks.journal_id AND marks.place = 0) AS marks,
    (SELECT string_agg(expected.seat || ' ' || journals.number, ',' ORDER BY expected.seat, journals.number) FROM expected JOIN journals USING (journal_id)) AS expected,
    (SELECT string_agg(concat_ws(' ', days.seat, days.sick, days.excused, days.absent, days.late, (
         SELECT count(DISTINCT lesson.id) FROM stays JOIN lesson ON lesson.school_id = $1 AND lesson.journal_id = stays.journal_id AND lesson.date = days.lesson_date
         LEFT JOIN attendance ON attendance.school_id = $1 AND attendance.lesson_id = lesson.id AND attendance.pupil_id = roll.pupil_id
         WHERE stays.seat = days.seat AND stays.valid_from <= days.lesson_date AND (stays.valid_to IS NULL OR stays.valid_to >= days.lesson_date)
           AND (lesson.status = 'HELD' OR attendance.kind IN ('ABSENT', 'SICK', 'EXCUSED', 'LATE')) AND attendance.kind IS DISTINCT FROM 'RELEASED'
           AND NOT EXISTS (SELECT FROM stays nearer WHERE nearer.seat = stays.seat AND nearer.subject_id = stays.subject_id AND nearer.preference < stays.preference
             AND nearer.valid_from <= days.lesson_date AND (nearer.valid_to IS NULL OR nearer.valid_to >= days.lesson_date)))), ',' ORDER BY days.seat, days.lesson_date)
       FROM days JOIN roll ON roll.place = 0 AND roll.seat = days.seat) AS days
  FROM this`,
};
