import { IconHome, IconMessagePlus } from "@tabler/icons-react";
import { getTranslations } from "next-intl/server";
import type { DiaryWeekQuery } from "@/graphql/generated/graphql";
import { MarkBadge } from "@/ui/mark-badge";
import { markWords } from "@/ui/mark-words";
import { PortalLink } from "@/ui/portal-link";
import { formatDate, type SchoolDate } from "@/ui/school-date";
import { Tag } from "@/ui/tag";
import classes from "./diary-lesson.module.css";
import type { FrameMark } from "./framed-mark";

type Lesson = DiaryWeekQuery["diaryWeek"]["days"][number]["lessons"][number];

interface DiaryLessonProps {
  pupilId: string;
  date: SchoolDate;
  lesson: Lesson;
  frameMark: FrameMark | undefined;
}

/** A line of the diary: the lesson, what is due on it, and what the pupil got for it. */
export async function DiaryLesson({ pupilId, date, lesson, frameMark }: DiaryLessonProps) {
  const t = await getTranslations("diary");
  const off = lesson.status === "CANCELLED" || lesson.status === "MISSED";
  return (
    <li className={classes.lesson} data-off={off || undefined}>
      <span className={classes.slot}>{lesson.slot}</span>
      <div className={classes.what}>
        <h3 className={classes.subject}>{lesson.subject}</h3>
        <p className={classes.quiet}>
          {[bells(lesson), lesson.room && t("room", { room: lesson.room }), lesson.teacher].filter(Boolean).join(" · ")}
        </p>
        {lesson.topic && <p className={classes.topic}>{lesson.topic}</p>}
        {lesson.homeworkDue.map((homework) => (
          <p key={`${homework.givenOn}${homework.text}`} className={classes.homework}>
            <IconHome size={17} stroke={1.8} className={classes.icon} role="img" aria-label={t("homework")} />
            <span>
              {homework.text}
              {homework.expectedMinutes && <span className={classes.quiet}> {t("minutes", { minutes: homework.expectedMinutes })}</span>}
            </span>
          </p>
        ))}
        <Marks lesson={lesson} date={date} frameMark={frameMark ?? bare} />
      </div>
      <div className={classes.state}>
        {off && <Tag tone="bad">{t(lesson.status === "CANCELLED" ? "cancelled" : "missed")}</Tag>}
        <Absence lesson={lesson} />
        <PortalLink
          href={`/messages/new?${new URLSearchParams({ pupil: pupilId, lesson: lesson.lessonId, date })}`}
          className={classes.write}
          title={t("writeTeacher")}
          data-print-hidden
        >
          <IconMessagePlus size={20} stroke={1.6} role="img" aria-label={`${t("writeTeacher")}: ${lesson.subject}`} />
        </PortalLink>
      </div>
    </li>
  );
}

const bare: FrameMark = (_mark, content) => content;

async function Marks({ lesson: { subject, marks }, date, frameMark }: { lesson: Lesson; date: SchoolDate; frameMark: FrameMark }) {
  const [t, words] = await Promise.all([getTranslations("diary"), getTranslations("words")]);
  if (marks.length === 0) return null;
  const nameOf = ({ title, kind }: Lesson["marks"][number]) => title ?? words(`workKind.${kind}`);
  const told = await Promise.all(marks.map((mark) => markWords(mark, marks)));
  return (
    <ul className={classes.marks} aria-label={t("marks")}>
      {marks.map((mark, index) => (
        <li key={mark.id} className={classes.mark} data-retake={mark.attempt > 1 || undefined}>
          {frameMark(
            { markId: mark.id, value: mark.value, subject, name: `${nameOf(mark)}, ${formatDate(date)}`, comment: mark.comment },
            <>
              <MarkBadge value={mark.value} />
              <span className={classes.work}>
                {nameOf(mark)}
                {mark.weight !== 1 && <span className={classes.quiet}> · {t("weight", { weight: mark.weight })}</span>}
                {told[index]?.map((word) => (
                  <span key={word} className={classes.quiet}>
                    {" "}
                    · {word}
                  </span>
                ))}
                {mark.comment && <span className={classes.comment}>{mark.comment}</span>}
              </span>
            </>,
          )}
        </li>
      ))}
    </ul>
  );
}

async function Absence({ lesson: { attendance } }: { lesson: Lesson }) {
  const [t, words] = await Promise.all([getTranslations("diary"), getTranslations("words")]);
  if (!attendance) return null;
  const late = attendance.kind === "LATE" && attendance.minutesLate;
  return (
    <Tag tone={attendance.kind === "ABSENT" ? "bad" : "warn"}>
      {late ? t("lateBy", { minutes: late }) : words(`attendance.${attendance.kind}`)}
    </Tag>
  );
}

function bells({ startsAt, endsAt }: Lesson): string | null {
  return startsAt && endsAt ? `${startsAt.slice(0, 5)}–${endsAt.slice(0, 5)}` : null;
}
