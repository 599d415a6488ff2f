/** Loads demo schools: `npm run demo -- --schools 20 --today 2026-11-23`. */
import { parseArgs } from "node:util";
import { withOwnerDatabase } from "../database/owner-database.ts";
import { Problem, reportAndExit } from "../problem.ts";
import { loadDemo } from "./load-demo.ts";
import { withProgressBar } from "./progress-bar.ts";

try {
  const { schools, today } = readArguments();
  await withOwnerDatabase((ownerUrl) => withProgressBar((onProgress) => loadDemo({ ownerUrl, schools, today, onProgress })));
} catch (failure) {
  reportAndExit(failure);
}

function readArguments(): { schools: number; today: string | undefined } {
  const { values } = parseArgs({ options: { schools: { type: "string", default: "1" }, today: { type: "string" } } });
  const schools = Number(values.schools);
  if (!Number.isInteger(schools) || schools < 1 || schools > 1000) throw new Problem("--schools is a whole number from 1 to 1000.");
  const { today } = values;
  if (today !== undefined && (!/^\d{4}-\d{2}-\d{2}$/.test(today) || Number.isNaN(Date.parse(today)))) {
    throw new Problem("--today is a date such as 2026-11-23.");
  }
  return { schools, today };
}
