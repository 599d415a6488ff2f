import { Title } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { requireViewer } from "@/graphql/viewer";
import { FeatureMessages } from "@/messages/feature-messages";
import classes from "./admin-frame.module.css";
import { PartNavigation } from "./part-navigation";

/** The heading and the parts around every page of the administrator. */
export async function AdminFrame({ children }: { children: ReactNode }) {
  const [t, viewer] = await Promise.all([getTranslations("admin"), requireViewer()]);
  return (
    <FeatureMessages of={["admin"]}>
      <div className={classes.page}>
        <div className={classes.head}>
          <Title order={1} size="h2">
            {t("title")}
          </Title>
          {viewer.mayQueryFreely && <a href="/playground">{t("playground")}</a>}
        </div>
        <PartNavigation />
        <div className={classes.parts}>{children}</div>
      </div>
    </FeatureMessages>
  );
}
