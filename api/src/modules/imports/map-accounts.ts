import type { CsvRow } from "./csv-row";
import type { Place } from "./import-report";
import type { People } from "./map-people";
import type { Mapping } from "./mapping";

/** A login that the files name. */
export interface MappedAccount {
  id: string;
  personId: string;
  login: string;
  /** In plain text, only until it is hashed; null: the school sets one later. */
  password: string | null;
  isClosed: boolean;
  place: Place;
}

/** Maps username and password of users.csv, or of userProfiles.csv where a user has none. */
export function mapAccounts({ files, ids, problems }: Mapping, people: People): MappedAccount[] {
  const profiles = new Map<string, CsvRow>();
  for (const row of files.rows("userProfiles.csv")) if (row.text("username")) profiles.set(row.text("userSourcedId"), row);
  const accounts = new Map<string, MappedAccount>();
  for (const [sourcedId, { id, row }] of people) {
    const source = row.text("username") ? row : profiles.get(sourcedId);
    if (!source) continue;
    const login = source.text("username").toLowerCase().normalize("NFKC");
    const place = source.at("username");
    if (login.length < 3 || login.length > 64 || /\s/.test(login)) {
      problems.add(place, "Логин — от 3 до 64 знаков без пробелов. Исправьте его или оставьте столбец пустым.");
    } else if (accounts.has(login)) {
      problems.add(place, `Логин «${login}» указан дважды. Дайте каждому свой.`);
    } else {
      const isClosed = row.text("enabledUser") === "false";
      accounts.set(login, {
        id: ids.idOf("ACCOUNT", sourcedId),
        personId: id,
        login,
        password: source.optional("password"),
        isClosed,
        place,
      });
    }
  }
  return [...accounts.values()];
}
