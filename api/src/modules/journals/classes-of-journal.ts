/**
 * SQL, rows `class_id`: the classes whose pupils a journal has in a term. Its own, those of its group, or those in which the pupil that it is
 * kept for is enrolled in the term. The arguments are SQL, a journal's row and a term's; `$1` is the school.
 */
export function classesOfJournal(journal: string, term: string): string {
  return `SELECT ${journal}.class_id WHERE ${journal}.class_id IS NOT NULL
      UNION ALL SELECT class_id FROM study_group_class WHERE school_id = $1 AND group_id = ${journal}.group_id
      UNION ALL SELECT class_id FROM enrolment WHERE school_id = $1 AND pupil_id = ${journal}.pupil_id
        AND valid_from <= ${term}.ends_on AND (valid_to IS NULL OR valid_to >= ${term}.starts_on)`;
}
