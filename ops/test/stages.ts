import { startThrowawayPostgres } from "../database/throwaway-postgres.ts";
import { build } from "../start/build.ts";
import type { Shutdown } from "../start/shutdown.ts";
import { runBrowserTests } from "./browser-tests.ts";
import { checkContract, checkDocuments } from "./contract.ts";
import { type Counts, sum } from "./counts.ts";
import { runCheck, runJest, runNodeTests } from "./run-command.ts";

export interface Stage {
  /** For `npm test -- --only NAME,NAME`. */
  name: string;
  title: string;
  /** It looks at what the build made. */
  needsBuild?: true;
  run: (shutdown: Shutdown) => Promise<Counts>;
}

/** In the order of their cost. The build comes before what needs its results. */
export const STAGES: Stage[] = [
  { name: "format", title: "Format (Prettier)", run: () => runCheck(["prettier", "--check", "--log-level=warn", "."]) },
  { name: "lint", title: "Lint (ESLint)", run: () => runCheck(["eslint", "--max-warnings=0", "."]) },
  {
    name: "imports",
    title: "Order of modules (dependency-cruiser)",
    run: () => runCheck(["depcruise", "--config=.dependency-cruiser.cjs", "api/src", "api/test", "web/src", "web/e2e", "ops"]),
  },
  { name: "documents", title: "The portal's persisted documents", run: checkDocuments },
  { name: "build", title: "Build of api and portal (turbo)", run: buildOnce },
  { name: "types", title: "Types (tsc)", needsBuild: true, run: checkTypes },
  { name: "contract", title: "The contract (schema.graphql is what the api prints)", needsBuild: true, run: checkContract },
  { name: "ops", title: "Tests of ops (node --test)", needsBuild: true, run: () => runNodeTests(["ops/**/*.test.ts"]) },
  { name: "api", title: "Tests of the api (jest, PostgreSQL)", run: testApi },
  { name: "web", title: "Tests of the portal (jest)", run: () => runJest("web") },
  { name: "browser", title: "Journeys in a browser (Chromium)", needsBuild: true, run: runBrowserTests },
];

async function buildOnce(shutdown: Shutdown): Promise<Counts> {
  await build(shutdown);
  return { passed: 1, failed: 0 };
}

async function checkTypes(): Promise<Counts> {
  return sum([
    await runCheck(["tsc", "-p", "api"]),
    await runCheck(["tsc", "-p", "ops"]),
    await runCheck(["npm", "run", "--silent", "typecheck"], { directory: "web" }),
  ]);
}

async function testApi(shutdown: Shutdown): Promise<Counts> {
  const postgres = await startThrowawayPostgres();
  const forget = shutdown.add(() => postgres.stop());
  try {
    return await runJest("api", { TEST_DATABASE_URL: postgres.url("postgres"), TEST_TEMPLATE: postgres.template });
  } finally {
    forget();
    await postgres.stop();
  }
}
