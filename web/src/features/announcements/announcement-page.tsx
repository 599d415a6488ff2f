import { getTranslations } from "next-intl/server";
import { AnnouncementPageDocument, type AnnouncementPageQuery } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { requireViewer } from "@/graphql/viewer";
import { FeatureMessages } from "@/messages/feature-messages";
import { ProblemPage } from "@/ui/error-page";
import { Panel } from "@/ui/panel";
import { PlainText } from "@/ui/plain-text";
import { PortalLink } from "@/ui/portal-link";
import { dateAt, formatDate } from "@/ui/school-date";
import { Tag } from "@/ui/tag";
import { AcknowledgeButton } from "./acknowledge-button";
import classes from "./announcements.module.css";
import { audienceText } from "./audience-text";
import { awaitsAcknowledgement } from "./pressing-first";
import { ReadMark } from "./read-mark";
import { ReaderList } from "./reader-list";
import { SenderActions } from "./sender-actions";

/** One announcement, whole; for those who sent it also who has read it. */
export async function AnnouncementPage({ announcementId }: { announcementId: string }) {
  const { data, problem } = await readForPage(AnnouncementPageDocument, { id: announcementId });
  if (problem) return <ProblemPage problem={problem} />;
  const [t, { school }] = await Promise.all([getTranslations("announcements"), requireViewer()]);
  const dayOf = (moment: string) => dateAt(moment, school.timeZone);
  const { announcement } = data;
  const { id, title, text, authorName, isMine, shownFrom, shownTo, publishedAt, editedAt, withdrawnAt, readAt, acknowledgedAt } =
    announcement;
  const mayFollow = announcement.recipientCount !== null;
  const isReceived = !isMine || readAt !== null;
  return (
    <FeatureMessages of={["announcements"]}>
      <article className={classes.page}>
        <PortalLink href={mayFollow ? "/announcements/sent" : "/announcements"} className={classes.back}>
          {t("all")}
        </PortalLink>
        <h1 className={classes.title}>{title}</h1>
        <p className={classes.quiet}>
          {[authorName, formatDate(dayOf(publishedAt)), editedAt && t("edited", { date: formatDate(dayOf(editedAt)) })]
            .filter(Boolean)
            .join(" · ")}
        </p>
        {withdrawnAt && <Tag tone="warn">{t("withdrawnOn", { date: formatDate(dayOf(withdrawnAt)) })}</Tag>}
        <div className={classes.text}>
          <PlainText text={text} />
        </div>
        {!withdrawnAt && !readAt && <ReadMark announcementId={id} />}
        {!withdrawnAt && isReceived && awaitsAcknowledgement(announcement) && <AcknowledgeButton announcementId={id} title={title} />}
        {acknowledgedAt && <Tag tone="accent">{t("acknowledged")}</Tag>}
      </article>
      {mayFollow && (
        <div className={classes.page}>
          <Panel title={t("delivery")}>
            <p className={classes.figures}>{figures(announcement, t).join(" · ")}</p>
            <p className={classes.quiet}>
              {t("to", { whom: announcement.audiences.map((audience) => audienceText(audience, t)).join("; ") })}
              <br />
              {t("shown", { from: formatDate(shownFrom), to: formatDate(shownTo) })}
            </p>
            {!withdrawnAt && <SenderActions announcement={announcement} />}
          </Panel>
          <Panel title={t("readers")}>
            <ReaderList announcementId={id} needsAcknowledgement={announcement.needsAcknowledgement} />
          </Panel>
        </div>
      )}
    </FeatureMessages>
  );
}

type Texts = Awaited<ReturnType<typeof getTranslations<"announcements">>>;

function figures({ recipientCount, readCount, acknowledgedCount, needsAcknowledgement }: AnnouncementPageQuery["announcement"], t: Texts) {
  const read = t("readBy", { read: readCount ?? 0, all: recipientCount ?? 0 });
  return needsAcknowledgement ? [read, t("acknowledgedBy", { count: acknowledgedCount ?? 0 })] : [read];
}
