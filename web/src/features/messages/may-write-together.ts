import type { ContactCardFragment } from "@/graphql/generated/graphql";
import type { Viewer } from "@/graphql/viewer";

/** Whether the choice «одной группой» is offered: to the head of a class, the office, and to staff among themselves. The API decides. */
export function mayWriteTogether(viewer: Pick<Viewer, "roles" | "leads" | "today">, recipients: readonly ContactCardFragment[]): boolean {
  if (recipients.length < 2) return false;
  const held = viewer.roles.filter(({ validFrom, validTo }) => validFrom <= viewer.today && (validTo ?? viewer.today) >= viewer.today);
  const holds = (roles: string[]) => held.some(({ role }) => roles.includes(role));
  if (viewer.leads.length > 0 || holds(["DIRECTOR", "DEPUTY"])) return true;
  return holds(["TEACHER", "CLASS_TEACHER", "SPECIALIST", "ADMINISTRATOR"]) && recipients.every(({ kind }) => AMONG_STAFF.includes(kind));
}

const AMONG_STAFF: readonly string[] = ["COLLEAGUE", "ADMINISTRATION"];
