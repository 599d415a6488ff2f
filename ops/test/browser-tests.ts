import { globSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { prepareAppRole } from "../database/app-role.ts";
import { findFreePort } from "../database/free-port.ts";
import { startThrowawayPostgres, type ThrowawayPostgres } from "../database/throwaway-postgres.ts";
import { ROOT } from "../places.ts";
import { loadDemoOnce } from "../start/demo-school.ts";
import { apiAddress, startApi, startWeb } from "../start/journal-services.ts";
import type { Shutdown } from "../start/shutdown.ts";
import { findOrInstallChromium } from "./chromium.ts";
import { type Counts, sum } from "./counts.ts";
import { runNodeTests } from "./run-command.ts";

/** The journeys are written for this Monday of the second quarter. */
const TODAY = "2026-11-23";
const DATABASE = "journal_browser";

/**
 * Runs the journeys of web/e2e in a real browser against the built api and portal, a throwaway PostgreSQL and the demo school. A journey waits more than it
 * works: where there are two cores, half of the files run beside the other half, each half with a school, an api and a portal of its own.
 */
export async function runBrowserTests(shutdown: Shutdown): Promise<Counts> {
  const chromium = await findOrInstallChromium();
  const files = globSync("web/e2e/**/*.test.ts", { cwd: ROOT }).sort();
  const halves = Math.min(2, availableParallelism());
  const journals = await startJournals(shutdown, halves);
  const counts = await Promise.all(
    journals.map(({ portalUrl, apiUrl }, half) =>
      runNodeTests(
        files.filter((_, place) => place % halves === half),
        // Lines of two reports would be read as of one.
        { env: { PORTAL_URL: portalUrl, API_URL: apiUrl, CHROMIUM: chromium }, showsAtEnd: half > 0 },
      ),
    ),
  );
  return sum(counts);
}

interface Journal {
  portalUrl: string;
  apiUrl: string;
}

async function startJournals(shutdown: Shutdown, count: number): Promise<Journal[]> {
  const postgres = await startThrowawayPostgres();
  shutdown.add(() => postgres.stop());
  const first = await makeDatabase(postgres, `${DATABASE}_1`, postgres.template);
  await loadDemoOnce(first, TODAY);
  const ownerUrls = [first];
  while (ownerUrls.length < count) ownerUrls.push(await makeDatabase(postgres, `${DATABASE}_${ownerUrls.length + 1}`, `${DATABASE}_1`));
  const journals: Journal[] = [];
  for (const ownerUrl of ownerUrls) journals.push(await startJournal(shutdown, ownerUrl, `browser-tests-${journals.length + 1}`));
  return journals;
}

async function startJournal(shutdown: Shutdown, ownerUrl: string, logs: string): Promise<Journal> {
  const secrets = mkdtempSync(join(tmpdir(), "open-school-journal-secret-"));
  const appUrl = await prepareAppRole(ownerUrl, join(secrets, "app-role-password"));
  rmSync(secrets, { recursive: true });
  const [port, apiPort] = [await findFreePort(), await findFreePort()];
  const portalUrl = `http://localhost:${port}`;
  const run = { port, apiPort, publicUrl: portalUrl, demo: true, today: TODAY, logs };
  await startApi({ ...run, appUrl }, shutdown);
  await startWeb(run, shutdown);
  return { portalUrl, apiUrl: apiAddress(apiPort) };
}

async function makeDatabase({ url }: Pick<ThrowawayPostgres, "url">, name: string, template: string): Promise<string> {
  const client = new pg.Client({ connectionString: url("postgres") });
  await client.connect();
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  await client.end();
  return url(name);
}
