import { randomUUID } from "node:crypto";
import { type ClientBase, DatabaseError } from "pg";
import { appendHistory } from "../../kernel/history";
import { systemClock } from "../../kernel/clock";
import type { Transaction } from "../../kernel/database";
import { makeRandomId } from "./identities";
import { type ImportReport, ProblemList, type TableCount } from "./import-report";
import { ownerTransaction } from "./owner-transaction";
import { prepareImport, type PreparedImport } from "./prepare-import";
import { writeLessons } from "./write-lessons";
import { writeSchool } from "./write-school";
import { writeSubstitutions } from "./write-substitutions";

/**
 * Makes or renews a school from a folder or zip of OneRoster 1.1 or 1.2 CSV. `client` is a connection of the tables' owner. All of it is committed in one
 * transaction, or nothing and the report says what is wrong, line by line. `pinnedToday` stands for the school's date, as in the api.
 */
export async function importSchool(client: ClientBase, path: string, pinnedToday?: string): Promise<ImportReport> {
  const problems = new ProblemList();
  await client.query("BEGIN");
  try {
    const prepared = await prepareImport(client, path, makeRandomId, problems, pinnedToday);
    const counts = prepared ? await write(ownerTransaction(client, prepared.school.id), prepared, problems, pinnedToday) : [];
    if (!prepared || problems.count > 0) {
      await client.query("ROLLBACK");
      return refused(problems);
    }
    await client.query("COMMIT");
    const outcome = counts.length === 0 ? "UNCHANGED" : "IMPORTED";
    return { outcome, schoolId: prepared.school.id, problems: [], problemCount: 0, notes: problems.notes, counts };
  } catch (failure) {
    await client.query("ROLLBACK");
    if (!(failure instanceof DatabaseError) || !failure.code?.startsWith("23")) throw failure;
    problems.add({ file: path }, contradiction(failure));
    return refused(problems);
  }
}

/** What the files' own checks did not foresee and a constraint of the database did. */
function contradiction({ table, constraint }: DatabaseError): string {
  return `Запись в таблице ${table ?? "?"} противоречит уже имеющейся (${constraint ?? "?"}). Проверьте, не поменялись ли sourcedId с прошлой выгрузки.`;
}

async function write(
  transaction: Transaction,
  prepared: PreparedImport,
  problems: ProblemList,
  pinnedToday?: string,
): Promise<readonly TableCount[]> {
  const now = new Date();
  const { counts, changedJournals } = await writeSchool(transaction, prepared, false, now, problems);
  if (problems.count > 0) return counts;
  const lessons = await writeLessons(transaction, prepared.mapped.lessons, changedJournals, prepared.today, prepared.makeId);
  if (lessons.inserted + lessons.updated + lessons.deleted > 0) counts.push({ table: "lesson", ...lessons });
  // News are told by the api's clock.
  const news = { at: systemClock(pinnedToday).now(), today: prepared.today };
  const substitutions = await writeSubstitutions(transaction, prepared.mapped.substitutions, news, problems);
  if (substitutions.inserted + substitutions.updated > 0) counts.push(substitutions);
  if (counts.length > 0) await recordImport(transaction, now, counts);
  return counts;
}

/** One row in the school's history: when, and how many rows of which tables. */
export async function recordImport(transaction: Transaction, at: Date, counts: readonly TableCount[]): Promise<void> {
  const after = Object.fromEntries(counts.map(({ table, inserted, updated, deleted }) => [table, { inserted, updated, deleted }]));
  const change = { at, actorId: null, operationId: randomUUID() };
  await appendHistory(transaction, change, [{ thing: "IMPORT", thingId: transaction.schoolId, before: null, after }]);
}

function refused(problems: ProblemList): ImportReport {
  const { problems: kept, count, notes } = problems;
  return { outcome: "REFUSED", schoolId: null, problems: kept, problemCount: count, notes, counts: [] };
}
