"use client";

import { useTranslations } from "next-intl";
import { PortalLink } from "@/ui/portal-link";
import { usePathname } from "next/navigation";
import { useViewer } from "@/graphql/viewer-context";
import classes from "./child-switch.module.css";

/** Tabs between the diaries of a family's children; the same page of the other child opens. */
export function ChildSwitch({ pupilId }: { pupilId: string }) {
  const t = useTranslations("diary");
  const { diaries } = useViewer();
  const pathname = usePathname();
  if (diaries.length < 2) return null;
  return (
    <nav className={classes.children} aria-label={t("children")} data-print-hidden>
      {diaries.map((diary) => (
        <PortalLink
          key={diary.pupilId}
          href={pathname.replace(pupilId, diary.pupilId)}
          className={classes.child}
          aria-current={diary.pupilId === pupilId ? "page" : undefined}
        >
          {diary.shortName} {diary.classLabel && <span className={classes.label}>{diary.classLabel}</span>}
        </PortalLink>
      ))}
    </nav>
  );
}
