import type { Client } from "pg";
import { uuidv7 } from "uuidv7";
import { hashPassword } from "../../src/modules/access/password";
import { insert } from "./insert";

/** Every account of the tests has this password. */
export const PASSWORD = "secret-5";
let passwordHash: Promise<string> | undefined;

/** A person «Фамилия Имя Отчество». */
export async function makePerson(owner: Client, schoolId: string, name: string): Promise<string> {
  const [surname, given_name, patronymic = null] = name.split(" ");
  const id = uuidv7();
  await insert(owner, "person", { school_id: schoolId, id, surname, given_name, patronymic });
  return id;
}

/** Gives the person an account with the tests' password. */
export async function makeAccount(owner: Client, schoolId: string, personId: string, login: string): Promise<string> {
  passwordHash ??= hashPassword(PASSWORD);
  const id = uuidv7();
  await insert(owner, "account", { school_id: schoolId, id, person_id: personId, login, password_hash: await passwordHash });
  await insert(owner, "login_directory", { login, school_id: schoolId, account_id: id });
  return id;
}

/** A member of staff with roles held from the start of the year (to `until`, when it is given). */
export async function makeStaff(
  owner: Client,
  schoolId: string,
  name: string,
  roles: readonly string[],
  until: string | null = null,
): Promise<string> {
  const id = await makePerson(owner, schoolId, name);
  await insert(owner, "staff", { school_id: schoolId, id, position: "учитель", hired_on: "2020-09-01" });
  for (const role of roles) {
    await insert(owner, "staff_role", { school_id: schoolId, id: uuidv7(), staff_id: id, role, valid_from: "2020-09-01", valid_to: until });
  }
  return id;
}

/** A pupil enrolled in a class from a day (to `to`, when it is given). */
export async function makePupil(
  owner: Client,
  schoolId: string,
  name: string,
  classId: string,
  from = "2026-09-01",
  to: string | null = null,
): Promise<string> {
  const id = await makePerson(owner, schoolId, name);
  await insert(owner, "pupil", { school_id: schoolId, id });
  await insert(owner, "enrolment", { school_id: schoolId, id: uuidv7(), pupil_id: id, class_id: classId, valid_from: from, valid_to: to });
  return id;
}

/** A guardian of pupils, from the start of the year (to `until`, when it is given). */
export async function makeGuardian(
  owner: Client,
  schoolId: string,
  name: string,
  pupilIds: readonly string[],
  until: string | null = null,
): Promise<string> {
  const id = await makePerson(owner, schoolId, name);
  await insert(owner, "guardian", { school_id: schoolId, id });
  for (const pupilId of pupilIds) {
    await insert(owner, "guardianship", {
      school_id: schoolId,
      id: uuidv7(),
      guardian_id: id,
      pupil_id: pupilId,
      relation: "MOTHER",
      valid_from: "2026-09-01",
      valid_to: until,
    });
  }
  return id;
}
