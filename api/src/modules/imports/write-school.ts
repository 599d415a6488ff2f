import type { Transaction } from "../../kernel/database";
import { endMissingLinks } from "./end-missing-links";
import type { Identity } from "./identities";
import type { ProblemList, TableCount } from "./import-report";
import type { PreparedImport } from "./prepare-import";
import { refuseSwitchedJournals } from "./refuse-switched-journals";
import { SCHOOL_TABLES, type SchoolRows, type SchoolTable } from "./school-tables";
import { writeAccounts } from "./write-accounts";
import { writeTable } from "./write-table";
import { writeTimetable } from "./write-timetable";

/** What the structure's writing did, and whose lessons are to be planned anew. */
export interface WrittenSchool {
  counts: TableCount[];
  changedJournals: ReadonlySet<string>;
}

/** A change in one of these moves lessons of every journal. */
const MOVES_LESSONS: readonly string[] = ["term", "calendar_exception", "bell_slot", "school_class", "timetable"];

/** Writes all but the lessons into the caller's transaction; what the database knows better is added to the problems, and the caller rolls back. */
export async function writeSchool(
  transaction: Transaction,
  prepared: PreparedImport,
  isDemo: boolean,
  now: Date,
  problems: ProblemList,
): Promise<WrittenSchool> {
  const { rows, mapped, school, today } = prepared;
  const counts: TableCount[] = [await writeSchoolRow(transaction, prepared, isDemo)];
  await refuseSwitchedJournals(transaction, rows.journal, problems);
  const ended = await endMissingLinks(transaction, rows, today, problems);
  const deletedDays = await deleteLostExceptions(transaction, prepared);
  const tables = (Object.keys(SCHOOL_TABLES) as SchoolTable[]).filter((table) => !table.startsWith("timetable"));
  for (const table of tables) {
    const change = await writeTable(transaction, table, rows[table]);
    const endedHere = (ended as ReadonlyMap<string, number>).get(table) ?? 0;
    counts.push({ table, ...change, updated: change.updated + endedHere, deleted: table === "calendar_exception" ? deletedDays : 0 });
  }
  const timetable = await writeTimetable(transaction, rows);
  counts.push({ table: "timetable", ...timetable.versions, deleted: 0 });
  counts.push({ table: "timetable_entry", ...timetable.entries, deleted: timetable.deletedEntries });
  counts.push({ table: "account", ...(await writeAccounts(transaction, mapped.accounts, now, problems)), deleted: 0 });
  await writeIdentities(transaction, school.ids.new);
  const changed = counts.filter(({ inserted, updated, deleted }) => inserted + updated + deleted > 0);
  return { counts: changed, changedJournals: journalsToPlan(rows, changed, timetable.journals) };
}

/** Files without a timetable say nothing of lessons. */
function journalsToPlan(
  { timetable_entry, journal }: SchoolRows,
  changed: readonly TableCount[],
  byEntries: ReadonlySet<string>,
): ReadonlySet<string> {
  if (timetable_entry.length === 0) return new Set();
  return changed.some(({ table }) => MOVES_LESSONS.includes(table)) ? new Set(journal.map(({ id }) => id!)) : byEntries;
}

async function writeSchoolRow(
  transaction: Transaction,
  { school: { org, timeZone, id } }: PreparedImport,
  isDemo: boolean,
): Promise<TableCount> {
  const fullName = org.text("name");
  const [written] = await transaction.query<{ is_new: boolean }>(WRITE_SCHOOL, [
    ...[id, org.optional("metadata.shortName") ?? fullName, fullName, org.optional("metadata.address"), timeZone, isDemo],
  ]);
  return { table: "school", inserted: written?.is_new === true ? 1 : 0, updated: written?.is_new === false ? 1 : 0, deleted: 0 };
}

/** Within the years of the files the files are the calendar. */
async function deleteLostExceptions(transaction: Transaction, { rows }: PreparedImport): Promise<number> {
  const gone = await transaction.query(DELETE_EXCEPTIONS, [
    transaction.schoolId,
    rows.academic_year.map(({ starts_on }) => starts_on),
    rows.academic_year.map(({ ends_on }) => ends_on),
    rows.calendar_exception.map(({ date }) => date),
  ]);
  return gone.length;
}

async function writeIdentities(transaction: Transaction, identities: readonly Identity[]): Promise<void> {
  await transaction.query(WRITE_IDENTITIES, [
    transaction.schoolId,
    identities.map(({ kind }) => kind),
    identities.map(({ source_id }) => source_id),
    identities.map(({ id }) => id),
  ]);
}

const WRITE_SCHOOL = {
  name: "import-school",
  text: `INSERT INTO school AS kept (school_id, short_name, full_name, address, time_zone, is_demo) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (school_id) DO UPDATE
           SET short_name = EXCLUDED.short_name, full_name = EXCLUDED.full_name, address = EXCLUDED.address, time_zone = EXCLUDED.time_zone
           WHERE (kept.short_name, kept.full_name, kept.address, kept.time_zone)
                 IS DISTINCT FROM (EXCLUDED.short_name, EXCLUDED.full_name, EXCLUDED.address, EXCLUDED.time_zone)
         RETURNING (xmax = 0) AS is_new`,
};

const DELETE_EXCEPTIONS = {
  name: "import-delete-exceptions",
  text: `DELETE FROM calendar_exception day USING unnest($2::date[], $3::date[]) AS years (starts_on, ends_on)
         WHERE day.school_id = $1 AND day.date BETWEEN years.starts_on AND years.ends_on AND day.date <> ALL ($4::date[]) RETURNING day.date`,
};

const WRITE_IDENTITIES = {
  name: "import-identities",
  text: `INSERT INTO import_identity (school_id, kind, source_id, id) SELECT $1, * FROM unnest($2::text[], $3::text[], $4::uuid[])
         ON CONFLICT DO NOTHING`,
};
