import type { Ask } from "@/graphql/ask";
import type { PackedPage } from "../page/pack-page";
import { JournalSession, TERM_PAGE } from "./journal-session";

const packed = (termId: string): PackedPage => ({
  title: {
    journalId: "J",
    subject: "Математика",
    className: "5 «А»",
    markingScheme: "FIVE_POINT",
    isForeignLanguage: false,
    teachers: [],
    mayEdit: true,
    mayGiveTermMarks: false,
    termMarksFrom: "2026-10-12",
    retakes: "LAST",
    term: {
      __typename: "TermCard",
      id: termId,
      kind: "QUARTER",
      number: 1,
      startsOn: "2026-09-01",
      endsOn: "2026-10-25",
      isClosed: false,
      openUntil: null,
    } as PackedPage["title"]["term"],
    terms: [],
  },
  teachers: [],
  pupils: [],
  lessons: [],
  assessments: [],
  marks: [],
  attendance: [],
  termMarks: [],
});

const TODAY = "2026-11-23";

describe("going from term to term", () => {
  it("comes back to the first one with the browser's button", async () => {
    const asked: unknown[] = [];
    const ask: Ask = (_, variables) => {
      asked.push((variables as { termId: string }).termId);
      return Promise.reject(new TypeError("Failed to fetch"));
    };
    const first = packed("T2");
    const session = new JournalSession(ask, first, TODAY, TERM_PAGE);
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
