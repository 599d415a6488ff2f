import { Text } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import type { PupilForecastQuery } from "@/graphql/generated/graphql";
import { ForecastOfSubject } from "@/ui/forecast-of-subject";
import { Panel } from "@/ui/panel";
import classes from "./forecast-panel.module.css";

type Forecast = PupilForecastQuery["pupilForecast"];

/** What each subject still takes for each better mark of the term. Not there when the term is over, or all its marks are given. */
export async function ForecastPanel({ forecast }: { forecast: Forecast | undefined }) {
  const t = await getTranslations("forecast");
  if (!forecast) return <Text c="dimmed">{t("notNow")}</Text>;
  const running = forecast.subjects.filter(({ termMark }) => termMark === null);
  if (forecast.isOver || running.length === 0) return null;
  const open = running.filter(({ grades }) => grades.length > 0);
  return (
    <Panel title={t("title")}>
      <p className={classes.explained}>{t("explained")}</p>
      {open.length > 0 ? (
        <ul className={classes.subjects}>
          {open.map((subject) => (
            <ForecastOfSubject key={subject.journalId} subject={subject} />
          ))}
        </ul>
      ) : (
        <p className={classes.explained}>{t("none")}</p>
      )}
    </Panel>
  );
}
