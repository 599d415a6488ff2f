interface PersonName {
  surname: string;
  givenName: string;
  patronymic?: string | null;
}

/** «Иванова Мария Петровна» */
export function fullName({ surname, givenName, patronymic }: PersonName): string {
  return [surname, givenName, patronymic].filter(Boolean).join(" ");
}

/** «Иванова М. П.», held together on one line. */
export function shortName({ surname, givenName, patronymic }: PersonName): string {
  return [surname, ...[givenName, patronymic].filter(Boolean).map((name) => `${name?.[0]}.`)].join("\u00a0");
}
