import { getTranslations } from "next-intl/server";
import { markText } from "@/ui/mark-text";
import { PortalLink } from "@/ui/portal-link";
import type { ClassPageQuery } from "@/graphql/generated/graphql";
import { ClassTable } from "./class-table";
import classes from "./marks-of-class.module.css";

type Page = ClassPageQuery["classPage"];
type SubjectOfPupil = Page["pupils"][number]["subjects"][number];

/** The average and the term mark of each pupil in each subject; a cell opens the journal. */
export async function MarksOfClass({ page }: { page: Page }) {
  const t = await getTranslations("classPage");
  return (
    <ClassTable
      page={page}
      last={{ name: t("missed"), of: ({ missedLessons }) => missedLessons || "" }}
      cell={(subject, pupil, result) => <SubjectCell subject={subject} pupil={pupil} result={result} termId={page.term.id} />}
    />
  );
}

interface SubjectCellProps {
  subject: string;
  pupil: string;
  result: SubjectOfPupil | undefined;
  termId: string;
}

async function SubjectCell({ subject, pupil, result, termId }: SubjectCellProps) {
  const works = result?.marks.map((work) => work.split("/")) ?? [];
  const debts = works.flat().filter((mark) => mark === "DEBT").length;
  if (!result || (!result.average && !result.termMark && debts === 0)) return <td />;
  const t = await getTranslations("classPage");
  const marks = works.map((work) => work.map(markText).join("/")).join(" ");
  const owed = debts > 0 ? t("debts", { count: debts }) : null;
  const average = result.average?.replace(".", ",");
  return (
    <td data-low={isLow(result) || undefined}>
      <PortalLink
        href={`/journals/${result.journalId}?term=${termId}`}
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
      </PortalLink>
    </td>
  );
}

/** Below 2,5 the term would fail by the mean; a given term mark speaks for itself. */
function isLow({ average, termMark }: SubjectOfPupil): boolean {
  return termMark ? termMark === "2" || termMark === "н/а" : average !== null && average !== undefined && average < "2.50";
}
