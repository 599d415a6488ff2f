import fc from "fast-check";
import { type AssessmentRules, DEFAULT_RULES } from "../assessment-rules/assessment-rules";
import { averageText, sumMarks } from "../marks/weighted-average";
import { gradeOfMean, suggestTermMark, SuggestionCause, type TermFacts } from "./suggest-term-mark";

const marks = (...grades: number[]) => sumMarks(grades.map((grade) => ({ grade, weightHundredths: 100 })));
const facts = (given: Partial<TermFacts>): TermFacts => ({
  sum: marks(5, 4, 4),
  held: 20,
  missed: 0,
  missedSick: 0,
  weeklyHoursTenths: 20,
  ...given,
});
const rules = (given: Partial<AssessmentRules> = {}): AssessmentRules => ({ ...DEFAULT_RULES, ...given });

describe("the suggested term mark", () => {
  it("rounds by the school's bands, exactly", () => {
    const half = facts({ sum: marks(5, 5, 4, 4) });
    expect(suggestTermMark(half, rules()).grade).toBe(5);
    const strict = rules({ bands: { five: 465, four: 365, three: 265 } });
    expect(suggestTermMark(half, strict).grade).toBe(4);
    const at465 = facts({ sum: marks(...Array<number>(13).fill(5), ...Array<number>(7).fill(4)) });
    expect(averageText(at465.sum)).toBe("4.65");
    expect(suggestTermMark(at465, strict).grade).toBe(5);
    expect(suggestTermMark(at465, rules({ bands: { five: 466, four: 366, three: 266 } })).grade).toBe(4);
  });

  it("looks at the exact average, not at its printed form", () => {
    const sum = sumMarks([
      { grade: 5, weightHundredths: 4996 },
      { grade: 4, weightHundredths: 4000 },
      { grade: 4, weightHundredths: 1004 },
    ]);
    expect(averageText(sum)).toBe("4.50");
    expect(suggestTermMark(facts({ sum }), rules()).grade).toBe(4);
  });

  it("is «н/а» while there are too few marks, by the journal's hours a week where the school has it so", () => {
    const two = facts({ sum: marks(5, 5), weeklyHoursTenths: 10 });
    expect(suggestTermMark(two, rules())).toEqual({ grade: null, cause: SuggestionCause.TOO_FEW_MARKS, leastMarks: 3 });
    const byHours = rules({
      leastMarks: [
        { upToHoursTenths: 10, marks: 2 },
        { upToHoursTenths: 20, marks: 4 },
        { upToHoursTenths: null, marks: 5 },
      ],
    });
    expect(suggestTermMark(two, byHours).grade).toBe(5);
    expect(suggestTermMark({ ...two, weeklyHoursTenths: 15 }, byHours)).toMatchObject({ grade: null, leastMarks: 4 });
    expect(suggestTermMark({ ...two, weeklyHoursTenths: 50 }, byHours)).toMatchObject({ grade: null, leastMarks: 5 });
  });

  it("asks fewer marks of a pupil who was long ill, where the school has it so", () => {
    const ill = facts({ sum: marks(4, 4), missed: 9, missedSick: 9 });
    expect(suggestTermMark(ill, rules()).grade).toBeNull();
    const lenient = rules({ leastMarksAfterIllness: { sickPercent: 30, marks: 2 } });
    expect(suggestTermMark(ill, lenient)).toEqual({ grade: 4, cause: SuggestionCause.AVERAGE, leastMarks: 2 });
    expect(suggestTermMark({ ...ill, missedSick: 6 }, lenient).grade).toBeNull();
  });

  it("is «н/а» for more than half of the lessons missed, and not for half", () => {
    expect(suggestTermMark(facts({ held: 20, missed: 11 }), rules())).toMatchObject({
      grade: null,
      cause: SuggestionCause.MISSED_TOO_MUCH,
    });
    expect(suggestTermMark(facts({ held: 20, missed: 10 }), rules()).grade).toBe(4);
    expect(suggestTermMark(facts({ held: 20, missed: 20 }), rules({ mostMissedPercent: null })).grade).toBe(4);
  });

  it("is 4 and not 5 beside a 2, where the school has it so", () => {
    const good = facts({ sum: marks(5, 5, 5, 5, 5, 2) });
    expect(suggestTermMark(good, rules())).toMatchObject({ grade: 5, cause: SuggestionCause.AVERAGE });
    expect(suggestTermMark(good, rules({ twoBarsFive: true }))).toMatchObject({ grade: 4, cause: SuggestionCause.TWO_BARS_FIVE });
  });

  it("never falls when a mark gets better, and is a whole average itself", () => {
    const weighted = fc.array(fc.record({ grade: fc.integer({ min: 2, max: 4 }), weightHundredths: fc.integer({ min: 1, max: 9999 }) }), {
      minLength: 3,
      maxLength: 40,
    });
    const anyBands = fc
      .record({
        five: fc.integer({ min: 401, max: 500 }),
        four: fc.integer({ min: 301, max: 400 }),
        three: fc.integer({ min: 201, max: 300 }),
      })
      .map((bands) => rules({ bands }));
    fc.assert(
      fc.property(weighted, anyBands, fc.nat(), (given, school, at) => {
        const better = given.map((mark, index) => (index === at % given.length ? { ...mark, grade: mark.grade + 1 } : mark));
        const before = suggestTermMark(facts({ sum: sumMarks(given) }), school).grade!;
        expect(suggestTermMark(facts({ sum: sumMarks(better) }), school).grade!).toBeGreaterThanOrEqual(before);
        const same = given.map((mark) => ({ ...mark, grade: given[0]!.grade }));
        expect(suggestTermMark(facts({ sum: sumMarks(same) }), school).grade).toBe(given[0]!.grade);
      }),
    );
  });

  it("lies within one of the exact average wherever the bands stand", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 200n, max: 500n }), (hundredths) => {
        const grade = BigInt(gradeOfMean(hundredths, 100n, { five: 465, four: 365, three: 265 }));
        const distance = grade * 100n - hundredths;
        expect(distance > -100n && distance < 100n).toBe(true);
      }),
    );
  });
});
