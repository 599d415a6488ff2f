import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { commandLine } from "./data-lock.ts";
import { readPassword } from "./data-directory.ts";

/** A server that works on a data directory already, started by another process. */
export interface RunningPostgres {
  url: (database: string) => string;
  stop: () => Promise<void>;
}

/** Finds it by the file that PostgreSQL keeps in its data directory: process, directory, start, port, a line each. */
export function findRunningPostgres(dataDirectory: string): RunningPostgres | undefined {
  const [pid, , , port] = readLines(join(dataDirectory, "postmaster.pid"));
  if (!pid || !port || !commandLine(Number(pid)).includes(dataDirectory)) return undefined;
  const password = readPassword(dataDirectory);
  return {
    url: (database) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`,
    stop: () => stopProcess(Number(pid)),
  };
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}

async function stopProcess(pid: number): Promise<void> {
  process.kill(pid, "SIGINT");
  while (commandLine(pid) !== "") await sleep(50);
}
