import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Problem } from "../problem.ts";
import type { PostgresPrograms } from "./postgres-programs.ts";

/** The owner's password lies in the data directory: it is also the marker that the directory is ours and complete. */
const MARKER = "open-school-journal-owner";
const MAJOR_VERSION = "18";

/**
 * Makes the data directory if there is none, and answers the owner's password. The cluster is made beside its final place and renamed, so a directory
 * in the final place is always whole. What an interrupted start left beside it never held data and is made anew; a directory that we did not make is
 * reported and left alone.
 */
export async function prepareDataDirectory(directory: string, programs: PostgresPrograms, extraFlags: string[] = []): Promise<string> {
  if (!existsSync(directory)) await initialise(directory, programs, extraFlags);
  return readPassword(directory);
}

async function initialise(directory: string, programs: PostgresPrograms, extraFlags: string[]): Promise<void> {
  const unfinished = `${directory}.initialising`;
  const password = randomBytes(24).toString("base64url");
  const passwordFile = join(unfinished, MARKER);
  makeEmptyDirectory(unfinished, programs);
  // initdb wants an empty directory: the password lies beside it until the cluster is made.
  const outside = `${unfinished}.password`;
  writeFileSync(outside, `${password}\n`, { mode: 0o600 });
  giveTo(programs, outside);
  try {
    await run(programs, [programs.initdb, "--pgdata", unfinished, "--pwfile", outside, ...initFlags(), ...extraFlags]);
    renameSync(outside, passwordFile);
    renameSync(unfinished, directory);
  } finally {
    rmSync(outside, { force: true });
  }
}

function makeEmptyDirectory(directory: string, programs: PostgresPrograms): void {
  try {
    mkdirSync(dirname(directory), { recursive: true });
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { mode: 0o700 });
    giveTo(programs, directory);
  } catch (failure) {
    throw new Problem(
      `The data directory ${dirname(directory)} cannot be written: ${(failure as Error).message}. Give yourself the right to write there.`,
    );
  }
}

function giveTo({ account }: PostgresPrograms, path: string): void {
  if (account) chownSync(path, account.uid, account.gid);
}

/** Russian order by ICU; the C library's locale only classifies characters, and macOS has no C.UTF-8. */
function initFlags(): string[] {
  const locale = process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8";
  return [
    "--username=postgres",
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=icu",
    "--icu-locale=ru-RU",
    `--locale=${locale}`,
    "--lc-messages=C",
  ];
}

function run({ prefix, account }: PostgresPrograms, command: string[]): Promise<void> {
  const [program, ...rest] = [...prefix, ...command];
  return new Promise((resolve, reject) => {
    const child = spawn(program!, rest, { ...(prefix.length === 0 && account), cwd: "/", stdio: ["ignore", "ignore", "pipe"] });
    let errors = "";
    child.stderr.on("data", (chunk: Buffer) => (errors += chunk));
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0
        ? resolve()
        : reject(new Problem(`PostgreSQL could not make its data directory:\n${errors.trim()}\nNothing was lost; start again.`)),
    );
  });
}

/** The password of the cluster's owner; refuses when the directory is not ours or not whole. */
export function readPassword(directory: string): string {
  try {
    const version = readFileSync(join(directory, "PG_VERSION"), "utf8").trim();
    if (version !== MAJOR_VERSION) {
      throw new Problem(
        `The data in ${directory} is of PostgreSQL ${version}, and this journal brings PostgreSQL ${MAJOR_VERSION}. Nothing was changed. Restore a backup, or move the directory away.`,
      );
    }
    return readFileSync(join(directory, MARKER), "utf8").trim();
  } catch (failure) {
    if (failure instanceof Problem) throw failure;
    throw unusable(directory, failure as NodeJS.ErrnoException);
  }
}

function unusable(directory: string, failure: NodeJS.ErrnoException): Problem {
  if (failure.code === "EACCES") {
    return new Problem(`The data in ${directory} belongs to another user. Start as that user (or as root). Nothing was changed.`);
  }
  return new Problem(
    `${directory} is not a complete data directory of this journal (${failure.message}). Nothing was changed. ` +
      `If it holds data, restore it from a backup; if it holds nothing of value, move it away and start again.`,
  );
}
