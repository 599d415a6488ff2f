/** `npm test`: every check and test, one after another, and a closing line with their sum. */
import { parseArgs } from "node:util";
import { inWords, Problem, reportAndExit } from "../problem.ts";
import { Shutdown } from "../start/shutdown.ts";
import { say } from "../terminal.ts";
import { type Counts, sum } from "./counts.ts";
import { type Stage, STAGES } from "./stages.ts";

const shutdown = new Shutdown();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => void shutdown.stopAll().then(() => process.exit(130)));
}

try {
  const results: { title: string; counts: Counts }[] = [];
  for (const stage of chooseStages(process.argv.slice(2))) results.push({ title: stage.title, counts: await runStage(stage) });
  await shutdown.stopAll();
  process.exit(report(results));
} catch (failure) {
  await shutdown.stopAll();
  reportAndExit(failure);
}

function chooseStages(args: string[]): Stage[] {
  const { only } = parseArgs({ args, options: { only: { type: "string" } } }).values;
  if (!only) return STAGES;
  const names = only.split(",");
  const unknown = names.filter((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown.length > 0)
    throw new Problem(`There is no stage ${unknown.join(", ")}: choose from ${STAGES.map((stage) => stage.name).join(", ")}.`);
  const chosen = STAGES.filter((stage) => names.includes(stage.name));
  return STAGES.filter((stage) => chosen.includes(stage) || (stage.name === "build" && chosen.some(({ needsBuild }) => needsBuild)));
}

/** A stage that breaks counts as one failure; the others still run. */
async function runStage({ title, run }: Stage): Promise<Counts> {
  const began = Date.now();
  say(`\n=== ${title}`);
  const counts = await run(shutdown).catch((failure: unknown) => {
    say(inWords(failure));
    return { passed: 0, failed: 1 };
  });
  say(`--- ${countsInWords(counts)} in ${((Date.now() - began) / 1000).toFixed(0)} s`);
  return counts;
}

function report(results: { title: string; counts: Counts }[]): number {
  const total = sum(results.map(({ counts }) => counts));
  say("\n=== Summary (format, lint, types and the like count as one check each)");
  for (const { title, counts } of results) say(`${counts.failed > 0 ? "FAILED" : "ok    "}  ${title}: ${countsInWords(counts)}`);
  say(`\n${countsInWords(total)}`);
  return total.failed > 0 ? 1 : 0;
}

function countsInWords({ passed, failed }: Counts): string {
  return `${passed} passed, ${failed} failed`;
}
