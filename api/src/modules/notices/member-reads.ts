import { worksOn } from "../messages/reader";

/**
 * SQL, true when a row `member` of a conversation opens it to its person on a date, as `messages/reader` says it of a viewer: staff while they work here,
 * a family while one of the children that it is about is theirs [2.2]. The arguments are SQL; `$1` is the school.
 */
export function memberReads(member: string, date: string): string {
  const holds = (link: string) => `${link}.valid_from <= ${date} AND (${link}.valid_to IS NULL OR ${link}.valid_to >= ${date})`;
  const person = `${member}.person_id`;
  return `CASE ${member}.side WHEN 'STAFF' THEN ${worksOn(person, date)}
    ELSE EXISTS (
      SELECT FROM conversation_pupil AS child WHERE child.school_id = $1 AND child.conversation_id = ${member}.conversation_id
        AND (EXISTS (SELECT FROM guardianship WHERE guardianship.school_id = $1 AND guardianship.guardian_id = ${person}
               AND guardianship.pupil_id = child.pupil_id AND ${holds("guardianship")})
          OR (child.pupil_id = ${person}
            AND EXISTS (SELECT FROM enrolment WHERE enrolment.school_id = $1 AND enrolment.pupil_id = ${person} AND ${holds("enrolment")})))) END`;
}
