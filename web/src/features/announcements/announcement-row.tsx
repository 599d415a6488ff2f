"use client";

import { useTranslations } from "next-intl";
import type { AnnouncementCardFragment } from "@/graphql/generated/graphql";
import { PortalLink } from "@/ui/portal-link";
import { formatDate } from "@/ui/school-date";
import { Tag } from "@/ui/tag";
import { useSchoolClock } from "@/ui/use-school-clock";
import { AcknowledgeButton } from "./acknowledge-button";
import classes from "./announcements.module.css";
import { awaitsAcknowledgement } from "./pressing-first";

/** An announcement in a list: its beginning, who, when, and what is still to do. `sent`: in the list of those who sent it. */
export function AnnouncementRow({ announcement, sent = false }: { announcement: AnnouncementCardFragment; sent?: boolean }) {
  const t = useTranslations("announcements");
  const { dayOf } = useSchoolClock();
  const { id, title, text, authorName, publishedAt, readAt, withdrawnAt, recipientCount, readCount, acknowledgedCount } = announcement;
  const awaits = !sent && awaitsAcknowledgement(announcement) && !withdrawnAt;
  return (
    <li className={classes.row} data-unread={!sent && !readAt ? "" : undefined}>
      <div className={classes.rowBody}>
        <PortalLink href={`/announcements/${id}`} className={classes.rowTitle}>
          {title}
        </PortalLink>{" "}
        {!sent && !readAt && <Tag tone="accent">{t("new")}</Tag>}
        {withdrawnAt && <Tag tone="quiet">{t("withdrawn")}</Tag>}
        <p className={classes.rowText}>{text}</p>
        <p className={classes.quiet}>
          {authorName}, {formatDate(dayOf(publishedAt))}
          {sent && recipientCount !== null && ` · ${t("readBy", { read: readCount ?? 0, all: recipientCount })}`}
          {sent && announcement.needsAcknowledgement && ` · ${t("acknowledgedBy", { count: acknowledgedCount ?? 0 })}`}
        </p>
      </div>
      {awaits && <AcknowledgeButton announcementId={id} title={title} />}
    </li>
  );
}
