"use client";

import { useNetwork } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import classes from "./offline-notice.module.css";

/** A strip under the header while the device has no network. */
export function OfflineNotice() {
  const t = useTranslations("shell");
  const { online } = useNetwork();
  return (
    <div role="status" className={classes.place}>
      {!online && <p className={classes.notice}>{t("offline")}</p>}
    </div>
  );
}
