import fc from "fast-check";
import { Refusal } from "../../kernel/refusal";
import { MarkingScheme } from "../journals/marking-scheme";
import { readMark, type MarkScale } from "./mark-scale";

const fivePoint: MarkScale = { scheme: MarkingScheme.FIVE_POINT, allowsOne: false };
const passFail: MarkScale = { scheme: MarkingScheme.PASS_FAIL, allowsOne: false };
const anyScale = fc.record({ scheme: fc.constantFrom(...Object.values(MarkingScheme)), allowsOne: fc.boolean() });
const refusal = { code: "MARK_OUTSIDE_SCALE", extensions: { field: "value" } };

describe("the scale of marks", () => {
  it("is 2 to 5, and 1 only where the school allows it", () => {
    for (const grade of [2, 3, 4, 5]) expect(readMark(String(grade), fivePoint)).toEqual({ grade, passed: null });
    expect(readMark("1", fivePoint)).toMatchObject({ ...refusal, message: "Такой отметки нет: поставьте от 2 до 5." });
    expect(readMark("1", { ...fivePoint, allowsOne: true })).toEqual({ grade: 1, passed: null });
  });

  it("is a pass or a fail in a pass-fail journal, and no grade there", () => {
    expect(readMark("PASS", passFail)).toEqual({ grade: null, passed: true });
    expect(readMark("FAIL", passFail)).toEqual({ grade: null, passed: false });
    expect(readMark("5", passFail)).toMatchObject(refusal);
    expect(readMark("PASS", fivePoint)).toMatchObject(refusal);
  });

  it("is empty where there are no marks", () => {
    for (const value of ["1", "2", "3", "4", "5", "PASS", "FAIL"]) {
      expect(readMark(value, { scheme: MarkingScheme.NONE, allowsOne: true })).toMatchObject(refusal);
    }
  });

  it("refuses every other text on every scale", () => {
    const other = fc.string().filter((text) => !/^([1-5]|PASS|FAIL)$/.test(text));
    const near = fc.constantFrom("0", "6", "05", "5 ", "5.0", "４", "5-", "pass", "н/а", "__proto__", "constructor");
    fc.assert(fc.property(fc.oneof(other, near), anyScale, (value, scale) => readMark(value, scale) instanceof Refusal));
  });
});
