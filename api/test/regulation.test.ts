import { existsSync } from "node:fs";
import { join } from "node:path";
import { REGULATION } from "../../schema/regulation";

const ROOT = join(__dirname, "..", "..");

/** The regulation's sections with the count of their clauses. */
const SECTIONS: readonly [section: string, clauses: number][] = [
  ["1", 7],
  ["1.4", 8],
  ["2", 9],
  ["3.1", 2],
  ["3.2", 7],
  ["3.3", 5],
  ["3.4", 10],
  ["3.5", 4],
  ["4.1", 7],
  ["4.2", 2],
];

describe("what the journal does about each clause of the regulation", () => {
  it("is said for every clause, once", () => {
    const clauses = SECTIONS.flatMap(([section, count]) => Array.from({ length: count }, (_, index) => `${section}.${index + 1}`)).filter(
      (clause) => clause !== "1.4",
    );
    expect(REGULATION.map(({ clause }) => clause).sort()).toEqual(clauses.sort());
  });

  it.each(REGULATION.flatMap(({ clause, shownBy }) => shownBy.map((file) => [clause, file])))("%s is shown by %s", (_clause, file) => {
    expect(existsSync(join(ROOT, file))).toBe(true);
  });

  it.each(REGULATION.filter(({ status }) => status === "enforced" || status === "checked"))(
    "$clause is $status, and a test shows it",
    ({ shownBy }) => {
      expect(shownBy.some((file) => file.endsWith(".test.ts"))).toBe(true);
    },
  );

  it.each(REGULATION.filter(({ status }) => status === "operational"))("$clause is operational, and a guide tells how", ({ shownBy }) => {
    expect(shownBy.some((file) => file.endsWith(".md"))).toBe(true);
  });
});
