import type { ClientBase } from "pg";
import type { CsvRow } from "./csv-row";
import { Identities, type Identity, type MakeId } from "./identities";
import type { ProblemList } from "./import-report";
import type { SchoolFiles } from "./read-school-files";

/** The school that the files are of: here already, or new. */
export interface FoundSchool {
  id: string;
  org: CsvRow;
  timeZone: string;
  /** What earlier imports of this school made, and this one will. */
  ids: Identities;
}

/** Finds the one school of orgs.csv by the program that made the files and its sourcedId; null, with the reason, when it is none or not certain. */
export async function findSchool(
  client: ClientBase,
  files: SchoolFiles,
  makeId: MakeId,
  problems: ProblemList,
): Promise<FoundSchool | null> {
  const schools = files.rows("orgs.csv").filter((row) => row.text("type") === "school");
  if (schools.length !== 1) {
    problems.add(
      { file: "orgs.csv", column: "type" },
      `Школ (type = school) в файле: ${schools.length}. Нужна одна: выгрузите школы по отдельности.`,
    );
    return null;
  }
  const org = schools[0]!;
  const timeZone = org.optional("metadata.timeZone") ?? "Europe/Moscow";
  if (!isTimeZone(timeZone)) {
    problems.add(org.at("metadata.timeZone"), `Часовой пояс «${timeZone}» неизвестен. Укажите, например, Asia/Yekaterinburg.`);
    return null;
  }
  const sourceId = `${files.systemCode}/${org.text("sourcedId")}`;
  // One import at a time: two of one new school would make two schools.
  await client.query("SELECT pg_advisory_xact_lock(hashtext('import of a school'))");
  const { rows } = await client.query<{ school_id: string }>(
    "SELECT school_id FROM import_identity WHERE kind = 'SCHOOL' AND source_id = $1",
    [sourceId],
  );
  const known = rows[0];
  if (!known) {
    const ids = new Identities([], makeId);
    return { id: ids.idOf("SCHOOL", sourceId), org, timeZone, ids };
  }
  const identities = await loadIdentities(client, known.school_id);
  if (!sharesPeople(identities, files)) {
    problems.add(
      org.at("sourcedId"),
      "Школа с таким sourcedId уже есть, но ни одного её человека в файлах нет. Чтобы не смешать две школы, укажите для этой школы другой source.systemCode в manifest.csv.",
    );
    return null;
  }
  return { id: known.school_id, org, timeZone, ids: new Identities(identities, makeId) };
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("ru", { timeZone: name }));
  } catch {
    return false;
  }
}

async function loadIdentities(client: ClientBase, schoolId: string): Promise<Identity[]> {
  const { rows } = await client.query<Identity>("SELECT kind, source_id, id FROM import_identity WHERE school_id = $1", [schoolId]);
  return rows;
}

function sharesPeople(identities: readonly Identity[], files: SchoolFiles): boolean {
  const people = new Set(identities.filter(({ kind }) => kind === "PERSON").map(({ source_id }) => source_id));
  return files.rows("users.csv").some((row) => people.has(row.text("sourcedId")));
}
