import type { Database, Statement } from "../../kernel/database";
import { notFound } from "../../kernel/refusal";
import type { Viewer } from "../../kernel/viewer";
import { classesOfJournal } from "../journals/classes-of-journal";
import { shortName } from "../people/person-name";
import type { ClosingPreview } from "./closing-preview";
import type { AskedPlace } from "./load-gate-facts";
import { classNameOf } from "./term-places-sql";

/** What closing these places would touch, in one statement. @throws Refusal NOT_FOUND when no journal is there. */
export async function loadClosingPreview(
  database: Database,
  viewer: Viewer,
  places: readonly AskedPlace[],
  now: Date,
): Promise<ClosingPreview> {
  const values = [
    viewer.schoolId,
    places.map(({ termId }) => termId),
    places.map(({ classId }) => classId),
    places.map(({ journalId }) => journalId),
    viewer.today,
    now,
  ];
  const [preview] = await database.read<ClosingPreview>(viewer.schoolId, PREVIEW, values);
  if (!preview?.journals) throw notFound("Учебный период, класс или журнал");
  return preview;
}

/** $5 today, $6 now. Term marks are asked of those who are in the journal's list on the term's last day, or today. */
const PREVIEW: Statement = {
  name: "closing-preview",
  text: `
  WITH touched AS MATERIALIZED (
    SELECT DISTINCT journal.id, journal.subject_id, journal.kind, journal.class_id, journal.group_id, journal.pupil_id, journal.marking_scheme,
      term.id AS term_id, term.starts_on, LEAST(term.ends_on, $5::date) AS ends_on
    FROM unnest($2::uuid[], $3::uuid[], $4::uuid[]) AS place (term_id, class_id, journal_id)
    JOIN term ON term.school_id = $1 AND term.id = place.term_id
    JOIN journal ON journal.school_id = $1 AND journal.academic_year_id = term.academic_year_id AND journal.term_kind = term.kind
    WHERE CASE WHEN place.journal_id IS NOT NULL THEN journal.id = place.journal_id
      ELSE place.class_id IS NULL OR place.class_id IN (${classesOfJournal("journal", "term")}) END
  ), lacking AS MATERIALIZED (
    SELECT touched.*,
      (SELECT count(*)::int FROM lesson WHERE lesson.school_id = $1 AND lesson.journal_id = touched.id AND lesson.status = 'PLANNED'
         AND lesson.date BETWEEN touched.starts_on AND touched.ends_on) AS lessons,
      CASE WHEN touched.marking_scheme = 'NONE' OR touched.kind NOT IN ('CLASS', 'GROUP', 'HOME') THEN 0 ELSE (
        SELECT count(*)::int FROM (
          SELECT pupil_id FROM enrolment WHERE school_id = $1 AND class_id = touched.class_id
            AND valid_from <= touched.ends_on AND (valid_to IS NULL OR valid_to >= touched.ends_on)
          UNION ALL SELECT pupil_id FROM group_membership WHERE school_id = $1 AND group_id = touched.group_id
            AND valid_from <= touched.ends_on AND (valid_to IS NULL OR valid_to >= touched.ends_on)
          UNION ALL SELECT touched.pupil_id WHERE touched.pupil_id IS NOT NULL) AS member
        WHERE NOT EXISTS (SELECT FROM term_mark WHERE term_mark.school_id = $1 AND term_mark.journal_id = touched.id AND term_mark.pupil_id = member.pupil_id
          AND term_mark.kind = 'TERM' AND term_mark.term_id = touched.term_id AND num_nonnulls(term_mark.grade, term_mark.passed, term_mark.special) = 1)) END AS pupils
    FROM touched
  )
  SELECT (SELECT count(*)::int FROM touched) AS journals,
    (SELECT count(*)::int FROM term_opening WHERE term_opening.school_id = $1 AND term_opening.ended_at IS NULL AND term_opening.opened_until > $6::timestamptz
       AND EXISTS (SELECT FROM unnest($2::uuid[], $3::uuid[], $4::uuid[]) AS place (term_id, class_id, journal_id)
         WHERE place.term_id = term_opening.term_id AND CASE WHEN place.journal_id IS NOT NULL THEN term_opening.journal_id = place.journal_id
           WHEN place.class_id IS NOT NULL THEN term_opening.class_id = place.class_id OR (term_opening.journal_id IN (SELECT id FROM touched)
             AND place.class_id IN (SELECT journal.class_id FROM journal WHERE journal.school_id = $1 AND journal.id = term_opening.journal_id))
           ELSE true END)) AS openings,
    (SELECT count(*)::int FROM opening_request AS request WHERE request.school_id = $1 AND request.outcome IS NULL
       AND (request.journal_id, request.term_id) IN (SELECT id, term_id FROM touched)) AS waiting,
    (SELECT COALESCE(sum(lessons), 0)::int FROM lacking) AS "lessonsWithoutTopic",
    (SELECT COALESCE(sum(pupils), 0)::int FROM lacking) AS "pupilsWithoutTermMark",
    (SELECT count(*)::int FROM lacking WHERE lessons + pupils > 0) AS "unfinishedJournals",
    (SELECT COALESCE(json_agg(json_build_object('journalId', shown.id, 'termId', shown.term_id, 'subject', subject.name, 'className', ${classNameOf("shown.id")},
              'lessonsWithoutTopic', shown.lessons, 'pupilsWithoutTermMark', shown.pupils, 'teachers', (
                SELECT COALESCE(json_agg(${shortName("person")} ORDER BY person.surname COLLATE "ru-x-icu", person.id), '[]')
                FROM teaching_load JOIN person ON person.school_id = $1 AND person.id = teaching_load.staff_id
                WHERE teaching_load.school_id = $1 AND teaching_load.journal_id = shown.id AND teaching_load.valid_from <= $5::date
                  AND (teaching_load.valid_to IS NULL OR teaching_load.valid_to >= $5::date)))
              ORDER BY shown.lessons DESC, shown.pupils DESC, subject.name COLLATE "ru-x-icu", shown.id), '[]')
       FROM (SELECT * FROM lacking WHERE lessons + pupils > 0 ORDER BY lessons DESC, pupils DESC, id LIMIT 100) AS shown
       JOIN subject ON subject.school_id = $1 AND subject.id = shown.subject_id) AS unfinished`,
};
