import type { Database, Statement } from "../../kernel/database";
import type { Viewer } from "../../kernel/viewer";
import type { NewsCounts } from "./news-counts";
import { mayReadConversation } from "./may-read-conversation";

/** What is new for the viewer, in one statement. */
export async function loadNewsCounts(database: Database, viewer: Viewer): Promise<NewsCounts> {
  const [counts] = await database.read<NewsCounts>(viewer.schoolId, COUNTS, countsOf(viewer));
  return counts!;
}

/** The values of `COUNTS`. */
export function countsOf(viewer: Viewer): unknown[] {
  return [viewer.schoolId, viewer.personId, viewer.today];
}

/** $2 the person, $3 today by the school's clock. */
export const COUNTS: Statement = {
  name: "news-counts",
  text: `
  WITH threads AS (
    SELECT conversation.last_at, CASE WHEN me.muted THEN 0 ELSE conversation.last_seq - me.last_read_seq END AS unread
    FROM conversation_member me
    JOIN conversation ON conversation.school_id = $1 AND conversation.id = me.conversation_id
    WHERE me.school_id = $1 AND me.person_id = $2 AND ${mayReadConversation("conversation.id", "$2", "$3::date")}
  )
  SELECT
    (SELECT count(*)::int FROM notice WHERE school_id = $1 AND person_id = $2 AND in_portal AND retracted_at IS NULL AND read_at IS NULL) AS notices,
    (SELECT COALESCE(sum(unread), 0)::int FROM threads) AS messages,
    (SELECT count(*)::int FROM announcement_recipient AS mine
     JOIN announcement ON announcement.school_id = $1 AND announcement.id = mine.announcement_id
     WHERE mine.school_id = $1 AND mine.person_id = $2 AND mine.read_at IS NULL AND announcement.withdrawn_at IS NULL
       AND $3::date BETWEEN announcement.shown_from AND announcement.shown_to) AS announcements,
    (SELECT id FROM notice WHERE school_id = $1 AND person_id = $2 AND in_portal AND retracted_at IS NULL ORDER BY id DESC LIMIT 1) AS "lastNoticeId",
    (SELECT max(last_at) FROM threads) AS "lastConversationAt"`,
};
