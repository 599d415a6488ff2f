"use client";

import { useTranslations } from "next-intl";
import { AdminStaffDocument, type AdminStaffQuery, type AdminStaffQueryVariables } from "@/graphql/generated/graphql";
import { useSeededQuery, type Seed } from "@/graphql/use-seeded-query";
import { useViewer } from "@/graphql/viewer-context";
import { fullName } from "@/ui/person-name";
import { PeopleList } from "./people-list";
import { STAFF, staffVariables } from "./people-selection";
import { usePeopleSearch } from "./use-people-search";

interface StaffListProps {
  initialSearch: string;
  seed: Seed<AdminStaffQuery, AdminStaffQueryVariables>;
}

/** All staff of the school by name, with position and the roles held today. */
export function StaffList({ initialSearch, seed }: StaffListProps) {
  const t = useTranslations("admin");
  const { today } = useViewer();
  const { typed, setTyped, search } = usePeopleSearch(STAFF, initialSearch);
  const { shown, loading, error, fetchMore, refetch } = useSeededQuery(AdminStaffDocument, seed, staffVariables(search));
  const rolesOf = ({ roles }: AdminStaffQuery["staff"]["nodes"][number]) => {
    const held = roles.filter(({ validFrom, validTo }) => validFrom <= today && (validTo ?? today) >= today);
    return [...new Set(held.map(({ role }) => t(`role.${role}`)))].join(", ") || t("noRoles");
  };
  return (
    <PeopleList
      search={typed}
      onSearch={setTyped}
      found={shown?.staff}
      titleOf={(count) => t("totalStaff", { count })}
      columns={[t("name"), t("position"), t("roles")]}
      cellsOf={(person) => [fullName(person), person.position, rolesOf(person)]}
      reading={loading}
      error={error}
      onMore={(after) => void fetchMore({ variables: { after } })}
      onRetry={() => void refetch()}
    />
  );
}
