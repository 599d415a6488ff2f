import { Group, Text, Title } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { ControlWorksDocument, type ControlWorksQuery } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { EmptyState } from "@/ui/empty-state";
import { ProblemPage } from "@/ui/error-page";
import { LinkButton } from "@/ui/link-button";
import { PortalLink } from "@/ui/portal-link";
import { formatDate, formatDayAndMonth } from "@/ui/school-date";
import { Tag } from "@/ui/tag";
import { workName } from "./work-name";
import page from "./work-page.module.css";
import classes from "./works-page.module.css";

type Work = ControlWorksQuery["controlWorks"]["nodes"][number];

const AT_ONCE = 50;

/** What is left to do for a teacher's control works over all days: marks that are lacking, resits that are owed. */
export async function WorksPage({ all, after }: { all: boolean; after: string | null }) {
  const { data, problem } = await readForPage(ControlWorksDocument, { onlyIncomplete: !all, first: AT_ONCE, after });
  if (problem) return <ProblemPage problem={problem} />;
  const t = await getTranslations("controlWorks");
  const { nodes, pageInfo } = data.controlWorks;
  return (
    <div className={page.page}>
      <div className={page.head}>
        <div>
          <Title order={1} size="h2">
            {t("title")}
          </Title>
          <Text c="dimmed">{t(all ? "allText" : "leftText")}</Text>
        </div>
        <Group gap={6} component="nav" aria-label={t("which")}>
          {[false, true].map((other) => (
            <LinkButton
              key={String(other)}
              href={other ? "/works?all" : "/works"}
              variant={other === all ? "light" : "default"}
              aria-current={other === all ? "page" : undefined}
            >
              {t(other ? "allWorks" : "leftWorks")}
            </LinkButton>
          ))}
        </Group>
      </div>
      {nodes.length === 0 ? (
        <EmptyState title={t(all ? "noWorksTitle" : "allDoneTitle")} text={t(all ? "noWorksText" : "allDoneText")} />
      ) : (
        <ul className={classes.works}>
          {nodes.map((work) => (
            <WorkRow key={work.assessmentId} work={work} />
          ))}
        </ul>
      )}
      {pageInfo.hasNextPage && (
        <Group mt="lg">
          <LinkButton href={`/works?${all ? "all&" : ""}after=${pageInfo.endCursor}`} variant="default">
            {t("nextPage")}
          </LinkButton>
        </Group>
      )}
    </div>
  );
}

async function WorkRow({ work }: { work: Work }) {
  const [t, words] = await Promise.all([getTranslations("controlWorks"), getTranslations("words")]);
  const { journalId, assessmentId, date, kind, title, subject, className, pupils, present, marked } = work;
  const lacking = pupils.filter(({ owed }) => owed === "LACKS_MARK");
  const resits = pupils.filter(({ owed }) => owed === "RESIT");
  return (
    <li className={classes.work}>
      <div className={classes.what}>
        <h2 className={classes.name}>
          <PortalLink href={`/journals/${journalId}/works/${assessmentId}`} className={classes.link}>
            {subject} · {className}
          </PortalLink>
        </h2>
        <p className={classes.quiet}>
          {formatDate(date)} · {workName(words(`workKind.${kind}`), title)}
        </p>
        <p className={classes.quiet}>{t("presentAndMarked", { present, marked })}</p>
        {lacking.length > 0 && (
          <p className={classes.who}>
            <b>{t("lackingOf")}</b> {lacking.map((pupil) => pupil.name).join(", ")}
          </p>
        )}
        {resits.length > 0 && (
          <p className={classes.who}>
            <b>{t("resitsOf")}</b> {resits.map((pupil) => `${pupil.name} (${dayOf(pupil)})`).join(", ")}
          </p>
        )}
      </div>
      <div className={classes.state}>
        {work.lacking > 0 && <Tag tone="warn">{t("lacking", { count: work.lacking })}</Tag>}
        {work.overdue > 0 && <Tag tone="bad">{t("overdueCount", { count: work.overdue })}</Tag>}
        {work.absent > work.overdue && <Tag tone="accent">{t("resitCount", { count: work.absent - work.overdue })}</Tag>}
        {work.state === "DONE" && <Tag tone="quiet">{t("done")}</Tag>}
      </div>
    </li>
  );

  function dayOf({ resit, isOverdue }: Work["pupils"][number]): string {
    if (!resit) return isOverdue ? t("noDayOverdue") : t("noDay");
    const day = formatDayAndMonth(resit.plannedOn);
    return isOverdue ? `${day}, ${t("overdue")}` : day;
  }
}
