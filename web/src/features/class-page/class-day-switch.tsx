import { Group, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "@/ui/link-button";
import { formatDate, nextWorkday, weekdayName, type SchoolDate } from "@/ui/school-date";

/** The date whose attendance is shown: a day back, a day on, or today. */
export async function ClassDaySwitch({ classId, date, today }: { classId: string; date: SchoolDate; today: SchoolDate }) {
  const [t, locale] = await Promise.all([getTranslations("classPage"), getLocale()]);
  const address = (chosen: SchoolDate) => `/classes/${classId}?date=${chosen}`;
  return (
    <Group gap={6} component="nav" aria-label={t("days")} data-print-hidden>
      <LinkButton href={address(nextWorkday(date, -1))} variant="default" px={8} aria-label={t("previousDay")}>
        <IconChevronLeft size={20} aria-hidden />
      </LinkButton>
      <Text component="span" px={6}>
        {weekdayName(date, locale, "short")}, {formatDate(date)}
      </Text>
      <LinkButton href={address(nextWorkday(date, 1))} variant="default" px={8} aria-label={t("nextDay")}>
        <IconChevronRight size={20} aria-hidden />
      </LinkButton>
      {date !== today && (
        <LinkButton href={`/classes/${classId}`} variant="subtle">
          {t("today")}
        </LinkButton>
      )}
    </Group>
  );
}
