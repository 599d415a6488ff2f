import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Problem } from "../problem.ts";

/** Who holds the data of `.data/`: one process at a time starts and stops the embedded PostgreSQL. */
export interface DataHolder {
  pid: number;
  /** Where it can be seen, for the one who comes second. */
  address: string;
}

/** Takes the lock, or answers who holds it. A lock left by a process that is gone (kill -9, power cut) is taken over. */
export function takeDataLock(file: string, address: string): DataHolder | undefined {
  const mine = JSON.stringify({ pid: process.pid, address } satisfies DataHolder);
  for (;;) {
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, mine, { flag: "wx" });
      return undefined;
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code !== "EEXIST") throw cannotWrite(file, failure as Error);
    }
    const holder = readHolder(file);
    if (holder && isAlive(holder.pid)) return holder;
    rmSync(file, { force: true });
  }
}

export function releaseDataLock(file: string): void {
  rmSync(file, { force: true });
}

function cannotWrite(file: string, failure: Error): Problem {
  return new Problem(
    `The folder ${dirname(file)} cannot be written: ${failure.message}. Give yourself the right to write there. Nothing was changed.`,
  );
}

function readHolder(file: string): DataHolder | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as DataHolder;
  } catch {
    return undefined;
  }
}

/** The number alone is not enough: after a restart of the machine it may belong to any program. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  return /\bops[/\\]/.test(commandLine(pid));
}

/** The command line of a process, empty when there is none. */
export function commandLine(pid: number): string {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}
