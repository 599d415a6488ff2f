import type { PageModel } from "../page/page-model";
import { nextCall } from "../outbox/next-call";
import { saveSummary } from "../save-summary";
import { changeOf, slotsOf, viewCell } from "./cell-view";
import { JournalStore } from "./journal-store";
import { RowViews } from "./row-views";

const lesson = (id: string, date: string) => ({
  id,
  date,
  slot: 1,
  startsAt: null,
  status: "HELD" as const,
  topic: "Дроби",
  planTopicId: null,
  homework: null,
  homeworkDueOn: null,
  homeworkMinutes: null,
  homeworkVersion: null,
  version: 1,
  teacher: "Иванова А. П.",
  mayEdit: true,
});
const pupil = (pupilId: string) => ({ pupilId, name: pupilId, from: null, to: null, average: "4.00", suggested: 4 });
const term = {
  id: "T",
  kind: "QUARTER" as const,
  number: 2,
  startsOn: "2026-11-05",
  endsOn: "2026-12-29",
  isClosed: false,
  openUntil: null,
};

const page = (): PageModel => ({
  title: {
    journalId: "J",
    subject: "Математика",
    className: "5 «А»",
    markingScheme: "FIVE_POINT",
    isForeignLanguage: false,
    teachers: [],
    mayEdit: true,
    mayGiveTermMarks: true,
    termMarksFrom: "2026-11-16",
    retakes: "LAST",
    term: { ...term, __typename: "TermCard" } as PageModel["title"]["term"],
    terms: [],
  },
  pupils: [pupil("P1"), pupil("P2")],
  lessons: [lesson("L1", "2026-11-20"), lesson("L2", "2026-11-23")],
  assessments: [
    {
      id: "A1",
      lessonId: "L1",
      number: 1,
      kind: "ORAL",
      weight: 1,
      title: null,
      mandatory: false,
      scale: "FIVE_POINT" as const,
      maxPoints: null,
    },
  ],
  marks: new Map([["L1/1/P1", { value: "4" as const, comment: "Молодец", version: 2 }]]),
  attendance: new Map(),
  termMarks: new Map([["TERM/T/P2", { given: "4" as const, reason: null, version: 3 }]]),
  summary: [
    { shows: "average" },
    { shows: "suggested", kind: "TERM", termId: "T" },
    { shows: "given", kind: "TERM", termId: "T", mayGive: true, isClosed: false, from: "2026-11-16" },
  ],
});

const TODAY = "2026-11-23";
const slot = (store: JournalStore, pupilId: string, column = 0) => {
  const under = store.getState().columns[column];
  if (!under) throw new Error("no such column");
  return slotsOf(under, pupilId);
};
const viewOf = (store: JournalStore, pupilId: string, column = 0) => {
  const { columns, outbox } = store.getState();
  const under = columns[column];
  if (!under) throw new Error("no such column");
  return viewCell(under, pupilId, outbox, store.confirmed);
};
const setMark = (store: JournalStore, pupilId: string, value: "2" | "3" | "5", column = 0) => {
  const change = changeOf({ thing: "MARK", value }, viewOf(store, pupilId, column), slot(store, pupilId, column));
  store.change(change ? [change] : []);
};
const ANSWERED = { code: null, message: null };

describe("a stroke in a cell", () => {
  it("keeps the comment of a mark that is changed, and the reason of an absence", () => {
    const store = new JournalStore(page(), TODAY);
    setMark(store, "P1", "5");
    expect(viewOf(store, "P1").mark).toEqual({ value: "5", comment: "Молодец" });
    const absent = {
      mark: { value: null, comment: null },
      retakes: [],
      attendance: { kind: "ABSENT" as const, minutesLate: null, reason: "справка" },
      state: "SAVED" as const,
      problem: null,
    };
    expect(changeOf({ thing: "ATTENDANCE", kind: "SICK" }, absent, slot(store, "P2"))?.content).toEqual({
      kind: "SICK",
      minutesLate: null,
      reason: "справка",
    });
  });

  it("that changes nothing sends nothing", () => {
    const store = new JournalStore(page(), TODAY);
    expect(changeOf({ thing: "CLEAR" }, viewOf(store, "P2"), slot(store, "P2"))).toBeNull();
    expect(changeOf({ thing: "MARK", value: "4" }, viewOf(store, "P1"), slot(store, "P1"))).toBeNull();
  });

  it("clears the mark first and the lateness next", () => {
    const store = new JournalStore(page(), TODAY);
    const late = {
      mark: { value: "4" as const, comment: null },
      retakes: [],
      attendance: { kind: "LATE" as const, minutesLate: 5, reason: null },
      state: "SAVED" as const,
      problem: null,
    };
    expect(changeOf({ thing: "CLEAR" }, late, slot(store, "P1"))?.slot.thing).toBe("MARK");
    expect(changeOf({ thing: "CLEAR" }, { ...late, mark: { value: null, comment: null } }, slot(store, "P1"))?.slot.thing).toBe(
      "ATTENDANCE",
    );
  });
});

describe("undo", () => {
  it("takes back act by act as new changes, and does them again", () => {
    const store = new JournalStore(page(), TODAY);
    setMark(store, "P1", "5");
    setMark(store, "P2", "3");
    expect(store.undo().map(({ slot: { pupilId } }) => pupilId)).toEqual(["P2"]);
    store.undo();
    expect([viewOf(store, "P1").mark.value, viewOf(store, "P2").mark.value]).toEqual(["4", null]);
    store.redo();
    expect(viewOf(store, "P1").mark.value).toBe("5");
    expect(store.undo()).toHaveLength(1);
    expect(store.undo()).toEqual([]);
  });

  it("leaves alone a cell that somebody else has changed since", () => {
    const store = new JournalStore(page(), TODAY);
    setMark(store, "P1", "5");
    store.makeCall(() => "operation-1");
    store.settle({
      answers: [{ outcome: "SET", stands: { value: "5", comment: "Молодец" }, version: 3, ...ANSWERED }],
      learned: { assessments: [], averages: [] },
    });
    store.receive({ ...page(), marks: new Map([["L1/1/P1", { value: "2", comment: null, version: 4 }]]) }, store.refreshToken());
    expect(store.undo()).toEqual([]);
    expect(viewOf(store, "P1").mark.value).toBe("2");
  });
});

describe("answers and newer pages", () => {
  it("bring the column that the first mark made, its average, and the version for the next change", () => {
    const store = new JournalStore(page(), TODAY);
    setMark(store, "P1", "5", 1);
    store.makeCall(() => "operation-1");
    const assessment = {
      id: "A2",
      lessonId: "L2",
      number: 1,
      kind: "ORAL" as const,
      weight: 1,
      title: null,
      mandatory: false,
      scale: "FIVE_POINT" as const,
      maxPoints: null,
    };
    store.settle({
      answers: [{ outcome: "SET", stands: { value: "5", comment: null }, version: 1, ...ANSWERED }],
      learned: {
        assessments: [{ ...assessment, __typename: "PageAssessment" }],
        averages: [{ pupilId: "P1", average: "4.50", suggested: 5 }],
      },
    });
    const { columns, outbox } = store.getState();
    expect(columns[1]?.assessment?.id).toBe("A2");
    expect(store.getState().page.pupils[0]).toMatchObject({ average: "4.50", suggested: 5 });
    expect(saveSummary(store.getState())).toEqual({ kind: "SAVED" });
    setMark(store, "P1", "3", 1);
    expect(
      nextCall(store.getState().outbox, { journalId: "J", assessmentId: () => "A2", newId: () => "operation-2" }).calls[0]?.input,
    ).toMatchObject({ cells: [{ version: 1 }] });
    expect(outbox.calls).toEqual([]);
  });

  it("do not let a page asked for before an answer take the answer back", () => {
    const store = new JournalStore(page(), TODAY);
    const token = store.refreshToken();
    setMark(store, "P1", "5");
    store.makeCall(() => "operation-1");
    store.settle({
      answers: [{ outcome: "SET", stands: { value: "5", comment: null }, version: 3, ...ANSWERED }],
      learned: { assessments: [], averages: [] },
    });
    store.receive(page(), token);
    expect(viewOf(store, "P1").mark.value).toBe("5");
  });

  it("of another term leave a change in the column that it was typed in", () => {
    const second = {
      id: "A2",
      lessonId: "L1",
      number: 2,
      kind: "CONTROL" as const,
      weight: 3,
      title: null,
      mandatory: true,
      scale: "FIVE_POINT" as const,
      maxPoints: null,
    };
    const store = new JournalStore({ ...page(), assessments: [...page().assessments, second] }, TODAY);
    setMark(store, "P2", "5", 1);
    const { title } = page();
    store.receive(
      { ...page(), title: { ...title, term: { ...title.term, id: "T1" } }, lessons: [], assessments: [] },
      store.refreshToken(),
    );
    store.makeCall(() => "operation-1");
    expect(store.getState().outbox.calls[0]?.input).toMatchObject({ cells: [{ lessonId: "L1", assessmentId: "A2", pupilId: "P2" }] });
  });

  it("leave what is typed standing over a newer page", () => {
    const store = new JournalStore(page(), TODAY);
    setMark(store, "P1", "5");
    store.receive({ ...page(), marks: new Map([["L1/1/P1", { value: "2", comment: null, version: 3 }]]) }, store.refreshToken());
    expect(viewOf(store, "P1")).toMatchObject({ mark: { value: "5" }, state: "UNSENT" });
  });
});

describe("rows", () => {
  it("are drawn anew only where something changed", () => {
    const store = new JournalStore(page(), TODAY);
    const views = new RowViews(store.confirmed);
    const rows = () => store.getState().page.pupils.map((one) => views.rowOf(store.getState(), one));
    const [first, second] = rows();
    setMark(store, "P2", "5");
    const [firstAfter, secondAfter] = rows();
    expect(firstAfter).toBe(first);
    expect(secondAfter).not.toBe(second);
    expect(secondAfter).toMatchObject({ isCounting: true });
  });
});
