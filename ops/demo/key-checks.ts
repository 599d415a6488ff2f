import type { ClientBase } from "pg";

/**
 * Copies with `copy`, and checks the foreign keys of the tables afterwards, each at once instead of row by row: that halves PostgreSQL's work. Only a
 * superuser may put the checks off; for another owner they run as ever. The caller's transaction is to be rolled back when this throws.
 */
export async function withKeysCheckedAtOnce(
  client: ClientBase,
  schoolId: string,
  tables: readonly string[],
  copy: () => Promise<void>,
): Promise<void> {
  const { rows } = await client.query<{ is_superuser: string }>("SHOW is_superuser");
  if (rows[0]!.is_superuser !== "on") return copy();
  await client.query("SET LOCAL session_replication_role = replica");
  await copy();
  await client.query("SET LOCAL session_replication_role = origin");
  for (const key of await loadKeys(client, tables)) await checkKey(client, schoolId, key);
}

interface ForeignKey {
  name: string;
  child: string;
  parent: string;
  columns: string[];
  targets: string[];
}

async function loadKeys(client: ClientBase, tables: readonly string[]): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(LOAD_KEYS, [tables]);
  return rows;
}

async function checkKey(client: ClientBase, schoolId: string, { name, child, parent, columns, targets }: ForeignKey): Promise<void> {
  const equal = columns.map((column, index) => `parent.${targets[index]!} = child.${column}`).join(" AND ");
  const isWhole = columns.map((column) => `child.${column} IS NOT NULL`).join(" AND ");
  const { rowCount } = await client.query(
    `SELECT FROM ${child} child WHERE child.school_id = $1 AND ${isWhole} AND NOT EXISTS (SELECT FROM ${parent} parent WHERE ${equal}) LIMIT 1`,
    [schoolId],
  );
  if (rowCount) throw new Error(`The demo school breaks the key ${name} of the table ${child}.`);
}

const LOAD_KEYS = `
  SELECT key.conname AS name, key.conrelid::regclass::text AS child, key.confrelid::regclass::text AS parent,
    (SELECT array_agg(attname::text ORDER BY place) FROM unnest(key.conkey) WITH ORDINALITY AS k (number, place)
     JOIN pg_attribute ON attrelid = key.conrelid AND attnum = number) AS columns,
    (SELECT array_agg(attname::text ORDER BY place) FROM unnest(key.confkey) WITH ORDINALITY AS k (number, place)
     JOIN pg_attribute ON attrelid = key.confrelid AND attnum = number) AS targets
  FROM pg_constraint key WHERE key.contype = 'f' AND key.conrelid = ANY ($1::regclass[])`;
