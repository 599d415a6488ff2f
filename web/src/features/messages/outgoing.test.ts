import { leftOver, problemOf, type Outgoing } from "./outgoing";

const textOf = () => "Слишком длинно.";

describe("a message on its way", () => {
  it("waits with its words when nobody answered", () => {
    expect(problemOf(new TypeError("Failed to fetch"), textOf)).toEqual({ kind: "AWAY" });
    expect(problemOf(new DOMException("", "TimeoutError"), textOf)).toEqual({ kind: "AWAY" });
  });

  it("left by an earlier visit is to be sent again, under the same operation", () => {
    const sending: Outgoing = { operationId: "o1", at: "2026-11-23T09:00:00Z", text: "Здравствуйте", quoted: null, problem: null };
    const refused: Outgoing = { ...sending, operationId: "o2", problem: { kind: "REFUSED", text: "Нельзя." } };
    expect(leftOver([sending, refused])).toEqual([{ ...sending, problem: { kind: "AWAY" } }, refused]);
    expect(leftOver(null)).toEqual([]);
  });
});
