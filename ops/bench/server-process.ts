import { type ChildProcess, execFileSync, spawn } from "node:child_process";

/** A server under load: its address and its process. */
export interface ServerProcess {
  url: URL;
  /** Resident memory in megabytes. */
  memory: () => number;
  stop: () => Promise<void>;
}

const PATIENCE_MS = 30_000;

/** Starts a program that answers GET /health on its port. */
export async function startServer(file: string, port: number, env: NodeJS.ProcessEnv): Promise<ServerProcess> {
  const child = spawn(process.execPath, [file], { env: { ...process.env, ...env }, stdio: ["ignore", "ignore", "inherit"] });
  const url = new URL(`http://127.0.0.1:${port}/`);
  await untilHealthy(child, new URL("health", url));
  return {
    url,
    memory: () => Math.round(Number(execFileSync("ps", ["-o", "rss=", "-p", String(child.pid)], { encoding: "utf8" })) / 1024),
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.kill("SIGTERM");
      }),
  };
}

async function untilHealthy(child: ChildProcess, health: URL): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    const answer = await fetch(health).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${child.spawnargs.join(" ")} did not start`);
}
