import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../places.ts";
import { say } from "../terminal.ts";
import type { Counts } from "./counts.ts";
import { runCommand } from "./run-command.ts";

const CONTRACT = join(ROOT, "schema", "schema.graphql");
const DOCUMENTS = join(ROOT, "schema", "persisted-documents.json");

/** The committed contract is what the built api prints. */
export async function checkContract(): Promise<Counts> {
  return asCheck(await sameContract());
}

/** The committed persisted documents are what the portal's operations say. */
export async function checkDocuments(): Promise<Counts> {
  const before = readFileSync(DOCUMENTS, "utf8");
  const generated = await runCommand(["npm", "run", "--silent", "codegen"], { directory: "web" });
  const same = before === readFileSync(DOCUMENTS, "utf8");
  if (!same) say("schema/persisted-documents.json was out of date and has just been written anew: commit it.");
  return asCheck(generated && same);
}

function asCheck(good: boolean): Counts {
  return { passed: good ? 1 : 0, failed: good ? 0 : 1 };
}

async function sameContract(): Promise<boolean> {
  const directory = mkdtempSync(join(tmpdir(), "open-school-journal-contract-"));
  try {
    const printed = join(directory, "schema.graphql");
    if (!(await runCommand(["node", "dist/server/print-schema.js", printed], { directory: "api" }))) return false;
    if (readFileSync(printed, "utf8") === readFileSync(CONTRACT, "utf8")) return true;
    await runCommand(["diff", "-u", CONTRACT, printed]);
    say(
      "schema/schema.graphql is not what the api prints: run `npm run build -w api && npm run print-schema -w api`, review the change and commit it.",
    );
    return false;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
