import type { AdminPupilsQueryVariables, AdminStaffQueryVariables } from "@/graphql/generated/graphql";

export const PUPILS = "pupils";
export const STAFF = "staff";

/** Whom the list shows; kept in the page's address. */
export interface PeopleSelection {
  kind: typeof PUPILS | typeof STAFF;
  search: string;
}

export function selectionFromAddress({ kind, search }: Record<string, string | string[] | undefined>): PeopleSelection {
  return { kind: kind === STAFF ? STAFF : PUPILS, search: typeof search === "string" ? search : "" };
}

export function addressOfSelection({ kind, search }: PeopleSelection): string {
  const given = new URLSearchParams({ ...(kind === STAFF && { kind }), ...(search && { search }) });
  return given.size === 0 ? "/admin/people" : `/admin/people?${given}`;
}

export function pupilVariables(search: string): AdminPupilsQueryVariables {
  return { first: PEOPLE_AT_ONCE, filter: { search: search.trim() || null } };
}

export function staffVariables(search: string): AdminStaffQueryVariables {
  return { first: PEOPLE_AT_ONCE, search: search.trim() || null };
}

const PEOPLE_AT_ONCE = 50;
