import type { Viewer } from "@/graphql/viewer";

/** A place in the navigation. `label` fills the section's text where it needs a name. */
export interface PortalSection {
  name: "day" | "journals" | "class" | "office" | "admin" | "diary" | "term" | "messages";
  href: string;
  label?: string;
}

type Role = Viewer["roles"][number]["role"];

/** The sections of all roles that the viewer holds today; the first is the viewer's home. */
export function portalSections(viewer: Viewer): PortalSection[] {
  const held = rolesHeldToday(viewer);
  const holds = (...roles: Role[]) => roles.some((role) => held.has(role));
  const sections: PortalSection[] = [];
  if (holds("DIRECTOR", "DEPUTY")) sections.push({ name: "office", href: "/office" });
  if (holds("ADMINISTRATOR")) sections.push({ name: "admin", href: "/admin" });
  if (holds("TEACHER")) sections.push({ name: "day", href: "/day" });
  if (holds("TEACHER", "CLASS_TEACHER", "DIRECTOR", "DEPUTY")) sections.push({ name: "journals", href: "/journals" });
  for (const { id, label } of viewer.leads) sections.push({ name: "class", href: `/classes/${id}`, label });
  const diary = viewer.diaries[0];
  if (diary) sections.push(...diarySections(diary.pupilId));
  if (sections.length > 0 || holds("SPECIALIST")) sections.push({ name: "messages", href: "/messages" });
  return sections;
}

/** A family's two pages of one child. */
export function diarySections(pupilId: string): PortalSection[] {
  return [
    { name: "diary", href: `/diary/${pupilId}` },
    { name: "term", href: `/diary/${pupilId}/term` },
  ];
}

/** Whether a page belongs to a section: the longest address of the navigation that begins the page's wins. */
export function currentSection(sections: readonly PortalSection[], pathname: string): PortalSection | undefined {
  return sections
    .filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
    .toSorted((a, b) => b.href.length - a.href.length)[0];
}

function rolesHeldToday({ roles, today }: Viewer): Set<Role> {
  return new Set(roles.filter((held) => held.validFrom <= today && (held.validTo ?? today) >= today).map(({ role }) => role));
}
