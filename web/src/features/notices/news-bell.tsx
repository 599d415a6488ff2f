"use client";

import { VisuallyHidden } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useNews } from "@/graphql/news";
import { PopUp } from "@/ui/pop-up";
import { PortalLink } from "@/ui/portal-link";
import classes from "./news-bell.module.css";
import { useNewsInTitle } from "./use-news-in-title";
import { useRinging } from "./use-ringing";

// What is behind the bell comes when it is asked for.
const NewsPanel = dynamic(() => import("./news-panel").then((module) => module.NewsPanel), { ssr: false });

/** How much is unread, on every page; behind it the notices: beside the page in a wide window, on a page of their own on a phone. */
export function NewsBell() {
  const t = useTranslations("shell.bell");
  const { counts } = useNews();
  const [opened, setOpened] = useState(false);
  const arrived = useRinging(counts);
  useNewsInTitle(counts.notices);
  const bell = <Bell unread={counts.notices} />;
  return (
    <div className={classes.place}>
      <div className={classes.wide}>
        <PopUp side="below" buttonClassName={classes.bell} button={bell} onOpen={() => setOpened(true)}>
          {(close) => opened && <NewsPanel onFollow={close} />}
        </PopUp>
      </div>
      <PortalLink href="/news" className={`${classes.bell} ${classes.phone}`}>
        {bell}
      </PortalLink>
      <VisuallyHidden role="status">{arrived > 0 && t("arrived", { count: arrived })}</VisuallyHidden>
    </div>
  );
}

function Bell({ unread }: { unread: number }) {
  const t = useTranslations("shell.bell");
  return (
    <>
      <IconBell size={22} stroke={1.7} aria-hidden />
      <VisuallyHidden>{t("label", { count: unread })}</VisuallyHidden>
      {unread > 0 && (
        <span className={classes.count} aria-hidden>
          {unread > 99 ? "99+" : unread}
        </span>
      )}
    </>
  );
}
