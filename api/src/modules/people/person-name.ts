/** Names as SQL over a row of `person`, so that every page writes and sorts them alike. */

/** «Иванова М. П.» */
export function shortName(person: string): string {
  return `${person}.surname || ' ' || left(${person}.given_name, 1) || '.' || COALESCE(' ' || left(${person}.patronymic, 1) || '.', '')`;
}

/** «Иванова Мария», as a class list has it. */
export function listName(person: string): string {
  return `${person}.surname || ' ' || ${person}.given_name`;
}

/** «Иванова Мария Петровна» */
export function fullName(person: string): string {
  return `concat_ws(' ', ${person}.surname, ${person}.given_name, ${person}.patronymic)`;
}

/** By the Russian alphabet, ё beside е; namesakes stay in one order. */
export function byName(person: string): string {
  return ["surname", "given_name", "patronymic"].map((part) => `${person}.${part} COLLATE "ru-x-icu"`).join(", ") + `, ${person}.id`;
}
