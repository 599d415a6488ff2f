/**
 * SQL: the journals whose list holds a pupil on days between `from` and `to`, as rows `journal_id, subject_id, valid_from, valid_to` ('infinity'
 * while it goes on): those of the pupil's class, of the groups while the pupil is at the school, and the pupil's own. The arguments are SQL; `$1` is
 * the school.
 */
export function journalsOfPupil(pupil: string, from: string, to: string): string {
  const overlaps = (stay: string): string => `${stay}.valid_from <= ${to} AND (${stay}.valid_to IS NULL OR ${stay}.valid_to >= ${from})`;
  return `
    SELECT journal.id AS journal_id, journal.subject_id, enrolment.valid_from, COALESCE(enrolment.valid_to, 'infinity') AS valid_to
    FROM enrolment JOIN journal ON journal.school_id = $1 AND journal.class_id = enrolment.class_id
    WHERE enrolment.school_id = $1 AND enrolment.pupil_id = ${pupil} AND ${overlaps("enrolment")}
    UNION ALL
    SELECT journal.id, journal.subject_id, GREATEST(enrolment.valid_from, group_membership.valid_from), LEAST(COALESCE(enrolment.valid_to, 'infinity'), group_membership.valid_to)
    FROM group_membership
    JOIN enrolment ON enrolment.school_id = $1 AND enrolment.pupil_id = ${pupil} AND ${overlaps("enrolment")}
      AND enrolment.valid_from <= COALESCE(group_membership.valid_to, 'infinity') AND group_membership.valid_from <= COALESCE(enrolment.valid_to, 'infinity')
    JOIN journal ON journal.school_id = $1 AND journal.group_id = group_membership.group_id
    WHERE group_membership.school_id = $1 AND group_membership.pupil_id = ${pupil} AND ${overlaps("group_membership")}
    UNION ALL
    SELECT id, subject_id, '-infinity', 'infinity' FROM journal WHERE school_id = $1 AND pupil_id = ${pupil}`;
}
