import { TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useViewer } from "@/graphql/viewer-context";
import { addDays } from "@/ui/school-date";
import { instantOf } from "@/ui/school-moment";
import classes from "./dialogs.module.css";

/** The day and the hour until which a term is opened, by the school's clock: to begin with, the end of tomorrow. */
export function useUntil() {
  const { today, school } = useViewer();
  const [date, setDate] = useState(addDays(today, 1));
  const [time, setTime] = useState("23:59");
  return {
    date,
    setDate,
    time,
    setTime,
    earliest: today,
    latest: addDays(today, 30),
    moment: () => instantOf(`${date}T${time}`, school.timeZone),
  };
}

export function UntilFields({ until }: { until: ReturnType<typeof useUntil> }) {
  const t = useTranslations("termLocks");
  return (
    <div className={classes.when}>
      <TextInput
        type="date"
        required
        withAsterisk={false}
        label={t("untilDate")}
        value={until.date}
        min={until.earliest}
        max={until.latest}
        onChange={(event) => until.setDate(event.currentTarget.value)}
      />
      <TextInput
        type="time"
        required
        withAsterisk={false}
        label={t("untilTime")}
        value={until.time}
        onChange={(event) => until.setTime(event.currentTarget.value)}
      />
    </div>
  );
}
