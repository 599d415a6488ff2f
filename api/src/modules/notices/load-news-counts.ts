import type { Database, Statement } from "../../kernel/database";
import type { Viewer } from "../../kernel/viewer";
import { READS, UNREAD } from "../messages/reader";
import { WAITING_COUNT } from "../questions/load-questions";
import type { NewsCounts } from "./news-counts";
import { OWN_NOTICES, ownerValues } from "./own-notices";

/** What is new for the viewer, in one statement. */
export async function loadNewsCounts(database: Database, viewer: Viewer): Promise<NewsCounts> {
  const [counts] = await database.read<NewsCounts>(viewer.schoolId, COUNTS, ownerValues(viewer));
  return counts!;
}

/** $1 to $6 as in `ownerValues`; $3 is today by the school's clock. */
const COUNTS: Statement = {
  name: "news-counts",
  text: `
  WITH threads AS (
    SELECT conversation.last_at, CASE WHEN member.muted THEN 0 ELSE ${UNREAD} END AS unread
    FROM conversation_member member
    JOIN conversation ON conversation.school_id = $1 AND conversation.id = member.conversation_id
    WHERE member.school_id = $1 AND member.person_id = $2 AND ${READS}
  )
  SELECT
    (SELECT count(*)::int FROM notice WHERE ${OWN_NOTICES} AND notice.read_at IS NULL) AS notices,
    (SELECT COALESCE(sum(unread), 0)::int FROM threads) AS messages,
    (SELECT count(*)::int FROM announcement_recipient AS mine
     JOIN announcement ON announcement.school_id = $1 AND announcement.id = mine.announcement_id
     WHERE mine.school_id = $1 AND mine.person_id = $2 AND mine.read_at IS NULL AND $6::boolean AND announcement.withdrawn_at IS NULL
       AND $3::date BETWEEN announcement.shown_from AND announcement.shown_to) AS announcements,
    ${WAITING_COUNT} AS questions,
    (SELECT id FROM notice WHERE ${OWN_NOTICES} ORDER BY id DESC LIMIT 1) AS "lastNoticeId",
    (SELECT max(last_at) FROM threads) AS "lastConversationAt"`,
};
