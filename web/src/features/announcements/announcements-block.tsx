import { getTranslations } from "next-intl/server";
import { AnnouncementsDocument } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { FeatureMessages } from "@/messages/feature-messages";
import { PortalLink } from "@/ui/portal-link";
import { AnnouncementRow } from "./announcement-row";
import classes from "./announcements.module.css";
import { isPressing, pressingFirst } from "./pressing-first";

/** On every home page: the announcements of today, those unread or to be acknowledged first. Without any, and when they cannot be read, it takes no place. */
export async function AnnouncementsBlock() {
  const { data } = await readForPage(AnnouncementsDocument, { first: READ_FOR_BLOCK });
  const announcements = pressingFirst(data?.announcements.nodes ?? []).slice(0, SHOWN_ON_HOME);
  if (announcements.length === 0) return null;
  const t = await getTranslations("announcements");
  return (
    <section
      className={classes.block}
      aria-label={t("title")}
      data-pressing={announcements.some(isPressing) ? "" : undefined}
      data-print-hidden
    >
      <div className={classes.blockHead}>
        <span className={classes.blockTitle}>{t("title")}</span>
        <PortalLink href="/announcements">{t("all")}</PortalLink>
      </div>
      <FeatureMessages of={["announcements"]}>
        <ul className={classes.list}>
          {announcements.map((announcement) => (
            <AnnouncementRow key={announcement.id} announcement={announcement} />
          ))}
        </ul>
      </FeatureMessages>
    </section>
  );
}

const SHOWN_ON_HOME = 3;
const READ_FOR_BLOCK = 20;
