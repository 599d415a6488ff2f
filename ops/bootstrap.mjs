/**
 * What must work before anything is installed: plain JavaScript for Node 18 and newer. Installs the packages named by the lockfile, then runs a script
 * under the Node 24 that is one of them.
 */
import { spawn, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const BIN = join(ROOT, "node_modules", ".bin");

/** Runs `script` (a path from the root) with this process's arguments. */
export async function runUnderOwnNode(script) {
  process.chdir(ROOT);
  requireNode(18);
  requireWritableRoot();
  if (!isInstalled()) install();
  process.env.PATH = BIN + delimiter + process.env.PATH;
  if (process.versions.node.startsWith("24.")) await import(pathToFileURL(join(ROOT, script)).href);
  else await passOn(script);
}

function requireNode(least) {
  if (Number.parseInt(process.versions.node, 10) < least)
    stop(`Node.js ${least} or newer is needed to begin; this is ${process.versions.node}.`);
}

function requireWritableRoot() {
  try {
    accessSync(ROOT, constants.W_OK);
  } catch (failure) {
    const reason = failure.code === "EROFS" ? "it is on a read-only file system" : "you have no right to write there";
    stop(
      `The folder ${ROOT} cannot be written: ${reason}. Packages, builds and data are kept in it: give yourself that right, or clone elsewhere.`,
    );
  }
}

/** npm writes its own copy of the lockfile last, so an interrupted installation has none. */
function isInstalled() {
  const copy = join(ROOT, "node_modules", ".package-lock.json");
  if (!existsSync(copy) || !existsSync(join(BIN, "node"))) return false;
  const wanted = readPackages(join(ROOT, "package-lock.json"));
  const present = readPackages(copy);
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (!path.includes("node_modules/")) return true;
    return present[path] ? present[path].version === version && existsSync(join(ROOT, path)) : optional;
  });
}

function readPackages(lockfile) {
  return JSON.parse(readFileSync(lockfile, "utf8")).packages;
}

function install() {
  process.stdout.write("Installing the packages of package-lock.json (a minute or two, once) …\n");
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ["npm"];
  // Build tools are development dependencies: NODE_ENV=production must not leave them out.
  const { status, error } = spawnSync(npm[0], [...npm.slice(1), "ci", "--include=dev", "--loglevel=error"], { stdio: "inherit" });
  if (error) stop(`npm could not be run: ${error.message}.`);
  if (status !== 0)
    stop("The packages could not be installed: see npm's words above. Nothing else was changed; start again when that is put right.");
}

/** The inner process decides when to end; a signal that reaches it twice (from the terminal and from here) does no harm. */
function passOn(script) {
  const child = spawn(join(BIN, "node"), [script, ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on("close", (code) => {
      process.exitCode = code ?? 1;
      resolve();
    });
  });
}

function stop(sentence) {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
}
