import { Group, Text, Title } from "@mantine/core";
import { getLocale, getTranslations } from "next-intl/server";
import { AnalysesDocument, type AnalysesQuery } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { requireViewer } from "@/graphql/viewer";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { ProblemPage } from "@/ui/error-page";
import { LinkButton } from "@/ui/link-button";
import { PortalLink } from "@/ui/portal-link";
import { Tag } from "@/ui/tag";
import classes from "./class-analysis.module.css";
import { figureText } from "./figure-text";

type Card = AnalysesQuery["analyses"]["nodes"][number];

/** The deputy's list: every class of a period, what its teacher signed, and who has not yet. */
export async function AnalysesPage(asked: { termId: string | null; wholeYear: boolean; after: string | null }) {
  const { data, problem } = await readForPage(AnalysesDocument, asked);
  if (problem) return <ProblemPage problem={problem} />;
  const { nodes, pageInfo } = data.analyses;
  const [t, locale, { school }] = await Promise.all([getTranslations("classAnalysis"), getLocale(), requireViewer()]);
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "short", timeZone: school.timeZone });
  const signed = nodes.filter(({ status }) => status === "SIGNED").length;
  const period = asked.wholeYear ? "year=1" : asked.termId ? `term=${asked.termId}` : "";
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <div>
          <Title order={1} size="h2">
            {t("listTitle")}
          </Title>
          <Text c="dimmed">{t("signedOf", { signed, count: nodes.length })}</Text>
        </div>
      </div>
      <Periods data={data} asked={asked} />
      {nodes.length === 0 ? (
        <EmptyState title={t("noClassesTitle")} text={t("noClassesText")} />
      ) : (
        <DataTable
          label={t("listTitle")}
          columns={["class", "period", "successShort", "qualityShort", "learningShort", "excellentShort", "failingShort", "stateShort"].map(
            (name) => t(name as "class"),
          )}
          rows={nodes.map((card) => ({
            id: card.classId,
            cells: [
              <PortalLink key="class" href={addressOf(card)} className={classes.link}>
                {card.label}
              </PortalLink>,
              card.period.number ? t(card.period.termKind, { number: card.period.number }) : t("year"),
              ...figuresOf(card),
              <Tag key="state" tone={card.status === "SIGNED" ? "accent" : card.status === "DRAFT" ? "quiet" : "warn"}>
                {card.status === "SIGNED" && card.signedAt
                  ? t("state.SIGNED", { date: format.format(new Date(card.signedAt)) })
                  : t(`state.${card.status === "DRAFT" ? "DRAFT" : "NONE"}`)}
              </Tag>,
            ],
          }))}
        />
      )}
      {pageInfo.hasNextPage && (
        <LinkButton href={`/office/analyses?${period}&after=${pageInfo.endCursor}`} variant="default" mt="md">
          {t("nextPage")}
        </LinkButton>
      )}
    </div>
  );
}

/** The last term that is over, for every class its own; one term; the year. */
async function Periods({ data, asked }: { data: AnalysesQuery; asked: { termId: string | null; wholeYear: boolean } }) {
  const t = await getTranslations("classAnalysis");
  const year = data.academicYears.find(({ status }) => status === "CURRENT") ?? data.academicYears[0];
  const choices = [
    { address: "", name: t("lastTerm"), isShown: !asked.termId && !asked.wholeYear },
    ...(year?.terms ?? []).map(({ id, kind, number }) => ({
      address: `?term=${id}`,
      name: t(kind, { number }),
      isShown: asked.termId === id,
    })),
    { address: "?year=1", name: t("year"), isShown: asked.wholeYear },
  ];
  return (
    <Group gap={6} mb="md" component="nav" aria-label={t("periods")} data-print-hidden>
      {choices.map(({ address, name, isShown }) => (
        <LinkButton
          key={address}
          href={`/office/analyses${address}`}
          variant={isShown ? "light" : "default"}
          size="sm"
          aria-current={isShown ? "page" : undefined}
        >
          {name}
        </LinkButton>
      ))}
    </Group>
  );
}

function addressOf({ classId, period }: Card): string {
  return `/classes/${classId}/analysis?${period.termId ? `term=${period.termId}` : "year"}`;
}

function figuresOf({ summary }: Card): string[] {
  if (!summary) return ["", "", "", "", ""];
  const count = (...wanted: string[]): string =>
    String(summary.categories.filter(({ category }) => wanted.includes(category)).reduce((sum, one) => sum + one.count, 0));
  return [
    ...[summary.byPupils.success, summary.byPupils.quality, summary.byMarks.learningWithNotAssessed ?? summary.byMarks.learning].map(
      figureText,
    ),
    count("EXCELLENT"),
    count("FAILING", "NOT_ASSESSED"),
  ];
}
