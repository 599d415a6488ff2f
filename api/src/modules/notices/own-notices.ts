import { seesWholeSchool, type Viewer } from "../../kernel/viewer";
import { readerValues, READS } from "../messages/reader";

/** The values of $1 to $5 of `OWN_NOTICES`: those of a reader, and whether reports are the viewer's. */
export function ownerValues(viewer: Viewer): [...ReturnType<typeof readerValues>, boolean] {
  return [...readerValues(viewer), seesWholeSchool(viewer)];
}

/**
 * SQL, over `notice`: those in the viewer's bell. What was told is hidden again when the right to it ends: of a child who is no longer the
 * viewer's to read, of a conversation, of reports [2.2].
 */
export const OWN_NOTICES = `notice.school_id = $1 AND notice.person_id = $2 AND notice.in_portal AND notice.retracted_at IS NULL
  AND (notice.pupil_id IS NULL OR notice.pupil_id = ANY($4::uuid[]))
  AND CASE notice.kind WHEN 'REPORT' THEN $5::boolean
    WHEN 'MESSAGE' THEN EXISTS (SELECT FROM conversation_member member WHERE member.school_id = $1 AND member.person_id = $2
      AND member.conversation_id = (notice.content->>'conversationId')::uuid AND ${READS})
    ELSE true END`;
