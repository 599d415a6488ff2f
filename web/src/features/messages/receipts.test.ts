import type { Message } from "./message-draft";
import { lastReadByOthers, readersOf } from "./receipts";

const member = (name: string, lastReadSeq: number, isMe = false) => ({
  __typename: "ConversationMember" as const,
  personId: name,
  name,
  lastReadSeq,
  lastReadAt: null,
  isMe,
});
const members = [member("я", 9, true), member("мама", 7), member("папа", 3)];

describe("read receipts", () => {
  it("name those who have read a message and those who have not, never its author", () => {
    const { read, notYet } = readersOf(5, members);
    expect(read.map(({ name }) => name)).toEqual(["мама"]);
    expect(notYet.map(({ name }) => name)).toEqual(["папа"]);
  });

  it("stand under the newest own message that somebody has read", () => {
    const thread = [9, 8, 6, 4].map((seq) => ({ seq, isMine: seq !== 6 }) as Message);
    expect(lastReadByOthers(thread, members)).toBe(4);
    expect(lastReadByOthers(thread, [member("мама", 0)])).toBeNull();
  });
});
