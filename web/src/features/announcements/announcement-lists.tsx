"use client";

import { useTranslations } from "next-intl";
import {
  AnnouncementsDocument,
  SentAnnouncementsDocument,
  type AnnouncementsQuery,
  type AnnouncementsQueryVariables,
  type SentAnnouncementsQuery,
  type SentAnnouncementsQueryVariables,
} from "@/graphql/generated/graphql";
import { useSeededQuery, type Seed } from "@/graphql/use-seeded-query";
import { EmptyState } from "@/ui/empty-state";
import { InlineError } from "@/ui/inline-error";
import { ShowMore } from "@/ui/show-more";
import { AnnouncementRow } from "./announcement-row";
import classes from "./announcements.module.css";

/** What is shown to the viewer today, newest first. */
export function ReceivedList({ seed }: { seed: Seed<AnnouncementsQuery, AnnouncementsQueryVariables> }) {
  const { shown, loading, error, fetchMore, refetch } = useSeededQuery(AnnouncementsDocument, seed, seed.variables);
  return (
    <List
      found={shown?.announcements}
      sent={false}
      reading={loading}
      error={error}
      onMore={(after) => void fetchMore({ variables: { after } })}
      onRetry={() => void refetch()}
    />
  );
}

/** What the viewer has sent; the office sees the whole school's. */
export function SentList({ seed }: { seed: Seed<SentAnnouncementsQuery, SentAnnouncementsQueryVariables> }) {
  const { shown, loading, error, fetchMore, refetch } = useSeededQuery(SentAnnouncementsDocument, seed, seed.variables);
  return (
    <List
      found={shown?.sentAnnouncements}
      sent
      reading={loading}
      error={error}
      onMore={(after) => void fetchMore({ variables: { after } })}
      onRetry={() => void refetch()}
    />
  );
}

interface ListProps {
  found: AnnouncementsQuery["announcements"] | SentAnnouncementsQuery["sentAnnouncements"] | undefined;
  sent: boolean;
  reading: boolean;
  error: unknown;
  onMore: (after: string | null) => void;
  onRetry: () => void;
}

function List({ found, sent, reading, error, onMore, onRetry }: ListProps) {
  const t = useTranslations("announcements");
  if (error || !found) return <InlineError error={error} onRetry={onRetry} />;
  if (found.nodes.length === 0) return <EmptyState title={t("emptyTitle")} text={t(sent ? "emptySent" : "emptyReceived")} />;
  return (
    <>
      <ul className={classes.list}>
        {found.nodes.map((announcement) => (
          <AnnouncementRow key={announcement.id} announcement={announcement} sent={sent} />
        ))}
      </ul>
      {found.pageInfo.hasNextPage && (
        <ShowMore shown={found.nodes.length} total={found.totalCount} reading={reading} onMore={() => onMore(found.pageInfo.endCursor)} />
      )}
    </>
  );
}
