import type { ConversationFolder, ConversationsQueryVariables } from "@/graphql/generated/graphql";

export function folderVariables(folder: ConversationFolder): ConversationsQueryVariables {
  return { folder, first: CONVERSATIONS_AT_ONCE, after: null };
}

/** As much as is shown is read again at once, but no more than the API gives. */
export function refreshVariables(folder: ConversationFolder, shown: number): ConversationsQueryVariables {
  return { folder, first: Math.min(200, Math.max(CONVERSATIONS_AT_ONCE, shown)), after: null };
}

const CONVERSATIONS_AT_ONCE = 30;
