import { type CountedPage, type PageArgs, readCursor, rowsToRead, toPage } from "../../kernel/connection";
import type { Database, Statement, Transaction } from "../../kernel/database";
import { notFound } from "../../kernel/refusal";
import { requireUuid } from "../../kernel/uuid";
import type { Viewer } from "../../kernel/viewer";
import { type Conversation, ConversationFolder } from "./conversation";
import { CONVERSATION_ROWS, conversationFields } from "./conversations-sql";
import { readerValues, READS } from "./reader";

/** One page of the viewer's conversations, that with the newest message first. */
export async function loadConversations(
  database: Database,
  viewer: Viewer,
  folder: ConversationFolder,
  { first, after }: PageArgs,
): Promise<CountedPage<Conversation>> {
  const limit = rowsToRead(first);
  const cursor = readCursor(after, "conversations", "moment", "uuid");
  const asked = [...readerValues(viewer), folder === ConversationFolder.ARCHIVE];
  const rows = await database.read<Conversation & { lastAt: Date }>(viewer.schoolId, PAGE, [...asked, ...(cursor ?? [null, null]), limit]);
  return {
    ...toPage(rows, first, "conversations", ({ lastAt, id }) => [lastAt.toISOString(), id]),
    count: async () => (await database.read<{ count: number }>(viewer.schoolId, COUNT, asked))[0]?.count ?? 0,
  };
}

/** One conversation of the viewer, with everybody in it. @throws Refusal NOT_FOUND for one that is not the viewer's to read. */
export async function loadConversation(database: Database, viewer: Viewer, id: string): Promise<Conversation> {
  const values = [...readerValues(viewer), [requireUuid(id, "id")]];
  const [conversation] = await database.read<Conversation>(viewer.schoolId, BY_IDS, values);
  if (!conversation) throw notFound("Переписка");
  return conversation;
}

/** Conversations within a command, in the order of the ids. */
export async function loadChanged(transaction: Transaction, viewer: Viewer, ids: readonly string[]): Promise<Conversation[]> {
  return transaction.query<Conversation>(BY_IDS, [...readerValues(viewer), ids]);
}

const ARCHIVED = "COALESCE(member.archived_seq >= conversation.last_seq, false) = $5::boolean";

/** $5 the archive or not, $6 and $7 the cursor, $8 how many rows. */
const PAGE: Statement = {
  name: "conversations",
  text: `
  WITH listed AS (
    SELECT conversation.id, conversation.last_at FROM conversation_member member
    JOIN conversation ON conversation.school_id = $1 AND conversation.id = member.conversation_id
    WHERE member.school_id = $1 AND member.person_id = $2 AND ${READS} AND ${ARCHIVED}
      AND ($6::timestamptz IS NULL OR (conversation.last_at, conversation.id) < ($6::timestamptz, $7::uuid))
    ORDER BY conversation.last_at DESC, conversation.id DESC LIMIT $8)
  SELECT ${conversationFields(5)}
  FROM listed CROSS JOIN ${CONVERSATION_ROWS}
  WHERE member.school_id = $1 AND member.person_id = $2 AND member.conversation_id = listed.id
  ORDER BY conversation.last_at DESC, conversation.id DESC`,
};

const COUNT: Statement = {
  name: "conversations-count",
  text: `SELECT count(*)::int FROM conversation_member member JOIN conversation ON conversation.school_id = $1 AND conversation.id = member.conversation_id
    WHERE member.school_id = $1 AND member.person_id = $2 AND ${READS} AND ${ARCHIVED}`,
};

const BY_IDS: Statement = {
  name: "conversations-by-id",
  text: `SELECT ${conversationFields(null)} FROM unnest($5::uuid[]) WITH ORDINALITY AS wanted (id, place) CROSS JOIN ${CONVERSATION_ROWS}
    WHERE member.school_id = $1 AND member.person_id = $2 AND member.conversation_id = wanted.id AND ${READS} ORDER BY wanted.place`,
};
