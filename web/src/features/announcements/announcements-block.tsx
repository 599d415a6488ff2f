import { getTranslations } from "next-intl/server";
import { AnnouncementsDocument } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { requireViewer } from "@/graphql/viewer";
import { FeatureMessages } from "@/messages/feature-messages";
import { PortalLink } from "@/ui/portal-link";
import { AnnouncementRow } from "./announcement-row";
import classes from "./announcements.module.css";
import { isPressing, pressingFirst } from "./pressing-first";

/**
 * On every home page: the announcements of today, those unread or to be acknowledged first. Without any it takes no place,
 * but for those who may send one. It is as wide, in pixels, as the page below it.
 */
export async function AnnouncementsBlock({ width }: { width: number }) {
  const { data } = await readForPage(AnnouncementsDocument, { first: READ_FOR_BLOCK });
  const announcements = pressingFirst(data?.announcements.nodes ?? []).slice(0, SHOWN_ON_HOME);
  const [t, viewer] = await Promise.all([getTranslations("announcements"), requireViewer()]);
  const maySend = viewer.leads.length > 0 || viewer.roles.some(({ role }) => OFFICE.includes(role));
  if (announcements.length === 0 && !maySend) return null;
  return (
    <section
      className={classes.block}
      style={{ maxInlineSize: width }}
      aria-label={t("title")}
      data-pressing={announcements.some(isPressing) ? "" : undefined}
      data-print-hidden
    >
      <div className={classes.blockHead}>
        <span className={classes.blockTitle}>{t("title")}</span>
        <div className={classes.ways}>
          {maySend && <PortalLink href="/announcements/new">{t("publish")}</PortalLink>}
          <PortalLink href="/announcements">{t("all")}</PortalLink>
        </div>
      </div>
      {announcements.length === 0 && <p className={classes.quiet}>{t("nothingNew")}</p>}
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
const OFFICE = ["DIRECTOR", "DEPUTY", "ADMINISTRATOR"];
