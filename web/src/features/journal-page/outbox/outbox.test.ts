import fc from "fast-check";
import type { MarkValue } from "../cells/cell-value";
import {
  EMPTY_ATTENDANCE,
  EMPTY_MARK,
  slotKey,
  type AttendanceCell,
  type AttendanceSlot,
  type MarkCell,
  type MarkSlot,
  type Slot,
} from "./entry";
import { nextCall, type Call, type CallSite } from "./next-call";
import { adopt, EMPTY_OUTBOX, keepMine, problemAt, takeTheirs, unsaved, unsentCount, write, type Outbox } from "./outbox";
import { refuse, settle, type CellAnswer } from "./settle";

const markSlot = (pupilId: string, lessonId = "L1", number = 1): MarkSlot => ({ thing: "MARK", lessonId, number, pupilId });
const attendanceSlot = (pupilId: string, lessonId = "L1"): AttendanceSlot => ({ thing: "ATTENDANCE", lessonId, pupilId });
const mark = (value: MarkValue | null) => ({ value, comment: null });
const absent = { kind: "ABSENT" as const, minutesLate: null, reason: null };

/** A journal on a server as the contract describes it: versions, and operation ids that answer the same twice. */
class Server {
  readonly cells = new Map<string, MarkCell | AttendanceCell>();
  private readonly done = new Map<string, CellAnswer[]>();

  stands = (slot: Slot) => this.cells.get(slotKey(slot)) ?? (slot.thing === "MARK" ? EMPTY_MARK : EMPTY_ATTENDANCE);

  answer(call: Call): CellAnswer[] {
    const before = this.done.get(call.input.operationId);
    if (before) return before;
    const answers = call.entries.map(({ slot, content, version }) => this.set(slot, content, Number(version)));
    this.done.set(call.input.operationId, answers);
    return answers;
  }

  set(slot: Slot, content: object, version: number): CellAnswer {
    const { version: current, ...stands } = this.stands(slot);
    if (version !== current) return { outcome: "CONFLICT", stands, version: current, code: "CONFLICT", message: "уже изменено" };
    const cell = { ...content, version: current + 1 } as MarkCell;
    this.cells.set(slotKey(slot), cell);
    return { outcome: "SET", stands: content as MarkCell, version: cell.version, code: null, message: null };
  }
}

let operations = 0;
const site: CallSite = {
  journalId: "J",
  assessmentId: ({ lessonId, number }) => `${lessonId}-${number}`,
  newId: () => `operation-${++operations}`,
};

/** Answers the first call and tells the page what the server said. */
function exchange(outbox: Outbox, server: Server, known: Map<string, MarkCell | AttendanceCell>): Outbox {
  const call = outbox.calls[0] as Call;
  const answers = server.answer(call);
  call.entries.forEach(({ slot }, index) => {
    const { stands, version } = answers[index] as CellAnswer;
    known.set(slotKey(slot), { ...stands, version } as MarkCell);
  });
  return settle(outbox, answers);
}

const confirmedBy = (known: Map<string, MarkCell | AttendanceCell>) => (slot: Slot) =>
  known.get(slotKey(slot)) ?? (slot.thing === "MARK" ? EMPTY_MARK : EMPTY_ATTENDANCE);

describe("the outbox", () => {
  let server: Server;
  let known: Map<string, MarkCell | AttendanceCell>;
  const confirmed = (slot: Slot) => confirmedBy(known)(slot);

  beforeEach(() => {
    server = new Server();
    known = new Map();
  });

  it("sends a typed column as one call of setMarks", () => {
    const typed = Array.from({ length: 28 }, (_, row) => markSlot(`P${row}`)).reduce(
      (box, slot) => write(box, slot, mark("5"), confirmed),
      EMPTY_OUTBOX,
    );
    const { calls, waiting } = nextCall(typed, site);
    expect(waiting).toEqual([]);
    expect(calls).toHaveLength(1);
    expect(calls[0]?.name).toBe("setMarks");
    expect(calls[0]?.input).toMatchObject({
      journalId: "J",
      cells: expect.arrayContaining([{ lessonId: "L1", assessmentId: "L1-1", pupilId: "P27", value: "5", comment: null, version: 0 }]),
    });
  });

  it("never puts more than 60 cells into a call", () => {
    const typed = Array.from({ length: 70 }, (_, row) => markSlot(`P${row}`)).reduce(
      (box, slot) => write(box, slot, mark("4"), confirmed),
      EMPTY_OUTBOX,
    );
    const once = nextCall(typed, site);
    expect(once.calls[0]?.entries).toHaveLength(60);
    expect(nextCall(exchange(once, server, known), site).calls[0]?.entries).toHaveLength(10);
  });

  it("sends absences lesson by lesson and clears marks one by one", () => {
    known.set(slotKey(markSlot("P1")), { ...mark("3"), version: 2 });
    let box = write(EMPTY_OUTBOX, attendanceSlot("P1", "L2"), absent, confirmed);
    box = write(box, markSlot("P1"), mark(null), confirmed);
    box = write(box, attendanceSlot("P2", "L2"), absent, confirmed);
    const first = nextCall(box, site);
    expect(first.calls[0]).toMatchObject({
      name: "setAttendance",
      input: { lessonId: "L2", cells: [{ pupilId: "P1", kind: "ABSENT", version: 0 }, { pupilId: "P2" }] },
    });
    const second = nextCall(exchange(first, server, known), site);
    expect(second.calls[0]).toMatchObject({ name: "clearMark", input: { assessmentId: "L1-1", pupilId: "P1", version: 2 } });
  });

  it("does not let a mark overtake the absence withdrawn before it", () => {
    known.set(slotKey(attendanceSlot("P1")), { ...absent, version: 1 });
    let box = write(EMPTY_OUTBOX, markSlot("P0"), mark("4"), confirmed);
    box = write(box, attendanceSlot("P1"), { ...absent, kind: null }, confirmed);
    box = write(box, markSlot("P1"), mark("5"), confirmed);
    expect(nextCall(box, site).calls[0]?.entries.map(({ slot }) => slot.pupilId)).toEqual(["P0"]);
  });

  it("goes on from the version that an earlier change of the cell will have", () => {
    let box = nextCall(write(EMPTY_OUTBOX, markSlot("P1"), mark("4"), confirmed), site);
    box = write(box, markSlot("P1"), mark("5"), confirmed);
    expect(unsaved(box, markSlot("P1"))?.content).toEqual(mark("5"));
    box = nextCall(exchange(box, server, known), site);
    expect(box.calls[0]?.input).toMatchObject({ cells: [{ value: "5", version: 1 }] });
  });

  it("sends nothing when a change is taken back before it left", () => {
    const box = write(write(EMPTY_OUTBOX, markSlot("P1"), mark("4"), confirmed), markSlot("P1"), mark(null), confirmed);
    expect(unsentCount(box)).toBe(0);
  });

  it("shows a colleague's mark as a conflict and wipes nothing until the teacher decides", () => {
    const slot = markSlot("P1");
    server.set(slot, mark("3"), 0);
    let box = exchange(nextCall(write(EMPTY_OUTBOX, slot, mark("5"), confirmed), site), server, known);
    expect(problemAt(box, slot)).toMatchObject({ why: "CONFLICT", mine: { content: mark("5") }, theirs: mark("3"), version: 1 });
    expect(takeTheirs(box, slot).problems).toEqual([]);
    expect(server.stands(slot)).toMatchObject({ value: "3" });
    box = exchange(nextCall(keepMine(box, slot), site), server, known);
    expect(box).toEqual(EMPTY_OUTBOX);
    expect(server.stands(slot)).toMatchObject({ value: "5" });
  });

  it("leaves a conflict standing when the cell is typed over in haste", () => {
    const slot = markSlot("P1");
    server.set(slot, mark("3"), 0);
    const conflict = exchange(nextCall(write(EMPTY_OUTBOX, slot, mark("5"), confirmed), site), server, known);
    const again = write(conflict, slot, mark("4"), confirmed);
    expect(unsentCount(again)).toBe(0);
    expect(problemAt(again, slot)).toMatchObject({ why: "CONFLICT", mine: { content: mark("4") }, theirs: mark("3") });
    expect(write(again, slot, mark("3"), confirmed)).toEqual(EMPTY_OUTBOX);
  });

  it("takes a colleague's equal mark for saved", () => {
    server.set(markSlot("P1"), mark("5"), 0);
    expect(exchange(nextCall(write(EMPTY_OUTBOX, markSlot("P1"), mark("5"), confirmed), site), server, known)).toEqual(EMPTY_OUTBOX);
  });

  it("keeps what was refused, with its sentence, until it is typed over", () => {
    const sent = nextCall(write(EMPTY_OUTBOX, markSlot("P1"), mark("5"), confirmed), site);
    const box = refuse(sent, "TERM_CLOSED", "Период закрыт.", confirmed);
    expect(problemAt(box, markSlot("P1"))).toMatchObject({ why: "REFUSED", message: "Период закрыт." });
    expect(unsaved(box, markSlot("P1"))?.content).toEqual(mark("5"));
    expect(write(box, markSlot("P1"), mark(null), confirmed)).toEqual(EMPTY_OUTBOX);
  });

  it("lets what was typed since stand over what another tab left behind", () => {
    const left = write(write(EMPTY_OUTBOX, markSlot("P1"), mark("2"), confirmed), markSlot("P2"), mark("3"), confirmed);
    const here = write(EMPTY_OUTBOX, markSlot("P1"), mark("5"), confirmed);
    expect(adopt(here, left).waiting.map(({ content }) => content)).toEqual([mark("3"), mark("5")]);
  });

  it("takes up what a closed tab left while a call is on its way, and gives the answer to the call that it is for", () => {
    const left = nextCall(write(EMPTY_OUTBOX, markSlot("P1"), mark("2"), confirmed), site);
    const onItsWay = nextCall(write(EMPTY_OUTBOX, markSlot("P2"), mark("5"), confirmed), site);
    const answers = server.answer(onItsWay.calls[0] as Call);
    let box = settle(adopt(onItsWay, left), answers);
    while (unsentCount(box) > 0) box = exchange(nextCall(box, site), server, known);
    expect(box).toEqual(EMPTY_OUTBOX);
    expect([server.stands(markSlot("P1")), server.stands(markSlot("P2"))]).toMatchObject([{ value: "2" }, { value: "5" }]);
  });

  it("does not let what a closed tab left waiting wipe a newer mark that is on its way", () => {
    const left = write(EMPTY_OUTBOX, markSlot("P1"), mark("2"), confirmed);
    let box = adopt(nextCall(write(EMPTY_OUTBOX, markSlot("P1"), mark("5"), confirmed), site), left);
    while (unsentCount(box) > 0) box = exchange(nextCall(box, site), server, known);
    expect(server.stands(markSlot("P1"))).toMatchObject({ value: "5" });
  });

  it("loses nothing and wipes nothing, whatever is typed, lost on the way, reloaded or changed by a colleague", () => {
    const step = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          does: fc.constant("type"),
          pupil: fc.integer({ min: 0, max: 3 }),
          value: fc.constantFrom("2", "3", "4", "5", null),
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          does: fc.constantFrom("send", "request lost", "answer lost", "reload"),
          pupil: fc.constant(0),
          value: fc.constant(null),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ does: fc.constant("colleague"), pupil: fc.integer({ min: 0, max: 3 }), value: fc.constantFrom("1") }),
      },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        server = new Server();
        known = new Map();
        let box = EMPTY_OUTBOX;
        const typed = new Map<string, MarkValue | null>();
        const colleagues = new Set<string>();
        const send = () => {
          box = nextCall(box, site);
          if (box.calls.length > 0) box = exchange(box, server, known);
        };
        for (const { does, pupil, value } of steps) {
          const slot = markSlot(`P${pupil}`);
          if (does === "type") {
            const shown = (unsaved(box, slot)?.content ?? confirmed(slot)) as MarkCell;
            box = write(box, slot, mark(value as MarkValue | null), confirmed);
            // Typing what the cell already shows changes nothing: a colleague's newer mark stands.
            if (shown.value === value) continue;
            colleagues.delete(slotKey(slot));
            if (unsaved(box, slot)) typed.set(slotKey(slot), value as MarkValue | null);
            else typed.delete(slotKey(slot));
          } else if (does === "colleague") {
            server.set(slot, mark("1"), server.stands(slot).version);
            colleagues.add(slotKey(slot));
          } else if (does === "send") send();
          else if (does === "request lost") box = nextCall(box, site);
          else if (does === "answer lost") {
            box = nextCall(box, site);
            if (box.calls[0]) server.answer(box.calls[0]);
          } else box = adopt(EMPTY_OUTBOX, structuredClone(box));
        }
        while (unsentCount(box) > 0) send();
        for (const [key, value] of typed) {
          const problem = box.problems.find(({ mine }) => slotKey(mine.slot) === key);
          const stored = (server.cells.get(key) as MarkCell | undefined)?.value ?? null;
          if (problem) expect(problem.mine.content).toEqual(mark(value));
          else if (!colleagues.has(key)) expect(stored).toBe(value);
        }
      }),
      { numRuns: 400 },
    );
  });
});
