import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { Refusal } from "../../kernel/refusal";
import { AssessmentKind } from "../assessment-rules/assessment-kind";
import { DEFAULT_RULES } from "../assessment-rules/assessment-rules";
import { WorkScale } from "../assessment-rules/work-scale";
import { MarkingScheme } from "../journals/marking-scheme";
import { type ColumnRules, decideColumns, type FoundColumn } from "./decide-columns";
import type { AssessmentInput } from "./record-lesson.inputs";

const oral: FoundColumn = {
  id: uuidv7(),
  number: 1,
  kind: AssessmentKind.ORAL,
  weight: 1,
  title: null,
  mandatory: false,
  scale: WorkScale.FIVE_POINT,
  maxPoints: null,
  isOfLesson: true,
  hasMarks: false,
};
const control = {
  id: uuidv7(),
  kind: AssessmentKind.CONTROL,
  title: "Дроби",
  weight: 2,
  mandatory: true,
  scale: WorkScale.FIVE_POINT,
  maxPoints: null,
};
const rules: ColumnRules = { isForeignLanguage: false, scheme: MarkingScheme.FIVE_POINT, works: DEFAULT_RULES.works };

describe("the columns of a lesson", () => {
  it("are made after the others, changed in their places and taken away", () => {
    expect(decideColumns([oral, control], [oral], rules)).toEqual([{ before: null, after: { ...control, number: 2 } }]);
    expect(decideColumns([{ ...oral, weight: 1.5 }], [oral], rules)).toMatchObject([
      { before: { weight: 1 }, after: { weight: 1.5, number: 1 } },
    ]);
    expect(decideColumns([], [oral], rules)).toMatchObject([{ before: { number: 1 }, after: null }]);
    expect(decideColumns([oral], [oral], rules)).toEqual([]);
  });

  it.each<[string, AssessmentInput[], FoundColumn[], string]>([
    ["a column that marks were set in is left out", [], [{ ...oral, hasMarks: true }], "INVALID"],
    ["a column is named twice", [oral, oral], [oral], "INVALID"],
    ["an id is no UUID", [{ ...oral, id: "1" }], [], "INVALID"],
    ["a column belongs to another lesson", [oral], [{ ...oral, isOfLesson: false }], "NOT_FOUND"],
    ["a title is not Russian", [{ ...control, title: "Fractions" }], [], "TOPIC_NOT_RUSSIAN"],
    ["a title is too long", [{ ...control, title: "я".repeat(501) }], [], "TEXT_TOO_LONG"],
    ["there are ten", Array.from({ length: 10 }, () => ({ ...control, id: uuidv7() })), [], "LIMIT_EXCEEDED"],
    ...[0, -1, 100, 0.001, 1.234, Number.NaN, Number.POSITIVE_INFINITY].map(
      (weight): [string, AssessmentInput[], FoundColumn[], string] => [`a weight is ${weight}`, [{ ...control, weight }], [], "INVALID"],
    ),
  ])("are refused when %s", (_, wanted, found, code) => {
    expect(decideColumns(wanted, found, rules)).toMatchObject({ code });
  });

  it("weigh as the school's rules say where nothing else is asked for, and nothing else where the school has locked it", () => {
    const works = { ...rules.works, CONTROL: { weightHundredths: 300, isLocked: true }, ORAL: { weightHundredths: 50, isLocked: false } };
    const weightOf = (wanted: AssessmentInput, found: FoundColumn[] = []) => decideColumns([wanted], found, { ...rules, works });
    expect(weightOf({ ...control, weight: undefined })).toMatchObject([{ after: { weight: 3 } }]);
    expect(weightOf({ ...oral, weight: null })).toMatchObject([{ after: { weight: 0.5 } }]);
    expect(weightOf({ ...oral, weight: 2 })).toMatchObject([{ after: { weight: 2 } }]);
    expect(weightOf(control)).toMatchObject({ code: "INVALID", message: expect.stringContaining("задан школой: 3.") });
    const earlier = { ...oral, kind: AssessmentKind.CONTROL, weight: 2 };
    expect(weightOf(earlier, [earlier])).toEqual([]);
    expect(weightOf({ ...earlier, weight: 2.5 }, [earlier])).toMatchObject({ code: "INVALID" });
  });

  it("are counted in points only in a journal of grades, with the most points named, and change their scale only while there are no marks", () => {
    const points = { ...control, scale: WorkScale.POINTS, maxPoints: 40 };
    expect(decideColumns([points], [], rules)).toMatchObject([{ after: { scale: "POINTS", maxPoints: 40 } }]);
    expect(decideColumns([points], [], { ...rules, scheme: MarkingScheme.PASS_FAIL })).toMatchObject({ code: "INVALID" });
    for (const maxPoints of [null, 0, -5, 10_000, 1.234]) {
      expect(decideColumns([{ ...points, maxPoints }], [], rules)).toMatchObject({ code: "INVALID" });
    }
    expect(decideColumns([{ ...control, maxPoints: 40 }], [], rules)).toMatchObject({ code: "INVALID" });
    const marked = { ...oral, hasMarks: true };
    expect(decideColumns([{ ...marked, scale: WorkScale.PERCENT }], [marked], rules)).toMatchObject({ code: "INVALID" });
    expect(decideColumns([{ ...oral, scale: WorkScale.PERCENT }], [oral], rules)).toMatchObject([{ after: { scale: "PERCENT" } }]);
  });

  it("have each its own number from 1 to 9, whatever is taken away and added", () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 9 });
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), (places, keep, add) => {
        const found = places.map((number) => ({ ...oral, id: uuidv7(), number }));
        const kept = found.slice(0, keep);
        const added = Array.from({ length: Math.min(add, 9 - kept.length) }, () => ({ ...control, id: uuidv7() }));
        const changes = decideColumns([...kept, ...added], found, rules);
        if (changes instanceof Refusal) throw changes;
        const standing = [...kept, ...changes.flatMap(({ after }) => after ?? [])].map(({ number }) => number);
        expect(new Set(standing).size).toBe(kept.length + added.length);
        expect(standing.every((number) => number >= 1 && number <= 9)).toBe(true);
      }),
    );
  });
});
