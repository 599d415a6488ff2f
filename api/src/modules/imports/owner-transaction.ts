import type { ClientBase, QueryResultRow } from "pg";
import type { Transaction } from "../../kernel/database";

/** The transaction that the owner's connection has open, as the kernel's writers take it. */
export function ownerTransaction(client: ClientBase, schoolId: string): Transaction {
  return {
    schoolId,
    query: async <Row extends QueryResultRow>(statement: { name: string; text: string }, values: readonly unknown[]) =>
      (await client.query<Row>({ name: statement.name, text: statement.text, values: [...values] })).rows,
  };
}
