import type { Statement } from "../../kernel/database";
import { hintNews } from "../../kernel/news-hint";
import { runOnce } from "../../kernel/operation";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { requireUuid } from "../../kernel/uuid";
import { loadNewsCounts } from "./load-news-counts";
import type { ReadNoticesInput, ReadNoticesPayload } from "./notice.inputs";

/** Takes one of the viewer's notices, or all up to it, for read, on every device. @throws Refusal INVALID for a malformed id, and what `runOnce` throws. */
export async function readNotices(context: RequestContext, input: ReadNoticesInput): Promise<ReadNoticesPayload> {
  const viewer = signedIn(context);
  const noticeId = requireUuid(input.noticeId, "noticeId");
  const at = context.clock.now();
  await runOnce(context.database, viewer, { id: input.operationId, name: "readNotices", input, at }, async (transaction) => {
    const read = await transaction.query(READ, [viewer.schoolId, viewer.personId, noticeId, at, input.andOlder]);
    if (read.length > 0) await hintNews(transaction, [viewer.personId]);
    return { read: read.length };
  });
  return { counts: await loadNewsCounts(context.database, viewer) };
}

const READ: Statement = {
  name: "read-notices",
  text: `UPDATE notice SET read_at = $4
         WHERE school_id = $1 AND person_id = $2 AND in_portal AND retracted_at IS NULL AND read_at IS NULL
           AND (id = $3 OR ($5::boolean AND id < $3)) RETURNING id`,
};
