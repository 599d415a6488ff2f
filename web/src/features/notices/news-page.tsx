import { Title } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { FeatureMessages } from "@/messages/feature-messages";
import { PortalLink } from "@/ui/portal-link";
import classes from "./news-bell.module.css";
import { NoticeFeed } from "./notice-feed";

/** The notices on a page of their own: what a phone shows behind the bell. */
export async function NewsPage() {
  const t = await getTranslations("notices");
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <Title order={1} size="h2">
          {t("title")}
        </Title>
        <PortalLink href="/settings/notices">{t("settings")}</PortalLink>
      </div>
      <FeatureMessages of={["notices"]}>
        <NoticeFeed />
      </FeatureMessages>
    </div>
  );
}
