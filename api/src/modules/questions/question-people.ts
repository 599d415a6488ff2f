import type { Viewer } from "../../kernel/viewer";
import { seesWholeSchool } from "../../kernel/viewer";

const holds = (link: string, day: string): string =>
  `${link}.valid_from <= ${day} AND (${link}.valid_to IS NULL OR ${link}.valid_to >= ${day})`;

/** What statements ask about who reads: the school, the person, today, own children, and whether the whole school is open to them. */
export function readerValues(viewer: Viewer): [string, string, string, string[], boolean] {
  return [viewer.schoolId, viewer.personId, viewer.today, ownChildren(viewer), seesWholeSchool(viewer)];
}

/** Pupils whose guardian the viewer is today: a pupil's own diary is not among them. */
export function ownChildren({ diaries, personId }: Viewer): string[] {
  return [...diaries].filter((id) => id !== personId);
}

/** SQL, rows `(person_id)`: who answers a question on a day: the journal's teachers by load, and who had set the mark, while they work here. `$1` is the school. */
export function teachersOf(question: string, day: string): string {
  return `SELECT staff.id AS person_id FROM staff
    WHERE staff.school_id = $1 AND staff.hired_on <= ${day} AND (staff.left_on IS NULL OR staff.left_on >= ${day})
      AND (staff.id = ${question}.marked_by OR staff.id IN (
        SELECT staff_id FROM teaching_load WHERE teaching_load.school_id = $1 AND teaching_load.journal_id = ${question}.journal_id AND ${holds("teaching_load", day)}))`;
}

/** SQL, rows `(person_id)`: the class teachers of the pupil on a day. `$1` is the school. */
export function classTeachersOf(question: string, day: string): string {
  return `SELECT class_teacher.staff_id AS person_id FROM enrolment
    JOIN class_teacher ON class_teacher.school_id = $1 AND class_teacher.class_id = enrolment.class_id AND ${holds("class_teacher", day)}
    WHERE enrolment.school_id = $1 AND enrolment.pupil_id = ${question}.pupil_id AND ${holds("enrolment", day)}`;
}

/** SQL, rows `(person_id)`: the pupil's guardians on a day. `$1` is the school. */
export function guardiansOf(question: string, day: string): string {
  return `SELECT guardian_id AS person_id FROM guardianship
    WHERE guardianship.school_id = $1 AND guardianship.pupil_id = ${question}.pupil_id AND ${holds("guardianship", day)}`;
}

/** SQL, rows `(person_id)`: the deputies of a day. `$1` is the school. */
export function deputiesOn(day: string): string {
  return `SELECT staff_role.staff_id AS person_id FROM staff_role JOIN staff ON staff.school_id = $1 AND staff.id = staff_role.staff_id
      AND (staff.left_on IS NULL OR staff.left_on >= ${day})
    WHERE staff_role.school_id = $1 AND staff_role.role = 'DEPUTY' AND ${holds("staff_role", day)}`;
}

/** SQL: the person $2 answers the question today, $3. */
export const ANSWERS = `$2 IN (${teachersOf("question", "$3::date")})`;

/** SQL: may the reader of `readerValues` open the question: guardians, those who answer, the class teacher, the director and the deputies [2.1, 2.2]. */
export const READS = `(question.pupil_id = ANY($4::uuid[]) OR $5::boolean OR ${ANSWERS} OR $2 IN (${classTeachersOf("question", "$3::date")}))`;

/** SQL: one of the staff $2 still may open the question on a day. `$1` is the school. */
export function staffReads(question: string, person: string, day: string): string {
  return `${person} IN (${teachersOf(question, day)} UNION ALL ${classTeachersOf(question, day)} UNION ALL ${deputiesOn(day)})`;
}
