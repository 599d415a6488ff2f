import type { Statement } from "../../kernel/database";
import { runOnce } from "../../kernel/operation";
import { NEWS_CHANNEL } from "../../kernel/outbox";
import { ErrorCode, Refusal } from "../../kernel/refusal";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { requireUuid } from "../../kernel/uuid";
import type { RetryDeadLettersInput, RetryDeadLettersPayload } from "./notice.inputs";

const MOST = 200;

/** Tries once more what was given up. @throws Refusal LIMIT_EXCEEDED beyond 200, INVALID for a malformed id, and what `runOnce` throws. */
export async function retryDeadLetters(context: RequestContext, input: RetryDeadLettersInput): Promise<RetryDeadLettersPayload> {
  const viewer = signedIn(context);
  if (input.ids.length > MOST) {
    const message = `За один раз можно повторить не больше ${MOST} отправок. Разделите список на части.`;
    throw new Refusal(ErrorCode.LIMIT_EXCEEDED, message, { field: "ids", limit: MOST });
  }
  const ids = input.ids.map((id) => requireUuid(id, "ids"));
  const at = context.clock.now();
  return runOnce(context.database, viewer, { id: input.operationId, name: "retryDeadLetters", input, at }, async (transaction) => {
    const [counted] = await transaction.query<{ retried: number }>(RETRY, [viewer.schoolId, ids, at, NEWS_CHANNEL]);
    return { retried: counted!.retried };
  });
}

const RETRY: Statement = {
  name: "retry-dead-letters",
  text: `
  WITH news AS (
    UPDATE outbox SET dead_at = NULL, attempts = 0, due_at = $3 WHERE school_id = $1 AND id = ANY($2::uuid[]) AND dead_at IS NOT NULL RETURNING id
  ), letters AS (
    UPDATE mail_delivery SET state = 'WAITING', attempts = 0, due_at = $3, mail_id = NULL, claimed_until = NULL
    WHERE school_id = $1 AND notice_id = ANY($2::uuid[]) AND state = 'DEAD' RETURNING notice_id
  ), told AS (SELECT pg_notify($4, $1::text))
  SELECT ((SELECT count(*) FROM news) + (SELECT count(*) FROM letters))::int AS retried, (SELECT count(*) FROM told) AS told`,
};
