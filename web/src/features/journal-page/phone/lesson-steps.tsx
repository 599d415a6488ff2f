import { ActionIcon } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useLocale, useTranslations } from "next-intl";
import { PortalLink } from "@/ui/portal-link";
import { formatDate, weekdayName } from "@/ui/school-date";
import type { Column } from "../page/page-columns";
import classes from "./phone-page.module.css";

interface LessonStepsProps {
  journalId: string;
  column: Column;
  onStep: (step: 1 | -1) => void;
  hasPrevious: boolean;
  hasNext: boolean;
}

/** Which lesson the phone shows, and the way to its neighbours. */
export function LessonSteps({ journalId, column: { lesson, assessment }, onStep, hasPrevious, hasNext }: LessonStepsProps) {
  const t = useTranslations("journalPage");
  const words = useTranslations("words");
  const locale = useLocale();
  const what = lesson.status === "CANCELLED" ? t("cancelledLesson") : (lesson.topic ?? t("noTopic"));
  return (
    <div className={classes.steps}>
      <ActionIcon size={44} variant="default" aria-label={t("phone.previous")} disabled={!hasPrevious} onClick={() => onStep(-1)}>
        <IconChevronLeft size={22} aria-hidden />
      </ActionIcon>
      <div className={classes.lesson}>
        <h2>
          {weekdayName(lesson.date, locale, "short")}, {formatDate(lesson.date)}
        </h2>
        <p>
          {assessment && `${words(`workKind.${assessment.kind}`)} · `}
          {what}
        </p>
        {assessment?.mandatory && <PortalLink href={`/journals/${journalId}/works/${assessment.id}`}>{t("controlWork")}</PortalLink>}
      </div>
      <ActionIcon size={44} variant="default" aria-label={t("phone.next")} disabled={!hasNext} onClick={() => onStep(1)}>
        <IconChevronRight size={22} aria-hidden />
      </ActionIcon>
    </div>
  );
}
