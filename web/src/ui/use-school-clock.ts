import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useViewer } from "@/graphql/viewer-context";
import { addDays, dateAt, formatDate, weekdayName, type SchoolDate } from "./school-date";

/** Moments by the school's clock, wherever the reader is. */
export function useSchoolClock() {
  const t = useTranslations("shell.clock");
  const locale = useLocale();
  const { today, school } = useViewer();
  return useMemo(() => {
    const time = new Intl.DateTimeFormat("ru", { timeZone: school.timeZone, hour: "2-digit", minute: "2-digit" });
    const dayOf = (at: string): SchoolDate => dateAt(at, school.timeZone);
    const timeOf = (at: string): string => time.format(new Date(at));
    const near = (date: SchoolDate) => (date === today ? t("today") : date === addDays(today, -1) ? t("yesterday") : null);
    return {
      dayOf,
      timeOf,
      /** «Сегодня», «Вчера», «понедельник, 16.11.2026» */
      dayName: (date: SchoolDate) => near(date) ?? `${weekdayName(date, locale)}, ${formatDate(date)}`,
      /** `дд.мм.гггг, чч:мм` */
      moment: (at: string) => `${formatDate(dayOf(at))}, ${timeOf(at)}`,
    };
  }, [locale, school.timeZone, t, today]);
}
