import type { Statement } from "../../kernel/database";
import { hintNews, newsIsRead } from "../../kernel/news-hint";
import { runOnce } from "../../kernel/operation";
import { ErrorCode, Refusal } from "../../kernel/refusal";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { loadChanged } from "./load-conversations";
import { lockConversation } from "./lock-conversation";
import type { ConversationPayload, ReadConversationInput, SetConversationStateInput } from "./message.inputs";

/**
 * Notes how far the viewer has read; what was read stays read.
 * @throws Refusal NOT_FOUND, INVALID for a message that is not there yet, and what `runOnce` throws.
 */
export async function readConversation(context: RequestContext, input: ReadConversationInput): Promise<ConversationPayload> {
  const viewer = signedIn(context);
  const at = context.clock.now();
  return runOnce(context.database, viewer, { id: input.operationId, name: "readConversation", input, at }, async (transaction) => {
    const { id, lastSeq, lastReadSeq } = await lockConversation(transaction, viewer, input.conversationId);
    if (input.seq < 0 || input.seq > lastSeq) {
      throw new Refusal(ErrorCode.INVALID, "Такого сообщения в этой переписке нет. Обновите страницу.", { field: "seq" });
    }
    if (input.seq > lastReadSeq) {
      await transaction.query(READ, [viewer.schoolId, id, viewer.personId, input.seq, at]);
      await newsIsRead(transaction, at, viewer.personId, { conversationId: id, seq: input.seq });
    }
    const [conversation] = await loadChanged(transaction, viewer, [id]);
    return { conversation: conversation! };
  });
}

/** Mutes a conversation, puts it away, or takes either back. @throws Refusal NOT_FOUND, and what `runOnce` throws. */
export async function setConversationState(context: RequestContext, input: SetConversationStateInput): Promise<ConversationPayload> {
  const viewer = signedIn(context);
  const at = context.clock.now();
  return runOnce(context.database, viewer, { id: input.operationId, name: "setConversationState", input, at }, async (transaction) => {
    const { id, lastSeq } = await lockConversation(transaction, viewer, input.conversationId);
    await transaction.query(KEEP, [viewer.schoolId, id, viewer.personId, input.isMuted ?? null, input.isArchived ?? null, lastSeq]);
    await hintNews(transaction, [viewer.personId]);
    const [conversation] = await loadChanged(transaction, viewer, [id]);
    return { conversation: conversation! };
  });
}

const READ: Statement = {
  name: "conversation-read",
  text: `UPDATE conversation_member SET last_read_seq = $4, last_read_at = $5 WHERE school_id = $1 AND conversation_id = $2 AND person_id = $3`,
};

const KEEP: Statement = {
  name: "conversation-keep",
  text: `UPDATE conversation_member SET muted = COALESCE($4::boolean, muted), archived_seq = CASE WHEN $5::boolean IS NULL THEN archived_seq WHEN $5::boolean THEN $6::int END
    WHERE school_id = $1 AND conversation_id = $2 AND person_id = $3`,
};
