import type { Transaction } from "../../kernel/database";
import { type RowOf, SCHOOL_TABLES, type SchoolTable, type TableSpec } from "./school-tables";

/** What one writing did to a table. */
export interface TableChange {
  inserted: number;
  updated: number;
}

const CHUNK = 5000;

/** Inserts the new rows and updates those that differ; a row that is the same already is not touched at all. */
export async function writeTable<Table extends SchoolTable>(
  transaction: Transaction,
  table: Table,
  rows: readonly RowOf<Table>[],
): Promise<TableChange> {
  const statement = { name: `import-${table}`, text: upsert(table, SCHOOL_TABLES[table]) };
  const columns = Object.keys(SCHOOL_TABLES[table].columns) as (keyof RowOf<Table>)[];
  const change = { inserted: 0, updated: 0 };
  for (let start = 0; start < rows.length; start += CHUNK) {
    const chunk = rows.slice(start, start + CHUNK);
    const values = columns.map((column) => chunk.map((row) => row[column]));
    const [counted] = await transaction.query<{ inserted: number; updated: number }>(statement, [transaction.schoolId, ...values]);
    change.inserted += counted!.inserted;
    change.updated += counted!.updated;
  }
  return change;
}

function upsert(table: string, { columns, key, onlyNew = [] }: TableSpec): string {
  const names = Object.keys(columns);
  const changing = names.filter((name) => !key.includes(name) && !onlyNew.includes(name));
  const arrays = names.map((name, index) => `$${index + 2}::${columns[name]}[]`);
  const resolution =
    changing.length === 0
      ? "DO NOTHING"
      : `DO UPDATE SET ${changing.map((name) => `${name} = EXCLUDED.${name}`).join(", ")}
         WHERE (${changing.map((name) => `kept.${name}`).join(", ")}) IS DISTINCT FROM (${changing.map((name) => `EXCLUDED.${name}`).join(", ")})`;
  // xmax of a row that this statement inserted is 0; of one that it updated it is not.
  return `WITH written AS (
            INSERT INTO ${table} AS kept (school_id, ${names.join(", ")})
            SELECT $1, rows.* FROM unnest(${arrays.join(", ")}) AS rows
            ON CONFLICT (school_id, ${key.join(", ")}) ${resolution}
            RETURNING (xmax = 0) AS is_new)
          SELECT count(*) FILTER (WHERE is_new)::int AS inserted, count(*) FILTER (WHERE NOT is_new)::int AS updated FROM written`;
}
