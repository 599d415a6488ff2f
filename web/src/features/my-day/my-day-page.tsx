import { Group, Text, Title } from "@mantine/core";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { MyDayDocument, type MyDayQuery } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { requireViewer } from "@/graphql/viewer";
import { FeatureMessages } from "@/messages/feature-messages";
import { EmptyState } from "@/ui/empty-state";
import { ProblemPage } from "@/ui/error-page";
import { LinkButton } from "@/ui/link-button";
import { formatDate, weekdayName, type SchoolDate } from "@/ui/school-date";
import { DaySwitch } from "./day-switch";
import { LessonRow } from "./lesson-row";
import classes from "./my-day-page.module.css";
import { isGoingOn } from "./school-clock";

/** A teacher's lessons of one date. Without `date`: today's, or those of the next school day. `ways` lead to what else waits for the teacher. */
export async function MyDayPage({ date, ways }: { date: SchoolDate | undefined; ways?: ReactNode }) {
  const { data, problem } = await readForPage(MyDayDocument, { date: date ?? null });
  if (problem) return <ProblemPage problem={problem} />;
  return <Day day={data.myDay} asked={date !== undefined} ways={ways} />;
}

type MyDay = MyDayQuery["myDay"];

async function Day({ day, asked, ways }: { day: MyDay; asked: boolean; ways: ReactNode }) {
  const [t, locale, viewer] = await Promise.all([getTranslations("myDay"), getLocale(), requireViewer()]);
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <div>
          <Title order={1} size="h2">
            {t("title")}
          </Title>
          <Text c="dimmed">
            {weekdayName(day.date, locale)}, {formatDate(day.date)}
            <Summary lessons={day.lessons} />
          </Text>
        </div>
        <Group gap="sm">
          <LinkButton href="/works" variant="default">
            {t("controlWorks")}
          </LinkButton>
          {ways}
          <FeatureMessages of={["myDay"]}>
            <DaySwitch date={day.date} today={viewer.today} />
          </FeatureMessages>
        </Group>
      </div>
      {!day.isToday && !asked && day.lessons.length > 0 && <p className={classes.notice}>{t("nextSchoolDay")}</p>}
      {day.lessons.length === 0 ? (
        <NoLessons />
      ) : (
        <ul className={classes.lessons}>
          {day.lessons.map((lesson) => (
            <LessonRow
              key={lesson.lessonId}
              lesson={lesson}
              goingOn={day.isToday && isGoingOn(lesson, viewer.school.timeZone, new Date())}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

async function Summary({ lessons }: { lessons: MyDay["lessons"] }) {
  const t = await getTranslations("myDay");
  if (lessons.length === 0) return null;
  const incomplete = lessons.filter(({ missing }) => missing.length > 0).length;
  const begun = lessons.some(({ status }) => status === "HELD") || incomplete > 0;
  return (
    <>
      {" · "}
      <span className={classes.held}>{t("summary", { lessons: lessons.length })}</span>
      {begun && (
        <>
          {" · "}
          <span className={classes.held}>{t("incomplete", { lessons: incomplete })}</span>
        </>
      )}
    </>
  );
}

async function NoLessons() {
  const t = await getTranslations("myDay");
  return (
    <EmptyState title={t("noLessonsTitle")} text={t("noLessonsText")}>
      <LinkButton href="/journals" variant="default">
        {t("toJournals")}
      </LinkButton>
    </EmptyState>
  );
}
