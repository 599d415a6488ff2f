"use client";

import {
  IconAddressBook,
  IconBook2,
  IconCalendarEvent,
  IconChartBar,
  IconDots,
  IconMessages,
  IconNotebook,
  IconSitemap,
  IconUsers,
  type Icon,
} from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { PopUp } from "@/ui/pop-up";
import { PortalLink } from "@/ui/portal-link";
import { usePathname } from "next/navigation";
import { currentSection, diarySections, portalSections, type PortalSection } from "./portal-sections";
import classes from "./section-navigation.module.css";
import { useNews } from "@/graphql/news";
import { useViewer } from "@/graphql/viewer-context";

/** The sections in the header of a wide window. */
export function TopNavigation() {
  const { sections, current, textOf, label } = useSections();
  return (
    <nav aria-label={label} className={classes.top}>
      {sections.map((section) => (
        <PortalLink
          key={section.href}
          href={section.href}
          className={classes.topLink}
          aria-current={section === current ? "page" : undefined}
        >
          {textOf(section)}
          <UnreadOf section={section} />
        </PortalLink>
      ))}
    </nav>
  );
}

/** The same sections under the thumb, on a phone: four at most, the rest in a menu. */
export function BottomNavigation() {
  const { sections, current, textOf, label } = useSections();
  const shown = sections.length > BOTTOM_PLACES ? sections.slice(0, BOTTOM_PLACES - 1) : sections;
  const hidden = sections.slice(shown.length);
  if (sections.length < 2) return null;
  return (
    <nav aria-label={label} className={classes.bottom}>
      {shown.map((section) => (
        <PortalLink
          key={section.href}
          href={section.href}
          className={classes.bottomLink}
          aria-current={section === current ? "page" : undefined}
        >
          <span className={classes.bottomIcon}>
            <SectionIcon section={section} />
            <UnreadOf section={section} />
          </span>
          <span className={classes.bottomText}>{textOf(section)}</span>
        </PortalLink>
      ))}
      {hidden.length > 0 && <MoreSections sections={hidden} current={current} textOf={textOf} />}
    </nav>
  );
}

const BOTTOM_PLACES = 5;

function MoreSections({ sections, current, textOf }: { sections: PortalSection[]; current: PortalSection | undefined; textOf: TextOf }) {
  const t = useTranslations("shell");
  return (
    <PopUp
      side="above"
      buttonClassName={classes.bottomLink}
      button={
        <>
          <IconDots size={22} stroke={1.7} aria-hidden />
          <span className={classes.bottomText}>{t("more")}</span>
        </>
      }
    >
      {(close) => (
        <ul className={classes.hidden}>
          {sections.map((section) => (
            <li key={section.href}>
              <PortalLink
                href={section.href}
                className={classes.hiddenLink}
                aria-current={section === current ? "page" : undefined}
                onClick={close}
              >
                <SectionIcon section={section} />
                {textOf(section)}
                <UnreadOf section={section} />
              </PortalLink>
            </li>
          ))}
        </ul>
      )}
    </PopUp>
  );
}

type TextOf = (section: PortalSection) => string;

/** A family keeps to the child whose diary is open. */
function useSections() {
  const t = useTranslations("shell");
  const viewer = useViewer();
  const pathname = usePathname();
  const openDiary = viewer.diaries.find(({ pupilId }) => pathname.startsWith(`/diary/${pupilId}`));
  const sections = portalSections(viewer).map((section) =>
    openDiary ? (diarySections(openDiary.pupilId).find(({ name }) => name === section.name) ?? section) : section,
  );
  const textOf: TextOf = ({ name, label }) => t(`section.${name}`, { label: label ?? "" });
  return { sections, current: currentSection(sections, pathname), textOf, label: t("mainNavigation") };
}

/** How much of a section is not read yet. */
function UnreadOf({ section }: { section: PortalSection }) {
  const t = useTranslations("shell");
  const { counts } = useNews();
  if (section.name !== "messages" || counts.messages === 0) return null;
  return (
    <span className={classes.unread} role="img" aria-label={t("unreadMessages", { count: counts.messages })}>
      {counts.messages > 99 ? "99+" : counts.messages}
    </span>
  );
}

function SectionIcon({ section }: { section: PortalSection }) {
  const SectionSymbol = ICONS[section.name];
  return <SectionSymbol size={22} stroke={1.7} aria-hidden />;
}

const ICONS: Record<PortalSection["name"], Icon> = {
  day: IconCalendarEvent,
  journals: IconBook2,
  class: IconUsers,
  office: IconChartBar,
  admin: IconSitemap,
  diary: IconNotebook,
  term: IconAddressBook,
  messages: IconMessages,
};
