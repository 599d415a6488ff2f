/**
 * Runs a command beside a throwaway PostgreSQL: `node ops/database/test-database.ts -- COMMAND…`. The command gets TEST_DATABASE_URL (the owner's, database
 * `postgres`) and TEST_TEMPLATE (a migrated database to copy from). Ends with the command's exit code.
 */
import { spawn } from "node:child_process";
import { reportAndExit } from "../problem.ts";
import { startThrowawayPostgres } from "./throwaway-postgres.ts";

try {
  process.exitCode = await runBesideDatabase(process.argv.slice(process.argv.indexOf("--") + 1));
} catch (failure) {
  reportAndExit(failure);
}

async function runBesideDatabase([program, ...rest]: string[]): Promise<number> {
  const postgres = await startThrowawayPostgres();
  try {
    const env = { ...process.env, TEST_DATABASE_URL: postgres.url("postgres"), TEST_TEMPLATE: postgres.template };
    return await run(program!, rest, env);
  } finally {
    await postgres.stop();
  }
}

/** The terminal sends Ctrl+C to the command too: we wait for its end, so that the server outlives it. */
function run(program: string, rest: string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, rest, { stdio: "inherit", env });
    process.on("SIGINT", () => undefined);
    process.on("SIGTERM", () => child.kill("SIGTERM"));
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}
