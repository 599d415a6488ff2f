import { type CountedPage, type PageArgs, readCursor, rowsToRead, toPage } from "../../kernel/connection";
import type { Database, Statement, Transaction } from "../../kernel/database";
import { ErrorCode, notFound, Refusal } from "../../kernel/refusal";
import { requireUuid } from "../../kernel/uuid";
import { seesWholeSchool, type Viewer } from "../../kernel/viewer";
import { TITLE } from "./conversations-sql";
import type { FoundMessage, Message, MessageVersion } from "./message";
import { messageFields } from "./messages-sql";
import { readerValues, READS } from "./reader";

/** One page of a conversation, newest first. @throws Refusal NOT_FOUND for a conversation that is not the viewer's to read. */
export async function loadMessages(
  database: Database,
  viewer: Viewer,
  conversationId: string,
  { first, after }: PageArgs,
  now: Date,
): Promise<CountedPage<Message>> {
  const limit = rowsToRead(first);
  const cursor = readCursor(after, "messages", "number");
  const asked = [...readerValues(viewer), requireUuid(conversationId, "conversationId")];
  const rows = await database.read<Message & { count: number }>(viewer.schoolId, PAGE, [...asked, now, cursor?.[0] ?? null, limit]);
  if (rows.length === 0) throw notFound("Переписка");
  const count = rows[0]!.count;
  const messages = rows.filter(({ id }) => id !== null);
  return { ...toPage(messages, first, "messages", ({ seq }) => [seq]), count: async () => count };
}

/** The message within a command. */
export async function loadMessage(transaction: Transaction, viewer: Viewer, id: string, now: Date): Promise<Message> {
  const [message] = await transaction.query<Message>(BY_ID, [viewer.schoolId, viewer.personId, id, now]);
  if (!message) throw new Error(`message ${id} is gone`);
  return message;
}

const SHORTEST_SEARCH = 3;
const LONGEST_SEARCH = 100;

/**
 * Messages of the viewer's conversations in which a text occurs, newest first; е is as good as ё.
 * @throws Refusal INVALID below 3 characters, TEXT_TOO_LONG above 100.
 */
export async function searchMessages(
  database: Database,
  viewer: Viewer,
  typed: string,
  { first, after }: PageArgs,
  now: Date,
): Promise<CountedPage<FoundMessage>> {
  const text = typed.trim().toLocaleLowerCase("ru").replaceAll("ё", "е");
  if ([...text].length < SHORTEST_SEARCH) {
    throw new Refusal(ErrorCode.INVALID, `Для поиска нужно не меньше ${SHORTEST_SEARCH} знаков.`, { field: "text" });
  }
  if (text.length > LONGEST_SEARCH) {
    throw new Refusal(ErrorCode.TEXT_TOO_LONG, `Для поиска достаточно ${LONGEST_SEARCH} знаков.`, { field: "text", limit: LONGEST_SEARCH });
  }
  const limit = rowsToRead(first);
  const cursor = readCursor(after, "messageSearch", "uuid");
  const asked = [...readerValues(viewer), text];
  const rows = await database.read<Message & { conversationTitle: string }>(viewer.schoolId, SEARCH, [
    ...asked,
    now,
    cursor?.[0] ?? null,
    limit,
  ]);
  const found = rows.map(({ conversationTitle, ...message }) => ({ message, conversationTitle }));
  return {
    ...toPage(found, first, "messageSearch", ({ message }) => [message.id]),
    count: async () => (await database.read<{ count: number }>(viewer.schoolId, SEARCH_COUNT, asked))[0]?.count ?? 0,
  };
}

/**
 * Earlier texts of a message, the first one first: for those who read its conversation, and for the director and deputy to whom it was reported.
 * @throws Refusal NOT_FOUND for anybody else.
 */
export async function loadMessageVersions(database: Database, viewer: Viewer, messageId: string): Promise<MessageVersion[]> {
  const values = [...readerValues(viewer), requireUuid(messageId, "messageId"), seesWholeSchool(viewer)];
  const rows = await database.read<MessageVersion & { at: Date | null }>(viewer.schoolId, VERSIONS, values);
  if (rows.length === 0) throw notFound("Сообщение");
  return rows.filter(({ at }) => at !== null);
}

const MINE = `mine AS (SELECT member.conversation_id FROM conversation_member member WHERE member.school_id = $1 AND member.person_id = $2 AND ${READS}`;

/**
 * $5 the conversation, $6 now, $7 the number before which, $8 how many rows. The page is read by its index alone, however long the conversation is; it
 * is shown to nobody whose it is not. A row without a message: it is empty.
 */
const PAGE: Statement = {
  name: "messages",
  text: `
  WITH ${MINE} AND member.conversation_id = $5), page AS (
    SELECT * FROM message WHERE school_id = $1 AND conversation_id = $5 AND seq < COALESCE($7::int, 2147483647) ORDER BY seq DESC LIMIT $8)
  SELECT conversation.last_seq AS count, shown.* FROM mine
  JOIN conversation ON conversation.school_id = $1 AND conversation.id = mine.conversation_id
  LEFT JOIN (SELECT ${messageFields("$6")} FROM page message) shown ON true ORDER BY shown.seq DESC`,
};

const BY_ID: Statement = {
  name: "message-by-id",
  text: `SELECT ${messageFields("$4")} FROM message WHERE message.school_id = $1 AND message.id = $3`,
};

const OCCURS = `message.withdrawn_at IS NULL AND position($5 IN replace(lower(message.text COLLATE "ru-x-icu"), 'ё', 'е')) > 0`;

/** $5 the text, $6 now, $7 the message before which, $8 how many rows. Ids are in order of time. */
const SEARCH: Statement = {
  name: "message-search",
  text: `
  WITH ${MINE})
  SELECT ${messageFields("$6")}, ${TITLE} AS "conversationTitle"
  FROM mine JOIN message ON message.school_id = $1 AND message.conversation_id = mine.conversation_id
  JOIN conversation ON conversation.school_id = $1 AND conversation.id = mine.conversation_id
  WHERE ${OCCURS} AND ($7::uuid IS NULL OR message.id < $7::uuid) ORDER BY message.id DESC LIMIT $8`,
};

const SEARCH_COUNT: Statement = {
  name: "message-search-count",
  text: `WITH ${MINE}) SELECT count(*)::int FROM mine JOIN message ON message.school_id = $1 AND message.conversation_id = mine.conversation_id WHERE ${OCCURS}`,
};

/** $5 the message, $6 sees reported ones. A row without a moment: it was never changed. */
const VERSIONS: Statement = {
  name: "message-versions",
  text: `
  WITH ${MINE})
  SELECT history.at, history.before ->> 'text' AS text FROM message
  LEFT JOIN history ON history.school_id = $1 AND history.thing_id = message.id AND history.thing = 'MESSAGE'
  WHERE message.school_id = $1 AND message.id = $5
    AND (($6::boolean AND EXISTS (SELECT FROM message_report WHERE message_report.school_id = $1 AND message_report.message_id = message.id))
      OR (message.withdrawn_at IS NULL AND message.conversation_id IN (SELECT conversation_id FROM mine)))
  ORDER BY history.seq`,
};
