import pg from "pg";
import { openLogFile } from "../log-file.ts";
import { DATABASE, POSTGRES_DIRECTORY } from "../places.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres.ts";
import { findRunningPostgres } from "./running-postgres.ts";

/** Starts the embedded PostgreSQL on `.data/postgres` and makes the journal's database when it is missing. The caller holds the lock of the data. */
export async function startJournalPostgres(): Promise<EmbeddedPostgres> {
  // Left by a start that was killed: it would not let a second server at the data.
  await findRunningPostgres(POSTGRES_DIRECTORY)?.stop();
  const log = openLogFile("postgres");
  const server = await startEmbeddedPostgres({ dataDirectory: POSTGRES_DIRECTORY, onLog: (line) => log.write(`${line}\n`) });
  await makeDatabase(server.url("postgres"));
  return server;
}

async function makeDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [DATABASE]);
    if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}
