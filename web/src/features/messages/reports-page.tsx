import { Title } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { MessageReportsDocument, MessageSettingsDocument } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { FeatureMessages } from "@/messages/feature-messages";
import { ProblemPage } from "@/ui/error-page";
import { Panel } from "@/ui/panel";
import { ReportList } from "./report-list";
import { reportVariables } from "./report-variables";
import classes from "./reports.module.css";
import { SettingsOfMessages } from "./settings-of-messages";

/** For the deputy and the director: messages that somebody has complained of, and who may write. */
export async function ReportsPage() {
  const variables = reportVariables(true);
  const [reports, settings, t] = await Promise.all([
    readForPage(MessageReportsDocument, variables),
    readForPage(MessageSettingsDocument, {}),
    getTranslations("messages"),
  ]);
  const problem = reports.problem ?? settings.problem;
  if (problem) return <ProblemPage problem={problem} />;
  return (
    <FeatureMessages of={["messages"]}>
      <div className={classes.page}>
        <Title order={1} size="h2">
          {t("reports.title")}
        </Title>
        <ReportList seed={{ variables, data: reports.data! }} />
        <Panel title={t("settings.title")}>
          <SettingsOfMessages pupilsMayWrite={settings.data!.messageSettings.pupilsMayWrite} />
        </Panel>
      </div>
    </FeatureMessages>
  );
}
