import { Text, Title } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { NoticeSettingsDocument } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { FeatureMessages } from "@/messages/feature-messages";
import { ProblemPage } from "@/ui/error-page";
import { Panel } from "@/ui/panel";
import classes from "./notice-settings.module.css";
import { NoticeSettingsForm } from "./notice-settings-form";

/** What the viewer wants to hear of, where and when [1.4.6]. */
export async function NoticeSettingsPage() {
  const { data, problem } = await readForPage(NoticeSettingsDocument, {});
  if (problem) return <ProblemPage problem={problem} />;
  const t = await getTranslations("noticeSettings");
  const { email, mailIsOn } = data.noticeSettings;
  return (
    <div className={classes.page}>
      <Title order={1} size="h2">
        {t("title")}
      </Title>
      <Text c="dimmed">{t("about")}</Text>
      <Panel title={t("address")}>
        {email ? <p className={classes.email}>{email}</p> : <p className={classes.email}>{t("noAddress")}</p>}
        <Text c="dimmed" size="sm">
          {email ? t("addressIsWrong") : t("askForAddress")}
        </Text>
        {!mailIsOn && <p className={classes.warning}>{t("mailIsOff")}</p>}
      </Panel>
      <FeatureMessages of={["noticeSettings"]}>
        <NoticeSettingsForm saved={data.noticeSettings} />
      </FeatureMessages>
    </div>
  );
}
