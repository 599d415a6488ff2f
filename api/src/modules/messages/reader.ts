import { holds, Role, type Viewer } from "../../kernel/viewer";

/** What statements ask about who reads: the school, the person, works here today, the pupils whose diary is theirs today. */
export function readerValues(viewer: Viewer): [schoolId: string, personId: string, isStaff: boolean, diaries: string[]] {
  const isStaff = holds(viewer, Role.DIRECTOR, Role.DEPUTY, Role.ADMINISTRATOR, Role.TEACHER, Role.CLASS_TEACHER, Role.SPECIALIST);
  return [viewer.schoolId, viewer.personId, isStaff, [...viewer.diaries]];
}

/**
 * SQL: does the row `member` of the viewer open its conversation today. Staff read while they work here; a family while one of the children that it
 * is about is theirs [2.2]. $3 and $4 as in `readerValues`.
 */
export const READS = `CASE member.side WHEN 'STAFF' THEN $3::boolean ELSE EXISTS (
  SELECT FROM conversation_pupil WHERE conversation_pupil.school_id = $1 AND conversation_pupil.conversation_id = member.conversation_id
    AND conversation_pupil.pupil_id = ANY($4::uuid[])) END`;
