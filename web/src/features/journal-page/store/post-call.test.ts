import type { Ask, AskSettings } from "@/graphql/ask";
import { postCall } from "./post-call";

describe("a call of the outbox", () => {
  it("says in whose name it was typed, for another account may have signed in at the same computer since", async () => {
    const sent: (AskSettings | undefined)[] = [];
    const ask: Ask = <Data>(_: unknown, __: unknown, settings?: AskSettings) => {
      sent.push(settings);
      return Promise.resolve({ setAttendance: { __typename: "SetAttendancePayload", cells: [] } } as Data);
    };
    const input = { operationId: "operation", journalId: "J", lessonId: "L", cells: [] };
    await postCall(ask, "account", { name: "setAttendance", input, entries: [] });
    expect(sent).toMatchObject([{ headers: { "x-journal-account": "account" } }]);
  });
});
