import { Button, Group, Text, Title } from "@mantine/core";
import { IconFileSpreadsheet, IconFileTypePdf } from "@tabler/icons-react";
import { getTranslations } from "next-intl/server";
import { ClassAnalysisDocument, type ClassAnalysisQuery } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { requireViewer } from "@/graphql/viewer";
import { FeatureMessages } from "@/messages/feature-messages";
import { EmptyState } from "@/ui/empty-state";
import { ProblemPage } from "@/ui/error-page";
import { LinkButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import { formatDate } from "@/ui/school-date";
import { Tag } from "@/ui/tag";
import { AbsenceTable } from "./absence-table";
import { AnalysisWords } from "./analysis-words";
import classes from "./class-analysis.module.css";
import { ComparisonTable } from "./comparison-table";
import { DocumentState } from "./document-state";
import { PeriodChoice } from "./period-choice";
import { PupilsByCategory } from "./pupils-by-category";
import { SubjectTable } from "./subject-table";

export type Analysis = ClassAnalysisQuery["classAnalysis"];

/** The class teacher's analysis of a term or a year: figures, names, comparison, the own words; the same on paper and as a file. */
export async function ClassAnalysisPage(asked: { classId: string; termId: string | null; wholeYear: boolean }) {
  const { data, problem } = await readForPage(ClassAnalysisDocument, asked);
  if (problem) return <ProblemPage problem={problem} />;
  const analysis = data.classAnalysis;
  const { figures } = analysis;
  const { period } = figures.summary;
  const [t, { accountId }] = await Promise.all([getTranslations("classAnalysis"), requireViewer()]);
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <div>
          <Text c="dimmed" className={classes.printed}>
            {analysis.school}
          </Text>
          <div className={classes.name}>
            <Title order={1} size="h2">
              {t("title", { label: analysis.label })}
            </Title>
            <Tag tone={analysis.document?.status === "SIGNED" ? "accent" : "warn"}>{t(`standing.${standing(analysis)}`)}</Tag>
          </div>
          <Text c="dimmed">
            {[
              period.number ? t(period.termKind, { number: period.number }) : t("year"),
              period.yearName,
              t("onDate", { date: formatDate(period.onDate) }),
              analysis.classTeacher && t("classTeacher", { name: analysis.classTeacher }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </Text>
        </div>
        <Group gap="xs" data-print-hidden>
          <LinkButton href={`/classes/${analysis.classId}`} variant="subtle">
            {t("toClass")}
          </LinkButton>
          <Download analysis={analysis} format="xlsx" />
          <Download analysis={analysis} format="pdf" />
        </Group>
      </div>
      <PeriodChoice analysis={analysis} />
      <DocumentState analysis={analysis} />
      {figures.summary.pupilCount === 0 ? (
        <EmptyState title={t("noPupilsTitle")} text={t("noPupilsText")} />
      ) : (
        <div className={classes.parts}>
          <Panel title={t("comparison")}>
            <ComparisonTable figures={figures} />
          </Panel>
          <Panel title={t("pupils")}>
            <PupilsByCategory figures={figures} />
          </Panel>
          <Panel title={t("subjects")}>
            <SubjectTable figures={figures} />
          </Panel>
          <Panel title={t("attendance")}>
            <AbsenceTable figures={figures} />
          </Panel>
          <FeatureMessages of={["classAnalysis"]}>
            <AnalysisWords
              key={`${analysis.classId} ${period.termId ?? "year"} ${analysis.document?.version ?? 0}`}
              accountId={accountId}
              classId={analysis.classId}
              termId={period.termId ?? null}
              document={analysis.document ?? null}
              mayWrite={analysis.mayWrite}
              isOver={analysis.isOver}
              endsOn={period.endsOn}
            />
          </FeatureMessages>
        </div>
      )}
    </div>
  );
}

/** What the page is, on paper too: a signed document, a draft whose figures change still, or figures that nobody has kept yet. */
function standing({ document }: Analysis): "SIGNED" | "DRAFT" | "NONE" {
  return document?.status ?? "NONE";
}

async function Download({ analysis, format }: { analysis: Analysis; format: "xlsx" | "pdf" }) {
  const t = await getTranslations("classAnalysis");
  const { termId } = analysis.figures.summary.period;
  const Icon = format === "pdf" ? IconFileTypePdf : IconFileSpreadsheet;
  return (
    <Button
      component="a"
      href={`/files/classes/${analysis.classId}/analysis.${format}?${termId ? `term=${termId}` : "year"}`}
      download
      variant="default"
      leftSection={<Icon size={18} aria-hidden />}
    >
      {t(format)}
    </Button>
  );
}
