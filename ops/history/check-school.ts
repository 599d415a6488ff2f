import type pg from "pg";
import { type HistoryCheck, type KeptHead, verifyHistory } from "../../api/dist/kernel/verify-history.js";
import { ownerTransaction } from "../../api/dist/modules/imports/owner-transaction.js";
import { checkRecords, type RecordsCheck, renewSeals } from "../../api/dist/modules/imports/records-seal.js";

/** What the check of one school found; of a chain that is broken nothing is replayed. */
export type SchoolCheck = HistoryCheck & RecordsCheck;

/** Checks the chain of a school's history, and its records against it, as they stand at one moment: writers are not held up. */
export async function checkSchool(client: pg.Client, schoolId: string, kept: readonly KeptHead[]): Promise<SchoolCheck> {
  const transaction = ownerTransaction(client, schoolId);
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  try {
    const chain = await verifyHistory({ read: (_school, statement, values) => transaction.query(statement, values) }, schoolId, kept);
    const records = chain.brokenAt === null ? await checkRecords(transaction) : { altered: [], oldSeals: 0 };
    return { ...chain, ...records };
  } finally {
    await client.query("ROLLBACK");
  }
}

/** Seals anew the journals of a school whose seals are of an earlier form. @returns how many. */
export async function sealAnew(client: pg.Client, schoolId: string): Promise<number> {
  await client.query("BEGIN");
  try {
    const renewed = await renewSeals(ownerTransaction(client, schoolId), new Date());
    await client.query("COMMIT");
    return renewed;
  } catch (failure) {
    await client.query("ROLLBACK");
    throw failure;
  }
}
