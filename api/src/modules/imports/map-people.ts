import type { CsvRow } from "./csv-row";
import type { Mapping } from "./mapping";
import { readUserRoles, type StaffRole, type UserRole } from "./user-roles";

/** A user of the files as a person here. */
export interface MappedPerson {
  id: string;
  row: CsvRow;
  roles: readonly UserRole[];
  sex: "MALE" | "FEMALE" | null;
}

/** People by the sourcedId of users.csv. */
export type People = ReadonlyMap<string, MappedPerson>;

const POSITIONS: Record<StaffRole, string> = {
  DIRECTOR: "Директор",
  DEPUTY: "Заместитель директора",
  ADMINISTRATOR: "Администратор",
  TEACHER: "Учитель",
  SPECIALIST: "Специалист",
};

/** Maps users.csv, roles.csv and demographics.csv: people, and who of them is pupil, guardian or staff. `since` dates roles that name no beginning. */
export function mapPeople(mapping: Mapping, since: string): People {
  const { files, ids, problems } = mapping;
  const rolesOf = readUserRoles(mapping);
  const demographics = new Map(files.rows("demographics.csv").map((row) => [row.text("sourcedId"), row]));
  const people = new Map<string, MappedPerson>();
  for (const row of files.rows("users.csv")) {
    const sourcedId = row.text("sourcedId");
    const roles = rolesOf(row);
    if (people.has(sourcedId)) {
      problems.add(row.at("sourcedId"), `Пользователь «${sourcedId}» записан дважды. Оставьте одну строку.`);
      continue;
    }
    if (roles.length === 0) {
      problems.add(row.at("sourcedId"), "У пользователя нет ни одной роли. Добавьте её в roles.csv или уберите пользователя.");
      continue;
    }
    const person = { id: ids.idOf("PERSON", sourcedId), row, roles, sex: sexOf(row, demographics.get(sourcedId)) };
    people.set(sourcedId, person);
    mapPerson(mapping, person, demographics.get(sourcedId), since);
  }
  return people;
}

/** By demographics.csv, or else by the patronymic. */
function sexOf(user: CsvRow, demographics: CsvRow | undefined): MappedPerson["sex"] {
  const given = demographics?.text("sex");
  if (given === "male") return "MALE";
  if (given === "female") return "FEMALE";
  if (/(вна|чна|шна|кызы)$/i.test(user.text("middleName"))) return "FEMALE";
  return /(ич|оглы)$/i.test(user.text("middleName")) ? "MALE" : null;
}

function mapPerson({ rows, ids }: Mapping, person: MappedPerson, demographics: CsvRow | undefined, since: string): void {
  const { id, row, roles, sex } = person;
  rows.person.push({
    id,
    surname: row.text("familyName"),
    given_name: row.text("givenName"),
    patronymic: row.optional("middleName"),
    sex,
    born_on: demographics?.optional("birthDate") ?? null,
    email: row.optional("email"),
    phone: row.optional("phone") ?? row.optional("sms"),
  });
  if (roles.some(({ role }) => role === "PUPIL")) rows.pupil.push({ id, file_number: row.optional("identifier") });
  if (roles.some(isGuardianRole)) rows.guardian.push({ id });
  const staffRoles = roles.filter(isStaffRole);
  if (staffRoles.length === 0) return;
  const hiredOn = staffRoles.map(({ validFrom }) => validFrom ?? since).toSorted()[0]!;
  rows.staff.push({ id, position: row.optional("metadata.position") ?? POSITIONS[staffRoles[0]!.role], hired_on: hiredOn });
  for (const { role, validFrom, validTo } of uniqueRoles(staffRoles)) {
    const source = `${row.text("sourcedId")} ${role}`;
    rows.staff_role.push({ id: ids.idOf("STAFF_ROLE", source), staff_id: id, role, valid_from: validFrom ?? since, valid_to: validTo });
  }
}

function isGuardianRole({ role }: UserRole): boolean {
  return role === "PARENT" || role === "GUARDIAN";
}

function isStaffRole(role: UserRole): role is UserRole & { role: StaffRole } {
  return role.role !== "PUPIL" && !isGuardianRole(role);
}

/** A user may hold one role in several organisations: here it is one. */
function uniqueRoles<Role extends UserRole>(roles: readonly Role[]): Role[] {
  return [...new Map(roles.map((role) => [role.role, role])).values()];
}
