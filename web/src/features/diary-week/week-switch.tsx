import { Group } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/ui/link-button";
import { addDays, mondayOf, type SchoolDate } from "@/ui/school-date";
import type { SchoolMoment } from "@/ui/school-moment";

interface WeekSwitchProps {
  pupilId: string;
  startsOn: SchoolDate;
  today: SchoolDate;
  /** The moment at which the weeks are shown; null: now. */
  at: SchoolMoment | null;
}

/** A week back, a week on, or the week of today. */
export async function WeekSwitch({ pupilId, startsOn, today, at }: WeekSwitchProps) {
  const t = await getTranslations("diary");
  const address = (monday: SchoolDate) => `/diary/${pupilId}?week=${monday}${at ? `&at=${at}` : ""}`;
  return (
    <Group gap={6} component="nav" aria-label={t("weeks")} data-print-hidden>
      <LinkButton href={address(addDays(startsOn, -7))} variant="default" px={8} aria-label={t("previousWeek")}>
        <IconChevronLeft size={20} aria-hidden />
      </LinkButton>
      {startsOn !== mondayOf(today) && (
        <LinkButton href={at ? `/diary/${pupilId}?at=${at}` : `/diary/${pupilId}`} variant="default">
          {t("thisWeek")}
        </LinkButton>
      )}
      <LinkButton href={address(addDays(startsOn, 7))} variant="default" px={8} aria-label={t("nextWeek")}>
        <IconChevronRight size={20} aria-hidden />
      </LinkButton>
    </Group>
  );
}
