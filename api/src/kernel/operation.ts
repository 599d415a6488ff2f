import { createHash } from "node:crypto";
import type { Database, Statement, Transaction } from "./database";
import { ErrorCode, Refusal } from "./refusal";
import { isUuid } from "./uuid";
import type { Viewer } from "./viewer";

/** A client's operation: sent again with the same id it answers the same and does nothing twice. */
export interface Operation {
  id: string;
  name: string;
  input: unknown;
  at: Date;
}

/**
 * Runs a command once. The operation's row is written first, so a second copy waits for the first and then gets its
 * answer; a refusal rolls everything back, the operation's row too, and may be tried again.
 * @throws Refusal INVALID when the id is no UUID, OPERATION_REUSED when the id came before with another input.
 */
export async function runOnce<Answer extends object>(
  database: Database,
  viewer: Viewer,
  operation: Operation,
  work: (transaction: Transaction) => Promise<Answer>,
): Promise<Answer> {
  if (!isUuid(operation.id)) {
    throw new Refusal(ErrorCode.INVALID, "Неверный operationId: нужен UUID. Обновите страницу и повторите действие.", {
      field: "operationId",
    });
  }
  const inputHash = createHash("sha256").update(JSON.stringify(operation.input)).digest();
  return database.write(viewer.schoolId, async (transaction) => {
    const begun = await transaction.query(BEGIN_OPERATION, [
      viewer.schoolId,
      operation.id,
      viewer.accountId,
      operation.name,
      inputHash,
      operation.at,
    ]);
    if (begun.length === 0) return repeated<Answer>(transaction, viewer, operation, inputHash);
    const answer = await work(transaction);
    await transaction.query(KEEP_ANSWER, [viewer.schoolId, operation.id, JSON.stringify(answer)]);
    return answer;
  });
}

async function repeated<Answer>(transaction: Transaction, viewer: Viewer, operation: Operation, inputHash: Buffer): Promise<Answer> {
  const [row] = await transaction.query<{ account_id: string; name: string; input_hash: Buffer; answer: Answer }>(FIND_OPERATION, [
    viewer.schoolId,
    operation.id,
  ]);
  const same = row && row.account_id === viewer.accountId && row.name === operation.name && row.input_hash.equals(inputHash);
  if (!same) {
    throw new Refusal(ErrorCode.OPERATION_REUSED, "Этот номер операции уже использован для другого действия. Повторите действие заново.", {
      field: "operationId",
    });
  }
  return row.answer;
}

const BEGIN_OPERATION: Statement = {
  name: "operation-begin",
  text: `INSERT INTO operation (school_id, id, account_id, name, input_hash, at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (school_id, id) DO NOTHING RETURNING id`,
};

const FIND_OPERATION: Statement = {
  name: "operation-find",
  text: `SELECT account_id, name, input_hash, answer FROM operation WHERE school_id = $1 AND id = $2`,
};

const KEEP_ANSWER: Statement = {
  name: "operation-answer",
  text: `UPDATE operation SET answer = $3 WHERE school_id = $1 AND id = $2`,
};
