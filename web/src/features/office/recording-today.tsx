import { Progress } from "@mantine/core";
import { getLocale, getTranslations } from "next-intl/server";
import type { OfficeQuery } from "@/graphql/generated/graphql";
import { Panel } from "@/ui/panel";
import classes from "./recording-today.module.css";

/** How far today's lessons are written into the journals. */
export async function RecordingToday({ overview }: { overview: OfficeQuery["schoolOverview"] }) {
  const t = await getTranslations("office");
  const { lessonsToday, recordedToday, absentToday, marksToday } = overview;
  if (lessonsToday === 0) {
    return (
      <Panel title={t("todayTitle")}>
        <p className={classes.none}>{t("noLessonsToday")}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t("todayTitle")}>
      <div className={classes.recorded}>
        <span>{t("recorded")}</span>
        <strong>{t("recordedOf", { recorded: recordedToday, lessons: lessonsToday })}</strong>
      </div>
      <Progress value={(recordedToday * 100) / lessonsToday} size="lg" aria-label={t("recorded")} />
      <dl className={classes.figures}>
        <Figure name={t("absent", { count: absentToday })} value={absentToday} note={t("absentNote", { count: absentToday })} />
        <Figure name={t("marks", { count: marksToday })} value={marksToday} note={t("marksNote", { count: marksToday })} />
      </dl>
    </Panel>
  );
}

async function Figure({ name, value, note }: { name: string; value: number; note: string }) {
  const format = new Intl.NumberFormat(await getLocale());
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{format.format(value)}</strong> {note}
      </dd>
    </div>
  );
}
