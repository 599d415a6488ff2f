import fc from "fast-check";
import { decideClosing } from "./decide-closing";
import { MarkQuestionOutcome as Outcome, MarkQuestionState as State, QuestionSide as Side } from "./question-state";

const value = fc.constantFrom("2", "3", "4", "5", "PASS", "FAIL", "NOT_ASSESSED");
const facts = fc.record({ state: fc.constantFrom(...Object.values(State)), askedValue: value, value: fc.option(value) });
const code = (outcome: Outcome, side: Side, state: State, now: string | null = "3") =>
  decideClosing(outcome, side, { state, askedValue: "3", value: now })?.code ?? null;

describe("how a question about a mark may end (3.3.4)", () => {
  it("a guardian withdraws it at any time, and takes an answer for enough once there is one", () => {
    expect(code(Outcome.WITHDRAWN, Side.FAMILY, State.OPEN)).toBeNull();
    expect(code(Outcome.WITHDRAWN, Side.FAMILY, State.ANSWERED)).toBeNull();
    expect(code(Outcome.EXPLAINED, Side.FAMILY, State.ANSWERED)).toBeNull();
    expect(code(Outcome.EXPLAINED, Side.FAMILY, State.OPEN)).toBe("INVALID");
  });

  it("a teacher closes it after an answer only, and says of the mark what is true", () => {
    expect(code(Outcome.EXPLAINED, Side.STAFF, State.OPEN)).toBe("INVALID");
    expect(code(Outcome.EXPLAINED, Side.STAFF, State.ANSWERED)).toBeNull();
    expect(code(Outcome.CORRECTED, Side.STAFF, State.ANSWERED, "4")).toBeNull();
    expect(code(Outcome.CORRECTED, Side.STAFF, State.ANSWERED, null)).toBeNull();
    expect(code(Outcome.CORRECTED, Side.STAFF, State.ANSWERED)).toBe("INVALID");
    expect(code(Outcome.STAYS, Side.STAFF, State.ANSWERED)).toBeNull();
    expect(code(Outcome.STAYS, Side.STAFF, State.ANSWERED, "4")).toBe("INVALID");
  });

  it("nobody decides for the other side, and nothing ends twice", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(Outcome)), fc.constantFrom(...Object.values(Side)), facts, (outcome, side, about) => {
        const refusal = decideClosing(outcome, side, about);
        if (about.state === State.CLOSED) expect(refusal?.code).toBe("CONFLICT");
        if (refusal) return;
        if (side === Side.FAMILY) expect([Outcome.WITHDRAWN, Outcome.EXPLAINED]).toContain(outcome);
        else expect(outcome).not.toBe(Outcome.WITHDRAWN);
        if (outcome === Outcome.CORRECTED) expect(about.value).not.toBe(about.askedValue);
        if (outcome === Outcome.STAYS) expect(about.value).toBe(about.askedValue);
      }),
    );
  });
});
