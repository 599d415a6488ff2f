/**
 * SQL, true when a pupil is in a journal's list on a date: enrolled in its class, a member of its group and enrolled
 * somewhere in the school, or the one whom it is kept for. The arguments are SQL; `$1` is the school.
 */
export function isPupilOfJournal(journal: string, pupil: string, date: string): string {
  const holds = (stay: string) => `${stay}.valid_from <= ${date} AND (${stay}.valid_to IS NULL OR ${stay}.valid_to >= ${date})`;
  return `(${journal}.pupil_id = ${pupil}
    OR EXISTS (SELECT FROM enrolment WHERE enrolment.school_id = $1 AND enrolment.pupil_id = ${pupil} AND ${holds("enrolment")}
         AND (enrolment.class_id = ${journal}.class_id
           OR EXISTS (SELECT FROM group_membership WHERE group_membership.school_id = $1 AND group_membership.group_id = ${journal}.group_id
                AND group_membership.pupil_id = ${pupil} AND ${holds("group_membership")}))))`;
}
