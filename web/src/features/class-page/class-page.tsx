import { Group, Text, Title } from "@mantine/core";
import { IconMail, IconReportAnalytics, IconTrendingUp } from "@tabler/icons-react";
import { getTranslations } from "next-intl/server";
import { ClassPageDocument, type ClassPageQuery } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { requireViewer } from "@/graphql/viewer";
import { EmptyState } from "@/ui/empty-state";
import { ProblemPage } from "@/ui/error-page";
import { LinkButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import type { SchoolDate } from "@/ui/school-date";
import { AttendanceOfDay } from "./attendance-of-day";
import { ClassDaySwitch } from "./class-day-switch";
import classes from "./class-page.module.css";
import { LessonsOfDay } from "./lessons-of-day";
import { MarksOfClass } from "./marks-of-class";
import { TermChoice } from "./term-choice";
import { YearOfClass } from "./year-of-class";

interface ClassPageProps {
  classId: string;
  date: SchoolDate | undefined;
  termId: string | undefined;
  /** The marks of the year, exams and final ones instead of those of a term. */
  showsYear: boolean;
}

/** A class at a glance, read only: who is absent on a date, what is recorded, and the marks of a term, or of the year, by subject. */
export async function ClassPage({ classId, date, termId, showsYear }: ClassPageProps) {
  const { data, problem } = await readForPage(ClassPageDocument, { classId, date: date ?? null, termId: termId ?? null });
  if (problem) return <ProblemPage problem={problem} />;
  const [t, { today, leads }] = await Promise.all([getTranslations("classPage"), requireViewer()]);
  const page = data.classPage;
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <div>
          <Title order={1} size="h2">
            {t("title", { label: page.label })}
          </Title>
          <Text c="dimmed">
            {[t("pupils", { count: page.pupils.length }), page.classTeacher && t("classTeacher", { name: page.classTeacher })]
              .filter(Boolean)
              .join(" · ")}
          </Text>
        </div>
        <Group gap="sm">
          <LinkButton href={`/classes/${classId}/forecast`} variant="default" leftSection={<IconTrendingUp size={18} aria-hidden />}>
            {t("forecast")}
          </LinkButton>
          <LinkButton href={`/classes/${classId}/analysis`} variant="default" leftSection={<IconReportAnalytics size={18} aria-hidden />}>
            {t("analysis")}
          </LinkButton>
          {leads.some(({ id }) => id === classId) && (
            <LinkButton href="/questions?list=overdue" variant="default">
              {t("overdueQuestions")}
            </LinkButton>
          )}
          {leads.some(({ id }) => id === classId) && page.pupils.length > 0 && (
            <LinkButton href={addressToGuardians(page)} variant="default" leftSection={<IconMail size={18} aria-hidden />}>
              {t("writeGuardians")}
            </LinkButton>
          )}
          <ClassDaySwitch classId={classId} date={page.date} today={today} />
        </Group>
      </div>
      <div className={classes.day}>
        <Panel title={t("attendance")}>
          <AttendanceOfDay page={page} />
        </Panel>
        <Panel title={t("lessons")}>
          <LessonsOfDay lessons={page.lessonsToday} />
        </Panel>
      </div>
      <Panel title={t(showsYear ? "marksOfYear" : "marks")}>
        <TermChoice page={page} today={today} isYear={showsYear} />
        {page.pupils.length > 0 ? (
          showsYear ? (
            <YearOfClass page={page} />
          ) : (
            <MarksOfClass page={page} />
          )
        ) : (
          <EmptyState title={t("noPupilsTitle")} text={t("noPupilsText")} />
        )}
      </Panel>
    </div>
  );
}

function addressToGuardians({ classId, pupils }: ClassPageQuery["classPage"]): string {
  return `/messages/new?${new URLSearchParams({ class: classId, pupils: pupils.map(({ pupilId }) => pupilId).join(",") })}`;
}
