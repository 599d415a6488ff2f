"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { LateEntriesDocument, type LateEntriesQuery, type LateEntriesQueryVariables } from "@/graphql/generated/graphql";
import { useSeededQuery, type Seed } from "@/graphql/use-seeded-query";
import { DataTable } from "@/ui/data-table";
import { InlineError } from "@/ui/inline-error";
import { Panel } from "@/ui/panel";
import { PortalLink } from "@/ui/portal-link";
import { formatDate } from "@/ui/school-date";
import { useSchoolClock } from "@/ui/use-school-clock";
import { newestLateEntries } from "./page-variables";
import classes from "./term-locks.module.css";

type Entry = LateEntriesQuery["lateEntries"]["nodes"][number];

/** What was written after a term was closed: when, who, what, and by which leave. */
export function LateEntryList({ seed }: { seed: Seed<LateEntriesQuery, LateEntriesQueryVariables> }) {
  const t = useTranslations("termLocks");
  const { moment } = useSchoolClock();
  const { shown, loading, error, fetchMore, refetch } = useSeededQuery(LateEntriesDocument, seed, newestLateEntries);
  const found = shown?.lateEntries;
  return (
    <Panel title={t("late.title")}>
      {error && <InlineError error={error} onRetry={() => void refetch()} />}
      {found?.nodes.length === 0 && <p className={classes.none}>{t("late.none")}</p>}
      {found && found.nodes.length > 0 && (
        <DataTable
          label={t("late.title")}
          columns={[t("late.when"), t("late.who"), t("late.where"), t("late.what"), t("late.leave")]}
          rows={found.nodes.map((entry) => ({
            id: entry.id,
            cells: [
              moment(entry.at),
              entry.actor ?? "—",
              <PortalLink key="where" href={`/journals/${entry.journalId}?term=${entry.termId}`}>
                {`${entry.subject}, ${entry.className}`}
              </PortalLink>,
              <EntryWords key="what" entry={entry} />,
              [entry.openedBy, entry.openingReason].filter(Boolean).join(": "),
            ],
          }))}
        />
      )}
      {found?.pageInfo.hasNextPage && (
        <Button
          mt="sm"
          variant="default"
          loading={loading}
          onClick={() => void fetchMore({ variables: { after: found.pageInfo.endCursor } })}
        >
          {t("more")}
        </Button>
      )}
    </Panel>
  );
}

/** «Отметка, урок 20.10.2026, Орлов Михаил: — → 5» */
function EntryWords({ entry: { thing, lessonDate, pupil, changes } }: { entry: Entry }) {
  const t = useTranslations("termLocks");
  const [change] = changes;
  const about = [t(`late.thing.${thing}`), lessonDate && t("requests.lesson", { date: formatDate(lessonDate) }), pupil]
    .filter(Boolean)
    .join(", ");
  const told = change && (change.field === "value" || change.field === "topic" || change.field === "text");
  return (
    <>
      {about}
      {told && `: ${change.from ?? "—"} → ${change.to ?? "—"}`}
    </>
  );
}
