"use client";

import { useQuery } from "@apollo/client/react";
import { Button, Group, NativeSelect } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AnnouncementReadersDocument, type ReaderState } from "@/graphql/generated/graphql";
import { DataTable } from "@/ui/data-table";
import { InlineError } from "@/ui/inline-error";
import { RowsSkeleton } from "@/ui/list-skeleton";
import { ShowMore } from "@/ui/show-more";
import { useSchoolClock } from "@/ui/use-school-clock";
import classes from "./announcements.module.css";

type Filter = ReaderState | "ALL";

/** Who has not read it, who has, who has acknowledged; to be printed for those who are asked in person. */
export function ReaderList({ announcementId, needsAcknowledgement }: { announcementId: string; needsAcknowledgement: boolean }) {
  const t = useTranslations("announcements");
  const { moment } = useSchoolClock();
  const [filter, setFilter] = useState<Filter>("UNREAD");
  const { data, previousData, loading, error, fetchMore, refetch } = useQuery(AnnouncementReadersDocument, {
    variables: { announcementId, state: filter === "ALL" ? null : filter },
    fetchPolicy: "cache-and-network",
    notifyOnNetworkStatusChange: true,
  });
  const found = (data ?? previousData)?.announcementReaders;
  const filters: Filter[] = needsAcknowledgement ? ["UNREAD", "READ", "ACKNOWLEDGED", "ALL"] : ["UNREAD", "READ", "ALL"];
  const when = (at: string | null) => (at ? moment(at) : t("notYet"));
  return (
    <>
      <Group align="end" mb="sm" data-print-hidden>
        <NativeSelect
          label={t("filter")}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value as Filter)}
          data={filters.map((value) => ({
            value,
            label: t(needsAcknowledgement && value === "READ" ? "state.READ_ONLY" : `state.${value}`),
          }))}
        />
        <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
          {t("print")}
        </Button>
      </Group>
      {error && <InlineError error={error} onRetry={() => void refetch()} />}
      {!found && !error && <RowsSkeleton rowHeight={36} />}
      {found && (
        <div aria-busy={loading}>
          <p role="status" className={classes.quiet}>
            {t("people.count", { count: found.totalCount })}
          </p>
          {found.nodes.length > 0 && (
            <DataTable
              label={t("readers")}
              columns={[t("name"), t("class"), t("readAt"), ...(needsAcknowledgement ? [t("acknowledgedAt")] : [])]}
              rows={found.nodes.map(({ personId, name, classLabels, readAt, acknowledgedAt }) => ({
                id: personId,
                cells: [
                  name,
                  classLabels.join(", ") || t("noClass"),
                  when(readAt),
                  ...(needsAcknowledgement ? [when(acknowledgedAt)] : []),
                ],
              }))}
            />
          )}
          {found.pageInfo.hasNextPage && (
            <ShowMore
              shown={found.nodes.length}
              total={found.totalCount}
              reading={loading}
              onMore={() => void fetchMore({ variables: { after: found.pageInfo.endCursor } })}
            />
          )}
        </div>
      )}
    </>
  );
}
