import fc from "fast-check";
import { averageText, suggestedGrade, sumMarks, type WeightedMark } from "./weighted-average";

const marks = (...grades: number[]): WeightedMark[] => grades.map((grade) => ({ grade, weightHundredths: 100 }));
const anyMark = fc.record({ grade: fc.integer({ min: 1, max: 5 }), weightHundredths: fc.integer({ min: 1, max: 9999 }) });
const anyMarks = fc.array(anyMark, { minLength: 3, maxLength: 60 });

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
    expect(suggestedGrade(sumMarks([]), 50)).toBeNull();
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

describe("the suggested term mark", () => {
  it("rounds up from the school's threshold, exactly", () => {
    const half = sumMarks(marks(5, 5, 4, 4));
    expect(suggestedGrade(half, 50)).toBe(5);
    expect(suggestedGrade(half, 60)).toBe(4);
    const at465 = sumMarks([...Array<number>(13).fill(5), ...Array<number>(7).fill(4)].map((grade) => ({ grade, weightHundredths: 10 })));
    expect(averageText(at465)).toBe("4.65");
    expect(suggestedGrade(at465, 65)).toBe(5);
    expect(suggestedGrade(at465, 66)).toBe(4);
  });

  it("looks at the exact average, not at its printed form", () => {
    const just = sumMarks([
      { grade: 5, weightHundredths: 4996 },
      { grade: 4, weightHundredths: 4000 },
      { grade: 4, weightHundredths: 1004 },
    ]);
    expect(averageText(just)).toBe("4.50");
    expect(suggestedGrade(just, 50)).toBe(4);
  });

  it("suggests nothing while there are fewer than three marks", () => {
    expect(suggestedGrade(sumMarks(marks(5, 5)), 50)).toBeNull();
    expect(suggestedGrade(sumMarks(marks(5, 5, 5)), 50)).toBe(5);
  });

  it("is a neighbour of the exact average, and equals it where the average is whole", () => {
    fc.assert(
      fc.property(anyMarks, fc.integer({ min: 1, max: 100 }), (given, thresholdHundredths) => {
        const sum = sumMarks(given);
        const suggested = BigInt(suggestedGrade(sum, thresholdHundredths)!);
        const distance = suggested * sum.weights - sum.weighted;
        expect(distance < sum.weights && distance > -sum.weights).toBe(true);
      }),
    );
  });
});
