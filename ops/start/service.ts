import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { Problem } from "../problem.ts";
import { openLogFile } from "../log-file.ts";
import type { Shutdown } from "./shutdown.ts";

export interface ServiceOptions {
  name: string;
  /** Folder of `.data/logs` for its output. */
  logs: string;
  /** Script and arguments for node, from `directory`. */
  command: string[];
  directory: string;
  env: Record<string, string | undefined>;
  /** Answers below 500 when the service is ready. */
  healthUrl: string;
}

export interface Service {
  name: string;
  /** Settles when the process ends, whoever ended it; the last lines of its output. */
  ended: Promise<string>;
  stop: () => Promise<void>;
}

const END_WITH_PARENT = new URL("end-with-parent.ts", import.meta.url).href;
const READY_WITHIN_MS = 60_000;
const ENDS_WITHIN_MS = 8_000;

/** Starts a Node process of ours, in its own process group (Ctrl+C is ours to pass on, in order), and waits until it answers. */
export async function startService(options: ServiceOptions, shutdown: Shutdown): Promise<Service> {
  const service = launch(options);
  shutdown.add(() => service.stop());
  const failure = await Promise.race([waitUntilHealthy(options.healthUrl), service.ended]);
  if (failure === undefined) return service;
  throw new Problem(`${options.name} did not start:\n${failure}`);
}

function launch({ name, logs, command, directory, env }: ServiceOptions): Service {
  const log = openLogFile(`${logs}/${name}`);
  const child = spawn(process.execPath, ["--import", END_WITH_PARENT, ...command], {
    cwd: directory,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdout.on("data", log.write);
  child.stderr.on("data", log.write);
  const ended = new Promise<string>((resolve) => {
    child.on("error", (failure) => resolve(failure.message));
    child.on("close", (code, signal) =>
      resolve(`${log.lastLines()}\n(ended with ${signal ?? `code ${code}`}; the whole log: ${log.path})`),
    );
  });
  return { name, ended, stop: () => stop(child, ended) };
}

async function stop(child: ReturnType<typeof spawn>, ended: Promise<string>): Promise<void> {
  child.kill("SIGTERM");
  const patience = setTimeout(() => child.kill("SIGKILL"), ENDS_WITHIN_MS);
  await ended;
  clearTimeout(patience);
}

/** Answers nothing when healthy, a sentence when patience ends. */
async function waitUntilHealthy(url: string): Promise<string | undefined> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    const answer = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
    if (answer && answer.status < 500) return undefined;
    await sleep(100);
  }
  return `${url} gave no good answer within ${READY_WITHIN_MS / 1000} s`;
}
