import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../places.ts";
import { say } from "../terminal.ts";
import { type Counts, countJest, countTap } from "./counts.ts";

export interface CommandOptions {
  /** From the root. */
  directory?: string;
  env?: Record<string, string>;
  /** The output is shown when the program has ended. */
  showsAtEnd?: boolean;
}

/** Runs a program of node_modules/.bin, or of the machine, with its output shown. Answers whether it succeeded. */
export function runCommand(
  [program, ...args]: string[],
  { directory = ".", env = {}, showsAtEnd = false }: CommandOptions = {},
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program!, args, {
      cwd: join(ROOT, directory),
      env: { ...process.env, ...env },
      stdio: ["ignore", showsAtEnd ? "pipe" : "inherit", "inherit"],
    });
    const shown: Buffer[] = [];
    child.stdout?.on("data", (part: Buffer) => shown.push(part));
    child.on("error", ({ message }) => {
      say(message);
      resolve(false);
    });
    child.on("close", (code) => {
      process.stdout.write(Buffer.concat(shown));
      resolve(code === 0);
    });
  });
}

/** A check that counts as one test. */
export async function runCheck(command: string[], options?: CommandOptions): Promise<Counts> {
  return (await runCommand(command, options)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

export function runJest(directory: string, env?: Record<string, string>): Promise<Counts> {
  return withReport(async (report) => {
    const succeeded = await runCommand(["jest", "--json", "--outputFile", report], { directory, ...(env && { env }) });
    return { succeeded, read: () => countJest(readFileSync(report, "utf8")) };
  });
}

export function runNodeTests(files: string[], options?: CommandOptions): Promise<Counts> {
  return withReport(async (report) => {
    const reporters = [
      "--test-reporter=spec",
      "--test-reporter-destination=stdout",
      "--test-reporter=tap",
      `--test-reporter-destination=${report}`,
    ];
    const succeeded = await runCommand(["node", "--test", "--test-concurrency=1", ...reporters, ...files], options);
    return { succeeded, read: () => countTap(readFileSync(report, "utf8")) };
  });
}

interface Run {
  succeeded: boolean;
  read: () => Counts;
}

/** A runner that failed without a failed test (it could not begin, or coverage fell) counts as one failure. */
async function withReport(run: (file: string) => Promise<Run>): Promise<Counts> {
  const directory = mkdtempSync(join(tmpdir(), "open-school-journal-report-"));
  try {
    const { succeeded, read } = await run(join(directory, "report"));
    if (succeeded) return read();
    const counts = readOrNothing(read);
    return { ...counts, failed: Math.max(counts.failed, 1) };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function readOrNothing(read: () => Counts): Counts {
  try {
    return read();
  } catch {
    return { passed: 0, failed: 0 };
  }
}
