import { useTranslations } from "next-intl";
import { MomentNote } from "@/ui/moment-note";
import { momentParts, type SchoolMoment } from "@/ui/school-moment";
import type { PageTitle } from "../page/page-model";

/** Says that this is not the journal of now, and leads back to it. */
export function MomentBanner({ at, title }: { at: SchoolMoment; title: PageTitle }) {
  const t = useTranslations("journalPage");
  const now = `/journals/${title.journalId}?term=${title.term.id}`;
  return (
    <MomentNote text={t("moment.banner", momentParts(at))} detail={t("moment.readOnly")} back={{ href: now, label: t("moment.back") }} />
  );
}
