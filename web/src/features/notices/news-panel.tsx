"use client";

import { useTranslations } from "next-intl";
import { Suspense } from "react";
import { BrowserClient } from "@/graphql/browser-client";
import { onDemand, TextsOnDemand } from "@/messages/texts-on-demand";
import { RowsSkeleton } from "@/ui/list-skeleton";
import { PortalLink } from "@/ui/portal-link";
import classes from "./news-bell.module.css";
import { NoticeFeed } from "./notice-feed";

const noticeTexts = onDemand(async (locale) => ({
  notices: (await (locale === "ru" ? import("@/messages/ru/notices.json") : import("@/messages/en/notices.json"))).default,
}));

/** What the bell opens in a wide window. */
export function NewsPanel({ onFollow }: { onFollow: () => void }) {
  return (
    <Suspense fallback={<RowsSkeleton rowHeight={56} />}>
      <BrowserClient>
        <TextsOnDemand texts={noticeTexts}>
          <Panel onFollow={onFollow} />
        </TextsOnDemand>
      </BrowserClient>
    </Suspense>
  );
}

function Panel({ onFollow }: { onFollow: () => void }) {
  const t = useTranslations("notices");
  return (
    <div className={classes.panel}>
      <div className={classes.head}>
        <h2>{t("title")}</h2>
      </div>
      <div className={classes.body}>
        <NoticeFeed onFollow={onFollow} />
      </div>
      <div className={classes.foot}>
        <PortalLink href="/news" onClick={onFollow}>
          {t("all")}
        </PortalLink>
        <PortalLink href="/settings/notices" onClick={onFollow}>
          {t("settings")}
        </PortalLink>
      </div>
    </div>
  );
}
