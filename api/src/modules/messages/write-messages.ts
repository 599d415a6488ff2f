import { uuidv7 } from "uuidv7";
import type { Statement, Transaction } from "../../kernel/database";
import { leaveNews } from "../../kernel/outbox";
import { ErrorCode, Refusal } from "../../kernel/refusal";
import { mayReadJournal, type Viewer } from "../../kernel/viewer";
import { requireUuid } from "../../kernel/uuid";
import { isPupilOfJournal } from "../journals/pupil-of-journal";

/** What is written into one or more conversations. */
export interface NewMessage {
  text: string;
  quotedId: string | null;
  lessonId: string | null;
  at: Date;
}

/**
 * Writes the message into each conversation, under its next number, and leaves the news. Its author has read it, unless there is something unread before it. @returns the messages' ids, in the order of the conversations.
 */
export async function writeMessages(
  transaction: Transaction,
  by: string,
  conversationIds: readonly string[],
  { text, quotedId, lessonId, at }: NewMessage,
): Promise<string[]> {
  const ids = conversationIds.map(() => uuidv7());
  const values = [transaction.schoolId, conversationIds, ids, by, text, quotedId, lessonId, at];
  const written = await transaction.query(WRITE, values);
  if (written.length !== ids.length) throw new Error(`${ids.length} messages were to be written, ${written.length} were`);
  for (const [place, messageId] of ids.entries()) {
    await leaveNews(transaction, at, { kind: "MESSAGE", conversationId: conversationIds[place]!, messageId, by });
  }
  return ids;
}

/** The lesson that a message is about. @throws Refusal INVALID when it is not of a journal or a diary that the viewer reads. */
export async function requireLesson(transaction: Transaction, viewer: Viewer, asked: string | null | undefined): Promise<string | null> {
  if (!asked) return null;
  const id = requireUuid(asked, "lessonId");
  const [found] = await transaction.query<{ journalId: string; isOfDiary: boolean }>(LESSON, [viewer.schoolId, id, [...viewer.diaries]]);
  if (found && (found.isOfDiary || mayReadJournal(viewer, found.journalId))) return id;
  throw new Refusal(ErrorCode.INVALID, "Такого урока нет, или он вам недоступен. Отправьте сообщение без него.", { field: "lessonId" });
}

/** $2 conversations, $3 ids of the messages, $4 author, $5 text, $6 quoted, $7 lesson, $8 now. The lock of a conversation's row puts its writers in a queue. */
const WRITE: Statement = {
  name: "write-messages",
  text: `
  WITH new AS (SELECT * FROM unnest($2::uuid[], $3::uuid[]) AS new (conversation_id, id)
  ), numbered AS (
    UPDATE conversation SET last_seq = last_seq + 1, last_at = GREATEST(last_at, $8::timestamptz) FROM new
    WHERE conversation.school_id = $1 AND conversation.id = new.conversation_id RETURNING conversation.id AS conversation_id, new.id, last_seq AS seq
  ), seen AS (
    UPDATE conversation_member SET last_read_seq = numbered.seq, last_read_at = $8 FROM numbered
    WHERE conversation_member.school_id = $1 AND conversation_member.conversation_id = numbered.conversation_id AND conversation_member.person_id = $4
      AND conversation_member.last_read_seq = numbered.seq - 1)
  INSERT INTO message (school_id, id, conversation_id, seq, author_id, text, quoted_id, lesson_id, sent_at)
  SELECT $1, id, conversation_id, seq, $4, $5, $6, $7, $8 FROM numbered RETURNING id`,
};

/** $3 the diaries of the viewer: is one of them taught in the lesson's journal on its date. */
const LESSON: Statement = {
  name: "message-lesson",
  text: `
  SELECT lesson.journal_id AS "journalId",
    EXISTS (SELECT FROM unnest($3::uuid[]) AS child (id) WHERE ${isPupilOfJournal("journal", "child.id", "lesson.date")}) AS "isOfDiary"
  FROM lesson JOIN journal ON journal.school_id = $1 AND journal.id = lesson.journal_id WHERE lesson.school_id = $1 AND lesson.id = $2`,
};
