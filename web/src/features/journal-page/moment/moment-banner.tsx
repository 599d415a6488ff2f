import { IconHistory } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/ui/link-button";
import { momentParts, type SchoolMoment } from "@/ui/school-moment";
import type { PageTitle } from "../page/page-model";
import classes from "./moment-banner.module.css";

/** Says over the page, and on its print, that this is not the journal of now, and leads back to it. */
export function MomentBanner({ at, title }: { at: SchoolMoment; title: PageTitle }) {
  const t = useTranslations("journalPage");
  return (
    <div className={classes.banner} role="note">
      <IconHistory size={20} aria-hidden />
      <p>
        <b>{t("moment.banner", momentParts(at))}</b> {t("moment.readOnly")}
      </p>
      <LinkButton href={`/journals/${title.journalId}?term=${title.term.id}`} variant="default" size="xs">
        {t("moment.back")}
      </LinkButton>
    </div>
  );
}
