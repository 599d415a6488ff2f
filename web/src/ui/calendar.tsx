"use client";

import { DatePicker } from "@mantine/dates";
import "dayjs/locale/ru";
import { useLocale, useTranslations } from "next-intl";
import classes from "./calendar.module.css";
import type { SchoolDate } from "./school-date";

/** A month to choose a date from; the week starts on Monday. */
export function Calendar({ date, onChoose }: { date: SchoolDate; onChoose: (date: SchoolDate) => void }) {
  const t = useTranslations("shell.calendar");
  return (
    <DatePicker
      className={classes.calendar}
      value={date}
      defaultDate={date}
      locale={useLocale()}
      firstDayOfWeek={1}
      hideOutsideDates
      ariaLabels={{
        previousMonth: t("previousMonth"),
        nextMonth: t("nextMonth"),
        previousYear: t("previousYear"),
        nextYear: t("nextYear"),
        previousDecade: t("previousYears"),
        nextDecade: t("nextYears"),
      }}
      onChange={(chosen) => {
        if (chosen) onChoose(chosen);
      }}
    />
  );
}
