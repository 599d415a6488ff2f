import fc from "fast-check";
import { addCounts, countResults, qualityFigures, ratioText, type Ratio, type Result } from "./quality-figures";

const group = (text: string): Result[] =>
  text
    .split(" ")
    .map(
      (word) =>
        (({ нет: null, осв: "RELEASED", "н/а": "NOT_ASSESSED", зач: "PASS", незач: "FAIL" }) as Record<string, Result>)[word] ??
        (word as Result),
    );
const figures = (text: string) => qualityFigures(countResults(text === "" ? [] : group(text)));
const text = (value: Ratio | null) => (value ? ratioText(value) : "—");

const anyResult = fc.constantFrom<Result>("5", "4", "3", "2", "1", "NOT_ASSESSED", "RELEASED", null);
const anyGroup = fc.array(anyResult, { maxLength: 60 });
const isLess = (one: Ratio, other: Ratio) => one.numerator * other.denominator < other.numerator * one.denominator;

describe("the quality figures of a group", () => {
  it("counts released pupils and those without a mark out, and н/а in", () => {
    const found = figures("5 5 4 4 4 3 3 2 н/а осв нет");
    expect(found.size).toBe(9);
    expect(text(found.success)).toBe("77.78");
    expect(text(found.quality)).toBe("55.56");
    expect(text(found.mean)).toBe("3.75");
  });

  it("gives СОУ with and without the term for н/а", () => {
    const found = figures("5 4 3 2 н/а");
    expect(text(found.learning)).toBe("43.20");
    expect(text(found.learningWithNotAssessed)).toBe("44.60");
    expect(qualityFigures(countResults(group("5 н/а")), null).learningWithNotAssessed).toBeNull();
  });

  it("has no figure of nobody: «—», not 0 %", () => {
    for (const empty of [figures(""), figures("осв нет осв")]) {
      expect(empty.size).toBe(0);
      expect([empty.mean, empty.success, empty.quality, empty.learning, empty.learningWithNotAssessed].map(text)).toEqual(
        Array(5).fill("—"),
      );
    }
  });

  it("has no mean where all are н/а, and 0 % success", () => {
    expect(figures("н/а н/а")).toMatchObject({ size: 2, mean: null });
    expect(text(figures("н/а н/а").success)).toBe("0.00");
  });

  it("knows of passes only whether they are", () => {
    const found = figures("зач зач незач осв");
    expect(found.size).toBe(3);
    expect(text(found.success)).toBe("66.67");
    expect([found.quality, found.learning, found.mean].map(text)).toEqual(["—", "—", "—"]);
  });

  it("is the exact sum over the pupils, in any order", () => {
    fc.assert(
      fc.property(anyGroup, (results) => {
        const found = qualityFigures(countResults(results));
        const inside = results.filter((result) => result !== null && result !== "RELEASED");
        expect(found.size).toBe(inside.length);
        expect(qualityFigures(countResults([...results].reverse()))).toEqual(found);
        if (inside.length === 0) return;
        const points = { "5": 100, "4": 64, "3": 36, "2": 16, "1": 4, NOT_ASSESSED: 7 } as Record<string, number>;
        const sum = inside.reduce((total, result) => total + points[result!]!, 0);
        expect(found.learningWithNotAssessed!.numerator * BigInt(inside.length)).toBe(
          BigInt(sum) * found.learningWithNotAssessed!.denominator,
        );
        expect(found.success!.numerator * BigInt(inside.length)).toBe(
          BigInt(inside.filter((result) => ["5", "4", "3"].includes(result!)).length * 100) * found.success!.denominator,
        );
      }),
    );
  });

  it("lies between 0 and 100 per cent, quality never over success, СОУ without н/а never over the one with it", () => {
    fc.assert(
      fc.property(anyGroup, (results) => {
        const { success, quality, learning, learningWithNotAssessed, mean } = qualityFigures(countResults(results));
        for (const share of [success, quality, learning, learningWithNotAssessed]) {
          if (share) expect(isLess({ numerator: 100n, denominator: 1n }, share)).toBe(false);
        }
        if (success && quality) expect(isLess(success, quality)).toBe(false);
        if (learning && learningWithNotAssessed) expect(isLess(learningWithNotAssessed, learning)).toBe(false);
        if (mean) expect(isLess({ numerator: 5n, denominator: 1n }, mean) || isLess(mean, { numerator: 1n, denominator: 1n })).toBe(false);
      }),
    );
  });

  it("does not change for pupils who are released or have no mark", () => {
    fc.assert(
      fc.property(anyGroup, fc.array(fc.constantFrom<Result>("RELEASED", null)), (results, others) => {
        expect(qualityFigures(countResults([...results, ...others]))).toEqual(qualityFigures(countResults(results)));
      }),
    );
  });

  it("sums groups as if they were one", () => {
    fc.assert(
      fc.property(anyGroup, anyGroup, (one, other) => {
        expect(addCounts(countResults(one), countResults(other))).toEqual(countResults([...one, ...other]));
      }),
    );
  });
});

describe("a ratio in print", () => {
  it("rounds half up and keeps its zeros", () => {
    expect(ratioText({ numerator: 200n, denominator: 3n }, 1)).toBe("66.7");
    expect(ratioText({ numerator: 1n, denominator: 200n })).toBe("0.01");
    expect(ratioText({ numerator: 995n, denominator: 1000n })).toBe("1.00");
    expect(ratioText({ numerator: 9n, denominator: 2n }, 0)).toBe("5");
    expect(ratioText({ numerator: 5n, denominator: 1n })).toBe("5.00");
  });
});
