import { existsSync } from "node:fs";
import { Problem } from "../problem.ts";
import { DATABASE, ENV_FILE, LOCK_FILE, POSTGRES_DIRECTORY } from "../places.ts";
import { releaseDataLock, takeDataLock } from "./data-lock.ts";
import { startJournalPostgres } from "./journal-postgres.ts";
import { migrate } from "./migrate.ts";
import { requireUsableDatabase } from "./outside-database.ts";
import { findRunningPostgres } from "./running-postgres.ts";

/**
 * Runs `work` with the owner's URL of the journal's database, migrated: that of DATABASE_URL, or the embedded PostgreSQL, which is started for the time of
 * the work unless `npm start` runs it already.
 */
export async function withOwnerDatabase<T>(work: (ownerUrl: string) => Promise<T>): Promise<T> {
  if (existsSync(ENV_FILE)) process.loadEnvFile(ENV_FILE);
  const outside = process.env.DATABASE_URL;
  if (!outside) return withEmbedded(work);
  await requireUsableDatabase(outside);
  return migrated(outside, work);
}

async function withEmbedded<T>(work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const holder = takeDataLock(LOCK_FILE, "a command that works on the database");
  if (holder) {
    const running = findRunningPostgres(POSTGRES_DIRECTORY);
    if (running) return migrated(running.url(DATABASE), work);
    throw new Problem(`The journal is just being started or stopped (process ${holder.pid}). Try again in a moment.`);
  }
  try {
    const server = await startJournalPostgres();
    try {
      return await migrated(server.url(DATABASE), work);
    } finally {
      await server.stop();
    }
  } finally {
    releaseDataLock(LOCK_FILE);
  }
}

async function migrated<T>(ownerUrl: string, work: (ownerUrl: string) => Promise<T>): Promise<T> {
  await migrate(ownerUrl);
  return work(ownerUrl);
}
