"use client";

import { useTranslations } from "next-intl";
import { AdminPupilsDocument, type AdminPupilsQuery, type AdminPupilsQueryVariables } from "@/graphql/generated/graphql";
import { useSeededQuery, type Seed } from "@/graphql/use-seeded-query";
import { fullName } from "@/ui/person-name";
import { formatDate } from "@/ui/school-date";
import { PeopleList } from "./people-list";
import { PUPILS, pupilVariables } from "./people-selection";
import { usePeopleSearch } from "./use-people-search";

interface PupilListProps {
  initialSearch: string;
  seed: Seed<AdminPupilsQuery, AdminPupilsQueryVariables>;
}

/** All pupils of the school by name, with class and date of birth. */
export function PupilList({ initialSearch, seed }: PupilListProps) {
  const t = useTranslations("admin");
  const { typed, setTyped, search } = usePeopleSearch(PUPILS, initialSearch);
  const { shown, loading, error, fetchMore, refetch } = useSeededQuery(AdminPupilsDocument, seed, pupilVariables(search));
  return (
    <PeopleList
      search={typed}
      onSearch={setTyped}
      found={shown?.pupils}
      titleOf={(count) => t("totalPupils", { count })}
      columns={[t("name"), t("class"), t("bornOn")]}
      cellsOf={(pupil) => [fullName(pupil), pupil.schoolClass?.label ?? t("notEnrolled"), pupil.bornOn && formatDate(pupil.bornOn)]}
      reading={loading}
      error={error}
      onMore={(after) => void fetchMore({ variables: { after } })}
      onRetry={() => void refetch()}
    />
  );
}
