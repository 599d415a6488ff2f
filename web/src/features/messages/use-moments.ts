import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useViewer } from "@/graphql/viewer-context";
import { addDays, formatDate, formatDayAndMonth, weekdayName, type SchoolDate } from "@/ui/school-date";

/** Moments by the school's clock, wherever the reader is. */
export function useMoments() {
  const t = useTranslations("messages");
  const locale = useLocale();
  const { today, school } = useViewer();
  return useMemo(() => {
    const day = new Intl.DateTimeFormat("en-CA", { timeZone: school.timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    const time = new Intl.DateTimeFormat("ru", { timeZone: school.timeZone, hour: "2-digit", minute: "2-digit" });
    const dayOf = (at: string): SchoolDate => day.format(new Date(at));
    const timeOf = (at: string): string => time.format(new Date(at));
    const near = (date: SchoolDate) => (date === today ? t("today") : date === addDays(today, -1) ? t("yesterday") : null);
    return {
      dayOf,
      timeOf,
      /** «сегодня», «вчера», «понедельник, 16.11.2026» */
      dayName: (date: SchoolDate) => near(date) ?? `${weekdayName(date, locale)}, ${formatDate(date)}`,
      /** As short as it still says which day: the time, «вчера», `дд.мм`, `дд.мм.гггг`. */
      short: (at: string) => {
        const date = dayOf(at);
        if (date === today) return timeOf(at);
        return near(date) ?? (date.slice(0, 4) === today.slice(0, 4) ? formatDayAndMonth(date) : formatDate(date));
      },
      /** With day and time; of today the time alone. */
      full: (at: string) => {
        const date = dayOf(at);
        return date === today ? timeOf(at) : `${near(date) ?? formatDate(date)} ${timeOf(at)}`;
      },
    };
  }, [locale, school.timeZone, t, today]);
}
