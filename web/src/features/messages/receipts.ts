import type { Message } from "./message-draft";
import type { ThreadConversation } from "./thread";

type Member = ThreadConversation["members"][number];

/** Who of the others has read a message, and who has not yet. */
export function readersOf(seq: number, members: readonly Member[]): { read: Member[]; notYet: Member[] } {
  const others = members.filter(({ isMe }) => !isMe);
  return { read: others.filter(({ lastReadSeq }) => lastReadSeq >= seq), notYet: others.filter(({ lastReadSeq }) => lastReadSeq < seq) };
}

/** The newest own message that somebody has read: under it stands the receipt. Messages come newest first. */
export function lastReadByOthers(messages: readonly Message[], members: readonly Member[]): number | null {
  const furthest = Math.max(0, ...members.filter(({ isMe }) => !isMe).map(({ lastReadSeq }) => lastReadSeq));
  return messages.find(({ isMine, seq }) => isMine && seq <= furthest)?.seq ?? null;
}
