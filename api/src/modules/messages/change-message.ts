import type { Statement, Transaction } from "../../kernel/database";
import { appendHistory } from "../../kernel/history";
import { retractNews } from "../../kernel/news-hint";
import { runOnce } from "../../kernel/operation";
import { ErrorCode, notFound, Refusal } from "../../kernel/refusal";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { isUuid } from "../../kernel/uuid";
import type { Viewer } from "../../kernel/viewer";
import { loadMessage } from "./load-messages";
import type { EditMessageInput, MessagePayload, WithdrawMessageInput } from "./message.inputs";
import { MESSAGE_LIMIT, requireText } from "./message-text";
import { CHANGEABLE } from "./messages-sql";
import { readerValues, READS } from "./reader";

/**
 * Changes the text of an own message within 15 minutes; the earlier text is kept in the history.
 * @throws Refusal NOT_FOUND, TOO_LATE, CONFLICT with the text as it stands, INVALID, TEXT_TOO_LONG, and what `runOnce` throws.
 */
export async function editMessage(context: RequestContext, input: EditMessageInput): Promise<MessagePayload> {
  const text = requireText(input.text, "text", MESSAGE_LIMIT);
  return changeMessage(context, "editMessage", input, text);
}

/** Withdraws an own message within 15 minutes: nobody reads it any more, and the history keeps it. @throws as `editMessage`. */
export async function withdrawMessage(context: RequestContext, input: WithdrawMessageInput): Promise<MessagePayload> {
  return changeMessage(context, "withdrawMessage", input, null);
}

interface KeptMessage {
  id: string;
  conversationId: string;
  text: string;
  version: number;
  isChangeable: boolean;
  isWithdrawn: boolean;
}

/** `text` null: the message is withdrawn. */
async function changeMessage(
  context: RequestContext,
  name: string,
  input: WithdrawMessageInput,
  text: string | null,
): Promise<MessagePayload> {
  const viewer = signedIn(context);
  const at = context.clock.now();
  return runOnce(context.database, viewer, { id: input.operationId, name, input, at }, async (transaction) => {
    const message = await lockOwn(transaction, viewer, input.messageId, at);
    const isSame = text === null ? message.isWithdrawn : !message.isWithdrawn && message.text === text;
    if (!isSame) {
      if (message.isWithdrawn || message.version !== input.version) throw conflict(message);
      if (!message.isChangeable) throw tooLate();
      await transaction.query(CHANGE, [viewer.schoolId, message.id, text, at]);
      if (text === null) await retractNews(transaction, at, { conversationId: message.conversationId, messageId: message.id });
      const change = { at, actorId: viewer.personId, operationId: input.operationId };
      const after = text === null ? null : { text };
      await appendHistory(transaction, change, [{ thing: "MESSAGE", thingId: message.id, before: { text: message.text }, after }]);
    }
    return { message: await loadMessage(transaction, viewer, message.id, at) };
  });
}

async function lockOwn(transaction: Transaction, viewer: Viewer, id: string, at: Date): Promise<KeptMessage> {
  const [message] = isUuid(id) ? await transaction.query<KeptMessage>(LOCK_OWN, [...readerValues(viewer), id, at]) : [];
  if (!message) throw notFound("Сообщение");
  return message;
}

function conflict({ isWithdrawn, text, version }: KeptMessage): Refusal {
  return new Refusal(
    ErrorCode.CONFLICT,
    "Сообщение уже изменено или отозвано с другого устройства. Посмотрите его и, если нужно, повторите.",
    {
      version,
      text: isWithdrawn ? null : text,
    },
  );
}

function tooLate(): Refusal {
  return new Refusal(
    ErrorCode.TOO_LATE,
    "Изменить или отозвать сообщение можно в течение 15 минут. Напишите новое сообщение с исправлением.",
  );
}

const LOCK_OWN: Statement = {
  name: "message-lock",
  text: `
  SELECT message.id, message.conversation_id AS "conversationId", message.text, message.version,
    message.sent_at + ${CHANGEABLE} > $6::timestamptz AS "isChangeable", message.withdrawn_at IS NOT NULL AS "isWithdrawn"
  FROM message JOIN conversation_member member
    ON member.school_id = $1 AND member.conversation_id = message.conversation_id AND member.person_id = $2 AND ${READS}
  WHERE message.school_id = $1 AND message.id = $5 AND message.author_id = $2 FOR NO KEY UPDATE OF message`,
};

/** A withdrawn message keeps its text, for the history and a deputy to whom it was reported. */
const CHANGE: Statement = {
  name: "message-change",
  text: `UPDATE message SET text = COALESCE($3, text), version = version + 1,
    edited_at = CASE WHEN $3::text IS NULL THEN edited_at ELSE $4::timestamptz END, withdrawn_at = CASE WHEN $3::text IS NULL THEN $4::timestamptz END
    WHERE school_id = $1 AND id = $2`,
};
