import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { Problem } from "../problem.ts";
import { runCommand } from "./run-command.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MACOS = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

/** The path of a Chromium that runs on this machine; installs one where there is none. */
export async function findOrInstallChromium(): Promise<string> {
  const found = findChromium();
  if (found) return found;
  await install();
  const installed = findChromium();
  if (installed) return installed;
  throw new Problem(
    "The browser tests need Chromium, and it could not be installed. Install Chromium or Google Chrome (on Debian: apt-get install chromium), " +
      "or name its program in CHROMIUM, and run npm test again.",
  );
}

function findChromium(): string | undefined {
  const onPath = (process.env.PATH ?? "").split(":").flatMap((directory) => NAMES.map((name) => join(directory, name)));
  const named = process.env.CHROMIUM ? [process.env.CHROMIUM] : [...onPath, ...MACOS, chromium.executablePath()];
  return named.find((path) => existsSync(path) && runs(path));
}

/** Ubuntu has a chromium that only says to install a snap. */
function runs(path: string): boolean {
  const { status, stdout } = spawnSync(path, ["--version"], { encoding: "utf8", timeout: 20_000 });
  return status === 0 && /\d+\.\d+/.test(stdout);
}

/** Debian's own package where we may install it, else the build that playwright brings. */
async function install(): Promise<void> {
  const isRoot = process.getuid?.() === 0;
  if (isRoot && isDebian()) {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await runCommand(["apt-get", "update", "-q"], { env });
    if (await runCommand(["apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium"], { env })) return;
  }
  await runCommand(["playwright-core", "install", ...(isRoot ? ["--with-deps"] : []), "chromium"]);
}

function isDebian(): boolean {
  return existsSync("/etc/os-release") && /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
}
