import { getTranslations } from "next-intl/server";
import { Bars } from "./bars";
import type { Analysis } from "./class-analysis-page";
import classes from "./class-analysis.module.css";
import { figureText } from "./figure-text";

/** The quality of each subject as bars, and all its figures as a table. */
export async function SubjectTable({ figures: { subjects, notAssessedPoints } }: { figures: Analysis["figures"] }) {
  const t = await getTranslations("classAnalysis");
  const graded = subjects.filter(({ quality }) => quality.quality != null);
  const heads = ["5", "4", "3", "2", "н/а", "осв"];
  const learnings = notAssessedPoints ? [notAssessedPoints, 0] : [0];
  return (
    <>
      <h3 className={classes.small}>{t("qualityBySubject")}</h3>
      <Bars
        label={t("qualityBySubject")}
        most={100}
        bars={graded.map(({ subject, quality }) => ({
          name: subject,
          value: Number(quality.quality),
          text: `${figureText(quality.quality)} %`,
        }))}
      />
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={t("subjects")}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t("subject")}</th>
              <th scope="col" className={classes.number}>
                {t("assessed")}
              </th>
              {heads.map((head) => (
                <th key={head} scope="col" className={`${classes.number} ${classes.grade}`}>
                  {head}
                </th>
              ))}
              {[
                t("unmarkedShort"),
                t("meanShort"),
                t("successShort"),
                t("qualityShort"),
                ...learnings.map((points) => t("learning", { points })),
              ].map((head) => (
                <th key={head} scope="col" className={classes.number}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {subjects.map(({ subjectId, subject, teachers, quality: one }) => (
              <tr key={subjectId}>
                <th scope="row">
                  {subject}
                  <small>{teachers.join(", ")}</small>
                </th>
                {[
                  ...[one.size, one.five, one.four, one.three, one.two, one.notAssessed, one.released, one.unmarked],
                  ...[one.mean, one.success, one.quality].map(figureText),
                  ...(notAssessedPoints ? [figureText(one.learningWithNotAssessed)] : []),
                  figureText(one.learning),
                ].map((cell, index) => (
                  <td key={index} className={classes.number}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
