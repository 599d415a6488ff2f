import { useApolloClient } from "@apollo/client/react";
import { useTranslations } from "next-intl";
import {
  ConversationsDocument,
  type ConversationFolder,
  type ConversationsQuery,
  type ConversationsQueryVariables,
} from "@/graphql/generated/graphql";
import { useSeededQuery, type Seed } from "@/graphql/use-seeded-query";
import { EmptyState } from "@/ui/empty-state";
import { InlineError } from "@/ui/inline-error";
import { LinkButton } from "@/ui/link-button";
import { RowsSkeleton } from "@/ui/list-skeleton";
import { ShowMore } from "@/ui/show-more";
import classes from "./conversation-list.module.css";
import { ConversationRow } from "./conversation-row";
import { folderVariables, refreshVariables } from "./folder-variables";
import { useFresh } from "@/graphql/use-fresh";

interface ConversationListProps {
  folder: ConversationFolder;
  seed: Seed<ConversationsQuery, ConversationsQueryVariables>;
}

/** The threads of a folder, the latest word first. */
export function ConversationList({ folder, seed }: ConversationListProps) {
  const client = useApolloClient();
  const { data, loading, error, fetchMore, refetch } = useSeededQuery(ConversationsDocument, seed, folderVariables(folder));
  const found = data?.conversations;
  useFresh(() => {
    const variables = refreshVariables(folder, found?.nodes.length ?? 0);
    void client.query({ query: ConversationsDocument, variables, fetchPolicy: "network-only" }).catch(() => undefined);
  });
  if (error && !found) return <InlineError error={error} onRetry={() => void refetch()} />;
  if (!found) return <RowsSkeleton rowHeight={64} />;
  if (found.nodes.length === 0) return <NoConversations folder={folder} />;
  return (
    <>
      <ul className={classes.rows}>
        {found.nodes.map((conversation) => (
          <ConversationRow key={conversation.id} conversation={conversation} />
        ))}
      </ul>
      {found.pageInfo.hasNextPage && (
        <div className={classes.more}>
          <ShowMore
            shown={found.nodes.length}
            total={found.totalCount}
            reading={loading}
            onMore={() => void fetchMore({ variables: { after: found.pageInfo.endCursor } })}
          />
        </div>
      )}
    </>
  );
}

function NoConversations({ folder }: { folder: ConversationFolder }) {
  const t = useTranslations("messages");
  return (
    <div className={classes.empty}>
      <EmptyState title={t(`empty.${folder}.title`)} text={t(`empty.${folder}.text`)}>
        {folder === "INBOX" && (
          <LinkButton href="/messages/new" variant="default">
            {t("writeNew")}
          </LinkButton>
        )}
      </EmptyState>
    </div>
  );
}
