import { Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { TermMarkExplainedQuery } from "@/graphql/generated/graphql";
import { formatDate, formatDayAndMonth } from "@/ui/school-date";
import { markText, termMarkText, type MarkValue, type TermMarkValue } from "../cells/cell-value";
import classes from "./average-panel.module.css";
import { decimal } from "./explain-average";

type Explanation = TermMarkExplainedQuery["termMarkExplained"];

/** The server's account of a term mark: every mark with its weight and share, the exact mean, the thresholds, and why 4 and not 5. */
export function ExplainedTerm({ explanation }: { explanation: Explanation }) {
  const t = useTranslations("journalPanels");
  const words = useTranslations("words");
  const { marks, weightedSum, weightSum, mean, average, suggestion, bands, rulesFrom, given } = explanation;
  const [five = 0, four = 0, three = 0] = bands.map((band) => band / 100);
  return (
    <>
      {marks.length > 0 && (
        <table className={classes.marks}>
          <thead>
            <tr>
              <th scope="col">{t("average.work")}</th>
              <th scope="col">{t("average.mark")}</th>
              <th scope="col">{t("average.weight")}</th>
            </tr>
          </thead>
          <tbody>
            {marks.map(({ date, kind, title, value, weight, attempt, share, isCounted, elsewhere }, place) => (
              <tr key={place} data-quiet={isCounted ? undefined : ""}>
                <td>
                  {formatDayAndMonth(date)} {title ?? words(`workKind.${kind}`)}
                  {attempt > 1 && ` (${t("average.retake")})`}
                  {elsewhere !== null && ` · ${t("average.inClass", { name: elsewhere })}`}
                </td>
                <td>{markText(value as MarkValue)}</td>
                <td>{!isCounted ? t("average.notCounted") : share === "1" ? decimal(weight) : `${decimal(weight)} · ${share}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {average && mean && (
        <p className={classes.sum}>
          {t("average.exact", {
            weightedSum,
            weightSum,
            mean,
            average: average.replace(".", ","),
            isWhole: mean.includes("/") ? "no" : "yes",
          })}
        </p>
      )}
      {suggestion && (
        <Text size="sm" mt="sm">
          {t(`average.cause.${suggestion.cause}`, {
            mark: suggestion.value,
            five: decimal(five),
            four: decimal(four),
            three: decimal(three),
            count: suggestion.markCount,
            least: suggestion.leastMarks,
            missed: suggestion.missedLessons,
            held: suggestion.heldLessons,
          })}
        </Text>
      )}
      <Text size="sm" mt="sm" c="dimmed">
        {rulesFrom ? t("average.rulesFrom", { date: formatDate(rulesFrom) }) : t("average.usualRules")}
      </Text>
      {given?.reason && (
        <Text size="sm" mt="sm">
          {t("average.given", { mark: termMarkText(given.value as TermMarkValue), reason: given.reason })}
        </Text>
      )}
    </>
  );
}
