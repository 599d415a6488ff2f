import { getTranslations } from "next-intl/server";
import { ControlWorksDocument } from "@/graphql/generated/graphql";
import { query } from "@/graphql/server-client";
import { requireViewer } from "@/graphql/viewer";
import { PortalLink } from "@/ui/portal-link";
import type { SchoolDate } from "@/ui/school-date";
import classes from "./works-of-day.module.css";

/** Beside the teacher's day: resits of that day, and how much is left to do for control works of other days. Nothing when there is nothing. */
export async function WorksOfDay({ date }: { date: SchoolDate | undefined }) {
  const [{ data }, { today }] = await Promise.all([
    query({ query: ControlWorksDocument, variables: { onlyIncomplete: true, first: 200, after: null }, errorPolicy: "all" }),
    requireViewer(),
  ]);
  const works = data?.controlWorks?.nodes ?? [];
  if (works.length === 0) return null;
  const t = await getTranslations("controlWorks");
  const day = date ?? today;
  const resits = works.flatMap((work) =>
    work.pupils
      .filter(({ owed, resit }) => owed === "RESIT" && resit?.plannedOn === day)
      .map(({ pupilId, name }) => ({ work, pupilId, name })),
  );
  const lacking = works.filter((work) => work.lacking > 0).length;
  const overdue = works.reduce((sum, work) => sum + work.overdue, 0);
  return (
    <section className={classes.block} aria-label={t("title")}>
      {resits.length > 0 && (
        <>
          <h2 className={classes.title}>{t("resitsOfDay")}</h2>
          <ul className={classes.resits}>
            {resits.map(({ work, pupilId, name }) => (
              <li key={`${work.assessmentId} ${pupilId}`}>
                <PortalLink href={`/journals/${work.journalId}/works/${work.assessmentId}`}>
                  {name} · {work.subject}, {work.className}
                </PortalLink>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={classes.left}>
        <PortalLink href="/works">{t("title")}</PortalLink>
        {": "}
        {[lacking > 0 && t("incompleteWorks", { count: lacking }), overdue > 0 && t("overdueCount", { count: overdue })]
          .filter(Boolean)
          .join(" · ") || t("onlyResits")}
      </p>
    </section>
  );
}
