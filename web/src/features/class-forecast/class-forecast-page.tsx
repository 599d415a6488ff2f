import { Group, Text, Title } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { ClassForecastDocument, type ClassForecastQuery } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { FeatureMessages } from "@/messages/feature-messages";
import { EmptyState } from "@/ui/empty-state";
import { ProblemPage } from "@/ui/error-page";
import { LinkButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import classes from "./class-forecast.module.css";
import { Receipts } from "./receipts";
import { WatchList } from "./watch-list";

export type ClassForecast = ClassForecastQuery["classForecast"];

/** Who of a class is at the border of a grade, who falls; forecasts to the families, and who of them has read theirs. */
export async function ClassForecastPage({ classId, termId }: { classId: string; termId: string | null }) {
  const { data, problem } = await readForPage(ClassForecastDocument, { classId, termId });
  if (problem) return <ProblemPage problem={problem} />;
  const t = await getTranslations("forecast");
  const forecast = data.classForecast;
  const { term, terms, label, pupils, isOver } = forecast;
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <Title order={1} size="h2">
          {t("classTitle", { label })}
        </Title>
        <Group gap={6} component="nav" aria-label={t("terms")} data-print-hidden>
          {terms.map((one) => (
            <LinkButton
              key={one.id}
              href={`/classes/${classId}/forecast?term=${one.id}`}
              variant={one.id === term.id ? "light" : "default"}
              size="sm"
              aria-current={one.id === term.id ? "page" : undefined}
            >
              {t(one.kind, { number: one.number })}
            </LinkButton>
          ))}
          <LinkButton href="#receipts" variant="subtle" size="sm">
            {t("receipts")}
          </LinkButton>
          <LinkButton href={`/classes/${classId}`} variant="subtle" size="sm">
            {t("toClass")}
          </LinkButton>
        </Group>
      </div>
      <FeatureMessages of={["forecast"]}>
        <div className={classes.parts}>
          <div data-print-hidden>
            {pupils.length === 0 ? (
              <EmptyState title={t("noPupilsTitle")} text={t("noPupilsText")} />
            ) : isOver ? (
              <Text>{t("over")}</Text>
            ) : (
              <WatchList key={term.id} forecast={forecast} />
            )}
          </div>
          <div id="receipts" className={classes.receipts}>
            <Panel title={t("receipts")}>
              <Receipts classId={classId} termId={term.id} />
            </Panel>
          </div>
        </div>
      </FeatureMessages>
    </div>
  );
}
