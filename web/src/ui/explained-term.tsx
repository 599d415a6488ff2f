import { useTranslations } from "next-intl";
import type { TermMarkAccountFragment } from "@/graphql/generated/graphql";
import classes from "./explained-term.module.css";
import { isTwoDigits, sumOfTerms, weightOfMark } from "./explained-sum";
import { markText } from "./mark-text";
import { decimal } from "./decimal";
import { formatDate, formatDayAndMonth } from "./school-date";
import { WeighedMarks } from "./weighed-marks";

/** The server's account of a term mark: every mark with its weight and share, the exact mean, the thresholds, and why 4 and not 5. */
export function ExplainedTerm({ explanation }: { explanation: TermMarkAccountFragment }) {
  const t = useTranslations("termMark");
  const words = useTranslations("words");
  const { marks, weightedSum, weightSum, mean, average, averaging, suggestion, bands, rulesFrom, given } = explanation;
  const [five = 0, four = 0, three = 0] = bands.map((band) => band / 100);
  const rows = marks.map((mark) => {
    const { date, kind, title, attempt, elsewhere, value, isCounted } = mark;
    const retake = attempt > 1 ? ` (${t("retake")})` : "";
    const place = elsewhere === null ? "" : ` · ${t("inClass", { name: elsewhere })}`;
    return {
      work: `${formatDayAndMonth(date)} ${title ?? words(`workKind.${kind}`)}${retake}${place}`,
      mark: markText(value),
      weight: isCounted ? weightOfMark(mark, averaging) : t("notCounted"),
      isQuiet: !isCounted,
    };
  });
  return (
    <>
      {rows.length > 0 && <WeighedMarks rows={rows} />}
      {average && mean && (
        <p className={classes.sum}>
          {t("exact", {
            terms: sumOfTerms(marks, averaging),
            weightedSum,
            weightSum: weightSum.includes("/") ? `(${weightSum})` : weightSum,
            mean,
            average: average.replace(".", ","),
            isExact: isTwoDigits(mean) ? "yes" : "no",
          })}
        </p>
      )}
      {averaging === "PLAIN" && <p className={classes.said}>{t("plain")}</p>}
      {suggestion && (
        <p className={classes.said}>
          {t(`cause.${suggestion.cause}`, {
            mark: suggestion.value,
            five: decimal(five),
            four: decimal(four),
            three: decimal(three),
            count: suggestion.markCount,
            least: suggestion.leastMarks,
            missed: suggestion.missedLessons,
            held: suggestion.heldLessons,
          })}
        </p>
      )}
      {given?.reason && <p className={classes.said}>{t("given", { mark: markText(given.value), reason: given.reason })}</p>}
      <p className={`${classes.said} ${classes.quiet}`}>{rulesFrom ? t("rulesFrom", { date: formatDate(rulesFrom) }) : t("usualRules")}</p>
    </>
  );
}
