import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { releaseDataLock, takeDataLock } from "./data-lock.ts";

let directory: string;
let lock: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "open-school-journal-lock-"));
  lock = join(directory, ".data", "lock.json");
});
afterEach(() => rmSync(directory, { recursive: true }));

test("the first takes the lock and gives it back", () => {
  assert.equal(takeDataLock(lock, "here"), undefined);
  assert.equal(existsSync(lock), true);
  releaseDataLock(lock);
  assert.equal(existsSync(lock), false);
});

test("the second learns who holds it and where", async () => {
  const script = join(import.meta.dirname, "data-lock.ts");
  const code = `import("${script}").then(({ takeDataLock }) => { takeDataLock(${JSON.stringify(lock)}, "http://localhost:3000"); console.log("taken"); setInterval(() => 0, 1000); })`;
  const holder = spawn(process.execPath, ["-e", code, "ops/start.mjs"], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    await once(holder.stdout, "data");
    assert.deepEqual(takeDataLock(lock, "elsewhere"), { pid: holder.pid, address: "http://localhost:3000" });
  } finally {
    holder.kill("SIGKILL");
    await once(holder, "exit");
  }
  assert.equal(takeDataLock(lock, "elsewhere"), undefined, "a lock of a process that was killed is taken over");
});

test("a lock whose number now belongs to another program is taken over", () => {
  takeDataLock(lock, "here");
  writeFileSync(lock, JSON.stringify({ pid: 1, address: "before the restart" }));
  assert.equal(takeDataLock(lock, "here"), undefined);
});
