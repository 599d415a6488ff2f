import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { AttendanceKind, AWAY } from "../attendance/attendance-kind";
import { decideResit } from "./decide-resit";
import type { ResitFacts } from "./resit-cells";
import type { ResitInput } from "./resit.inputs";

const LESSON = { date: "2026-11-20", yearEndsOn: "2027-05-31" };
const oneOf = <Value>(...values: Value[]) => fc.constantFrom(...values);
const anyDay = oneOf("2026-11-20", "2026-11-27", "2026-12-01", "2027-06-01", null);

const anyFacts: fc.Arbitrary<ResitFacts> = fc.record({
  isEnrolled: fc.boolean(),
  attendance: oneOf(...Object.values(AttendanceKind), null),
  hasMark: fc.boolean(),
  isDayOff: fc.boolean(),
  stands: fc.option(
    fc.record({
      id: fc.constant(uuidv7()),
      plannedOn: oneOf("2026-11-27", "2026-12-01", null),
      note: oneOf("каб. 12", null),
      version: fc.integer({ min: 1, max: 3 }),
    }),
  ),
});
const anyInput: fc.Arbitrary<ResitInput> = fc.record({
  pupilId: fc.constant(uuidv7()),
  plannedOn: anyDay,
  note: oneOf("каб. 12", "", null),
  version: fc.integer({ min: 0, max: 3 }),
});

describe("the decision on a resit", () => {
  it("plans only for one who was absent and has no mark, on a day of school after the work and within the year", () => {
    fc.assert(
      fc.property(anyInput, anyFacts, (input, facts) => {
        const decision = decideResit(input, LESSON, facts);
        if (decision.outcome !== "SET" || decision.plannedOn === null) return;
        expect(facts).toMatchObject({ isEnrolled: true, hasMark: false, isDayOff: false });
        expect(AWAY.has(facts.attendance!)).toBe(true);
        expect(decision.plannedOn > LESSON.date && decision.plannedOn <= LESSON.yearEndsOn).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it("never takes a resit from under its mark, nor a change of somebody else away", () => {
    fc.assert(
      fc.property(anyInput, anyFacts, (input, facts) => {
        const decision = decideResit(input, LESSON, facts);
        if (decision.outcome !== "SET") return;
        const { stands } = facts;
        expect(
          stands === null ? input.version === 0 : input.version === stands.version || (input.version === 0 && stands.plannedOn === null),
        ).toBe(true);
        if (decision.plannedOn === null) expect(facts.hasMark && AWAY.has(facts.attendance!)).toBe(false);
      }),
      { numRuns: 3_000 },
    );
  });

  it("has a code and a sentence whenever it is no", () => {
    fc.assert(
      fc.property(anyInput, anyFacts, (input, facts) => {
        const decision = decideResit(input, LESSON, facts);
        expect("refusal" in decision ? decision.refusal.message : "Принято.").toMatch(/^[А-ЯЁ\d].+[.!]$/s);
      }),
    );
  });
});
