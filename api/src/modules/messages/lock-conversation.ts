import type { Statement, Transaction } from "../../kernel/database";
import { notFound } from "../../kernel/refusal";
import { isUuid } from "../../kernel/uuid";
import type { Viewer } from "../../kernel/viewer";
import { CONTACTS } from "./contacts-sql";
import { readerValues, READS } from "./reader";

/** A conversation that the viewer reads, locked to the end of the transaction. */
export interface LockedConversation {
  id: string;
  lastSeq: number;
  lastReadSeq: number;
}

/** @throws Refusal NOT_FOUND for a conversation that is not the viewer's to read. */
export async function lockConversation(transaction: Transaction, viewer: Viewer, id: string): Promise<LockedConversation> {
  const values = [...readerValues(viewer), id];
  const [conversation] = isUuid(id) ? await transaction.query<LockedConversation>(LOCK, values) : [];
  if (!conversation) throw notFound("Переписка");
  return conversation;
}

/**
 * May the viewer write in conversations that they read: in a group the staff, a guardian while the child is at the school, a
 * pupil while pupils may write; to one person while the address book has them. In the order of the ids.
 */
export const MAY_WRITE: Statement = {
  name: "conversations-may-write",
  text: `
  WITH ${CONTACTS}, wanted AS (SELECT * FROM unnest($4::uuid[]) WITH ORDINALITY AS wanted (id, place))
  SELECT conversation.id, CASE WHEN conversation.pair_key IS NULL THEN member.side = 'STAFF' OR EXISTS (
    SELECT FROM conversation_pupil JOIN own_child ON own_child.pupil_id = conversation_pupil.pupil_id
    WHERE conversation_pupil.school_id = $1 AND conversation_pupil.conversation_id = conversation.id)
  ELSE EXISTS (
    SELECT FROM contact JOIN conversation_member other ON other.school_id = $1 AND other.conversation_id = conversation.id AND other.person_id = contact.person_id
    WHERE contact.pupil_id IS NOT DISTINCT FROM (SELECT pupil_id FROM conversation_pupil
      WHERE conversation_pupil.school_id = $1 AND conversation_pupil.conversation_id = conversation.id)) END AS may
  FROM wanted JOIN conversation ON conversation.school_id = $1 AND conversation.id = wanted.id
  JOIN conversation_member member ON member.school_id = $1 AND member.conversation_id = conversation.id AND member.person_id = $2 ORDER BY wanted.place`,
};

const LOCK: Statement = {
  name: "conversation-lock",
  text: `
  SELECT conversation.id, conversation.last_seq AS "lastSeq", member.last_read_seq AS "lastReadSeq"
  FROM conversation JOIN conversation_member member ON member.school_id = $1 AND member.conversation_id = conversation.id AND member.person_id = $2
  WHERE conversation.school_id = $1 AND conversation.id = $5 AND ${READS} FOR NO KEY UPDATE OF conversation`,
};
