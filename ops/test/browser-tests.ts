import { globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { prepareAppRole } from "../database/app-role.ts";
import { findFreePort } from "../database/free-port.ts";
import { startThrowawayPostgres } from "../database/throwaway-postgres.ts";
import { ROOT } from "../places.ts";
import { loadDemoOnce } from "../start/demo-school.ts";
import { apiAddress, startApi, startWeb } from "../start/journal-services.ts";
import type { Shutdown } from "../start/shutdown.ts";
import { findOrInstallChromium } from "./chromium.ts";
import type { Counts } from "./counts.ts";
import { runNodeTests } from "./run-command.ts";

/** The journeys are written for this Monday of the second quarter. */
const TODAY = "2026-11-23";
const DATABASE = "journal_browser";

/** Runs the journeys of web/e2e in a real browser against the built api and portal, a throwaway PostgreSQL and the demo school. */
export async function runBrowserTests(shutdown: Shutdown): Promise<Counts> {
  const chromium = await findOrInstallChromium();
  const files = globSync("web/e2e/**/*.test.ts", { cwd: ROOT }).sort();
  const { portalUrl, apiUrl } = await startJournal(shutdown);
  return runNodeTests(files, { env: { PORTAL_URL: portalUrl, API_URL: apiUrl, CHROMIUM: chromium } });
}

async function startJournal(shutdown: Shutdown): Promise<{ portalUrl: string; apiUrl: string }> {
  const postgres = await startThrowawayPostgres();
  shutdown.add(() => postgres.stop());
  const ownerUrl = await makeDatabase(postgres);
  await loadDemoOnce(ownerUrl, TODAY);
  const secrets = mkdtempSync(join(tmpdir(), "open-school-journal-secret-"));
  const appUrl = await prepareAppRole(ownerUrl, join(secrets, "app-role-password"));
  rmSync(secrets, { recursive: true });
  const [port, apiPort] = [await findFreePort(), await findFreePort()];
  const portalUrl = `http://localhost:${port}`;
  const run = { port, apiPort, publicUrl: portalUrl, demo: true, today: TODAY, logs: "browser-tests" };
  await startApi({ ...run, appUrl }, shutdown);
  await startWeb(run, shutdown);
  return { portalUrl, apiUrl: apiAddress(apiPort) };
}

async function makeDatabase({ url, template }: { url: (database: string) => string; template: string }): Promise<string> {
  const client = new pg.Client({ connectionString: url("postgres") });
  await client.connect();
  await client.query(`CREATE DATABASE ${DATABASE} TEMPLATE ${template}`);
  await client.end();
  return url(DATABASE);
}
