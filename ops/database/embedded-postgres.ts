import { type ChildProcess, spawn } from "node:child_process";
import { Problem } from "../problem.ts";
import { prepareDataDirectory } from "./data-directory.ts";
import { findFreePort } from "./free-port.ts";
import { findPostgresPrograms, type PostgresPrograms } from "./postgres-programs.ts";

export interface EmbeddedPostgresOptions {
  /** Absolute; made on the first start. */
  dataDirectory: string;
  /** Extra flags of initdb. */
  initFlags?: string[];
  /** Settings of postgresql.conf for this run. */
  settings?: Record<string, string>;
  /** One line of the server's log at a time. */
  onLog?: (line: string) => void;
}

export interface EmbeddedPostgres {
  /** URL of the owner (superuser) for a database of the cluster. */
  url: (database: string) => string;
  /** Settles when the server ends, whoever ended it. */
  ended: Promise<void>;
  /** `fast` finishes writing; `immediate` is for data that is thrown away. */
  stop: (how?: "fast" | "immediate") => Promise<void>;
}

const ATTEMPTS = 3;

/** Starts the embedded PostgreSQL 18 on a free port of 127.0.0.1. It lives in its own process group: Ctrl+C in the terminal reaches only us. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const programs = findPostgresPrograms(options.dataDirectory);
  const password = await prepareDataDirectory(options.dataDirectory, programs, options.initFlags);
  for (let attempt = 1; ; attempt++) {
    const port = await findFreePort();
    const server = await launch(programs, port, options);
    if (server.ready) return running(server.child, port, password);
    // Somebody took the port between our look and PostgreSQL's.
    if (attempt === ATTEMPTS || !server.log.includes("Address already in use")) {
      throw new Problem(`The embedded PostgreSQL did not start:\n${server.log.trim()}`);
    }
  }
}

interface Launch {
  child: ChildProcess;
  ready: boolean;
  log: string;
}

function launch({ prefix, account, postgres }: PostgresPrograms, port: number, options: EmbeddedPostgresOptions): Promise<Launch> {
  const [program, ...rest] = [...prefix, postgres, "-D", options.dataDirectory, "-p", String(port), ...flags(options.settings)];
  const child = spawn(program!, rest, {
    ...(prefix.length === 0 && account),
    cwd: "/",
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
  return new Promise((resolve, reject) => {
    let log = "";
    let ready = false;
    child.stderr!.on("data", (chunk: Buffer) => {
      const text = chunk.toString();
      for (const line of text.split("\n")) if (line) options.onLog?.(line);
      if (ready) return;
      log += text;
      if (log.includes("database system is ready to accept connections")) {
        ready = true;
        resolve({ child, ready, log });
      }
    });
    child.on("error", reject);
    child.on("close", () => resolve({ child, ready, log }));
  });
}

/** TCP on 127.0.0.1 only: sockets in /tmp would be shared with other servers of the machine. */
function flags(settings: Record<string, string> = {}): string[] {
  const all = { listen_addresses: "127.0.0.1", unix_socket_directories: "", ...settings };
  return Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

function running(child: ChildProcess, port: number, password: string): EmbeddedPostgres {
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    url: (database) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`,
    ended,
    stop: async (how = "fast") => {
      child.kill(how === "fast" ? "SIGINT" : "SIGQUIT");
      await ended;
    },
  };
}
