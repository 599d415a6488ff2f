import type { Viewer } from "../../kernel/viewer";

/** What statements ask about who reads: the school, the person, today, the pupils whose diary is theirs today. */
export function readerValues({ schoolId, personId, today, diaries }: Viewer): [string, string, string, string[]] {
  return [schoolId, personId, today, [...diaries]];
}

/** SQL: the person works at the school $1 on a date. */
export function worksOn(personId: string, date: string): string {
  return `EXISTS (SELECT FROM staff WHERE staff.school_id = $1 AND staff.id = ${personId} AND staff.hired_on <= ${date}
    AND (staff.left_on IS NULL OR staff.left_on >= ${date}))`;
}

/**
 * SQL: does the row `member` of the viewer open its conversation today. Staff read while they work here; a family while one of the children that it
 * is about is theirs [2.2]. $3 and $4 as in `readerValues`.
 */
export const READS = `CASE member.side WHEN 'STAFF' THEN ${worksOn("member.person_id", "$3::date")} ELSE EXISTS (
  SELECT FROM conversation_pupil WHERE conversation_pupil.school_id = $1 AND conversation_pupil.conversation_id = member.conversation_id
    AND conversation_pupil.pupil_id = ANY($4::uuid[])) END`;

/** How many unread messages are counted: more are as good as that. */
const MOST_UNREAD = 999;

/** SQL: messages of others that the row `member` has not read; a withdrawn one is nothing to read. `$1` is the school. */
export const UNREAD = `(SELECT count(*)::int FROM (SELECT FROM message unread WHERE unread.school_id = $1 AND unread.conversation_id = member.conversation_id
  AND unread.seq > member.last_read_seq AND unread.author_id <> member.person_id AND unread.withdrawn_at IS NULL LIMIT ${MOST_UNREAD}) AS counted)`;
