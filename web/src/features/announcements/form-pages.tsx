import { getTranslations } from "next-intl/server";
import { AnnouncementPageDocument, AudienceChoicesDocument } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { FeatureMessages } from "@/messages/feature-messages";
import { ProblemPage } from "@/ui/error-page";
import { ServicePage } from "@/ui/service-page";
import classes from "./announcements.module.css";
import { EditForm } from "./edit-form";
import { PublishForm } from "./publish-form";

export async function NewAnnouncementPage() {
  const { data, problem } = await readForPage(AudienceChoicesDocument, {});
  if (problem) return <ProblemPage problem={problem} />;
  const t = await getTranslations("announcements");
  if (data.audienceChoices.length === 0) return <ServicePage title={t("mayNotTitle")} text={t("mayNotText")} />;
  return (
    <div className={classes.page}>
      <h1 className={classes.title}>{t("newTitle")}</h1>
      <FeatureMessages of={["announcements"]}>
        <PublishForm choices={data.audienceChoices} />
      </FeatureMessages>
    </div>
  );
}

export async function EditAnnouncementPage({ announcementId }: { announcementId: string }) {
  const { data, problem } = await readForPage(AnnouncementPageDocument, { id: announcementId });
  if (problem) return <ProblemPage problem={problem} />;
  const t = await getTranslations("announcements");
  return (
    <div className={classes.page}>
      <h1 className={classes.title}>{t("editTitle")}</h1>
      <FeatureMessages of={["announcements"]}>
        <EditForm announcement={data.announcement} />
      </FeatureMessages>
    </div>
  );
}
