/**
 * Measures the api against a bare server that sends the same data: `npm run bench`, `npm run bench -- --quick` (one school, short windows), or with windows
 * of so many seconds each, `--seconds 10`. Writes a table and ops/bench/results/DATE.json.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findFreePort } from "../database/free-port.ts";
import { ROOT } from "../places.ts";
import { Problem, reportAndExit } from "../problem.ts";
import { say, step } from "../terminal.ts";
import { multiplySchool, startBenchDatabase, type BenchDatabase } from "./bench-schools.ts";
import { findTargets, type Measured, type Target, TODAY, VIEWS } from "./bench-targets.ts";
import { readDocuments } from "./documents.ts";
import { runWindow } from "./load-window.ts";
import { type Measurement, summarise, table, writeResults } from "./report.ts";
import { type ServerProcess, startServer } from "./server-process.ts";

const MEASURED: readonly Measured[] = [...VIEWS, "setMarks"];
const MANY_SCHOOLS = 20;
/** Targets of one kind, over all schools: enough that the same row is not read again at once. */
const TARGETS = 40;
const WARM_UP_MS = 700;

interface Plan {
  rounds: number;
  windowMs: number;
  schools: readonly number[];
}

try {
  await bench(readArguments());
} catch (failure) {
  reportAndExit(failure);
}

function readArguments(): Plan {
  const { values } = parseArgs({ options: { quick: { type: "boolean", default: false }, seconds: { type: "string", default: "1.5" } } });
  const seconds = Number(values.seconds);
  if (!(seconds > 0 && seconds <= 600)) throw new Problem("--seconds is the length of a window, more than 0.");
  return values.quick ? { rounds: 3, windowMs: 800, schools: [1] } : { rounds: 5, windowMs: seconds * 1000, schools: [1, MANY_SCHOOLS] };
}

async function bench({ rounds, windowMs, schools }: Plan): Promise<void> {
  const main = join(ROOT, "api", "dist", "main.js");
  if (!existsSync(main)) throw new Problem("The api is not built: run npm run build -w api.");
  const database = await step("One demo school in a throwaway PostgreSQL", startBenchDatabase);
  const [apiPort, rawPort] = [await findFreePort(), await findFreePort()];
  const api = await startServer(main, apiPort, apiEnvironment(database, apiPort));
  const raw = await startServer(join(import.meta.dirname, "raw-server.ts"), rawPort, {
    DATABASE_URL: database.ownerUrl,
    RAW_PORT: String(rawPort),
  });
  const measurements: Measurement[] = [];
  try {
    for (const count of schools) {
      if (count > 1) await step(`${count} schools`, () => multiplySchool(database, count));
      const title = `${count} school(s): ${rounds} rounds of ${windowMs} ms`;
      const measured = await step(title, () => measure(database, { api, raw }, count, rounds, windowMs));
      say(table(measured));
      measurements.push(...measured);
    }
  } finally {
    await Promise.all([api.stop(), raw.stop()]);
    await database.stop();
  }
  say(`written to ${writeResults(measurements, { rounds, windowMs })}`);
}

function apiEnvironment({ appUrl }: BenchDatabase, port: number): NodeJS.ProcessEnv {
  return { NODE_ENV: "production", DATABASE_URL: appUrl, API_PORT: String(port), DEMO_MODE: "1", TODAY, LOG_LEVEL: "warn" };
}

interface Servers {
  api: ServerProcess;
  raw: ServerProcess;
}

async function measure(
  database: BenchDatabase,
  servers: Servers,
  schools: number,
  rounds: number,
  windowMs: number,
): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (const measured of MEASURED) {
    const windows = [];
    for (let round = 0; round <= rounds; round++) {
      const isWarmUp = round === 0;
      const pair = await runPair(database, servers, measured, isWarmUp ? WARM_UP_MS : windowMs, round % 2 === 0);
      if (!isWarmUp) windows.push(pair);
    }
    measurements.push(summarise(measured, schools, windows, { api: servers.api.memory(), raw: servers.raw.memory() }));
  }
  return measurements;
}

/** One window of each server, one right after the other; who is first takes turns. */
async function runPair(database: BenchDatabase, { api, raw }: Servers, measured: Measured, milliseconds: number, rawFirst: boolean) {
  const apiWindow = async () => runWindow(new URL("graphql", api.url), "api", await targetsOf(database, measured), milliseconds);
  const rawWindow = async () => runWindow(new URL(measured, raw.url), "raw", await targetsOf(database, measured), milliseconds);
  if (rawFirst) {
    const first = await rawWindow();
    return { raw: first, api: await apiWindow() };
  }
  const first = await apiWindow();
  return { api: first, raw: await rawWindow() };
}

/** Found anew for each window: the versions of marks move on. */
async function targetsOf({ owner, schoolIds }: BenchDatabase, measured: Measured): Promise<Target[]> {
  const documents = readDocuments();
  const schools = await schoolIds();
  const each = Math.ceil(TARGETS / schools.length);
  const targets: Target[] = [];
  for (const schoolId of schools) targets.push(...(await findTargets(owner, documents, schoolId, measured, each)));
  // Autovacuum tells the planner of new sessions within a minute; these were made a moment ago.
  await owner.query("ANALYZE session");
  if (targets.length === 0) throw new Error(`there is nothing to ask ${measured} about`);
  return targets;
}
