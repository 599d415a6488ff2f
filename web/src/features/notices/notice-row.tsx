import { VisuallyHidden } from "@mantine/core";
import {
  IconArrowsExchange,
  IconClipboardCheck,
  IconFlag,
  IconLock,
  IconHourglass,
  IconMessage,
  IconMessageQuestion,
  IconNotebook,
  IconSchool,
  IconSpeakerphone,
  IconTrendingUp,
  IconUserOff,
  type Icon,
} from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useViewer } from "@/graphql/viewer-context";
import { MarkBadge } from "@/ui/mark-badge";
import { PortalLink } from "@/ui/portal-link";
import { useSchoolClock } from "@/ui/use-school-clock";
import classes from "./notice-feed.module.css";
import { noticeWords, type Notice } from "./notice-words";

/** One notice; all of it is the link to the place that it tells of. */
export function NoticeRow({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  const t = useTranslations("notices");
  const { personId } = useViewer();
  const { timeOf, moment } = useSchoolClock();
  const { title, detail, href } = noticeWords(notice, t, { ofSelf: notice.pupilId === personId, moment });
  return (
    <li>
      <PortalLink href={href} className={classes.notice} data-unread={notice.readAt ? undefined : ""} onClick={onOpen}>
        <span className={classes.sign} aria-hidden>
          <NoticeSign notice={notice} />
        </span>
        <span className={classes.what}>
          {!notice.readAt && <VisuallyHidden>{t("unread")}: </VisuallyHidden>}
          <span className={classes.title}>{title}</span>
          {detail && <span className={classes.detail}>{detail}</span>}
        </span>
        <time className={classes.time} dateTime={notice.occurredAt}>
          {timeOf(notice.occurredAt)}
        </time>
      </PortalLink>
    </li>
  );
}

function NoticeSign({ notice: { kind, after } }: { notice: Notice }) {
  if ((kind === "MARK" || kind === "TERM_MARK") && after && after.length === 1) return <MarkBadge value={after} />;
  const Sign = SIGNS[kind];
  return <Sign size={20} stroke={1.7} />;
}

const SIGNS: Record<Notice["kind"], Icon> = {
  MARK: IconSchool,
  TERM_MARK: IconSchool,
  ABSENCE: IconUserOff,
  HOMEWORK: IconNotebook,
  SUBSTITUTION: IconArrowsExchange,
  MESSAGE: IconMessage,
  ANNOUNCEMENT: IconSpeakerphone,
  REPORT: IconFlag,
  RESIT: IconClipboardCheck,
  TERM_LOCK: IconLock,
  DEBT: IconHourglass,
  QUESTION: IconMessageQuestion,
  FORECAST: IconTrendingUp,
};
