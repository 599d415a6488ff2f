/**
 * SQL, true when a member may still read a conversation: one about no child, or member of staff, or a pupil who is one of its children, or a
 * guardian of one of them on the date. The arguments are SQL; `$1` is the school.
 */
export function mayReadConversation(conversationId: string, personId: string, date: string): string {
  const holds = (from: string, to: string) => `${from} <= ${date} AND (${to} IS NULL OR ${to} >= ${date})`;
  return `(EXISTS (SELECT FROM staff WHERE staff.school_id = $1 AND staff.id = ${personId} AND ${holds("staff.hired_on", "staff.left_on")})
    OR EXISTS (SELECT FROM conversation_pupil WHERE conversation_pupil.school_id = $1 AND conversation_pupil.conversation_id = ${conversationId}
         AND (conversation_pupil.pupil_id = ${personId}
           OR EXISTS (SELECT FROM guardianship WHERE guardianship.school_id = $1 AND guardianship.guardian_id = ${personId}
                AND guardianship.pupil_id = conversation_pupil.pupil_id AND ${holds("guardianship.valid_from", "guardianship.valid_to")}))))`;
}
