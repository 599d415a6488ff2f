import { termMarkValueOf } from "./term-mark-value";

/**
 * SQL: a pupil's marks for the terms of a journal's year, as a JSON array by the terms' numbers; null where there is none yet. A term's mark is that of
 * the journal itself, else of another journal of the subject that had the pupil then (home schooling first): a year counts every class. Terms that ended
 * before the pupil came to the school are left out. `journal` names a row of `journal`; `$1` is the school.
 */
export function termValuesOf(journal: string, pupil: string): string {
  return `(
    SELECT json_agg(stood.value ORDER BY year_term.number)
    FROM term AS year_term
    LEFT JOIN LATERAL (
      SELECT ${termMarkValueOf("given")} AS value
      FROM term_mark AS given JOIN journal AS its ON its.school_id = $1 AND its.id = given.journal_id
      WHERE given.school_id = $1 AND given.pupil_id = ${pupil} AND given.term_id = year_term.id AND given.kind = 'TERM'
        AND num_nonnulls(given.grade, given.passed, given.special) = 1
        AND (its.id = ${journal}.id OR (its.subject_id = ${journal}.subject_id AND its.kind IN (${journal}.kind, 'CLASS', 'GROUP', 'HOME')))
      ORDER BY its.id = ${journal}.id DESC, its.kind = 'HOME' DESC, given.set_at DESC LIMIT 1) AS stood ON true
    WHERE year_term.school_id = $1 AND year_term.academic_year_id = ${journal}.academic_year_id AND year_term.kind = ${journal}.term_kind
      AND (stood.value IS NOT NULL OR EXISTS (
        SELECT FROM enrolment WHERE enrolment.school_id = $1 AND enrolment.pupil_id = ${pupil} AND enrolment.valid_from <= year_term.ends_on
          AND (enrolment.valid_to IS NULL OR enrolment.valid_to >= year_term.starts_on))))`;
}
