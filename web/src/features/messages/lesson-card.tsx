import { IconNotebook } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useViewer } from "@/graphql/viewer-context";
import { PortalLink } from "@/ui/portal-link";
import { formatDate } from "@/ui/school-date";
import type { MessageLesson } from "./message-draft";
import classes from "./message-item.module.css";

/** The lesson that a message is about: for the family its week of the diary, for staff the journal at that lesson. */
export function LessonCard({ lesson, pupilId }: { lesson: MessageLesson; pupilId: string | undefined }) {
  const t = useTranslations("messages");
  const { diaries } = useViewer();
  const { lessonId, journalId, date, subject, className } = lesson;
  const isFamily = diaries.some((diary) => diary.pupilId === pupilId);
  return (
    <PortalLink href={isFamily ? `/diary/${pupilId}?week=${date}` : `/journals/${journalId}?lesson=${lessonId}`} className={classes.lesson}>
      <IconNotebook size={20} stroke={1.7} aria-hidden />
      <span>
        <b>{t("lessonOf", { subject, className })}</b>
        <span>{formatDate(date)}</span>
      </span>
    </PortalLink>
  );
}
