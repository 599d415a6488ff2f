import type pg from "pg";
import { type HistoryCheck, type KeptHead, verifyHistory } from "../../api/dist/kernel/verify-history.js";
import { ownerTransaction } from "../../api/dist/modules/imports/owner-transaction.js";
import { type AlteredRecord, findAlteredRecords } from "../../api/dist/modules/imports/records-seal.js";

/** What the check of one school found. */
export interface SchoolCheck extends HistoryCheck {
  altered: AlteredRecord[];
}

/** Checks the chain of a school's history, and its records against it, as they stand at one moment: writers are not held up. */
export async function checkSchool(client: pg.Client, schoolId: string, kept: readonly KeptHead[]): Promise<SchoolCheck> {
  const transaction = ownerTransaction(client, schoolId);
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  try {
    const chain = await verifyHistory({ read: (_school, statement, values) => transaction.query(statement, values) }, schoolId, kept);
    return { ...chain, altered: chain.brokenAt === null ? await findAlteredRecords(transaction) : [] };
  } finally {
    await client.query("ROLLBACK");
  }
}
