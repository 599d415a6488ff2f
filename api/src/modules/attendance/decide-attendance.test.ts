import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import type { AttendanceFacts } from "./attendance-cells";
import { AttendanceKind, AWAY } from "./attendance-kind";
import type { AttendanceCellInput } from "./attendance.inputs";
import { decideAttendance } from "./decide-attendance";

const kind = fc.constantFrom(...Object.values(AttendanceKind), null);
const anyFacts: fc.Arbitrary<AttendanceFacts> = fc.record({
  isEnrolled: fc.boolean(),
  hasMark: fc.boolean(),
  stands: fc.option(
    fc.record({
      id: fc.constant(uuidv7()),
      kind,
      minutesLate: fc.constant(null),
      reason: fc.constant(null),
      version: fc.integer({ min: 1, max: 3 }),
    }),
  ),
});
const anyCell: fc.Arbitrary<AttendanceCellInput> = fc.record({
  pupilId: fc.constant(uuidv7()),
  kind,
  minutesLate: fc.option(fc.integer({ min: -1, max: 92 })),
  reason: fc.constantFrom("справка", null),
  version: fc.integer({ min: 0, max: 3 }),
});

describe("the decision on an absence", () => {
  it("is never SET against a mark, the list or somebody's newer word, and minutes are only of the late", () => {
    fc.assert(
      fc.property(anyCell, anyFacts, (cell, facts) => {
        const decision = decideAttendance(cell, facts);
        if (decision.outcome !== "SET") return;
        const { content } = decision;
        expect(content.kind === null || facts.isEnrolled).toBe(true);
        expect(facts.hasMark && content.kind !== null && AWAY.has(content.kind)).toBe(false);
        expect(content.minutesLate === null || (content.kind === "LATE" && content.minutesLate >= 1 && content.minutesLate <= 90)).toBe(
          true,
        );
        const { stands } = facts;
        expect(stands === null || cell.version === stands.version || (cell.version === 0 && stands.kind === null)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it("lets an absence be withdrawn whatever else is true of the pupil", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const cell = { pupilId: uuidv7(), kind: null, version: facts.stands?.version ?? 0 };
        expect(decideAttendance(cell, facts).outcome).toBe(facts.stands?.kind ? "SET" : "UNCHANGED");
      }),
    );
  });
});
