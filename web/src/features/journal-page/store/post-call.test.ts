import { ApolloClient, ApolloLink, InMemoryCache, Observable } from "@apollo/client";
import { postCall } from "./post-call";

describe("a call of the outbox", () => {
  it("says in whose name it was typed, for another account may have signed in at the same computer since", async () => {
    const sent: Record<string, unknown>[] = [];
    const link = new ApolloLink((operation) => {
      sent.push(operation.getContext());
      return new Observable((observer) => {
        observer.next({ data: { setAttendance: { __typename: "SetAttendancePayload", cells: [] } } });
        observer.complete();
      });
    });
    const client = new ApolloClient({ cache: new InMemoryCache(), link });
    const input = { operationId: "operation", journalId: "J", lessonId: "L", cells: [] };
    await postCall(client, "account", { name: "setAttendance", input, entries: [] });
    expect(sent).toMatchObject([{ headers: { "x-journal-account": "account" } }]);
  });
});
