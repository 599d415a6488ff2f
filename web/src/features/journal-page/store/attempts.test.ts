import { faceOf } from "../cells/cell-face";
import type { MarkValue, Typed } from "../cells/cell-value";
import { columnsOf, type Column } from "../page/page-columns";
import type { PageAssessment, PageLesson, PageModel } from "../page/page-model";
import { saveSummary } from "../save-summary";
import { changeOf, overlay, slotsOf, viewCell } from "./cell-view";
import { JournalStore } from "./journal-store";

const lesson = { id: "L1", date: "2026-11-20", status: "HELD", mayEdit: true } as PageLesson;
const work = { id: "A1", lessonId: "L1", number: 1, kind: "CONTROL", weight: 1, scale: "FIVE_POINT" } as PageAssessment;
const page = (): PageModel => ({
  title: { journalId: "J", markingScheme: "FIVE_POINT", term: { id: "T" } } as PageModel["title"],
  pupils: [],
  lessons: [lesson],
  assessments: [work],
  marks: new Map([["L1/1/P1", { value: "4" as const, comment: "Молодец", version: 2 }]]),
  attendance: new Map(),
  termMarks: new Map(),
  summary: [],
});

const TODAY = "2026-11-23";
const ANSWERED = { code: null, message: null };
const column = columnsOf(page())[0] as Column;
const slot = (pupilId: string) => slotsOf(column, pupilId);
const viewOf = (store: JournalStore, pupilId: string) => viewCell(column, pupilId, store.getState().outbox, store.confirmed);

describe("retakes, debts and points", () => {
  const type = (store: JournalStore, typed: Typed, pupilId = "P1") => {
    const change = changeOf(typed, viewOf(store, pupilId), slot(pupilId));
    store.change(change ? [change] : []);
  };
  const textOf = (store: JournalStore, pupilId = "P1") => faceOf(viewOf(store, pupilId), true).text;
  const retake = (value: MarkValue): Typed => ({ thing: "MARK", value, attempt: "RETAKE" });
  const operation = () => "operation";

  it("stand beside the first mark, are changed as the last one, and go one by one", () => {
    const store = new JournalStore(page(), TODAY);
    type(store, retake("5"));
    expect(textOf(store)).toBe("4/5");
    type(store, { thing: "MARK", value: "3" });
    expect(textOf(store)).toBe("4/3");
    type(store, { thing: "MARK", value: "5", attempt: "FURTHER" });
    expect(textOf(store)).toBe("4/3/5");
    type(store, { thing: "CLEAR" });
    type(store, { thing: "CLEAR" });
    expect(textOf(store)).toBe("4");
    type(store, retake("5"));
    store.undo();
    expect(textOf(store)).toBe("4");
  });

  it("have nothing to correct where no mark stands, or a debt", () => {
    const store = new JournalStore(page(), TODAY);
    type(store, retake("5"), "P2");
    type(store, { thing: "MARK", value: "DEBT" }, "P2");
    type(store, retake("5"), "P2");
    expect(textOf(store, "P2")).toBe("•");
    type(store, { thing: "MARK", value: "5" }, "P2");
    expect(textOf(store, "P2")).toBe("5");
  });

  it("travel as attempts of one cell in their order, each with its own version", () => {
    const store = new JournalStore(page(), TODAY);
    type(store, { thing: "MARK", value: "2" });
    type(store, retake("4"));
    store.makeCall(operation);
    expect(store.getState().outbox.calls[0]?.input).toMatchObject({
      cells: [
        { value: "2", version: 2 },
        { value: "4", version: 0, attempt: 2 },
      ],
    });
    const answers = [
      { outcome: "SET" as const, stands: { value: "2" as const, comment: "Молодец" }, version: 3, ...ANSWERED },
      { outcome: "CONFLICT" as const, stands: { value: "5" as const, comment: null }, version: 1, ...ANSWERED },
    ];
    store.settle({ answers, learned: { assessments: [], averages: [] } });
    expect(viewOf(store, "P1")).toMatchObject({ mark: { value: "2" }, retakes: [{ value: "4" }], state: "CONFLICT" });
    const problem = viewOf(store, "P1").problem;
    if (problem) store.takeTheirs(problem.mine.slot);
    expect(textOf(store)).toBe("2/5");
  });

  it("clear a retake by its attempt", () => {
    const store = new JournalStore(
      { ...page(), marks: new Map([...page().marks, ["L1/1/P1/2", { value: "5", comment: null, version: 1 }]]) },
      TODAY,
    );
    type(store, { thing: "CLEAR" });
    store.makeCall(operation);
    expect(store.getState().outbox.calls[0]?.input).toMatchObject({ attempt: 2, version: 1 });
  });

  it("are points until the server tells the grade, and a debt gets its day from the server", () => {
    const store = new JournalStore(page(), TODAY);
    type(store, { thing: "MARK", value: "POINTS", points: "7.5" }, "P2");
    expect(textOf(store, "P2")).toBe("7,5");
    store.makeCall(operation);
    expect(store.getState().outbox.calls[0]?.input).toMatchObject({ cells: [{ value: "7.5" }] });
    const stands = { value: "4" as const, comment: null, points: "7.5" };
    store.settle({ answers: [{ outcome: "SET", stands, version: 1, ...ANSWERED }], learned: { assessments: [], averages: [] } });
    expect(faceOf(viewOf(store, "P2"), true)).toMatchObject({ text: "4", points: "7,5" });
    type(store, { thing: "MARK", value: "POINTS", points: "7.5" }, "P2");
    expect(saveSummary(store.getState())).toEqual({ kind: "SAVED" });
    type(store, { thing: "MARK", value: "DEBT" }, "P2");
    store.makeCall(operation);
    const debt = { value: "DEBT" as const, comment: null, debtUntil: "2026-12-05" };
    store.settle({ answers: [{ outcome: "SET", stands: debt, version: 2, ...ANSWERED }], learned: { assessments: [], averages: [] } });
    expect(viewOf(store, "P2")).toMatchObject({ mark: { debtUntil: "2026-12-05" }, state: "SAVED" });
    store.undo();
    expect(viewOf(store, "P2")).toMatchObject({ mark: { points: "7.5" } });
  });

  it("become those of a cell laid over them, and no more", () => {
    const store = new JournalStore(page(), TODAY);
    const lay = (...typed: Typed[]) => store.change(overlay(typed, viewOf(store, "P1"), slot("P1")));
    lay({ thing: "MARK", value: "2" }, { thing: "MARK", value: "4" });
    expect(textOf(store)).toBe("2/4");
    lay({ thing: "MARK", value: "5" });
    expect(textOf(store)).toBe("5");
    store.undo();
    expect(textOf(store)).toBe("2/4");
    store.undo();
    expect(textOf(store)).toBe("4");
  });
});
