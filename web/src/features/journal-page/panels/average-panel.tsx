import { useQuery } from "@apollo/client/react";
import { Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TermMarkExplainedDocument, type RetakeRule } from "@/graphql/generated/graphql";
import { decimal } from "@/ui/decimal";
import { ExplainedTerm } from "@/ui/explained-term";
import { InlineError } from "@/ui/inline-error";
import { RowsSkeleton } from "@/ui/list-skeleton";
import { formatDayAndMonth } from "@/ui/school-date";
import { SidePanel } from "@/ui/side-panel";
import { WeighedMarks } from "@/ui/weighed-marks";
import { markText } from "../cells/cell-value";
import { WHOLE_SHARE } from "../cells/retake-shares";
import type { Column } from "../page/page-columns";
import type { RowView } from "../store/row-views";
import classes from "./average-panel.module.css";
import { explainAverage } from "./explain-average";

interface AveragePanelProps {
  place: { journalId: string; termId: string; pupilId: string };
  /** The page shows another moment than now: the server would explain what stands. */
  isPast: boolean;
  /** The term's marks stand on the page, so they are shown until the server has told. */
  isOnPage: boolean;
  row: RowView;
  columns: readonly Column[];
  /** Which marks of a work that was taken again count. */
  rule: RetakeRule;
  onClose: () => void;
}

/** Which mark weighs how much, and why the average is what it is. */
export function AveragePanel({ place, isPast, isOnPage, row, columns, rule, onClose }: AveragePanelProps) {
  const t = useTranslations("journalPanels");
  const asked = { variables: place, fetchPolicy: "network-only" as const, skip: isPast || (isOnPage && row.isCounting) };
  const { data, error, refetch } = useQuery(TermMarkExplainedDocument, asked);
  const told = data && !(isOnPage && row.isCounting) ? data.termMarkExplained : null;
  return (
    <SidePanel title={t("average.title", { name: row.pupil.name })} closeLabel={t("close")} onClose={onClose}>
      {told?.marks.length === 0 && <Text c="dimmed">{t("average.none")}</Text>}
      {told ? <ExplainedTerm explanation={told} /> : untold()}
    </SidePanel>
  );

  function untold(): ReactNode {
    if (isOnPage) return <AverageOfPage row={row} columns={columns} rule={rule} />;
    return error ? <InlineError error={error} onRetry={() => void refetch()} /> : <RowsSkeleton rowHeight={32} />;
  }
}

/** The account by the marks on the page, while the server's is on its way or cannot be had. */
function AverageOfPage({ row, columns, rule }: Pick<AveragePanelProps, "row" | "columns" | "rule">) {
  const t = useTranslations("journalPanels");
  const words = useTranslations("words");
  const { pupil } = row;
  const { marks, terms, weights, average } = explainAverage(row, columns, rule);
  const counted = pupil.average ?? average;
  const weighs = (text: string, weight: number, share: number) => {
    if (text === markText("DEBT")) return t("average.debt");
    if (share === 0) return /^[1-5]$/.test(text) ? t("average.retaken") : "—";
    return share < WHOLE_SHARE ? `${decimal(weight)} : ${WHOLE_SHARE / share}` : decimal(weight);
  };
  const rows = marks.map(({ column: { lesson, assessment }, text, points, weight, share }) => ({
    work: [formatDayAndMonth(lesson.date), assessment && words(`workKind.${assessment.kind}`)].filter(Boolean).join(" "),
    mark: points ? `${text} (${points})` : text,
    weight: weighs(text, weight, share),
  }));
  return (
    <>
      {rows.length === 0 ? <Text c="dimmed">{t("average.none")}</Text> : <WeighedMarks rows={rows} />}
      {average && <p className={classes.sum}>{t("average.sum", { terms, weights, average: average.replace(".", ",") })}</p>}
      {counted && (
        <Text size="sm" mt="sm">
          {pupil.suggested === null ? t("average.notAssessed") : t("average.suggested", { mark: pupil.suggested })}
        </Text>
      )}
      {counted && counted !== average && !row.isCounting && (
        <Text size="sm" mt="sm" c="dimmed">
          {t("average.elsewhere", { average: counted.replace(".", ",") })}
        </Text>
      )}
    </>
  );
}
