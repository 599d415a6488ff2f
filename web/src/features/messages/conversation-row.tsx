import { IconBellOff, IconUsersGroup } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { usePathname } from "next/navigation";
import type { ConversationRowFragment } from "@/graphql/generated/graphql";
import { PortalLink } from "@/ui/portal-link";
import classes from "./conversation-list.module.css";
import { useAbout } from "./use-about";
import { useMoments } from "./use-moments";

/** A thread in the list: with whom, about whom, the last words, and how much of it is new. */
export function ConversationRow({ conversation }: { conversation: ConversationRowFragment }) {
  const t = useTranslations("messages");
  const moments = useMoments();
  const about = useAbout()(conversation);
  const pathname = usePathname();
  const { id, title, isGroup, lastAt, lastText, lastAuthorName, lastIsMine, unread, isMuted } = conversation;
  const author = lastIsMine ? t("you") : isGroup ? lastAuthorName?.split(" ")[0] : null;
  const href = `/messages/${id}`;
  return (
    <li>
      <PortalLink
        href={href}
        className={classes.row}
        aria-current={pathname === href ? "page" : undefined}
        data-unread={unread > 0 || undefined}
      >
        <span className={classes.title}>
          {isGroup && <IconUsersGroup size={17} stroke={1.8} className={classes.icon} role="img" aria-label={t("group")} />}
          <span className={classes.name}>{title}</span>
          {isMuted && <IconBellOff size={15} stroke={1.8} className={classes.icon} role="img" aria-label={t("muted")} />}
          <time className={classes.time} dateTime={lastAt}>
            {moments.short(lastAt)}
          </time>
        </span>
        {about && <span className={classes.about}>{about}</span>}
        <span className={classes.last}>
          <span className={classes.words}>
            {author && <span className={classes.author}>{author}: </span>}
            {lastText ?? <i>{t("withdrawn")}</i>}
          </span>
          {unread > 0 && (
            <span className={classes.badge} data-quiet={isMuted || undefined} aria-label={t("unread", { count: unread })} role="img">
              {unread > 99 ? "99+" : unread}
            </span>
          )}
        </span>
      </PortalLink>
    </li>
  );
}
