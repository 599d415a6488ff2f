import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { inWords, Problem } from "./problem.ts";

test("an expected failure is its own words, without a stack", () => {
  assert.equal(inWords(new Problem("Port 3000 is taken.")), "Port 3000 is taken.");
});

test("a file of another user is named", () => {
  const failure = Object.assign(new Error("EACCES: permission denied"), { code: "EACCES", path: "/srv/journal/.data/lock.json" });
  assert.match(inWords(failure), /no right to use \/srv\/journal\/\.data\/lock\.json/);
});

test("a failure of the program shows where it happened", () => {
  assert.throws(
    () => readdirSync("/nowhere"),
    (failure) => inWords(failure).includes("problem.test.ts"),
  );
});
