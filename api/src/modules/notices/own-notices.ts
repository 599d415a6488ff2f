import { seesWholeSchool, type Viewer } from "../../kernel/viewer";
import { readerValues, READS } from "../messages/reader";
import { staffReads } from "../questions/question-people";

/** The values of $1 to $6 of `OWN_NOTICES`: those of a reader, whether reports are the viewer's, and whether the viewer is anybody in the school today. */
export function ownerValues(viewer: Viewer): [...ReturnType<typeof readerValues>, boolean, boolean] {
  return [...readerValues(viewer), seesWholeSchool(viewer), viewer.roles.length > 0];
}

/**
 * SQL, over `notice`: those in the viewer's bell. What was told is hidden again when the right to it ends: of a child who is no longer the
 * viewer's to read, of a conversation, of reports, of a question that a teacher answers no more, of announcements to those who have left [2.2].
 */
export const OWN_NOTICES = `notice.school_id = $1 AND notice.person_id = $2 AND notice.in_portal AND notice.retracted_at IS NULL
  AND (notice.pupil_id IS NULL OR notice.pupil_id = ANY($4::uuid[]))
  AND CASE notice.kind WHEN 'REPORT' THEN $5::boolean
    WHEN 'MESSAGE' THEN EXISTS (SELECT FROM conversation_member member WHERE member.school_id = $1 AND member.person_id = $2
      AND member.conversation_id = (notice.content->>'conversationId')::uuid AND ${READS})
    WHEN 'ANNOUNCEMENT' THEN $6::boolean
    WHEN 'TERM_LOCK' THEN $5::boolean OR notice.content->>'after' IS NOT NULL
    WHEN 'QUESTION' THEN notice.pupil_id IS NOT NULL OR EXISTS (SELECT FROM mark_question question WHERE question.school_id = $1
      AND question.id = (notice.content->>'questionId')::uuid AND ${staffReads("question", "$2", "$3::date")})
    ELSE true END`;
