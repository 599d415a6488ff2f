/** How many tests, or checks that count as one each, passed and failed. */
export interface Counts {
  passed: number;
  failed: number;
}

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  /** Files that broke before their tests could run. */
  numRuntimeErrorTestSuites: number;
}

/** Reads the report of `jest --json`. */
export function countJest(report: string): Counts {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(report) as JestReport;
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
}

/** Reads the closing lines of the TAP report of Node's test runner. */
export function countTap(report: string): Counts {
  const read = (name: string): number => Number(new RegExp(`^# ${name} (\\d+)$`, "m").exec(report)?.[1] ?? Number.NaN);
  const counts = { passed: read("pass"), failed: read("fail") + read("cancelled") };
  if (Number.isNaN(counts.passed + counts.failed)) throw new Error(`not a whole TAP report:\n${report.slice(-500)}`);
  return counts;
}

export function sum(all: Counts[]): Counts {
  return all.reduce((one, other) => ({ passed: one.passed + other.passed, failed: one.failed + other.failed }), { passed: 0, failed: 0 });
}
