import { type FullName, patronymicOf, pickGivenName, pickSurname, type Sex, surnameFor } from "./names.ts";
import type { Random } from "./random.ts";

export interface DemoGuardian extends FullName {
  sourcedId: string;
  sex: Sex;
  /** As in roles.csv. */
  role: "parent" | "guardian";
  phone: string;
  email: string;
  login: string | null;
  /** A teacher of this school: in the files already. */
  isStaff: boolean;
}

/** The guardians of some pupils, and what the children take from them. */
export interface Family {
  surname: string;
  fatherName: string;
  guardians: DemoGuardian[];
  /** Grade less the year's start: the same for a class however old it is. */
  children: { grade: number; givenName: string }[];
}

/** Most children have two guardians at school's hand, some one, a few a grandmother. */
export function makeFamily(random: Random, number: number): Family {
  const surname = pickSurname(random);
  const fatherName = pickGivenName(random, "MALE", true);
  const hasFather = random.chance(0.84);
  const hasMother = !hasFather || random.chance(0.97);
  const family: Family = { surname, fatherName, guardians: [], children: [] };
  // Some mothers keep the surname they were born with.
  if (hasMother) family.guardians.push(makeGuardian(random, number, "FEMALE", random.chance(0.85) ? surname : pickSurname(random)));
  if (hasFather) family.guardians.push({ ...makeGuardian(random, number, "MALE", surname), givenName: fatherName });
  if (!hasFather && random.chance(0.25)) {
    family.guardians.push({
      ...makeGuardian(random, number, "FEMALE", pickSurname(random)),
      sourcedId: `guardian-${number}-g`,
      role: "guardian",
    });
  }
  return family;
}

function makeGuardian(random: Random, number: number, sex: Sex, surname: string): DemoGuardian {
  const sourcedId = `guardian-${number}-${sex === "MALE" ? "f" : "m"}`;
  return {
    ...{ sourcedId, sex, role: "parent", login: null, isStaff: false },
    surname: surnameFor(surname, sex),
    givenName: pickGivenName(random, sex, true),
    patronymic: patronymicOf(pickGivenName(random, "MALE", true), sex),
    // Numbers that no operator gives out.
    phone: `+7 (900) 000-${String(random.between(0, 99)).padStart(2, "0")}-${String(random.between(0, 99)).padStart(2, "0")}`,
    email: `${sourcedId}@example.com`,
  };
}
