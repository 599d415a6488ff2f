import fc from "fast-check";
import { Averaging, RetakeRule } from "../assessment-rules/assessment-rules";
import { retakeShares } from "./retake-shares";
import { averageText, sumMarks, WHOLE_SHARE, type WeightedMark } from "./weighted-average";

const marks = (...grades: number[]): WeightedMark[] => grades.map((grade) => ({ grade, weightHundredths: 100 }));
const anyMark = fc.record({ grade: fc.integer({ min: 1, max: 5 }), weightHundredths: fc.integer({ min: 1, max: 9999 }) });
const anyMarks = fc.array(anyMark, { minLength: 3, maxLength: 60 });

const grades = fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: 1, maxLength: 9 });

describe("a work that was taken again", () => {
  const averageOf = (attempts: (number | null)[], rule: RetakeRule): string | null => {
    const shares = retakeShares(attempts, rule);
    return averageText(
      sumMarks(attempts.flatMap((grade, at) => (grade === null ? [] : [{ grade, weightHundredths: 100, share: shares[at] }]))),
    );
  };

  it("counts by the last mark, by the best, by both or by their mean, as the school has it", () => {
    expect(Object.values(RetakeRule).map((rule) => averageOf([4, 2], rule))).toEqual(["2.00", "4.00", "3.00", "3.00"]);
    expect(Object.values(RetakeRule).map((rule) => averageOf([2, 3, 5], rule))).toEqual(["5.00", "5.00", "3.33", "3.33"]);
  });

  it("counts as one mark, except where every attempt counts", () => {
    const countOf = (rule: RetakeRule) => retakeShares([2, 4], rule).reduce((sum, share) => sum + share, 0) / WHOLE_SHARE;
    expect(Object.values(RetakeRule).map(countOf)).toEqual([1, 1, 2, 1]);
  });

  it("counts a cleared attempt or a debt for nothing, and whole marks whatever the rule", () => {
    fc.assert(
      fc.property(grades, fc.constantFrom(...Object.values(RetakeRule)), (attempts, rule) => {
        const shares = retakeShares(attempts, rule);
        const graded = attempts.filter((grade) => grade !== null).length;
        expect(shares.every((share, at) => Number.isInteger(share) && (attempts[at] !== null || share === 0))).toBe(true);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(WHOLE_SHARE * (rule === RetakeRule.BOTH ? graded : Math.min(graded, 1)));
      }),
    );
  });
});

describe("the plain average of a term", () => {
  it("takes every mark alike, whatever its work weighs", () => {
    expect(averageText(sumMarks([{ grade: 5, weightHundredths: 300 }, ...marks(2)], Averaging.PLAIN))).toBe("3.50");
  });
});

describe("the weighted average of a term", () => {
  it("prints two digits, half up", () => {
    expect(averageText(sumMarks(marks(5, 4, 4)))).toBe("4.33");
    expect(averageText(sumMarks(marks(5, 5, 4)))).toBe("4.67");
    expect(
      averageText(
        sumMarks([
          { grade: 5, weightHundredths: 1 },
          { grade: 4, weightHundredths: 199 },
        ]),
      ),
    ).toBe("4.01");
    expect(averageText(sumMarks(marks(5)))).toBe("5.00");
  });

  it("is not there without marks", () => {
    expect(averageText(sumMarks([]))).toBeNull();
  });

  it("weighs a control work of weight 2 twice", () => {
    expect(averageText(sumMarks([{ grade: 5, weightHundredths: 200 }, ...marks(2)]))).toBe("4.00");
  });

  it("lies between the worst and the best mark and does not depend on their order", () => {
    fc.assert(
      fc.property(anyMarks, (given) => {
        const average = Number(averageText(sumMarks(given)));
        const grades = given.map(({ grade }) => grade);
        expect(average).toBeGreaterThanOrEqual(Math.min(...grades));
        expect(average).toBeLessThanOrEqual(Math.max(...grades));
        expect(sumMarks([...given].reverse())).toEqual(sumMarks(given));
      }),
    );
  });

  it("does not change when every weight is scaled alike", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 9999 }),
        (grades, weightHundredths) => {
          const weighed = sumMarks(grades.map((grade) => ({ grade, weightHundredths })));
          expect(averageText(weighed)).toBe(averageText(sumMarks(marks(...grades))));
        },
      ),
    );
  });
});
