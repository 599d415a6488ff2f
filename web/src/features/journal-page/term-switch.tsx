import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { PortalLink } from "@/ui/portal-link";
import type { SchoolMoment } from "@/ui/school-moment";
import type { PageTitle } from "./page/page-model";
import classes from "./term-switch.module.css";

/** The terms of the year, each a link: the address of a page says which it shows. */
export function TermSwitch({ title, at, isTotals = false }: { title: PageTitle; at: SchoolMoment | null; isTotals?: boolean }) {
  const t = useTranslations("journalPage");
  const nav = useRef<HTMLElement>(null);
  // On a phone the row is longer than the window: the one that is shown has to be in sight.
  useEffect(() => {
    nav.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [title.term.id]);
  return (
    <nav ref={nav} className={classes.switch} aria-label={t("terms")}>
      {title.terms.map(({ id, kind, number }) => (
        <PortalLink
          key={id}
          href={`/journals/${title.journalId}?term=${id}${at ? `&at=${at}` : ""}`}
          aria-current={!isTotals && id === title.term.id ? "page" : undefined}
        >
          {t(`term.${kind}`, { number })}
        </PortalLink>
      ))}
      {at === null && title.markingScheme !== "NONE" && (
        <PortalLink href={`/journals/${title.journalId}/totals`} aria-current={isTotals ? "page" : undefined}>
          {t("totals.link")}
        </PortalLink>
      )}
    </nav>
  );
}
