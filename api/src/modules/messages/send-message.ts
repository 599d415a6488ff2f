import type { Statement, Transaction } from "../../kernel/database";
import { runOnce } from "../../kernel/operation";
import { ErrorCode, Refusal } from "../../kernel/refusal";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { isUuid } from "../../kernel/uuid";
import type { Viewer } from "../../kernel/viewer";
import { loadChanged } from "./load-conversations";
import { loadMessage } from "./load-messages";
import { lockConversation, MAY_WRITE } from "./lock-conversation";
import type { SendMessageInput, SendMessagePayload } from "./message.inputs";
import { refuseTooMany } from "./message-limit";
import { MESSAGE_LIMIT, requireText } from "./message-text";
import { requireLesson, writeMessages } from "./write-messages";

/**
 * Sends a message in a conversation [1.4.8].
 * @throws Refusal NOT_FOUND, FORBIDDEN when the relation to the other has ended, INVALID for the text, the quoted message or the lesson, TEXT_TOO_LONG,
 * LIMIT_EXCEEDED, and what `runOnce` throws.
 */
export async function sendMessage(context: RequestContext, input: SendMessageInput): Promise<SendMessagePayload> {
  const viewer = signedIn(context);
  const at = context.clock.now();
  const text = requireText(input.text, "text", MESSAGE_LIMIT);
  return runOnce(context.database, viewer, { id: input.operationId, name: "sendMessage", input, at }, async (transaction) => {
    await refuseTooMany(transaction, viewer, 1, at);
    const { id } = await lockConversation(transaction, viewer, input.conversationId);
    const [answer] = await transaction.query<{ may: boolean }>(MAY_WRITE, [viewer.schoolId, viewer.personId, viewer.today, [id]]);
    if (!answer?.may) throw ended();
    const quotedId = await requireQuoted(transaction, viewer, id, input.quotedId);
    const lessonId = await requireLesson(transaction, viewer, input.lessonId);
    const [messageId] = await writeMessages(transaction, viewer.personId, [id], { text, quotedId, lessonId, at });
    const [conversation] = await loadChanged(transaction, viewer, [id]);
    return { message: await loadMessage(transaction, viewer, messageId!, at), conversation: conversation! };
  });
}

function ended(): Refusal {
  return new Refusal(
    ErrorCode.FORBIDDEN,
    "Писать в эту переписку больше нельзя, её можно только читать: основание для неё закончилось. Кому вы можете написать, показано в адресной книге.",
  );
}

async function requireQuoted(
  transaction: Transaction,
  viewer: Viewer,
  conversationId: string,
  asked: string | null | undefined,
): Promise<string | null> {
  if (!asked) return null;
  const [found] = isUuid(asked) ? await transaction.query<{ id: string }>(QUOTED, [viewer.schoolId, conversationId, asked]) : [];
  if (found) return found.id;
  throw new Refusal(
    ErrorCode.INVALID,
    "Сообщение, на которое вы отвечаете, отозвано или относится к другой переписке. Отправьте ответ без цитаты.",
    {
      field: "quotedId",
    },
  );
}

const QUOTED: Statement = {
  name: "message-quoted",
  text: `SELECT id FROM message WHERE school_id = $1 AND conversation_id = $2 AND id = $3 AND withdrawn_at IS NULL`,
};
