import assert from "node:assert/strict";
import { test } from "node:test";
import { Shutdown } from "./shutdown.ts";

test("what was started last is stopped first, each after the one before has ended", async () => {
  const shutdown = new Shutdown();
  const order: string[] = [];
  for (const name of ["database", "api", "portal"]) {
    shutdown.add(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      order.push(name);
    });
  }
  await shutdown.stopAll();
  assert.deepEqual(order, ["portal", "api", "database"]);
});

test("asked twice, it stops everything once", async () => {
  const shutdown = new Shutdown();
  let stops = 0;
  shutdown.add(() => void stops++);
  await Promise.all([shutdown.stopAll(), shutdown.stopAll()]);
  assert.equal(stops, 1);
  assert.equal(shutdown.begun, true);
});

test("what has ended by itself is forgotten", async () => {
  const shutdown = new Shutdown();
  let stops = 0;
  const forget = shutdown.add(() => void stops++);
  forget();
  await shutdown.stopAll();
  assert.equal(stops, 0);
});
