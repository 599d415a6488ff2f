"use client";

import { useApolloClient } from "@apollo/client/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { OlderMessagesDocument, ThreadDocument, type ThreadQuery, type ThreadQueryVariables } from "@/graphql/generated/graphql";
import { useSeededQuery, type Seed } from "@/graphql/use-seeded-query";
import { useViewer } from "@/graphql/viewer-context";
import { Composer } from "./composer";
import { EditComposer } from "./edit-composer";
import { beginning, EMPTY_DRAFT, isEmptyDraft, type Message } from "./message-draft";
import { MessageLog } from "./message-log";
import { ThreadHead } from "./thread-head";
import classes from "./thread.module.css";
import { useFresh } from "@/graphql/use-fresh";
import { useKeptState } from "@/ui/use-kept-state";
import { useOutgoing } from "./use-outgoing";

export type ThreadConversation = ThreadQuery["conversation"];

/** A thread: with whom, what was said, and what is being written. */
export function Thread({ seed, at }: { seed: Seed<ThreadQuery, ThreadQueryVariables>; at: number | undefined }) {
  const t = useTranslations("messages");
  const client = useApolloClient();
  const { accountId } = useViewer();
  const { conversationId, first } = seed.variables;
  const { shown, fetchMore } = useSeededQuery(ThreadDocument, seed, seed.variables);
  const { conversation, messages } = shown ?? seed.data;
  const [editing, setEditing] = useState<Message | null>(null);
  const draft = useKeptState(`message-draft/${accountId}/${conversationId}`, EMPTY_DRAFT, isEmptyDraft);
  /** Beside what is read already; a refetch would drop the older pages. */
  const readNewest = () =>
    void client.query({ query: ThreadDocument, variables: seed.variables, fetchPolicy: "network-only" }).catch(() => undefined);
  useFresh(readNewest);

  const { outgoing, send, sendAgain, drop } = useOutgoing(conversationId, (message) => {
    const newest = messages.nodes[0]?.seq ?? 0;
    if (message.seq > newest + 1) return readNewest();
    const pageInfo = { __typename: "PageInfo" as const, hasNextPage: true, endCursor: null };
    client.writeQuery({
      query: OlderMessagesDocument,
      variables: { conversationId, first, after: null },
      data: { __typename: "Query", messages: { __typename: "MessageConnection", nodes: [message], pageInfo } },
    });
  });

  const readOlder = (many: number) => fetchMore({ variables: { after: messages.pageInfo.endCursor, first: many } });
  const quote = ({ id, authorName, text }: Message) =>
    draft.change({ ...draft.value, quoted: { id, authorName, text: text && beginning(text) } });

  return (
    <section className={classes.thread} aria-label={conversation.title}>
      <ThreadHead conversation={conversation} />
      <MessageLog
        conversation={conversation}
        messages={messages.nodes}
        hasOlder={messages.pageInfo.hasNextPage}
        outgoing={outgoing}
        at={at}
        readOlder={async (many) => void (await readOlder(many))}
        onQuote={conversation.canWrite ? quote : null}
        onEdit={setEditing}
        onSendAgain={sendAgain}
        onDrop={(message, takeBack) => {
          drop(message.operationId);
          if (takeBack) draft.change({ text: [message.text, draft.value.text].filter(Boolean).join("\n"), quoted: message.quoted });
        }}
      />
      {editing ? (
        <EditComposer key={editing.id} message={editing} onDone={() => setEditing(null)} />
      ) : conversation.canWrite ? (
        <Composer
          draft={draft.value}
          onChange={draft.change}
          onSend={() => {
            send(draft.value);
            draft.change(EMPTY_DRAFT);
          }}
        />
      ) : (
        <p className={classes.closed}>{t("mayNotWrite")}</p>
      )}
    </section>
  );
}
