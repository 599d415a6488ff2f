"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useNews } from "@/graphql/news";
import { EmptyState } from "@/ui/empty-state";
import { InlineError } from "@/ui/inline-error";
import { RowsSkeleton } from "@/ui/list-skeleton";
import { useSchoolClock } from "@/ui/use-school-clock";
import classes from "./notice-feed.module.css";
import { NoticeRow } from "./notice-row";
import { useNotices } from "./use-notices";

/** The notices under their days, newest first. Whoever opens one has read it; the rest can be read at once. */
export function NoticeFeed({ onFollow }: { onFollow?: () => void }) {
  const t = useTranslations("notices");
  const { dayOf, dayName } = useSchoolClock();
  const { counts } = useNews();
  const { notices, error, loading, hasOlder, showOlder, retry, read, readUpTo } = useNotices();
  if (!notices) return error ? <InlineError error={error} onRetry={retry} /> : <RowsSkeleton rowHeight={56} />;
  if (notices.length === 0) return <EmptyState title={t("emptyTitle")} text={t("emptyText")} />;
  const newest = notices[0];
  return (
    <div aria-busy={loading}>
      {counts.notices > 0 && newest && (
        <Button variant="subtle" size="compact-sm" className={classes.readAll} onClick={() => readUpTo(newest.id)}>
          {t("readAll")}
        </Button>
      )}
      {[...Map.groupBy(notices, ({ occurredAt }) => dayOf(occurredAt))].map(([date, ofDay]) => (
        <section key={date} className={classes.day}>
          <h2 className={classes.dayName}>{dayName(date)}</h2>
          <ul className={classes.notices}>
            {ofDay.map((notice) => (
              <NoticeRow
                key={notice.id}
                notice={notice}
                onOpen={() => {
                  if (!notice.readAt) read(notice.id);
                  onFollow?.();
                }}
              />
            ))}
          </ul>
        </section>
      ))}
      {hasOlder && (
        <Button variant="default" mt="sm" fullWidth loading={loading} onClick={showOlder}>
          {t("older")}
        </Button>
      )}
    </div>
  );
}
