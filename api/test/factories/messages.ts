import type { TestClient } from "../test-server";
import { send } from "./commands";

/** A conversation as most tests look at it. */
export interface ConversationAnswer {
  id: string;
  title: string;
  lastSeq: number;
  unread: number;
  canWrite: boolean;
}

/** A message as most tests look at it. */
export interface MessageAnswer {
  id: string;
  seq: number;
  text: string | null;
  version: number;
}

const CONVERSATION = "id title lastSeq unread canWrite";
const MESSAGE = "id seq text version isMine quoted { id text } lesson { lessonId } editedAt withdrawnAt changeableUntil";

/** Writes to people of the address book, to each or together. */
export function startConversation(client: TestClient, recipients: readonly { personId: string; pupilId?: string }[], more: object = {}) {
  const input = { recipients, together: false, text: "Добрый день!", ...more };
  return send<{ conversations: ConversationAnswer[] }>(client, "startConversation", input, `conversations { ${CONVERSATION} }`);
}

/** The one conversation of an answer without errors. */
export async function begun(client: TestClient, personId: string, pupilId?: string, more: object = {}): Promise<ConversationAnswer> {
  const { data, errors } = await startConversation(client, [{ personId, ...(pupilId && { pupilId }) }], more);
  expect(errors).toEqual([]);
  return data!.startConversation!.conversations[0]!;
}

/** Sends a message in a conversation. */
export function sendMessage(client: TestClient, conversationId: string, text: string, more: object = {}) {
  return send<{ message: MessageAnswer }>(client, "sendMessage", { conversationId, text, ...more }, `message { ${MESSAGE} }`);
}

/** The message of an answer without errors. */
export async function sent(client: TestClient, conversationId: string, text: string, more: object = {}): Promise<MessageAnswer> {
  const { data, errors } = await sendMessage(client, conversationId, text, more);
  expect(errors).toEqual([]);
  return data!.sendMessage!.message;
}

/** The messages of a conversation, newest first, or the code of the refusal. */
export async function readMessages(client: TestClient, id: string): Promise<MessageAnswer[] | string> {
  const { data, errors } = await client.send<{ messages: { nodes: MessageAnswer[] } }>(
    `query ($id: ID!) { messages(conversationId: $id) { nodes { ${MESSAGE} } } }`,
    { id },
  );
  return errors[0]?.extensions.code ?? data!.messages.nodes;
}

/** The viewer's conversations. */
export async function inbox(client: TestClient, folder = "INBOX"): Promise<ConversationAnswer[]> {
  const { data, errors } = await client.send<{ conversations: { nodes: ConversationAnswer[] } }>(
    `query ($folder: ConversationFolder!) { conversations(folder: $folder) { nodes { ${CONVERSATION} } } }`,
    { folder },
  );
  expect(errors).toEqual([]);
  return data!.conversations.nodes;
}
