import { readTermMarkKey } from "../cells/read-key";
import { readTermMarkText } from "../cells/read-text";
import { nextCall } from "../outbox/next-call";
import type { PageModel } from "../page/page-model";
import { JournalStore } from "../store/journal-store";
import { givenAt, needsReason, suggestionsToTake } from "./given-actions";
import { accepts, copy, paste, sizeOf, typeInto } from "./grid-actions";
import { rangeBetween } from "./grid-range";

const term = {
  __typename: "TermCard" as const,
  id: "T",
  kind: "QUARTER" as const,
  number: 2,
  startsOn: "2026-11-05",
  endsOn: "2026-12-29",
  isClosed: false,
  openUntil: null,
};
const pupil = (pupilId: string, suggested: number | null, to: string | null = null) => {
  return { pupilId, name: pupilId, from: null, to, average: "4.00", suggested } as PageModel["pupils"][number];
};

/** P1 is suggested 4, P2 «н/а», P3 has 4 already, P4 left on 1 December. No lessons: the first column is the average. */
const page = (): PageModel => ({
  title: {
    journalId: "J",
    subject: "Математика",
    className: "5 «А»",
    markingScheme: "FIVE_POINT",
    isForeignLanguage: false,
    teachers: [],
    mayEdit: true,
    retakes: "LAST",
    mayGiveTermMarks: true,
    termMarksFrom: "2026-12-16",
    term: term as PageModel["title"]["term"],
    terms: [],
  },
  pupils: [pupil("P1", 4), pupil("P2", null), pupil("P3", 5), pupil("P4", 3, "2026-12-01")],
  lessons: [],
  assessments: [],
  marks: new Map(),
  attendance: new Map(),
  termMarks: new Map([["TERM/T/P3", { given: "4" as const, reason: "Слабая работа", version: 3 }]]),
  summary: [
    { shows: "average" },
    { shows: "suggested", kind: "TERM", termId: "T" },
    { shows: "given", kind: "TERM", termId: "T", mayGive: true, isClosed: false, from: "2026-12-16" },
  ],
});
const GIVEN = 2;
const at = (row: number) => ({ row, column: GIVEN });
const storeOn = (today: string) => new JournalStore(page(), today);
const call = (store: JournalStore) =>
  nextCall(store.getState().outbox, { journalId: "J", assessmentId: () => undefined, newId: () => "O" }).calls[0];

describe("the column of term marks", () => {
  it("takes marks from the day on which they may be given, and of one who has left at once", () => {
    expect([0, 3].map((row) => accepts(storeOn("2026-12-15"), at(row)))).toEqual([false, true]);
    expect([0, 3].map((row) => accepts(storeOn("2026-12-16"), at(row)))).toEqual([true, true]);
  });

  it("sends what was typed as one call, with the version that was seen", () => {
    const store = storeOn("2026-12-20");
    typeInto(store, at(0), { thing: "TERM_MARK", value: "4" });
    typeInto(store, at(1), { thing: "TERM_MARK", value: "NOT_ASSESSED" });
    typeInto(store, at(2), { thing: "CLEAR" });
    expect(call(store)).toMatchObject({
      name: "setTermMarks",
      input: {
        kind: "TERM",
        termId: "T",
        cells: [
          { pupilId: "P1", value: "4", reason: null, version: 0 },
          { pupilId: "P2", value: "NOT_ASSESSED", version: 0 },
          { pupilId: "P3", value: null, version: 3 },
        ],
      },
    });
  });

  it("asks for a reason where the page knows that the mark differs", () => {
    const store = storeOn("2026-12-20");
    expect(needsReason(givenAt(store, at(0))!, "4")).toBe(false);
    expect(needsReason(givenAt(store, at(0))!, "5")).toBe(true);
    expect(needsReason(givenAt(store, at(1))!, "3")).toBe(true);
  });

  it("offers to take what is suggested where nothing stands, «н/а» only when asked", () => {
    const store = storeOn("2026-12-20");
    const taken = (withNotAssessed: boolean) =>
      suggestionsToTake(store, GIVEN, withNotAssessed).map(({ cell }) => [cell.pupil.pupilId, cell.suggested]);
    expect(taken(false)).toEqual([
      ["P1", "4"],
      ["P4", "3"],
    ]);
    expect(taken(true)).toHaveLength(3);
  });

  it("takes a pasted column and undoes it as one act", () => {
    const store = storeOn("2026-12-20");
    const { placed, unplaced } = paste(store, "4\nн/а\n5\nотлично\n", rangeBetween(at(0), at(0)));
    expect([placed, unplaced.map(({ why }) => why)]).toEqual([3, ["NOT_UNDERSTOOD"]]);
    expect(copy(store, rangeBetween(at(0), at(2)))).toBe("4\nн/а\n5");
    expect(store.undo()).toHaveLength(3);
    expect(copy(store, rangeBetween(at(0), at(2)))).toBe("\n\n4");
  });

  it("is the last of the grid", () => expect(sizeOf(storeOn("2026-12-20"))).toEqual({ rows: 4, columns: 3 }));

  it("keeps a refusal at its cell until the teacher decides", () => {
    const store = storeOn("2026-12-20");
    typeInto(store, at(0), { thing: "TERM_MARK", value: "5" });
    store.makeCall(() => "O");
    const stands = { given: null, reason: null };
    store.settle({
      answers: [{ outcome: "REFUSED", stands, version: 0, code: "REASON_NEEDED", message: "" }],
      learned: { assessments: [], averages: [] },
    });
    expect(givenAt(store, at(0))?.view).toMatchObject({ state: "REFUSED", content: { given: "5" } });
    typeInto(store, at(0), { thing: "CLEAR" });
    expect(givenAt(store, at(0))?.view).toMatchObject({ state: "SAVED", content: { given: null } });
  });
});

describe("keys and words of term marks", () => {
  it.each([
    ["5", "Digit5", "5"],
    ["н", "KeyY", "NOT_ASSESSED"],
    ["y", "KeyY", "NOT_ASSESSED"],
    ["о", "KeyJ", "RELEASED"],
    ["с", "KeyC", "RELEASED"],
  ])("%s is %s", (key, code, value) => {
    expect(readTermMarkKey({ key, code }, "FIVE_POINT")).toEqual({ thing: "TERM_MARK", value });
  });

  it("know no absence by sickness", () => expect(readTermMarkKey({ key: "б", code: "Comma" }, "FIVE_POINT")).toBeNull());

  it.each([
    ["4", "4"],
    ["н/а", "NOT_ASSESSED"],
    ["ОСВ.", "RELEASED"],
    ["4,0", "4"],
  ])("«%s» pasted is %s", (text, value) => expect(readTermMarkText(text, "FIVE_POINT")).toEqual([{ thing: "TERM_MARK", value }]));

  it.each(["б", "4 н", "отл", "6"])("«%s» pasted is none", (text) => expect(readTermMarkText(text, "FIVE_POINT")).toBeNull());
});
