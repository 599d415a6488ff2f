import { ApolloClient, ApolloLink, InMemoryCache } from "@apollo/client";
import type { PackedPage } from "../page/pack-page";
import { JournalSession } from "./journal-session";

const packed = (termId: string): PackedPage => ({
  title: {
    journalId: "J",
    subject: "Математика",
    className: "5 «А»",
    markingScheme: "FIVE_POINT",
    isForeignLanguage: false,
    teachers: [],
    mayEdit: true,
    term: {
      __typename: "TermCard",
      id: termId,
      kind: "QUARTER",
      number: 1,
      startsOn: "2026-09-01",
      endsOn: "2026-10-25",
      isClosed: false,
    } as PackedPage["title"]["term"],
    terms: [],
  },
  teachers: [],
  pupils: [],
  lessons: [],
  assessments: [],
  marks: [],
  attendance: [],
});

const TODAY = "2026-11-23";

describe("going from term to term", () => {
  it("comes back to the first one with the browser's button", async () => {
    const asked: unknown[] = [];
    const link = new ApolloLink((operation, forward) => {
      asked.push(operation.variables.termId);
      return forward(operation);
    });
    const client = new ApolloClient({ cache: new InMemoryCache(), link: ApolloLink.from([link, ApolloLink.empty()]) });
    const first = packed("T2");
    const session = new JournalSession(client, first, TODAY);
    const shown = () => session.store.getState().page.title.term.id;
    session.arrive(first, TODAY);
    expect(asked).toEqual([]);
    session.arrive(packed("T1"), TODAY);
    expect(shown()).toBe("T1");
    session.arrive(first, TODAY);
    expect(shown()).toBe("T2");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).toEqual(["T1", "T2"]);
  });
});
