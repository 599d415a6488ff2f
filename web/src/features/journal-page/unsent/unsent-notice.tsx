"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { PortalLink } from "@/ui/portal-link";
import { whenIdle } from "@/ui/when-idle";
import type { UnsentJournal } from "../store/outbox-storage";
import classes from "./unsent-notice.module.css";

/** Marks typed without a network in a tab that was then closed wait for their journal to be opened again: this says which. */
export function UnsentNotice({ accountId }: { accountId: string }) {
  const t = useTranslations("unsent");
  const [journals, setJournals] = useState<UnsentJournal[]>([]);
  const path = usePathname();

  useEffect(
    () =>
      whenIdle(async () => {
        const { findUnsent } = await import("../store/outbox-storage");
        setJournals(await findUnsent(accountId));
      }),
    [accountId, path],
  );

  const elsewhere = journals.filter(({ journalId }) => !path.endsWith(journalId));
  return (
    <div role="status">
      {elsewhere.length > 0 && (
        <p className={classes.notice}>
          {t("notice")}{" "}
          {elsewhere.map(({ journalId, name }) => (
            <PortalLink key={journalId} href={`/journals/${journalId}`}>
              {name}
            </PortalLink>
          ))}
        </p>
      )}
    </div>
  );
}
