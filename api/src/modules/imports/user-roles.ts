import type { CsvRow } from "./csv-row";
import type { Mapping } from "./mapping";

export type StaffRole = "DIRECTOR" | "DEPUTY" | "ADMINISTRATOR" | "TEACHER" | "SPECIALIST";

/** A role of one user in the files, from..to where they say so. */
export interface UserRole {
  /** PARENT is a mother or father, GUARDIAN any other lawful representative. */
  role: StaffRole | "PUPIL" | "PARENT" | "GUARDIAN";
  validFrom: string | null;
  validTo: string | null;
}

const ROLES: Readonly<Record<string, UserRole["role"]>> = {
  student: "PUPIL",
  parent: "PARENT",
  guardian: "GUARDIAN",
  relative: "GUARDIAN",
  teacher: "TEACHER",
  principal: "DIRECTOR",
  "ext:deputy": "DEPUTY",
  administrator: "ADMINISTRATOR",
  siteAdministrator: "ADMINISTRATOR",
  systemAdministrator: "ADMINISTRATOR",
  districtAdministrator: "ADMINISTRATOR",
  counselor: "SPECIALIST",
  aide: "SPECIALIST",
  proctor: "SPECIALIST",
};

/** The roles of every user: a column of users.csv in OneRoster 1.1, the lines of roles.csv in 1.2. */
export function readUserRoles({ files, problems }: Mapping): (user: CsvRow) => readonly UserRole[] {
  if (files.version === "1.1") return rolesOf11;
  const byUser = new Map<string, UserRole[]>();
  const users = new Set(files.rows("users.csv").map((row) => row.text("sourcedId")));
  for (const row of files.rows("roles.csv")) {
    const user = row.text("userSourcedId");
    if (!users.has(user) && !files.isBroken("users.csv", user)) {
      problems.add(row.at("userSourcedId"), `Пользователя «${user}» нет в users.csv. Добавьте его или уберите строку.`);
    }
    const role = { role: ROLES[row.text("role")]!, validFrom: row.optional("beginDate"), validTo: row.optional("endDate") };
    byUser.set(user, [...(byUser.get(user) ?? []), role]);
  }
  return (user) => byUser.get(user.text("sourcedId")) ?? [];
}

function rolesOf11(user: CsvRow): readonly UserRole[] {
  const role = (user.optional("metadata.role") as StaffRole | null) ?? ROLES[user.text("role")]!;
  return [{ role, validFrom: null, validTo: null }];
}
