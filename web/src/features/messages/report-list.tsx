"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { MessageReportsDocument, type MessageReportsQuery, type MessageReportsQueryVariables } from "@/graphql/generated/graphql";
import { useSeededQuery, type Seed } from "@/graphql/use-seeded-query";
import { EmptyState } from "@/ui/empty-state";
import { InlineError } from "@/ui/inline-error";
import { ShowMore } from "@/ui/show-more";
import panel from "./conversation-panel.module.css";
import { ReportCard } from "./report-card";
import { reportVariables } from "./report-variables";
import classes from "./reports.module.css";

/** Complaints that wait for a decision, or those that have one. */
export function ReportList({ seed }: { seed: Seed<MessageReportsQuery, MessageReportsQueryVariables> }) {
  const t = useTranslations("messages");
  const [open, setOpen] = useState(true);
  const { shown, loading, error, fetchMore, refetch } = useSeededQuery(MessageReportsDocument, seed, reportVariables(open));
  const found = shown?.messageReports;
  return (
    <>
      <div className={`${panel.folders} ${classes.which}`} role="group" aria-label={t("reports.which")}>
        {[true, false].map((other) => (
          <button key={String(other)} type="button" className={panel.folder} aria-pressed={other === open} onClick={() => setOpen(other)}>
            {t(other ? "reports.open" : "reports.closed")}
          </button>
        ))}
      </div>
      {error && <InlineError error={error} onRetry={() => void refetch()} />}
      {found?.nodes.length === 0 && (
        <EmptyState title={t("reports.none")} text={t(open ? "reports.noneOpenText" : "reports.noneClosedText")} />
      )}
      <ul className={classes.reports} aria-busy={loading}>
        {found?.nodes.map((report) => (
          <ReportCard key={report.id} report={report} />
        ))}
      </ul>
      {found?.pageInfo.hasNextPage && (
        <ShowMore
          shown={found.nodes.length}
          total={found.totalCount}
          reading={loading}
          onMore={() => void fetchMore({ variables: { after: found.pageInfo.endCursor } })}
        />
      )}
    </>
  );
}
