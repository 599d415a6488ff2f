import { VisuallyHidden } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { getTranslations } from "next-intl/server";
import { PortalLink } from "@/ui/portal-link";
import type { MyDayQuery } from "@/graphql/generated/graphql";
import { Tag } from "@/ui/tag";
import classes from "./lesson-row.module.css";

type DayLesson = MyDayQuery["myDay"]["lessons"][number];

/** One lesson of the day, all of it a link to its column in the journal. */
export async function LessonRow({ lesson, goingOn }: { lesson: DayLesson; goingOn: boolean }) {
  const t = await getTranslations("myDay");
  const off = lesson.status === "CANCELLED" || lesson.status === "MISSED";
  return (
    <li className={classes.row} data-going-on={goingOn || undefined} data-off={off || undefined}>
      <div className={classes.time}>
        <span className={classes.slot} aria-hidden>
          {lesson.slot}
        </span>
        <VisuallyHidden>{t("slot", { slot: lesson.slot })}</VisuallyHidden>
        {lesson.startsAt && lesson.endsAt && (
          <span className={classes.bells}>
            {lesson.startsAt.slice(0, 5)}
            <span className={classes.until}>–{lesson.endsAt.slice(0, 5)}</span>
          </span>
        )}
      </div>
      <div className={classes.what}>
        <h2 className={classes.subject}>
          <PortalLink href={`/journals/${lesson.journalId}?lesson=${lesson.lessonId}`} className={classes.link}>
            {lesson.subject} · {lesson.className}
          </PortalLink>
        </h2>
        <Topic lesson={lesson} />
        {lesson.homework && <p className={classes.quiet}>{t("homework", { text: lesson.homework })}</p>}
        <p className={classes.quiet}>
          <Figures lesson={lesson} />
        </p>
      </div>
      <div className={classes.state}>
        {goingOn && <Tag tone="accent">{t("now")}</Tag>}
        {lesson.isSubstitution && <Tag tone="accent">{t("substitution")}</Tag>}
        <State lesson={lesson} />
      </div>
    </li>
  );
}

async function Topic({ lesson }: { lesson: DayLesson }) {
  const t = await getTranslations("myDay");
  if (lesson.topic) return <p className={classes.topic}>{lesson.topic}</p>;
  if (lesson.plannedTopic) return <p className={classes.quiet}>{t("planned", { topic: lesson.plannedTopic })}</p>;
  return null;
}

async function Figures({ lesson }: { lesson: DayLesson }) {
  const t = await getTranslations("myDay");
  const figures = [
    lesson.room && t("room", { room: lesson.room }),
    t("pupils", { count: lesson.pupilCount }),
    lesson.absentCount > 0 && t("absent", { count: lesson.absentCount }),
    lesson.markCount > 0 && t("marks", { count: lesson.markCount }),
  ];
  return figures.filter(Boolean).join(" · ");
}

/** What the lesson still lacks; a held one that lacks nothing says so. */
async function State({ lesson }: { lesson: DayLesson }) {
  const t = await getTranslations("myDay");
  if (lesson.status === "CANCELLED" || lesson.status === "MISSED") return <Tag tone="bad">{t(`status.${lesson.status}`)}</Tag>;
  if (lesson.missing.length > 0) {
    return lesson.missing.map((part) => (
      <Tag key={part} tone="warn">
        {t(`missing.${part}`)}
      </Tag>
    ));
  }
  if (lesson.status !== "HELD") return null;
  return (
    <span className={classes.complete}>
      <IconCircleCheck size={18} aria-hidden />
      {t("complete")}
    </span>
  );
}
