import type { Department } from "./curriculum.ts";
import { type FullName, patronymicOf, pickGivenName, pickSurname, type Sex, surnameFor } from "./names.ts";
import type { Random } from "./random.ts";

/** A member of staff of the demo school. */
export interface DemoStaff extends FullName {
  sourcedId: string;
  sex: Sex;
  bornOn: string;
  position: string;
  /** As in roles.csv. */
  roles: readonly string[];
  department: Department | null;
  login: string | null;
}

/** 69 teachers by department; with the six of the office 75. */
const TEACHERS: Readonly<Record<Department, { count: number; position: string; men: number }>> = {
  PRIMARY: { count: 20, position: "Учитель начальных классов", men: 0 },
  ENGLISH: { count: 9, position: "Учитель английского языка", men: 0.15 },
  RUSSIAN: { count: 7, position: "Учитель русского языка и литературы", men: 0.1 },
  MATHEMATICS: { count: 6, position: "Учитель математики", men: 0.2 },
  INFORMATICS: { count: 3, position: "Учитель информатики", men: 0.6 },
  HISTORY: { count: 5, position: "Учитель истории и обществознания", men: 0.4 },
  GEOGRAPHY: { count: 2, position: "Учитель географии", men: 0.3 },
  BIOLOGY: { count: 2, position: "Учитель биологии", men: 0 },
  CHEMISTRY: { count: 1, position: "Учитель химии", men: 0 },
  PHYSICS: { count: 2, position: "Учитель физики", men: 0.5 },
  MUSIC: { count: 2, position: "Учитель музыки", men: 0.2 },
  ARTS: { count: 1, position: "Учитель изобразительного искусства", men: 0 },
  CRAFTS: { count: 3, position: "Учитель труда (технологии)", men: 0.5 },
  SPORTS: { count: 5, position: "Учитель физической культуры", men: 0.6 },
  SAFETY: { count: 1, position: "Преподаватель-организатор ОБЗР", men: 1 },
};

const OFFICE: readonly { position: string; role: string; sex: Sex; login: string | null }[] = [
  { position: "Директор", role: "principal", sex: "FEMALE", login: "director" },
  { position: "Заместитель директора по учебно-воспитательной работе", role: "ext:deputy", sex: "FEMALE", login: "deputy" },
  { position: "Администратор электронного журнала", role: "siteAdministrator", sex: "MALE", login: "admin" },
  { position: "Педагог-психолог", role: "counselor", sex: "FEMALE", login: null },
  { position: "Социальный педагог", role: "counselor", sex: "FEMALE", login: null },
  { position: "Заведующая библиотекой", role: "aide", sex: "FEMALE", login: null },
];

/** Makes the staff: the office and the teachers of every department. */
export function makeStaff(random: Random, start: number): DemoStaff[] {
  const office = OFFICE.map(({ position, role, sex, login }, index) => ({
    ...makePerson(random, sex, start),
    ...{ sourcedId: `office-${index + 1}`, position, roles: [role], department: null, login },
  }));
  const teachers = (Object.keys(TEACHERS) as Department[]).flatMap((department) => {
    const { count, position, men } = TEACHERS[department];
    return Array.from({ length: count }, (_, index) => ({
      ...makePerson(random, index < Math.round(count * men) ? "MALE" : "FEMALE", start),
      ...{ sourcedId: `${department.toLowerCase()}-${index + 1}`, position, roles: ["teacher"], department, login: null },
    }));
  });
  return [...office, ...teachers];
}

function makePerson(random: Random, sex: Sex, start: number): FullName & { sex: Sex; bornOn: string } {
  return {
    surname: surnameFor(pickSurname(random), sex),
    givenName: pickGivenName(random, sex, true),
    patronymic: patronymicOf(pickGivenName(random, "MALE", true), sex),
    sex,
    bornOn: `${start - random.between(25, 62)}-${twoDigits(random.between(1, 12))}-${twoDigits(random.between(1, 28))}`,
  };
}

export function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
