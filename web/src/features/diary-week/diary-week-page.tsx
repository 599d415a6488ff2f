import { Text, Title } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { DiaryWeekDocument } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { requireViewer } from "@/graphql/viewer";
import { EmptyState } from "@/ui/empty-state";
import { ProblemPage } from "@/ui/error-page";
import { formatDate, type SchoolDate } from "@/ui/school-date";
import { OpenDebts } from "@/ui/open-debts";
import { instantOf, type SchoolMoment } from "@/ui/school-moment";
import { DiaryDay } from "./diary-day";
import classes from "./diary-week-page.module.css";
import type { FrameMark } from "./framed-mark";
import { OpenAtToday } from "./open-at-today";
import { WeekSwitch } from "./week-switch";

interface DiaryWeekPageProps {
  pupilId: string;
  week: SchoolDate | undefined;
  frameMark?: FrameMark;
  /** The moment at which the week is shown; null: now. */
  at: SchoolMoment | null;
}

/** One pupil's week, as the paper diary shows it. Without `week`: the week of today, or of the moment's day. */
export async function DiaryWeekPage({ pupilId, week, at, frameMark }: DiaryWeekPageProps) {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations("diary")]);
  const today = at?.slice(0, 10) ?? viewer.today;
  const instant = at && instantOf(at, viewer.school.timeZone);
  const { data, problem } = await readForPage(DiaryWeekDocument, { pupilId, week: week ?? today, at: instant });
  if (problem) return <ProblemPage problem={problem} />;
  const { pupilName, classLabel, startsOn, endsOn, days, debts } = data.diaryWeek;
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <div>
          <Title order={1} size="h2">
            {t("week", { from: formatDate(startsOn), to: formatDate(endsOn) })}
          </Title>
          <Text c="dimmed">{classLabel ? t("pupilOfClass", { name: pupilName, classLabel }) : pupilName}</Text>
        </div>
        <WeekSwitch pupilId={pupilId} startsOn={startsOn} today={today} at={at} />
      </div>
      <OpenDebts debts={debts} today={today} />
      {days.some(({ lessons, holiday }) => lessons.length > 0 || holiday) ? (
        <div className={classes.days}>
          {!week && !at && <OpenAtToday />}
          {days.map((day) => (
            <DiaryDay
              key={day.date}
              pupilId={pupilId}
              day={day}
              tag={day.date === today ? t(at ? "moment.day" : "today") : null}
              frameMark={frameMark}
            />
          ))}
        </div>
      ) : (
        <EmptyState title={t("emptyWeekTitle")} text={t("emptyWeekText")} />
      )}
    </div>
  );
}
