import { getTranslations } from "next-intl/server";
import { PortalLink } from "@/ui/portal-link";
import type { ReactNode } from "react";
import type { Viewer } from "@/graphql/viewer";
import { Logo } from "@/ui/logo";
import { OfflineNotice } from "./offline-notice";
import { OfflinePage } from "./offline-page";
import classes from "./portal-shell.module.css";
import { BottomNavigation, TopNavigation } from "./section-navigation";
import { ViewerMenu } from "./viewer-menu";

/** What stays around every page behind the sign-in: the school, the sections, the viewer. */
export async function PortalShell({ viewer, bell, children }: { viewer: Viewer; bell: ReactNode; children: ReactNode }) {
  const t = await getTranslations("shell");
  return (
    <>
      <a href="#content" className={classes.skip}>
        {t("skipToContent")}
      </a>
      <header className={classes.header}>
        <PortalLink href="/" className={classes.school} title={viewer.school.fullName}>
          <Logo size={28} />
          <span className={classes.schoolName}>{viewer.school.shortName}</span>
        </PortalLink>
        <TopNavigation />
        {bell}
        <ViewerMenu />
      </header>
      <OfflineNotice />
      <OfflinePage />
      <main id="content" className={classes.main} tabIndex={-1}>
        {children}
      </main>
      <BottomNavigation />
    </>
  );
}
