import { useTranslations } from "next-intl";
import { PortalLink } from "@/ui/portal-link";
import type { PageTitle } from "./page/page-model";
import classes from "./term-switch.module.css";

/** The terms of the year, each a link: the address of a page says which it shows. */
export function TermSwitch({ title }: { title: PageTitle }) {
  const t = useTranslations("journalPage");
  return (
    <nav className={classes.switch} aria-label={t("terms")}>
      {title.terms.map(({ id, kind, number }) => (
        <PortalLink key={id} href={`/journals/${title.journalId}?term=${id}`} aria-current={id === title.term.id ? "page" : undefined}>
          {t(`term.${kind}`, { number })}
        </PortalLink>
      ))}
    </nav>
  );
}
