import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runner } from "node-pg-migrate";
import pg from "pg";
import { Problem } from "../problem.ts";

const DIRECTORY = fileURLToPath(new URL("../migrations", import.meta.url));

/** Called after each migration. */
export type MigrationProgress = (name: string, done: number, total: number) => void;

/**
 * Brings the database of `ownerUrl` up to date. All pending migrations are one transaction: a failure leaves the database as it was. Answers how many ran.
 */
export async function migrate(ownerUrl: string, onProgress: MigrationProgress = () => undefined): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await runPending(client, onProgress);
  } finally {
    await client.end();
  }
}

async function runPending(client: pg.Client, onProgress: MigrationProgress): Promise<number> {
  const applied = await loadApplied(client);
  const known = readdirSync(DIRECTORY).map((file) => file.replace(/\.sql$/, ""));
  const unknown = [...applied].filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Problem(
      `The database was made by a newer version of the journal (${unknown.join(", ")}). Update the program; nothing was changed.`,
    );
  }
  const total = known.length - applied.size;
  let done = 0;
  const follow = (line: string): void => {
    const name = /^### MIGRATION (\S+)/.exec(line)?.[1];
    if (name) onProgress(name, ++done, total);
  };
  await runner({
    dbClient: client,
    dir: DIRECTORY,
    direction: "up",
    migrationsTable: "schema_migration",
    advisoryLockMode: "wait",
    checkOrder: true,
    logger: { info: follow, warn: () => undefined, error: () => undefined },
  });
  return total;
}

async function loadApplied(client: pg.Client): Promise<Set<string>> {
  const { rows } = await client.query<{ there: boolean }>("SELECT to_regclass('public.schema_migration') IS NOT NULL AS there");
  if (!rows[0]?.there) return new Set();
  const applied = await client.query<{ name: string }>("SELECT name FROM public.schema_migration");
  return new Set(applied.rows.map(({ name }) => name));
}
