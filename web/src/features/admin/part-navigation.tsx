"use client";

import { useTranslations } from "next-intl";
import { PortalLink } from "@/ui/portal-link";
import { usePathname } from "next/navigation";
import classes from "./part-navigation.module.css";

/** Between the parts of the school's structure. */
export function PartNavigation() {
  const t = useTranslations("admin");
  const pathname = usePathname();
  return (
    <nav aria-label={t("parts")} className={classes.parts}>
      {PARTS.map(({ name, href }) => (
        <PortalLink key={name} href={href} className={classes.part} aria-current={pathname === href ? "page" : undefined}>
          {t(`part.${name}`)}
        </PortalLink>
      ))}
    </nav>
  );
}

const PARTS = [
  { name: "structure", href: "/admin" },
  { name: "people", href: "/admin/people" },
  { name: "subjects", href: "/admin/subjects" },
  { name: "notices", href: "/admin/notices" },
] as const;
