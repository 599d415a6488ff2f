import fc from "fast-check";
import { Refusal } from "../../kernel/refusal";
import { MarkingScheme } from "../journals/marking-scheme";
import { DEFAULT_RULES } from "../assessment-rules/assessment-rules";
import { WorkScale } from "../assessment-rules/work-scale";
import { NO_MARK, readMark, type MarkScale } from "./mark-scale";

const fivePoint: MarkScale = { scheme: MarkingScheme.FIVE_POINT, rules: DEFAULT_RULES, scale: WorkScale.FIVE_POINT, maxHundredths: null };
const passFail: MarkScale = { ...fivePoint, scheme: MarkingScheme.PASS_FAIL };
const anyScale: fc.Arbitrary<MarkScale> = fc.record({
  scheme: fc.constantFrom(...Object.values(MarkingScheme)),
  rules: fc.record({ allowsOne: fc.boolean(), scales: fc.constant(DEFAULT_RULES.scales) }),
  scale: fc.constant(WorkScale.FIVE_POINT),
  maxHundredths: fc.constant(null),
});
const refusal = { code: "MARK_OUTSIDE_SCALE", extensions: { field: "value" } };

describe("the scale of marks", () => {
  it("is 2 to 5, and 1 only where the school allows it", () => {
    for (const grade of [2, 3, 4, 5]) expect(readMark(String(grade), fivePoint)).toEqual({ ...NO_MARK, grade });
    expect(readMark("1", fivePoint)).toMatchObject({ ...refusal, message: "Такой отметки нет: поставьте от 2 до 5." });
    expect(readMark("1", { ...fivePoint, rules: { ...DEFAULT_RULES, allowsOne: true } })).toEqual({ ...NO_MARK, grade: 1 });
  });

  it("is a pass or a fail in a pass-fail journal, and no grade there", () => {
    expect(readMark("PASS", passFail)).toEqual({ ...NO_MARK, passed: true });
    expect(readMark("FAIL", passFail)).toEqual({ ...NO_MARK, passed: false });
    expect(readMark("5", passFail)).toMatchObject(refusal);
    expect(readMark("PASS", fivePoint)).toMatchObject(refusal);
  });

  it("is empty where there are no marks", () => {
    for (const value of ["1", "2", "3", "4", "5", "PASS", "FAIL"]) {
      expect(readMark(value, { ...fivePoint, scheme: MarkingScheme.NONE })).toMatchObject(refusal);
    }
  });

  it("refuses every other text on every scale", () => {
    const other = fc.string().filter((text) => !/^([1-5]|PASS|FAIL)$/.test(text));
    const near = fc.constantFrom("0", "6", "05", "5 ", "5.0", "４", "5-", "pass", "н/а", "__proto__", "constructor");
    fc.assert(fc.property(fc.oneof(other, near), anyScale, (value, scale) => readMark(value, scale) instanceof Refusal));
  });
});

describe("works counted in points", () => {
  const percent: MarkScale = { ...fivePoint, scale: WorkScale.PERCENT };
  const tenPoint: MarkScale = { ...fivePoint, scale: WorkScale.TEN_POINT };
  const outOf = (maxHundredths: number): MarkScale => ({ ...fivePoint, scale: WorkScale.POINTS, maxHundredths });
  const grade = (value: string, scale: MarkScale) => readMark(value, scale) as { grade: number; pointsHundredths: number };

  it("give the grade of the school's table, and keep the points", () => {
    expect(["100", "85", "84", "65", "64", "45", "44", "0"].map((value) => grade(value, percent).grade)).toEqual([5, 5, 4, 4, 3, 3, 2, 2]);
    expect(["10", "9", "8", "7", "6", "4", "3", "1"].map((value) => grade(value, tenPoint).grade)).toEqual([5, 5, 4, 4, 3, 3, 2, 2]);
    expect(grade("87", percent)).toEqual({ ...NO_MARK, grade: 5, pointsHundredths: 8700 });
    expect(grade("12.75", outOf(1500))).toEqual({ ...NO_MARK, grade: 5, pointsHundredths: 1275 });
  });

  it("go by the exact share of the most points", () => {
    expect(grade("12.75", outOf(1500)).grade).toBe(5);
    expect(grade("12.74", outOf(1500)).grade).toBe(4);
    expect(grade("13", outOf(2000)).grade).toBe(4);
    expect(grade("12.99", outOf(2000)).grade).toBe(3);
  });

  it("are refused beyond the scale, with the scale named", () => {
    expect(readMark("101", percent)).toMatchObject({
      ...refusal,
      message: "Эта работа оценивается иначе: поставьте проценты, от 0 до 100.",
    });
    expect(readMark("0", tenPoint)).toMatchObject({ ...refusal, message: expect.stringContaining("от 1 до 10") });
    expect(readMark("15.5", outOf(1550))).toMatchObject({ grade: 5 });
    expect(readMark("15.51", outOf(1550))).toMatchObject({ ...refusal, message: expect.stringContaining("от 0 до 15,5") });
    for (const value of ["7.5", "-1", "1e1", "", " 5"]) expect(readMark(value, percent)).toMatchObject(refusal);
  });

  it("never give less for more points", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_900 }), fc.nat(), fc.nat(), (most, one, other) => {
        const [less, more] = [one % (most + 1), other % (most + 1)].sort((a, b) => a - b);
        const gradeOf = (hundredths: number) => grade(String(hundredths / 100), outOf(most)).grade;
        expect(gradeOf(less!)).toBeLessThanOrEqual(gradeOf(more!));
      }),
    );
  });
});
