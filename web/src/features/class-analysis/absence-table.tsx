import { getTranslations } from "next-intl/server";
import type { Analysis } from "./class-analysis-page";
import classes from "./class-analysis.module.css";

type Absences = Analysis["figures"]["summary"]["absences"];

/** Lessons and whole days missed by reason: those pupils who missed something, and all together. */
export async function AbsenceTable({ figures: { summary, pupils } }: { figures: Analysis["figures"] }) {
  const t = await getTranslations("classAnalysis");
  const away = pupils.filter(({ absences }) => cellsOf(absences).some((count) => count > 0));
  if (away.length === 0) return <p className={classes.quiet}>{t("nobodyAway")}</p>;
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t("attendance")}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {t("pupil")}
            </th>
            <th scope="colgroup" colSpan={3} className={classes.number}>
              {t("lessonsMissed")}
            </th>
            <th scope="col" rowSpan={2} className={classes.number}>
              {t("late")}
            </th>
            <th scope="colgroup" colSpan={3} className={classes.number}>
              {t("daysMissed")}
            </th>
          </tr>
          <tr>
            {["lessons", "days"].flatMap((what) =>
              (["sick", "excused", "unexcused"] as const).map((reason) => (
                <th key={`${what} ${reason}`} scope="col" className={classes.number}>
                  {t(`reason.${reason}`)}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {away.map(({ pupilId, name, absences }) => (
            <Row key={pupilId} name={name} absences={absences} />
          ))}
        </tbody>
        <tfoot>
          <Row name={t("total")} absences={summary.absences} />
        </tfoot>
      </table>
    </div>
  );
}

function Row({ name, absences }: { name: string; absences: Absences }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {cellsOf(absences).map((count, index) => (
        <td key={index} className={classes.number}>
          {count || ""}
        </td>
      ))}
    </tr>
  );
}

function cellsOf({ sickLessons, excusedLessons, unexcusedLessons, late, sickDays, excusedDays, unexcusedDays }: Absences): number[] {
  return [sickLessons, excusedLessons, unexcusedLessons, late, sickDays, excusedDays, unexcusedDays];
}
