import { Text } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { DeadLettersDocument, NewsHealthDocument, type NewsHealthQuery } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { requireViewer } from "@/graphql/viewer";
import { FeatureMessages } from "@/messages/feature-messages";
import { DataTable } from "@/ui/data-table";
import { ProblemPage } from "@/ui/error-page";
import { FigureList } from "@/ui/figure-list";
import { Panel } from "@/ui/panel";
import { dateAt, formatDate } from "@/ui/school-date";
import { DeadLetterList } from "./dead-letter-list";
import { ReadAgainOnFocus } from "./read-again-on-focus";
import { durationText } from "./duration-text";

/** How late news comes to people, what waits and what could not be delivered [1.4.6]. */
export async function NewsHealthPage() {
  const { data, problem } = await readForPage(NewsHealthDocument, {});
  if (problem) return <ProblemPage problem={problem} />;
  const [t, { school }] = await Promise.all([getTranslations("newsHealth"), requireViewer()]);
  const { portal, mail, waitingNews, waitingLetters, deadNews, deadLetters, oldestWaitingAt, mailIsOn } = data.newsHealth;
  return (
    <>
      <ReadAgainOnFocus />
      <FigureList
        label={t("figures")}
        figures={[
          { value: waitingNews, text: t("waitingNews") },
          { value: waitingLetters, text: t("waitingLetters") },
          { value: deadNews + deadLetters, text: t("dead") },
        ]}
      />
      {oldestWaitingAt && (
        <Text c="dimmed" size="sm">
          {t("oldestWaiting", {
            date: formatDate(dateAt(oldestWaitingAt, school.timeZone)),
            time: timeAt(oldestWaitingAt, school.timeZone),
          })}
        </Text>
      )}
      <Panel title={t("portal")}>
        <LatenessTable label={t("portal")} rows={portal} />
      </Panel>
      <Panel title={t("mail")}>
        {mailIsOn ? <LatenessTable label={t("mail")} rows={mail} /> : <Text c="dimmed">{t("mailIsOff")}</Text>}
      </Panel>
      <Panel title={t("deadTitle")}>
        <DeadLetters />
      </Panel>
    </>
  );
}

async function LatenessTable({ label, rows }: { label: string; rows: NewsHealthQuery["newsHealth"]["portal"] }) {
  const t = await getTranslations("newsHealth");
  if (rows.length === 0) return <Text c="dimmed">{t("nothingToday")}</Text>;
  return (
    <DataTable
      label={label}
      columns={[t("kindColumn"), t("count"), t("p50"), t("p95"), t("max")]}
      rows={rows.map(({ kind, count, p50Ms, p95Ms, maxMs }) => ({
        id: kind,
        cells: [t(`kind.${kind}`), count, ...[p50Ms, p95Ms, maxMs].map((ms) => durationText(ms, t))],
      }))}
    />
  );
}

/** The administrator's alone; the deputy and the director see the figures. */
async function DeadLetters() {
  const variables = { first: 30, after: null };
  const { data, problem } = await readForPage(DeadLettersDocument, variables);
  const t = await getTranslations("newsHealth");
  if (problem) return <Text c="dimmed">{problem.code === "FORBIDDEN" ? t("onlyAdministrator") : problem.message}</Text>;
  return (
    <FeatureMessages of={["newsHealth"]}>
      <DeadLetterList seed={{ variables, data }} />
    </FeatureMessages>
  );
}

function timeAt(moment: string, timeZone: string): string {
  return new Intl.DateTimeFormat("ru", { timeZone, hour: "2-digit", minute: "2-digit" }).format(new Date(moment));
}
