import type { Transaction } from "../../kernel/database";
import type { SchoolRows } from "./school-tables";
import { type TableChange, writeTable } from "./write-table";

/** What the import did to the timetable, and which journals it touches. */
export interface TimetableChange {
  versions: TableChange;
  entries: TableChange;
  deletedEntries: number;
  journals: ReadonlySet<string>;
}

/** Writes the versions of the timetable as the file states them: an entry that it no longer names is taken out. */
export async function writeTimetable(transaction: Transaction, rows: SchoolRows): Promise<TimetableChange> {
  const before = await loadEntries(transaction, rows);
  const versions = await writeTable(transaction, "timetable", rows.timetable);
  const stated = new Map(rows.timetable_entry.map((row) => [entryKey(row), row]));
  const gone = [...before].filter(([key]) => !stated.has(key)).map(([, entry]) => entry);
  await transaction.query(DELETE_ENTRIES, [transaction.schoolId, gone.map(({ id }) => id)]);
  const entries = await writeTable(transaction, "timetable_entry", rows.timetable_entry);
  const differing = rows.timetable_entry.filter((row) => {
    const kept = before.get(entryKey(row));
    return !kept || kept.staff_id !== row.staff_id || kept.room !== row.room;
  });
  const journals = new Set([...gone, ...differing].map(({ journal_id }) => journal_id!));
  return { versions, entries, deletedEntries: gone.length, journals };
}

interface Entry extends Record<string, unknown> {
  id: string;
  timetable_id: string | null;
  weekday: number | null;
  slot: number | null;
  week_parity: string | null;
  journal_id: string | null;
  staff_id: string;
  room: string | null;
}

function entryKey({
  timetable_id,
  weekday,
  slot,
  week_parity,
  journal_id,
}: Pick<Entry, "timetable_id" | "weekday" | "slot" | "week_parity" | "journal_id">): string {
  return [timetable_id, weekday, slot, week_parity, journal_id].join(" ");
}

/** The entries of every imported version in the years of the files, also of versions that the files no longer name. */
async function loadEntries(transaction: Transaction, { academic_year, timetable }: SchoolRows): Promise<ReadonlyMap<string, Entry>> {
  if (timetable.length === 0) return new Map();
  const entries = await transaction.query<Entry>(LOAD_ENTRIES, [transaction.schoolId, academic_year.map(({ id }) => id)]);
  return new Map(entries.map((entry) => [entryKey(entry), entry]));
}

const LOAD_ENTRIES = {
  name: "import-timetable-entries",
  text: `SELECT entry.* FROM timetable_entry entry
         JOIN timetable version ON version.school_id = entry.school_id AND version.id = entry.timetable_id
         JOIN import_identity known ON known.school_id = entry.school_id AND known.kind = 'TIMETABLE' AND known.id = version.id
         WHERE entry.school_id = $1 AND version.academic_year_id = ANY ($2::uuid[])`,
};

const DELETE_ENTRIES = {
  name: "import-delete-entries",
  text: `DELETE FROM timetable_entry WHERE school_id = $1 AND id = ANY ($2::uuid[])`,
};
