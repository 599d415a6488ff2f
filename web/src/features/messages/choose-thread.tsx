"use client";

import { IconMessages } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/ui/link-button";
import classes from "./choose-thread.module.css";

/** Beside the list while no thread is open. */
export function ChooseThread() {
  const t = useTranslations("messages");
  return (
    <div className={classes.place}>
      <IconMessages size={44} stroke={1.2} aria-hidden />
      <p>{t("choose")}</p>
      <LinkButton href="/messages/new" variant="default">
        {t("writeNew")}
      </LinkButton>
    </div>
  );
}
