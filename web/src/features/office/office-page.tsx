import { Group, Text, Title } from "@mantine/core";
import { getLocale, getTranslations } from "next-intl/server";
import { OfficeDocument } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { ProblemPage } from "@/ui/error-page";
import { FigureList } from "@/ui/figure-list";
import { LinkButton } from "@/ui/link-button";
import { formatDate, weekdayName } from "@/ui/school-date";
import { ClassesByGrade } from "./classes-by-grade";
import classes from "./office-page.module.css";
import { RecordingToday } from "./recording-today";
import { UnrecordedLessons } from "./unrecorded-lessons";

/** The home of the director and the deputy: how the day is recorded, who is behind, and the way to every class. */
export async function OfficePage() {
  const { data, problem } = await readForPage(OfficeDocument, {});
  if (problem) return <ProblemPage problem={problem} />;

  const { school, schoolOverview: overview, classes: schoolClasses } = data;
  const [t, locale] = await Promise.all([getTranslations("office"), getLocale()]);
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <div>
          <Title order={1} size="h2">
            {school.shortName}
          </Title>
          <Text c="dimmed">{school.fullName}</Text>
          <Text c="dimmed">
            {weekdayName(overview.date, locale)}, {formatDate(overview.date)}
          </Text>
        </div>
        <Group gap="xs">
          <LinkButton href="/office/analyses" variant="default">
            {t("analyses")}
          </LinkButton>
          <LinkButton href="/office/rules" variant="default">
            {t("assessmentRules")}
          </LinkButton>
          <LinkButton href="/office/control" variant="default">
            {t("control")}
          </LinkButton>
          <LinkButton href="/office/terms" variant="default">
            {t("termLocks")}
          </LinkButton>
          <LinkButton href="/questions?list=overdue" variant="default">
            {t("markQuestions")}
          </LinkButton>
          <LinkButton href="/office/reports" variant="default">
            {t("messageReports")}
          </LinkButton>
          <LinkButton href="/journals" variant="default">
            {t("allJournals")}
          </LinkButton>
        </Group>
      </div>
      <FigureList
        label={t("figuresTitle")}
        figures={[
          { value: overview.pupilCount, text: t("pupils", { count: overview.pupilCount }) },
          { value: overview.classCount, text: t("classes", { count: overview.classCount }) },
          { value: overview.staffCount, text: t("staff", { count: overview.staffCount }) },
          { value: overview.journalCount, text: t("journals", { count: overview.journalCount }) },
          { value: overview.accountCount, text: t("accounts", { count: overview.accountCount }) },
        ]}
      />
      <div className={classes.columns}>
        <RecordingToday overview={overview} />
        <div className={classes.aside}>
          <UnrecordedLessons teachers={overview.unrecorded} />
        </div>
        <ClassesByGrade schoolClasses={schoolClasses} />
      </div>
    </div>
  );
}
