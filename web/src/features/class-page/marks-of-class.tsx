import { getTranslations } from "next-intl/server";
import { markText } from "@/ui/mark-text";
import { PortalLink } from "@/ui/portal-link";
import type { ClassPageQuery } from "@/graphql/generated/graphql";
import classes from "./marks-of-class.module.css";

type Page = ClassPageQuery["classPage"];
type SubjectOfPupil = Page["pupils"][number]["subjects"][number];

/** Pupils down, subjects across: the average and the term mark; a cell opens the journal. */
export async function MarksOfClass({ page }: { page: Page }) {
  const t = await getTranslations("classPage");
  const hasTotals = page.pupils.some(({ subjects }) => subjects.some((result) => TOTALS.some((kind) => result[kind] !== null)));
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t("marks")}>
      <table className={classes.table}>
        {hasTotals && <caption className={classes.explained}>{t("totals")}</caption>}
        <thead>
          <tr>
            <th scope="col" className={classes.pupil}>
              {t("pupil")}
            </th>
            {page.subjects.map(({ subjectId, subject, shortName }) => (
              <th key={subjectId} scope="col" className={classes.subject} title={subject}>
                <span>{shortName}</span>
              </th>
            ))}
            <th scope="col" className={classes.subject}>
              <span>{t("missed")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {page.pupils.map((pupil) => (
            <tr key={pupil.pupilId}>
              <th scope="row" className={classes.pupil} title={pupil.guardians.join(", ")}>
                {pupil.name}
              </th>
              {page.subjects.map(({ subjectId, subject }) => (
                <SubjectCell
                  key={subjectId}
                  subject={subject}
                  pupil={pupil.name}
                  result={pupil.subjects.find((result) => result.subjectId === subjectId)}
                />
              ))}
              <td>{pupil.missedLessons || ""}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

async function SubjectCell({ subject, pupil, result }: { subject: string; pupil: string; result: SubjectOfPupil | undefined }) {
  const works = result?.marks.map((work) => work.split("/")) ?? [];
  const debts = works.flat().filter((mark) => mark === "DEBT").length;
  const totals = TOTALS.flatMap((kind) => (result?.[kind] ? { kind, mark: result[kind] } : []));
  if (!result || (!result.average && !result.termMark && totals.length === 0 && debts === 0)) return <td />;
  const t = await getTranslations("classPage");
  const marks = works.map((work) => work.map(markText).join("/")).join(" ");
  const owed = debts > 0 ? t("debts", { count: debts }) : null;
  const average = result.average?.replace(".", ",");
  return (
    <td data-low={isLow(result) || undefined}>
      <PortalLink
        href={`/journals/${result.journalId}`}
        className={classes.link}
        title={[`${pupil}. ${subject}: ${marks}`, owed].filter(Boolean).join(". ")}
      >
        {result.termMark && <strong className={classes.termMark}>{result.termMark}</strong>}
        {average}
        {owed && (
          <span className={classes.debts} role="img" aria-label={owed}>
            {"•".repeat(Math.min(3, debts))}
          </span>
        )}
        {totals.map(({ kind, mark }) => (
          <span key={kind} className={classes.total}>
            {t(`total.${kind}`)} <strong>{mark}</strong>
          </span>
        ))}
      </PortalLink>
    </td>
  );
}

/** The marks of the year, beside that of the term. */
const TOTALS = ["yearMark", "examMark", "finalMark"] as const;

/** Below 2,5 the term would fail by the mean; a given term mark speaks for itself. */
function isLow({ average, termMark }: SubjectOfPupil): boolean {
  return termMark ? termMark === "2" || termMark === "н/а" : average !== null && average !== undefined && average < "2.50";
}
