/**
 * SQL: the ids of the pupils in the list of a journal on a date, as `isPupilOfJournal` has it: of a class, of a group, or the one taught alone.
 * The arguments are SQL; `$1` is the school.
 */
export function pupilsOfLesson(journal: string, date: string): string {
  const holds = (stay: string): string => `${stay}.valid_from <= ${date} AND (${stay}.valid_to IS NULL OR ${stay}.valid_to >= ${date})`;
  return `
  SELECT enrolment.pupil_id FROM enrolment WHERE enrolment.school_id = $1 AND enrolment.class_id = ${journal}.class_id AND ${holds("enrolment")}
  UNION ALL
  SELECT enrolment.pupil_id FROM group_membership
  JOIN enrolment ON enrolment.school_id = $1 AND enrolment.pupil_id = group_membership.pupil_id AND ${holds("enrolment")}
  WHERE group_membership.school_id = $1 AND group_membership.group_id = ${journal}.group_id AND ${holds("group_membership")}
  UNION ALL
  SELECT enrolment.pupil_id FROM enrolment WHERE enrolment.school_id = $1 AND enrolment.pupil_id = ${journal}.pupil_id AND ${holds("enrolment")}`;
}
