import { mkdtempSync, rmSync, chmodSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";
import { migrate } from "./migrate.ts";

/** A PostgreSQL that lives for one run of tests. */
export interface ThrowawayPostgres {
  /** URL of the cluster's owner for a database. */
  url: (database: string) => string;
  /** Name of a migrated, empty database to copy from: CREATE DATABASE … TEMPLATE …. */
  template: string;
  stop: () => Promise<void>;
}

const TEMPLATE = "journal_template";

/** Nothing survives this cluster, so nothing waits for the disk. */
const SETTINGS = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  max_connections: "200",
};

/** Starts an empty PostgreSQL in the system's temporary directory with the migrated template database. */
export async function startThrowawayPostgres(): Promise<ThrowawayPostgres> {
  const directory = mkdtempSync(join(tmpdir(), "open-school-journal-test-"));
  // The cluster may run under another account (see postgres-programs), which has to enter.
  chmodSync(directory, 0o711);
  const server = await startEmbeddedPostgres({ dataDirectory: join(directory, "postgres"), initFlags: ["--no-sync"], settings: SETTINGS });
  const stop = async (): Promise<void> => {
    await server.stop("immediate");
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    await makeTemplate(server.url);
  } catch (failure) {
    await stop();
    throw failure;
  }
  return { url: server.url, template: TEMPLATE, stop };
}

async function makeTemplate(url: (database: string) => string): Promise<void> {
  const client = new pg.Client({ connectionString: url("postgres") });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${TEMPLATE}`);
    await migrate(url(TEMPLATE));
    await client.query(`ALTER DATABASE ${TEMPLATE} IS_TEMPLATE true ALLOW_CONNECTIONS false`);
  } finally {
    await client.end();
  }
}
