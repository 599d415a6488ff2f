"use client";

import { useQuery } from "@apollo/client/react";
import { Button, Group, NativeSelect, Text } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ForecastReceiptsDocument, type ForecastReceiptsQuery } from "@/graphql/generated/graphql";
import { DataTable } from "@/ui/data-table";
import { InlineError } from "@/ui/inline-error";
import { RowsSkeleton } from "@/ui/list-skeleton";
import { PortalLink } from "@/ui/portal-link";
import { useSchoolClock } from "@/ui/use-school-clock";
import classes from "./class-forecast.module.css";

type Receipt = ForecastReceiptsQuery["forecastReceipts"][number];
type Recipient = Receipt["recipients"][number];
type Filter = "ALL" | "UNREAD" | "PAPER";

/** What became of each sent forecast; to be printed for those who are to get it on paper [3.3.5]. */
export function Receipts({ classId, termId }: { classId: string; termId: string }) {
  const t = useTranslations("forecast");
  const { moment } = useSchoolClock();
  const [filter, setFilter] = useState<Filter>("ALL");
  const { data, loading, error, refetch } = useQuery(ForecastReceiptsDocument, {
    variables: { classId, termId },
    fetchPolicy: "cache-and-network",
  });
  if (error && !data) return <InlineError error={error} onRetry={() => void refetch()} />;
  if (loading && !data) return <RowsSkeleton rowHeight={40} />;
  const all = (data?.forecastReceipts ?? []).flatMap((receipt) => receipt.recipients.map((recipient) => ({ receipt, recipient })));
  if (all.length === 0) return <Text c="dimmed">{t("noReceipts")}</Text>;
  const onPaper = new Set(all.filter(({ recipient }) => !recipient.hasAccount).map(({ recipient }) => recipient.personId)).size;
  const when = (at: string | null | undefined) => (at ? moment(at) : t("notYet"));
  const nameOf = ({ isPupil, name, hasAccount }: Recipient) =>
    [isPupil ? t("isPupil") : name, !hasAccount && t("noAccount")].filter(Boolean).join(" — ");
  return (
    <>
      {onPaper > 0 && <Text mb="xs">{t("onPaper", { count: onPaper })}</Text>}
      <Group align="end" mb="sm" data-print-hidden>
        <NativeSelect
          label={t("show")}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value as Filter)}
          data={[
            { value: "ALL", label: t("allReceipts") },
            { value: "UNREAD", label: t("unreadOnly") },
            { value: "PAPER", label: t("onPaperOnly") },
          ]}
        />
        <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
          {t("print")}
        </Button>
      </Group>
      <DataTable
        label={t("receipts")}
        columns={[t("pupil"), t("sentAt"), t("whom"), t("delivered"), t("mail"), t("read")]}
        rows={all
          .filter(({ recipient }) => isShown(filter, recipient))
          .map(({ receipt, recipient }) => ({
            id: `${receipt.forecastId} ${recipient.personId}`,
            cells: [
              <PortalLink key="forecast" href={`/forecasts/${receipt.forecastId}`} className={classes.link}>
                {receipt.pupilName}
              </PortalLink>,
              moment(receipt.sentAt),
              nameOf(recipient),
              when(recipient.deliveredAt),
              t(`mailState.${recipient.mail}`, { moment: recipient.mailedAt ? moment(recipient.mailedAt) : "" }),
              when(recipient.readAt),
            ],
          }))}
      />
    </>
  );
}

function isShown(filter: Filter, { hasAccount, readAt }: Recipient): boolean {
  return filter === "ALL" || (filter === "UNREAD" ? !readAt : !hasAccount);
}
