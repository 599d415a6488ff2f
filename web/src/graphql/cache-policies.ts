import type { InMemoryCacheConfig } from "@apollo/client";
import { mergeMessages } from "./merge-messages";

/** Things with an `id` are kept once by that id; parts of a screen without one are kept inside their root field. */
export const cachePolicies: InMemoryCacheConfig = {
  typePolicies: {
    Viewer: { keyFields: ["accountId"] },
    Query: {
      fields: {
        announcementReaders: growingList(["announcementId", "state"]),
        announcements: growingList([]),
        deadLetters: growingList([]),
        markQuestionsOfPupil: growingList(["pupilId"]),
        markQuestionsToAnswer: growingList(["closed"]),
        overdueMarkQuestions: growingList([]),
        journals: growingList(["filter"]),
        notices: growingList(["unreadOnly"]),
        pupils: growingList(["filter"]),
        sentAnnouncements: growingList([]),
        lateEntries: growingList(["termId", "openingId"]),
        openingRequests: growingList(["waiting"]),
        staff: growingList(["search"]),
        termOpenings: growingList(["termId", "inForce"]),
        addressBook: growingList(["search"]),
        conversations: growingList(["folder"]),
        messageReports: growingList(["open"]),
        messageSearch: growingList(["text"]),
        messages: { keyArgs: ["conversationId"], merge: mergeMessages },
      },
    },
  },
};

/** Pages of a connection read one after another form one list; another filter is another list. */
function growingList(keyArgs: string[]) {
  return {
    keyArgs,
    merge(existing: Connection | undefined, incoming: Connection, { args }: { args: Record<string, unknown> | null }): Connection {
      return args?.after && existing ? { ...incoming, nodes: [...(existing.nodes ?? []), ...(incoming.nodes ?? [])] } : incoming;
    },
  };
}

interface Connection {
  nodes?: readonly unknown[];
}
