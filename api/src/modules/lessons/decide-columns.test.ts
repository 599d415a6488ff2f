import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { Refusal } from "../../kernel/refusal";
import { AssessmentKind } from "../assessment-rules/assessment-kind";
import { decideColumns, type FoundColumn } from "./decide-columns";
import type { AssessmentInput } from "./record-lesson.inputs";

const oral: FoundColumn = {
  id: uuidv7(),
  number: 1,
  kind: AssessmentKind.ORAL,
  weight: 1,
  title: null,
  mandatory: false,
  isOfLesson: true,
  hasMarks: false,
};
const control = { id: uuidv7(), kind: AssessmentKind.CONTROL, title: "Дроби", weight: 2, mandatory: true };

describe("the columns of a lesson", () => {
  it("are made after the others, changed in their places and taken away", () => {
    expect(decideColumns([oral, control], [oral], false)).toEqual([{ before: null, after: { ...control, number: 2 } }]);
    expect(decideColumns([{ ...oral, weight: 1.5 }], [oral], false)).toMatchObject([
      { before: { weight: 1 }, after: { weight: 1.5, number: 1 } },
    ]);
    expect(decideColumns([], [oral], false)).toMatchObject([{ before: { number: 1 }, after: null }]);
    expect(decideColumns([oral], [oral], false)).toEqual([]);
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
    expect(decideColumns(wanted, found, false)).toMatchObject({ code });
  });

  it("have each its own number from 1 to 9, whatever is taken away and added", () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 9 });
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), (places, keep, add) => {
        const found = places.map((number) => ({ ...oral, id: uuidv7(), number }));
        const kept = found.slice(0, keep);
        const added = Array.from({ length: Math.min(add, 9 - kept.length) }, () => ({ ...control, id: uuidv7() }));
        const changes = decideColumns([...kept, ...added], found, false);
        if (changes instanceof Refusal) throw changes;
        const standing = [...kept, ...changes.flatMap(({ after }) => after ?? [])].map(({ number }) => number);
        expect(new Set(standing).size).toBe(kept.length + added.length);
        expect(standing.every((number) => number >= 1 && number <= 9)).toBe(true);
      }),
    );
  });
});
