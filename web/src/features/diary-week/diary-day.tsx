import { getLocale, getTranslations } from "next-intl/server";
import type { DiaryWeekQuery } from "@/graphql/generated/graphql";
import { Tag } from "@/ui/tag";
import { formatDate, formatDayAndMonth, weekdayName } from "@/ui/school-date";
import classes from "./diary-day.module.css";
import { DiaryLesson } from "./diary-lesson";
import type { FrameMark } from "./framed-mark";

type Day = DiaryWeekQuery["diaryWeek"]["days"][number];

interface DiaryDayProps {
  pupilId: string;
  day: Day;
  /** Says of one day of the week why it stands out: it is today, or the day that was chosen. */
  tag: string | null;
  frameMark: FrameMark | undefined;
}

/** One day of the diary: its lessons, or why there are none. */
export async function DiaryDay({ pupilId, day, tag, frameMark }: DiaryDayProps) {
  const [t, locale] = await Promise.all([getTranslations("diary"), getLocale()]);
  return (
    <section
      className={classes.day}
      data-today={tag !== null || undefined}
      aria-label={`${weekdayName(day.date, locale)}, ${formatDate(day.date)}`}
    >
      <h2 className={classes.name}>
        <span className={classes.weekday}>{weekdayName(day.date, locale)}</span>
        <span className={classes.date}>{formatDate(day.date)}</span>
        {tag && <Tag tone="accent">{tag}</Tag>}
      </h2>
      {day.resits.length > 0 && (
        <ul className={classes.resits}>
          {day.resits.map((resit) => (
            <DiaryResit key={`${resit.lessonId} ${resit.kind}`} resit={resit} />
          ))}
        </ul>
      )}
      {day.lessons.length > 0 ? (
        <ul className={classes.lessons}>
          {day.lessons.map((lesson) => (
            <DiaryLesson key={lesson.lessonId} pupilId={pupilId} date={day.date} lesson={lesson} frameMark={frameMark} />
          ))}
        </ul>
      ) : (
        <p className={classes.free}>{day.holiday ?? t("noLessons")}</p>
      )}
    </section>
  );
}

/** A control work that was missed and is written on this day. */
async function DiaryResit({ resit: { subject, kind, title, workDate, note, isDone } }: { resit: Day["resits"][number] }) {
  const [t, words] = await Promise.all([getTranslations("diary"), getTranslations("words")]);
  return (
    <li>
      <strong>{t("resit", { subject, work: title ?? words(`workKind.${kind}`).toLocaleLowerCase() })}</strong>{" "}
      <span className={classes.resitOf}>
        {[t("resitOf", { date: formatDayAndMonth(workDate) }), note, isDone && t("resitDone")].filter(Boolean).join(" · ")}
      </span>
    </li>
  );
}
