import assert from "node:assert/strict";
import { test } from "node:test";
import { countJest, countTap, sum } from "./counts.ts";

test("jest's report is counted, a file that broke before its tests as one failure", () => {
  const report = JSON.stringify({ numPassedTests: 40, numFailedTests: 2, numRuntimeErrorTestSuites: 1 });
  assert.deepEqual(countJest(report), { passed: 40, failed: 3 });
});

test("a TAP report is counted, a cancelled test as a failure", () => {
  assert.deepEqual(countTap("TAP version 13\n1..3\n# tests 3\n# pass 1\n# fail 1\n# cancelled 1\n# skipped 0\n"), { passed: 1, failed: 2 });
});

test("a TAP report that was cut off is not taken for success", () => {
  assert.throws(() => countTap("TAP version 13\nok 1 - one\n"), /not a whole TAP report/);
});

test("the sum of nothing is nothing", () => {
  assert.deepEqual(sum([]), { passed: 0, failed: 0 });
  assert.deepEqual(
    sum([
      { passed: 1, failed: 0 },
      { passed: 2, failed: 3 },
    ]),
    { passed: 3, failed: 3 },
  );
});
