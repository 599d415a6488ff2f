import { spawn } from "node:child_process";
import { join } from "node:path";
import { Problem } from "../problem.ts";
import { ROOT } from "../places.ts";
import { openLogFile } from "../log-file.ts";
import type { Shutdown } from "./shutdown.ts";

/** Builds the api and the portal; turbo skips what has not changed since. */
export function build(shutdown: Shutdown): Promise<void> {
  const log = openLogFile("build");
  const turbo = join(ROOT, "node_modules", ".bin", "turbo");
  const child = spawn(turbo, ["run", "build", "--filter=./api", "--filter=./web", "--ui=stream", "--output-logs=new-only"], {
    cwd: ROOT,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const forget = shutdown.add(() => void child.kill());
  child.stdout.on("data", log.write);
  child.stderr.on("data", log.write);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      forget();
      if (code === 0) resolve();
      else reject(new Problem(`The build failed:\n${log.lastLines()}\nThe whole log: ${log.path}`));
    });
  });
}
