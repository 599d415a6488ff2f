import { useLocale, useTranslations } from "next-intl";
import { memo } from "react";
import { formatDate, weekdayName } from "@/ui/school-date";
import { spansOf, type Column } from "../page/page-columns";
import type { PageLesson } from "../page/page-model";
import type { SummaryColumn } from "../page/summary-columns";
import { summaryKey } from "./grid-summary";

interface GridHeadProps {
  columns: readonly Column[];
  today: string;
  summary: readonly SummaryColumn[];
  /** The names of the columns of `summary`. */
  summaryNames: readonly string[];
  /** How many marks each column of a control work still lacks. */
  lacking: readonly number[];
  /** The column whose lesson header has the focus, or lies above the active cell. */
  activeColumn: number;
  isFocused: boolean;
}

/** Months, lessons, kinds of work. A lesson's header opens the lesson. */
export const GridHead = memo(function GridHead({ columns, today, summary, summaryNames, lacking, activeColumn, isFocused }: GridHeadProps) {
  const t = useTranslations("journalPage");
  const words = useTranslations("words");
  const locale = useLocale();
  const month = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });
  const activeLesson = columns[activeColumn]?.lesson;
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={3}>
          {t("pupil")}
        </th>
        {spansOf(columns, ({ lesson }) => lesson.date.slice(0, 7)).map(({ first, at, length }) => (
          <th key={at} scope="colgroup" colSpan={length} data-month="">
            <span>{month.format(new Date(`${first.lesson.date}T00:00:00Z`))}</span>
          </th>
        ))}
        {summary.map((column, place) => (
          <th
            key={summaryKey(column)}
            scope="col"
            rowSpan={3}
            data-sum={column.shows}
            data-column={columns.length + place}
            tabIndex={isFocused && activeColumn === columns.length + place ? 0 : undefined}
          >
            {summaryNames[place]}
          </th>
        ))}
      </tr>
      <tr>
        {spansOf(columns, ({ lesson }) => lesson.id).map(({ first: { lesson }, at, length }) => (
          <th
            key={lesson.id}
            scope="colgroup"
            colSpan={length}
            data-column={at}
            data-k={lessonMarks(lesson, today, lesson === activeLesson)}
            tabIndex={isFocused && lesson === activeLesson ? 0 : undefined}
            aria-label={lessonLabel(lesson)}
          >
            {Number(lesson.date.slice(8))}
            <small>{weekdayName(lesson.date, locale, "short")}</small>
          </th>
        ))}
      </tr>
      <tr>
        {columns.map(({ lesson, assessment, number }, place) => {
          const key = `${lesson.id}/${number}`;
          const title = workTitle(assessment, lacking[place]);
          // An oral answer is the rule and needs no word; a header without words would be none.
          if (!assessment || assessment.kind === "ORAL") return <td key={key} title={title} />;
          return (
            <th key={key} scope="col" data-lacking={lacking[place] || undefined} title={title} aria-label={title}>
              {words(`workKindShort.${assessment.kind}`)}
            </th>
          );
        })}
      </tr>
    </thead>
  );

  /** Its topic stands in the line over the grid: named here too, it would weigh on every page. */
  function lessonLabel({ date, slot, topic, status }: PageLesson): string {
    const name = t("lessonLabel", { weekday: weekdayName(date, locale, "short"), date: formatDate(date), slot });
    if (status === "CANCELLED") return `${name}: ${t("cancelledLesson")}`;
    return topic === null && date <= today ? `${name}: ${t("noTopic")}` : name;
  }

  function workTitle(assessment: Column["assessment"], missing = 0): string | undefined {
    if (!assessment) return undefined;
    const name = words(`workKind.${assessment.kind}`);
    const title = assessment.title === name ? null : assessment.title;
    return [name, title, missing > 0 && t("missing", { count: missing })].filter(Boolean).join(". ");
  }
});

function lessonMarks({ date, status, topic }: PageLesson, today: string, isActive: boolean): string | undefined {
  const words = [date === today && "today", date > today && "future", isActive && "active", status === "CANCELLED" && "cancelled"];
  if (date <= today && topic === null && status !== "CANCELLED") words.push("untold");
  return words.filter(Boolean).join(" ") || undefined;
}
