/** `npm start`: builds what changed, starts PostgreSQL, the api and the portal, and stops them together. */
import { existsSync } from "node:fs";
import { prepareAppRole } from "../database/app-role.ts";
import { releaseDataLock, takeDataLock } from "../database/data-lock.ts";
import { startJournalPostgres } from "../database/journal-postgres.ts";
import { migrate } from "../database/migrate.ts";
import { requireUsableDatabase } from "../database/outside-database.ts";
import { Problem, reportAndExit } from "../problem.ts";
import { APP_PASSWORD_FILE, DATABASE, ENV_FILE, LOCK_FILE } from "../places.ts";
import { build } from "./build.ts";
import { loadDemoOnce } from "./demo-school.ts";
import { greeting } from "./greeting.ts";
import { startApi, startWeb } from "./journal-services.ts";
import { requireFreePort } from "./ports.ts";
import type { Service } from "./service.ts";
import { readSettings, type Settings } from "./settings.ts";
import { Shutdown } from "./shutdown.ts";
import { say, step } from "../terminal.ts";

const LOGS = "start";
const shutdown = new Shutdown();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stopOnRequest());
// The terminal may be gone before we are.
process.stdout.on("error", () => undefined);

process.on("uncaughtException", (failure) => void stopBecause(failure));

try {
  if (existsSync(ENV_FILE)) process.loadEnvFile(ENV_FILE);
  await start(readSettings(process.argv.slice(2), process.env));
} catch (failure) {
  await stopBecause(failure);
}

async function start(settings: Settings): Promise<void> {
  takeLock(settings);
  await requireFreePort("PORT", settings.port);
  await requireFreePort("API_PORT", settings.apiPort);
  if (settings.databaseUrl) await requireUsableDatabase(settings.databaseUrl);
  await step("Building the api and the portal (the first time takes a minute)", () => build(shutdown));
  const ownerUrl = settings.databaseUrl ?? (await startEmbedded());
  await step("Bringing the database up to date", () => migrate(ownerUrl, (name, done, total) => say(`  ${done}/${total} ${name}`)));
  const appUrl = await prepareAppRole(ownerUrl, APP_PASSWORD_FILE);
  if (settings.demo) await loadDemoOnce(ownerUrl, settings.today);
  await step("Starting the api", async () => watch(await startApi({ ...settings, appUrl, logs: LOGS }, shutdown)));
  await step("Starting the portal", async () => watch(await startWeb({ ...settings, logs: LOGS }, shutdown)));
  say(greeting(settings));
}

function takeLock({ publicUrl }: Settings): void {
  const holder = takeDataLock(LOCK_FILE, publicUrl);
  if (holder) {
    throw new Problem(
      `The journal in this folder runs already: ${holder.address} (process ${holder.pid}). Stop it with Ctrl+C in its terminal, or: kill ${holder.pid}`,
    );
  }
  shutdown.add(() => releaseDataLock(LOCK_FILE));
}

async function startEmbedded(): Promise<string> {
  const starting = step("Starting PostgreSQL", startJournalPostgres);
  // Asked to stop in the middle, it is let start first: then it can be stopped well.
  shutdown.add(async () => (await starting.catch(() => undefined))?.stop());
  const server = await starting;
  void server.ended.then(() => stopBecause(new Problem("PostgreSQL ended by itself; see .data/logs/postgres.log.")));
  return server.url(DATABASE);
}

function watch(service: Service): void {
  void service.ended.then((lastLines) => stopBecause(new Problem(`${service.name} ended by itself. Its last lines:\n${lastLines}`)));
}

/** What breaks while everything is being stopped breaks because of that. */
async function stopBecause(failure: unknown): Promise<void> {
  if (shutdown.begun) return;
  await shutdown.stopAll();
  reportAndExit(failure);
}

async function stopOnRequest(): Promise<void> {
  if (!shutdown.begun) say("\nStopping …");
  await shutdown.stopAll();
  say("Stopped.");
  process.exit(0);
}
