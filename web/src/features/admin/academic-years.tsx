import { getTranslations } from "next-intl/server";
import type { AdminStructureQuery } from "@/graphql/generated/graphql";
import { Panel } from "@/ui/panel";
import { formatDate } from "@/ui/school-date";
import { Tag } from "@/ui/tag";
import classes from "./academic-years.module.css";

type AcademicYear = AdminStructureQuery["academicYears"][number];

/** Years, the newest first, each with the terms of every kind that its classes follow. */
export async function AcademicYears({ years }: { years: readonly AcademicYear[] }) {
  const t = await getTranslations("admin");
  return (
    <Panel title={t("years")}>
      {years
        .toSorted((a, b) => b.startsOn.localeCompare(a.startsOn))
        .map((year) => (
          <section key={year.id} className={classes.year}>
            <h3 className={classes.name}>
              {year.name} <Tag tone={year.status === "CURRENT" ? "accent" : "quiet"}>{t(`yearStatus.${year.status}`)}</Tag>
            </h3>
            <p className={classes.period}>{t("period", { from: formatDate(year.startsOn), to: formatDate(year.endsOn) })}</p>
            {KINDS.map((kind) => (
              <Terms key={kind} terms={year.terms.filter((term) => term.kind === kind)} />
            ))}
          </section>
        ))}
    </Panel>
  );
}

const KINDS = ["QUARTER", "TRIMESTER", "HALF_YEAR"] as const;

async function Terms({ terms }: { terms: AcademicYear["terms"] }) {
  const t = await getTranslations("admin");
  if (terms.length === 0) return null;
  return (
    <ul className={classes.terms}>
      {terms
        .toSorted((a, b) => a.number - b.number)
        .map(({ id, kind, number, startsOn, endsOn }) => (
          <li key={id} className={classes.term}>
            <strong>{t(`term.${kind}`, { number })}</strong>
            <span>{t("period", { from: formatDate(startsOn), to: formatDate(endsOn) })}</span>
          </li>
        ))}
    </ul>
  );
}
