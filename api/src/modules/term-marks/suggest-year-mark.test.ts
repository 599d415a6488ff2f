import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { DEFAULT_RULES, readRules } from "../assessment-rules/assessment-rules";
import { suggestFinalMark, suggestYearMark } from "./suggest-year-mark";

const EXAMPLES = join(__dirname, "../../../../docs/assessment-examples.md");
const VALUES: Record<string, string> = { "н/а": "NOT_ASSESSED", осв: "RELEASED", зч: "PASS", нз: "FAIL" };

/** The rows of one of the tables, by the letter before their number. */
function rowsOf(letter: string): string[][] {
  return readFileSync(EXAMPLES, "utf8")
    .split("\n")
    .filter((line) => new RegExp(`^\\| ${letter}\\d+ \\|`).test(line))
    .map((line) => line.split("|").slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));
}

const valueOf = (text: string): string | null => (text === "—" ? null : (VALUES[text] ?? text));
const bandsOf = (text: string) => {
  const [five, four, three] = (/границы (\S+)/.exec(text)?.[1] ?? "4,50/3,50/2,50").split("/").map((one) => Number(one.replace(",", "")));
  return { five: five!, four: four!, three: three! };
};

describe("the worked examples of years and final marks in docs/assessment-examples.md", () => {
  const years = rowsOf("Г");
  const finals = rowsOf("И");

  it("are tables", () => expect([years.length >= 12, finals.length >= 8]).toEqual([true, true]));

  it.each(years)("%s (%s): %s gives the year %s", (_, rules, terms, suggested) => {
    const year = suggestYearMark(terms!.split(" ").map(valueOf), readRules({ yearBands: bandsOf(rules!) }));
    expect(year?.value ?? null).toBe(valueOf(suggested!));
  });

  it.each(finals)("%s (%s): year %s and exam %s give %s", (_, rules, year, exam, suggested) => {
    const final = suggestFinalMark(valueOf(year!), valueOf(exam!), readRules({ finalBands: bandsOf(rules!) }));
    expect(final?.value ?? null).toBe(valueOf(suggested!));
  });
});

describe("a suggested mark of the year", () => {
  const grade = fc.constantFrom("2", "3", "4", "5");
  const term = fc.constantFrom("2", "3", "4", "5", "NOT_ASSESSED", "RELEASED");

  it("lies between the worst and the best of its terms", () => {
    fc.assert(
      fc.property(fc.array(grade, { minLength: 1, maxLength: 4 }), (terms) => {
        const year = Number(suggestYearMark(terms, DEFAULT_RULES)!.value);
        expect(year).toBeGreaterThanOrEqual(Math.min(...terms.map(Number)));
        expect(year).toBeLessThanOrEqual(Math.max(...terms.map(Number)));
      }),
    );
  });

  it("does not depend on the order of the terms", () => {
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: 4 }), (terms) => {
        expect(suggestYearMark(terms.toReversed(), DEFAULT_RULES)).toEqual(suggestYearMark(terms, DEFAULT_RULES));
      }),
    );
  });

  it("never falls when a term's grade rises", () => {
    fc.assert(
      fc.property(fc.array(grade, { minLength: 1, maxLength: 4 }), fc.nat(3), (terms, at) => {
        const better = terms.map((value, place) => (place === at % terms.length ? String(Math.min(5, Number(value) + 1)) : value));
        expect(Number(suggestYearMark(better, DEFAULT_RULES)!.value)).toBeGreaterThanOrEqual(
          Number(suggestYearMark(terms, DEFAULT_RULES)!.value),
        );
      }),
    );
  });

  it("is not there while a term has no mark", () => {
    fc.assert(
      fc.property(fc.array(term, { maxLength: 3 }), (terms) => expect(suggestYearMark([...terms, null], DEFAULT_RULES)).toBeNull()),
    );
  });

  it("is н/а exactly when more than half of the terms studied are", () => {
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: 4 }), (terms) => {
        const studied = terms.filter((value) => value !== "RELEASED");
        const not = studied.filter((value) => value === "NOT_ASSESSED").length;
        expect(suggestYearMark(terms, DEFAULT_RULES)!.value === "NOT_ASSESSED").toBe(studied.length > 0 && not * 2 > studied.length);
      }),
    );
  });
});

describe("a suggested final mark", () => {
  const grade = fc.constantFrom("2", "3", "4", "5");

  it("is the year's without an exam, and lies between the two with one", () => {
    fc.assert(
      fc.property(grade, grade, (year, exam) => {
        expect(suggestFinalMark(year, null, DEFAULT_RULES)!.value).toBe(year);
        const final = Number(suggestFinalMark(year, exam, DEFAULT_RULES)!.value);
        expect(final).toBeGreaterThanOrEqual(Math.min(Number(year), Number(exam)));
        expect(final).toBeLessThanOrEqual(Math.max(Number(year), Number(exam)));
      }),
    );
  });
});
