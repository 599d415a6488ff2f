import fc from "fast-check";
import { type AssessmentRules, Averaging, DEFAULT_RULES } from "../assessment-rules/assessment-rules";
import { MarkSummer, sumMarks, type WeightedMark } from "../marks/weighted-average";
import { suggestTermMark } from "../term-marks/suggest-term-mark";
import { atTermEnd, fewestMarks, forecastGrade, forecastTerm, mostMarks, Outlook, type ForecastFacts, workGroups } from "./forecast";

const rules = (given: Partial<AssessmentRules> = {}): AssessmentRules => ({ ...DEFAULT_RULES, ...given });
const whole = (...grades: number[]): WeightedMark[] => grades.map((grade) => ({ grade, weightHundredths: 100 }));
const facts = (marks: WeightedMark[], given: Partial<ForecastFacts> = {}): ForecastFacts => ({
  sum: sumMarks(marks),
  held: 20,
  missed: 0,
  missedSick: 0,
  weeklyHoursTenths: 20,
  lessonsLeft: 10,
  ...given,
});

/** A term at random: its marks stay known, so that further ones can be summed up with them. */
const term = fc.record({
  marks: fc.array(
    fc.record({
      grade: fc.integer({ min: 2, max: 5 }),
      weightHundredths: fc.constantFrom(50, 100, 133, 250, 300),
      share: fc.constantFrom(2520, 2520, 1260, 840, 0),
    }),
    { maxLength: 9 },
  ),
  held: fc.integer({ min: 0, max: 20 }),
  missed: fc.integer({ min: 0, max: 12 }),
  lessonsLeft: fc.integer({ min: 0, max: 14 }),
  sick: fc.boolean(),
});
const school = fc.record({
  bands: fc.constantFrom({ five: 450, four: 350, three: 250 }, { five: 465, four: 365, three: 265 }, { five: 500, four: 410, three: 300 }),
  least: fc.integer({ min: 0, max: 5 }),
  twoBarsFive: fc.boolean(),
  illness: fc.constantFrom(null, { sickPercent: 30, marks: 2 }),
});
const read = ({ bands, least, twoBarsFive, illness }: typeof school extends fc.Arbitrary<infer T> ? T : never): AssessmentRules =>
  rules({ bands, twoBarsFive, leastMarks: [{ upToHoursTenths: null, marks: least }], leastMarksAfterIllness: illness });
const wanted = fc.constantFrom(3 as const, 4 as const, 5 as const);
const weight = fc.constantFrom(50, 100, 300);

/** The grade that is suggested at the term's end after further marks; 0 for «н/а». */
function gradeAfter(marks: WeightedMark[], { sum: _, ...rest }: ForecastFacts, own: AssessmentRules, further: WeightedMark[]): number {
  const summer = new MarkSummer(own.averaging);
  for (const mark of [...marks, ...further]) summer.add(mark);
  return suggestTermMark({ ...atTermEnd({ ...rest, sum: summer.sum }), sum: summer.sum }, own).grade ?? 0;
}

describe("what leads to a grade (3.3.4)", () => {
  it("is the fewest fives, and the fewest marks of the grade itself where they suffice", () => {
    expect(fewestMarks(facts(whole(4, 4, 4)), rules(), { wanted: 5, given: 5, weightHundredths: 100 })).toBe(3);
    expect(fewestMarks(facts(whole(4, 4, 4)), rules(), { wanted: 5, given: 5, weightHundredths: 300 })).toBe(1);
    expect(fewestMarks(facts(whole(3, 3, 3)), rules(), { wanted: 4, given: 4, weightHundredths: 100 })).toBe(3);
  });

  it("is told for each weight that the school gives its works, the heaviest first", () => {
    const { grades } = forecastTerm(
      facts(whole(4, 4, 4)),
      rules({ works: { ...DEFAULT_RULES.works, CONTROL: { weightHundredths: 300, isLocked: true } } }),
    );
    expect(grades).toHaveLength(1);
    expect(grades[0]).toMatchObject({ grade: 5, outlook: Outlook.REACHABLE, fewest: 1 });
    expect(grades[0]!.paths.map(({ weightHundredths, fives, kinds }) => [weightHundredths, fives, kinds.length])).toEqual([
      [300, 1, 1],
      [100, 3, 12],
    ]);
  });

  it("counts the marks that are too few, too", () => {
    const { suggestion, grades } = forecastTerm(facts(whole(5)), rules());
    expect(suggestion.grade).toBeNull();
    expect(grades.map(({ grade, fewest }) => [grade, fewest])).toEqual([
      [3, 2],
      [4, 2],
      [5, 2],
    ]);
  });

  it("is out of reach with fewer lessons left than marks needed", () => {
    expect(forecastGrade(facts(whole(3, 3, 3), { lessonsLeft: 8 }), rules(), 5)).toMatchObject({
      outlook: Outlook.TOO_FEW_LESSONS,
      fewest: 9,
      paths: [],
    });
    expect(forecastGrade(facts(whole(3, 3, 3), { lessonsLeft: 9 }), rules(), 5).outlook).toBe(Outlook.REACHABLE);
  });

  it("is barred by a 2, and by lessons missed that the rest of the term does not make up for", () => {
    expect(forecastGrade(facts(whole(5, 5, 2)), rules({ twoBarsFive: true }), 5).outlook).toBe(Outlook.TWO_BARS_FIVE);
    const missed = facts(whole(5, 5, 5), { held: 10, missed: 10, lessonsLeft: 9 });
    expect(forecastGrade(missed, rules(), 3).outlook).toBe(Outlook.MISSED_TOO_MUCH);
    expect(forecastGrade({ ...missed, lessonsLeft: 10 }, rules(), 5)).toMatchObject({ outlook: Outlook.REACHABLE, fewest: 0 });
  });

  it("agrees with the suggestion: so many marks suffice, and one fewer does not", () => {
    fc.assert(
      fc.property(term, school, wanted, weight, fc.integer({ min: 2, max: 5 }), (one, has, grade, weightHundredths, given) => {
        const own = read(has);
        const state = facts(one.marks, {
          held: one.held,
          missed: one.missed,
          missedSick: one.sick ? one.missed : 0,
          lessonsLeft: one.lessonsLeft,
        });
        const barred = [Outlook.MISSED_TOO_MUCH, Outlook.TWO_BARS_FIVE].includes(forecastGrade(state, own, grade).outlook);
        const reaches = (count: number) => {
          const further = Array<WeightedMark>(count).fill({ grade: given, weightHundredths });
          return gradeAfter(one.marks, state, { ...own, twoBarsFive: own.twoBarsFive && barred }, further) >= grade;
        };
        const fewest = fewestMarks(state, own, { wanted: grade, given, weightHundredths });
        const byTrying = barred ? undefined : Array.from({ length: 41 }, (_, count) => count).find(reaches);
        if (barred) expect(reaches(Math.min(fewest ?? 40, 40))).toBe(false);
        else if (byTrying === undefined) expect(fewest === null || fewest > 40).toBe(true);
        else expect(fewest).toBe(byTrying);
      }),
      { numRuns: 300 },
    );
  });

  it("needs more for a better grade, fewer for heavier works, and fewer with a better mark", () => {
    fc.assert(
      fc.property(term, school, (one, has) => {
        const own = read(has);
        const state = facts(one.marks, { lessonsLeft: one.lessonsLeft });
        const need = (grade: 3 | 4 | 5, weightHundredths: number, better = state) =>
          fewestMarks(better, own, { wanted: grade, given: 5, weightHundredths }) ?? Infinity;
        expect(need(4, 100)).toBeLessThanOrEqual(need(5, 100));
        expect(need(3, 100)).toBeLessThanOrEqual(need(4, 100));
        expect(need(5, 300)).toBeLessThanOrEqual(need(5, 100));
        const improved = { ...state, sum: sumMarks(one.marks.map((mark, at) => (at === 0 ? { ...mark, grade: 5 } : mark))) };
        expect(need(5, 100, improved)).toBeLessThanOrEqual(need(5, 100));
      }),
    );
  });

  it("is alike for all works where the school averages plainly", () => {
    const groups = workGroups(
      rules({ averaging: Averaging.PLAIN, works: { ...DEFAULT_RULES.works, CONTROL: { weightHundredths: 300, isLocked: true } } }),
    );
    expect(groups.map(({ weightHundredths, kinds }) => [weightHundredths, kinds.length])).toEqual([[100, 13]]);
  });
});

describe("what keeps a grade", () => {
  it("is how many worse marks may come before it falls", () => {
    const good = facts(whole(5, 5, 5, 5, 5)).sum;
    const most = (given: number, own = rules()) => mostMarks(facts([], { sum: good }), own, { kept: 5, given, weightHundredths: 100 });
    expect([most(4), most(3), most(2)]).toEqual([5, 1, 1]);
    expect(most(2, rules({ twoBarsFive: true }))).toBe(0);
    expect(most(5)).toBeNull();
  });

  it("agrees with the suggestion: so many leave it, and one more does not", () => {
    fc.assert(
      fc.property(term, school, weight, fc.integer({ min: 2, max: 4 }), (one, has, weightHundredths, given) => {
        const own = { ...read(has), mostMissedPercent: null };
        const state = facts(one.marks, { lessonsLeft: 0 });
        const kept = gradeAfter(one.marks, state, own, []);
        if (kept === 0) return;
        const after = (count: number) =>
          gradeAfter(one.marks, state, own, Array<WeightedMark>(count).fill({ grade: given, weightHundredths }));
        const most = mostMarks(state, own, { kept, given, weightHundredths });
        if (most === null) return expect(after(30)).toBeGreaterThanOrEqual(kept);
        expect(after(most)).toBeGreaterThanOrEqual(kept);
        expect(after(most + 1)).toBeLessThan(kept);
      }),
      { numRuns: 300 },
    );
  });
});
