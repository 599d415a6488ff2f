import { useQuery } from "@apollo/client/react";
import { Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { TermMarkExplainedDocument, type RetakeRule } from "@/graphql/generated/graphql";
import { formatDayAndMonth } from "@/ui/school-date";
import { SidePanel } from "@/ui/side-panel";
import { markText } from "../cells/cell-value";
import { WHOLE_SHARE } from "../cells/retake-shares";
import type { Column } from "../page/page-columns";
import type { RowView } from "../store/row-views";
import classes from "./average-panel.module.css";
import { decimal, explainAverage } from "./explain-average";
import { ExplainedTerm } from "./explained-term";

interface AveragePanelProps {
  place: { journalId: string; termId: string; pupilId: string };
  /** The page shows another moment than now: the server would explain what stands. */
  isPast: boolean;
  row: RowView;
  columns: readonly Column[];
  /** Which marks of a work that was taken again count. */
  rule: RetakeRule;
  onClose: () => void;
}

/** Which mark weighs how much, and why the average is what it is. */
export function AveragePanel({ place, isPast, row, columns, rule, onClose }: AveragePanelProps) {
  const t = useTranslations("journalPanels");
  const words = useTranslations("words");
  const { pupil } = row;
  const { data } = useQuery(TermMarkExplainedDocument, { variables: place, fetchPolicy: "network-only", skip: isPast || row.isCounting });
  const { marks, terms, weights, average } = explainAverage(row, columns, rule);
  const counted = pupil.average ?? average;
  const weighs = (text: string, weight: number, share: number) => {
    if (text === markText("DEBT")) return t("average.debt");
    if (share === 0) return /^[1-5]$/.test(text) ? t("average.retaken") : "—";
    return share < WHOLE_SHARE ? `${decimal(weight)} : ${WHOLE_SHARE / share}` : decimal(weight);
  };
  if (data && !row.isCounting)
    return (
      <SidePanel title={t("average.title", { name: pupil.name })} closeLabel={t("close")} onClose={onClose}>
        {data.termMarkExplained.marks.length === 0 && <Text c="dimmed">{t("average.none")}</Text>}
        <ExplainedTerm explanation={data.termMarkExplained} />
      </SidePanel>
    );
  return (
    <SidePanel title={t("average.title", { name: pupil.name })} closeLabel={t("close")} onClose={onClose}>
      {marks.length === 0 ? (
        <Text c="dimmed">{t("average.none")}</Text>
      ) : (
        <table className={classes.marks}>
          <thead>
            <tr>
              <th scope="col">{t("average.work")}</th>
              <th scope="col">{t("average.mark")}</th>
              <th scope="col">{t("average.weight")}</th>
            </tr>
          </thead>
          <tbody>
            {marks.map(({ column: { lesson, assessment }, text, points, weight, share }, place) => (
              <tr key={place}>
                <td>
                  {formatDayAndMonth(lesson.date)} {assessment && words(`workKind.${assessment.kind}`)}
                </td>
                <td>
                  {text}
                  {points && ` (${points})`}
                </td>
                <td>{weighs(text, weight, share)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
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
    </SidePanel>
  );
}
