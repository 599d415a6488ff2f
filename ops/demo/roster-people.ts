import type { DemoPlan } from "./demo-plan.ts";
import type { DemoGuardian } from "./family-maker.ts";
import type { Line } from "./roster-files.ts";

/** Lines of users.csv; only the people of the demo logins have accounts. */
export function userLines(plan: DemoPlan): Line[] {
  const account = (login: string | null): Line => {
    const username = login && loginOf(login, plan.number);
    return { username, password: username && `demo-${username}` };
  };
  const staff = plan.staff.map(({ sourcedId, surname, givenName, patronymic, position, login }) => ({
    ...{ sourcedId, enabledUser: "true", ...account(login), familyName: surname, givenName, middleName: patronymic },
    ...{ identifier: null, email: `${sourcedId}@example.com`, phone: null, agentSourcedIds: null, "metadata.position": position },
  }));
  const pupils = plan.pupils.map(({ sourcedId, surname, givenName, patronymic, family, login }, index) => ({
    ...{ sourcedId, enabledUser: "true", ...account(login), familyName: surname, givenName, middleName: patronymic },
    ...{ identifier: `${String.fromCharCode(1040 + (index % 28))}-${index + 101}`, email: null, phone: null },
    ...{ agentSourcedIds: family.guardians.map((guardian) => guardian.sourcedId).join(","), "metadata.position": null },
  }));
  const guardians = guardiansOf(plan).map(({ sourcedId, surname, givenName, patronymic, email, phone, login }) => ({
    ...{ sourcedId, enabledUser: "true", ...account(login), familyName: surname, givenName, middleName: patronymic },
    ...{ identifier: null, email, phone, agentSourcedIds: null, "metadata.position": null },
  }));
  return [...staff, ...pupils, ...guardians];
}

/** Lines of roles.csv. */
export function roleLines(plan: DemoPlan): Line[] {
  const line = (user: string, role: string, roleType: string): Line => ({
    sourcedId: `${user} ${role}`,
    userSourcedId: user,
    roleType,
    role,
    orgSourcedId: "school",
  });
  return [
    ...plan.staff.flatMap(({ sourcedId, roles }) =>
      roles.map((role, index) => line(sourcedId, role, index === 0 ? "primary" : "secondary")),
    ),
    ...plan.pupils.map(({ sourcedId }) => line(sourcedId, "student", "primary")),
    ...guardiansOf(plan).map(({ sourcedId, role }) => line(sourcedId, role, "primary")),
  ];
}

/** Lines of demographics.csv. */
export function demographicLines(plan: DemoPlan): Line[] {
  return [
    ...[...plan.staff, ...plan.pupils].map(({ sourcedId, bornOn, sex }) => ({ sourcedId, birthDate: bornOn, sex: sex.toLowerCase() })),
    ...guardiansOf(plan).map(({ sourcedId, sex }) => ({ sourcedId, birthDate: null, sex: sex.toLowerCase() })),
  ];
}

/** `teacher` in the first school, `teacher-2` in the second. */
function loginOf(login: string, number: number): string {
  return number === 1 ? login : `${login}-${number}`;
}

function guardiansOf({ pupils }: DemoPlan): DemoGuardian[] {
  return [
    ...new Map(
      pupils
        .flatMap(({ family }) => family.guardians)
        .filter(({ isStaff }) => !isStaff)
        .map((guardian) => [guardian.sourcedId, guardian]),
    ).values(),
  ];
}
