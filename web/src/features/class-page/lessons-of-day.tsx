import { getTranslations } from "next-intl/server";
import { PortalLink } from "@/ui/portal-link";
import type { ClassPageQuery } from "@/graphql/generated/graphql";
import { Tag } from "@/ui/tag";
import classes from "./lessons-of-day.module.css";

/** The day's lessons of the class and its groups, each with whether it is recorded, and a way into the journal. */
export async function LessonsOfDay({ lessons }: { lessons: ClassPageQuery["classPage"]["lessonsToday"] }) {
  const t = await getTranslations("classPage");
  if (lessons.length === 0) return <p className={classes.quiet}>{t("noLessons")}</p>;
  return (
    <ol className={classes.lessons}>
      {lessons.map((lesson) => (
        <li key={lesson.lessonId} className={classes.lesson}>
          <span className={classes.slot}>{lesson.slot}</span>
          <PortalLink href={`/journals/${lesson.journalId}?lesson=${lesson.lessonId}`} className={classes.link}>
            {lesson.groupName ? `${lesson.subject}, ${lesson.groupName}` : lesson.subject}
          </PortalLink>
          {lesson.status === "CANCELLED" ? (
            <Tag tone="bad">{t("cancelled")}</Tag>
          ) : (
            <Tag tone={lesson.recorded ? "quiet" : "warn"}>{t(lesson.recorded ? "recorded" : "notRecorded")}</Tag>
          )}
        </li>
      ))}
    </ol>
  );
}
