import { useQuery } from "@apollo/client/react";
import { useTranslations } from "next-intl";
import { FoundMessagesDocument } from "@/graphql/generated/graphql";
import { EmptyState } from "@/ui/empty-state";
import { InlineError } from "@/ui/inline-error";
import { RowsSkeleton } from "@/ui/list-skeleton";
import { PortalLink } from "@/ui/portal-link";
import { ShowMore } from "@/ui/show-more";
import classes from "./conversation-list.module.css";
import { snippet } from "./snippet";
import { useMoments } from "./use-moments";

/** The messages in which the searched words stand; each leads to its place in its thread. */
export function FoundMessages({ text }: { text: string }) {
  const t = useTranslations("messages");
  const moments = useMoments();
  const variables = { text, first: 20, after: null };
  const { data, loading, error, fetchMore, refetch } = useQuery(FoundMessagesDocument, { variables, fetchPolicy: "cache-and-network" });
  const found = data?.messageSearch;
  if (error) return <InlineError error={error} onRetry={() => void refetch()} />;
  if (!found) return <RowsSkeleton rowHeight={64} />;
  if (found.nodes.length === 0) {
    return (
      <div className={classes.empty}>
        <EmptyState title={t("nothingFound")} text={t("nothingFoundText")} />
      </div>
    );
  }
  return (
    <>
      <ul className={classes.rows} aria-label={t("found", { count: found.totalCount })}>
        {found.nodes.map(({ conversationTitle, message }) => (
          <li key={message.id}>
            <PortalLink href={`/messages/${message.conversationId}?at=${message.seq}`} className={classes.row}>
              <span className={classes.title}>
                <span className={classes.name}>{conversationTitle}</span>
                <time className={classes.time} dateTime={message.sentAt}>
                  {moments.short(message.sentAt)}
                </time>
              </span>
              <span className={classes.words}>
                <span className={classes.author}>{message.isMine ? t("you") : message.authorName.split(" ")[0]}: </span>
                <Snippet text={message.text ?? ""} sought={text} />
              </span>
            </PortalLink>
          </li>
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

function Snippet({ text, sought }: { text: string; sought: string }) {
  const { before, match, after } = snippet(text, sought);
  return (
    <>
      {before}
      <mark className={classes.match}>{match}</mark>
      {after}
    </>
  );
}
