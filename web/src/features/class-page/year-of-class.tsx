import { getTranslations } from "next-intl/server";
import { PortalLink } from "@/ui/portal-link";
import type { ClassPageQuery } from "@/graphql/generated/graphql";
import { ClassTable } from "./class-table";
import classes from "./marks-of-class.module.css";

type Page = ClassPageQuery["classPage"];

/** The year's mark of each pupil in each subject, with those of the exam and in the end where there are any; a cell opens the journal's totals. */
export function YearOfClass({ page }: { page: Page }) {
  return <ClassTable page={page} cell={(subject, pupil, result) => <YearCell name={`${pupil}. ${subject}`} result={result} />} />;
}

async function YearCell({ name, result }: { name: string; result: Page["pupils"][number]["subjects"][number] | undefined }) {
  if (!result || !(result.yearMark ?? result.examMark ?? result.finalMark)) return <td />;
  const t = await getTranslations("classPage");
  const { yearMark, examMark, finalMark } = result;
  const more = [examMark && t("exam", { mark: examMark }), finalMark && t("final", { mark: finalMark })].filter(Boolean);
  return (
    <td data-low={FAILED.has(yearMark ?? "") || undefined}>
      <PortalLink href={`/journals/${result.journalId}/totals`} className={classes.link} title={name}>
        <strong className={classes.yearMark}>{yearMark ?? "—"}</strong>
        {more.map((text) => (
          <span key={text} className={classes.total}>
            {text}
          </span>
        ))}
      </PortalLink>
    </td>
  );
}

const FAILED: ReadonlySet<string> = new Set(["2", "1", "нз", "н/а"]);
