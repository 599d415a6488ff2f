import { AdminPupilsDocument, AdminStaffDocument } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { ProblemPage } from "@/ui/error-page";
import { PeopleFrame } from "./people-frame";
import { PUPILS, pupilVariables, STAFF, staffVariables, type PeopleSelection } from "./people-selection";
import { PupilList } from "./pupil-list";
import { StaffList } from "./staff-list";

/** Pupils or staff, found by name. */
export function PeoplePage({ selection: { kind, search } }: { selection: PeopleSelection }) {
  switch (kind) {
    case PUPILS:
      return <Pupils search={search} />;
    case STAFF:
      return <Staff search={search} />;
  }
}

async function Pupils({ search }: { search: string }) {
  const variables = pupilVariables(search);
  const { data, problem } = await readForPage(AdminPupilsDocument, variables);
  if (problem) return <ProblemPage problem={problem} />;
  return (
    <PeopleFrame kind={PUPILS}>
      <PupilList initialSearch={search} seed={{ variables, data }} />
    </PeopleFrame>
  );
}

async function Staff({ search }: { search: string }) {
  const variables = staffVariables(search);
  const { data, problem } = await readForPage(AdminStaffDocument, variables);
  if (problem) return <ProblemPage problem={problem} />;
  return (
    <PeopleFrame kind={STAFF}>
      <StaffList initialSearch={search} seed={{ variables, data }} />
    </PeopleFrame>
  );
}
