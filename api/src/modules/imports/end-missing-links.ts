import type { Transaction } from "../../kernel/database";
import { addDays } from "./civil-date";
import type { ProblemList } from "./import-report";
import type { SchoolRows } from "./school-tables";

/** Tables of links from..to, what their rows are called among the identities, and whose link each is. */
const LINK_TABLES = {
  enrolment: { kind: "ENROLMENT", owner: "pupil_id" },
  class_teacher: { kind: "CLASS_TEACHER", owner: "class_id" },
  group_membership: { kind: "GROUP_MEMBERSHIP", owner: "group_id" },
  teaching_load: { kind: "TEACHING_LOAD", owner: "journal_id" },
  guardianship: { kind: "GUARDIANSHIP", owner: "pupil_id" },
  staff_role: { kind: "STAFF_ROLE", owner: "staff_id" },
} as const;

type LinkTable = keyof typeof LINK_TABLES;

interface Link {
  id: string;
  owner: string;
  valid_from: string;
}

/** How many of the pupils may leave at once before the files look incomplete. */
const MOST_LEAVERS = 0.3;

/**
 * A full export that no longer names a link says that it has ended: yesterday, or the day before its successor begins. One that never began is taken
 * back. Runs before the rows are written, so that a successor finds its place. Answers the count of links by table.
 */
export async function endMissingLinks(
  transaction: Transaction,
  rows: SchoolRows,
  today: string,
  problems: ProblemList,
): Promise<ReadonlyMap<LinkTable, number>> {
  const ended = new Map<LinkTable, number>();
  for (const table of Object.keys(LINK_TABLES) as LinkTable[]) {
    const open = await loadOpenLinks(transaction, table, today);
    const named = new Set(rows[table].map(({ id }) => id));
    const missing = open.filter(({ id }) => !named.has(id));
    if (missing.length === 0) continue;
    const successors = firstStarts(table, rows);
    const leavers = missing.filter(({ owner }) => !successors.has(owner));
    if (table === "enrolment" && leavers.length > 20 && leavers.length > open.length * MOST_LEAVERS) {
      problems.add(
        { file: "enrollments.csv" },
        `В файле нет ${leavers.length} из ${open.length} действующих зачислений. Похоже, выгрузка неполная: выгрузите всю школу.`,
      );
      continue;
    }
    await endLinks(transaction, table, missing, successors, addDays(today, -1));
    ended.set(table, missing.length);
  }
  return ended;
}

/** Of each owner in the files, the first day of the link that begins last. */
function firstStarts(table: LinkTable, rows: SchoolRows): ReadonlyMap<string, string> {
  const starts = new Map<string, string>();
  for (const row of rows[table] as readonly Readonly<Record<string, string | number | null>>[]) {
    const owner = String(row[LINK_TABLES[table].owner]);
    const start = String(row["valid_from"]);
    if (start > (starts.get(owner) ?? "")) starts.set(owner, start);
  }
  return starts;
}

async function loadOpenLinks(transaction: Transaction, table: LinkTable, today: string): Promise<Link[]> {
  const { kind, owner } = LINK_TABLES[table];
  return transaction.query<Link & Record<string, unknown>>(
    {
      name: `import-open-${table}`,
      text: `SELECT link.id, link.${owner} AS owner, link.valid_from::text FROM ${table} link
             WHERE link.school_id = $1 AND link.id IN (SELECT id FROM import_identity WHERE school_id = $1 AND kind = $2) AND (link.valid_to IS NULL OR link.valid_to >= $3)`,
    },
    [transaction.schoolId, kind, today],
  );
}

async function endLinks(
  transaction: Transaction,
  table: LinkTable,
  missing: readonly Link[],
  successors: ReadonlyMap<string, string>,
  yesterday: string,
): Promise<void> {
  const ends = missing.map(({ owner, valid_from }) => {
    const successor = successors.get(owner);
    const before = successor && successor > valid_from ? addDays(successor, -1) : yesterday;
    return before < yesterday ? before : yesterday;
  });
  const values = [transaction.schoolId, missing.map(({ id }) => id), ends];
  const among = `(SELECT * FROM unnest($2::uuid[], $3::date[]) AS ends (id, last_day)) ends WHERE link.school_id = $1 AND link.id = ends.id`;
  const endKind = table === "enrolment" ? `, end_kind = CASE WHEN link.pupil_id = ANY ($4::uuid[]) THEN 'TRANSFER' ELSE 'LEFT' END` : "";
  const deletion = {
    name: `import-take-back-${table}`,
    text: `DELETE FROM ${table} link USING ${among} AND ends.last_day < link.valid_from`,
  };
  const update = { name: `import-end-${table}`, text: `UPDATE ${table} link SET valid_to = ends.last_day${endKind} FROM ${among}` };
  await transaction.query(deletion, values);
  await transaction.query(update, endKind ? [...values, [...successors.keys()]] : values);
}
