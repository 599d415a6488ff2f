import { getTranslations } from "next-intl/server";
import type { Analysis } from "./class-analysis-page";
import classes from "./class-analysis.module.css";
import { figureText } from "./figure-text";

type Summary = Analysis["figures"]["summary"];

/** The period beside earlier ones: the year's figures at the left, older ones after them. */
export async function ComparisonTable({ figures: { summary, comparison, notAssessedPoints } }: { figures: Analysis["figures"] }) {
  const t = await getTranslations("classAnalysis");
  const periods = [summary, ...comparison];
  const lines: [name: string, value: (period: Summary) => string | number][] = [
    [t("pupilCount"), ({ pupilCount }) => pupilCount],
    [t("success"), ({ byPupils }) => figureText(byPupils.success)],
    [t("quality"), ({ byPupils }) => figureText(byPupils.quality)],
    [t("mean"), ({ byMarks }) => figureText(byMarks.mean)],
    [t("learning", { points: notAssessedPoints ?? 0 }), ({ byMarks }) => figureText(byMarks.learningWithNotAssessed ?? byMarks.learning)],
    ...(notAssessedPoints
      ? [[t("learning", { points: 0 }), ({ byMarks }: Summary) => figureText(byMarks.learning)] as (typeof lines)[number]]
      : []),
    [t("sickLessons"), ({ absences }) => absences.sickLessons],
    [t("excusedLessons"), ({ absences }) => absences.excusedLessons],
    [t("unexcusedLessons"), ({ absences }) => absences.unexcusedLessons],
    [t("late"), ({ absences }) => absences.late],
  ];
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t("comparison")}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t("figure")}</th>
            {periods.map(({ period: { termId, termKind, number, yearName, classLabel } }) => (
              <th key={`${termId} ${yearName}`} scope="col" className={classes.number}>
                {number ? t(termKind, { number }) : t("year")}
                <small>
                  {yearName}, {classLabel}
                </small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {periods.map((one) => (
                <td key={`${one.period.termId} ${one.period.yearName}`} className={classes.number}>
                  {value(one)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
