import { FEMALE_NAMES, MALE_NAMES, OLDER_FEMALE_NAMES, OLDER_MALE_NAMES, SURNAMES } from "./name-lists.ts";
import type { Random } from "./random.ts";

export type Sex = "MALE" | "FEMALE";

/** A full name as it is written in a class list. */
export interface FullName {
  surname: string;
  givenName: string;
  patronymic: string;
}

/** The surname of a family in the man's form. */
export function pickSurname(random: Random): string {
  // The first ones of the list are the frequent ones: namesakes come by themselves.
  return SURNAMES[Math.floor(SURNAMES.length * random.next() ** 1.6)]!;
}

/** A given name of the children's or of their parents' generation. */
export function pickGivenName(random: Random, sex: Sex, isAdult: boolean): string {
  const names = sex === "MALE" ? (isAdult ? OLDER_MALE_NAMES : MALE_NAMES) : isAdult ? OLDER_FEMALE_NAMES : FEMALE_NAMES;
  return names[Math.floor(names.length * random.next() ** 1.4)]!;
}

/** Смирнов — Смирнова, Вишневский — Вишневская, Белый — Белая; Шевченко, Черных and Ким stay. */
export function surnameFor(surname: string, sex: Sex): string {
  if (sex === "MALE") return surname;
  if (/(ов|ев|ёв|ин|ын)$/.test(surname)) return `${surname}а`;
  if (/(ский|цкий)$/.test(surname)) return surname.replace(/ий$/, "ая");
  return surname.replace(/(ый|ой)$/, "ая");
}

const UNUSUAL: Readonly<Record<string, readonly [string, string]>> = {
  Дмитрий: ["Дмитриевич", "Дмитриевна"],
  Илья: ["Ильич", "Ильинична"],
  Лев: ["Львович", "Львовна"],
  Михаил: ["Михайлович", "Михайловна"],
  Никита: ["Никитич", "Никитична"],
  Павел: ["Павлович", "Павловна"],
  Пётр: ["Петрович", "Петровна"],
  Яков: ["Яковлевич", "Яковлевна"],
};

/** The father's name as his child's: Сергей — Сергеевич, Сергеевна. */
export function patronymicOf(fatherName: string, sex: Sex): string {
  const unusual = UNUSUAL[fatherName];
  if (unusual) return unusual[sex === "MALE" ? 0 : 1];
  const ending = sex === "MALE" ? "вич" : "вна";
  if (fatherName.endsWith("ий")) return `${fatherName.slice(0, -2)}ье${ending}`;
  if (/[йь]$/.test(fatherName)) return `${fatherName.slice(0, -1)}е${ending}`;
  return `${fatherName}о${ending}`;
}
