import {
  emptyOf,
  sameContent,
  slotKey,
  type AttendanceCell,
  type Cell,
  type MarkCell,
  type Slot,
  type TermMarkCell,
} from "../outbox/entry";
import { nextCall, type CallSite } from "../outbox/next-call";
import { adopt, EMPTY_OUTBOX, keepMine, problemAt, takeTheirs, unsaved, unsentCount, write, type Outbox } from "../outbox/outbox";
import type { CallAnswer } from "../outbox/read-answers";
import { refuse, settle } from "../outbox/settle";
import { columnsOf, type Column } from "../page/page-columns";
import type { PageModel } from "../page/page-model";
import type { Change } from "./cell-view";
import { EMPTY_UNDO, recordAct, redo, undo, type Undoable } from "./undo-stack";

/** Whether the last call reached the server: `OFFLINE` is no answer at all, `FAILING` an answer that could not be used. */
export type Link = "ONLINE" | "OFFLINE" | "FAILING";

/** Everything the journal page shows; never changed in place, so that a change is seen by identity. */
export interface JournalState {
  page: PageModel;
  columns: Column[];
  outbox: Outbox;
  link: Link;
  /** False when the browser refuses to keep what is not sent: then leaving the page would lose it. */
  isKept: boolean;
}

/** One open journal: the server's last word, what is typed over it, and how to take it back. Knows nothing of React or the network. */
export class JournalStore {
  private state: JournalState;
  private undoStack = EMPTY_UNDO;
  private readonly listeners = new Set<() => void>();
  /** Counts the answers, so that a page asked for before one of them is not taken for newer. */
  private answered = 0;

  constructor(
    page: PageModel,
    /** Today by the school's clock: what is not yet, cannot be written. */
    public today: string,
  ) {
    this.state = { page, columns: columnsOf(page), outbox: EMPTY_OUTBOX, link: "ONLINE", isKept: true };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getState = (): JournalState => this.state;

  readonly confirmed = (slot: Slot): Cell => {
    const { marks, attendance, termMarks } = this.state.page;
    const cells = slot.thing === "MARK" ? marks : slot.thing === "ATTENDANCE" ? attendance : termMarks;
    return cells.get(slotKey(slot)) ?? emptyOf(slot);
  };

  /** One act of the teacher; `undo` takes it back whole. */
  change(changes: readonly Change[]): void {
    const act = changes.map(({ slot, content }): Undoable => ({ slot, before: this.shown(slot), after: content }));
    this.undoStack = recordAct(this.undoStack, act);
    this.setOutbox(changes.reduce((outbox, { slot, content }) => write(outbox, slot, content, this.confirmed), this.state.outbox));
  }

  undo(): Undoable[] {
    return this.turn(undo(this.undoStack));
  }

  redo(): Undoable[] {
    return this.turn(redo(this.undoStack));
  }

  keepMine(slot: Slot): void {
    this.setOutbox(keepMine(this.state.outbox, slot));
  }

  takeTheirs(slot: Slot): void {
    this.setOutbox(takeTheirs(this.state.outbox, slot));
  }

  adopt(left: Outbox): void {
    this.setOutbox(adopt(this.state.outbox, left));
  }

  /** Freezes what is waiting into the next call, unless one is on its way. */
  makeCall(newId: () => string): void {
    const { page, outbox } = this.state;
    const assessmentId: CallSite["assessmentId"] = (slot) =>
      slot.assessmentId ?? page.assessments.find((one) => one.lessonId === slot.lessonId && one.number === slot.number)?.id;
    this.setOutbox(nextCall(outbox, { journalId: page.title.journalId, assessmentId, newId }));
  }

  /** The server has answered the first call. */
  settle({ answers, learned }: CallAnswer): void {
    const { page, outbox } = this.state;
    const marks = new Map(page.marks);
    const attendance = new Map(page.attendance);
    const termMarks = new Map(page.termMarks);
    outbox.calls[0]?.entries.forEach(({ slot }, index) => {
      const answer = answers[index];
      if (!answer) return;
      const cell = { ...answer.stands, version: answer.version };
      if (slot.thing === "MARK") marks.set(slotKey(slot), cell as MarkCell);
      else if (slot.thing === "TERM_MARK") termMarks.set(slotKey(slot), cell as TermMarkCell);
      else attendance.set(slotKey(slot), cell as AttendanceCell);
    });
    this.answered += 1;
    this.setPage({ ...withLearned(page, learned), marks, attendance, termMarks });
    this.setOutbox(settle(outbox, answers));
  }

  refuse(code: string, message: string): void {
    this.setOutbox(refuse(this.state.outbox, code, message, this.confirmed));
  }

  /** Ask for a page with the token, and give both to `receive`. */
  refreshToken(): number {
    return this.state.outbox.calls.length > 0 ? -1 : this.answered;
  }

  /** A newer page from the server. Its cells count only if no call was on its way while it was read. */
  receive(page: PageModel, token: number): void {
    const cellsAreNewer = token === this.answered && this.state.outbox.calls.length === 0;
    const { marks, attendance, termMarks, pupils } = this.state.page;
    const sameTerm = page.title.term.id === this.state.page.title.term.id;
    this.setPage(cellsAreNewer || !sameTerm ? page : { ...page, marks, attendance, termMarks, pupils });
  }

  setLink(link: Link): void {
    if (link !== this.state.link) this.set({ ...this.state, link });
  }

  setKept(isKept: boolean): void {
    if (isKept !== this.state.isKept) this.set({ ...this.state, isKept });
  }

  private shown(slot: Slot) {
    return unsaved(this.state.outbox, slot)?.content ?? this.confirmed(slot);
  }

  /** Writes an act turned round. A slot that somebody has changed since is left as it is; one with a problem goes back to the server's. */
  private turn(turned: ReturnType<typeof undo>): Undoable[] {
    if (!turned) return [];
    this.undoStack = turned.stack;
    const act = turned.act.filter(({ slot, before }) => sameContent(before, this.shown(slot)));
    this.setOutbox(
      act.reduce(
        (outbox, { slot, after }) => (problemAt(outbox, slot) ? takeTheirs(outbox, slot) : write(outbox, slot, after, this.confirmed)),
        this.state.outbox,
      ),
    );
    return act;
  }

  private setPage(page: PageModel): void {
    const isSameShape = page.lessons === this.state.page.lessons && page.assessments === this.state.page.assessments;
    this.set({ ...this.state, page, columns: isSameShape ? this.state.columns : columnsOf(page) });
  }

  private setOutbox(outbox: Outbox): void {
    const link = unsentCount(outbox) === 0 ? "ONLINE" : this.state.link;
    this.set({ ...this.state, outbox, link });
  }

  private set(state: JournalState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

/** Columns that the first mark has made, and averages as the server now counts them. */
function withLearned(page: PageModel, { assessments, averages }: CallAnswer["learned"]): PageModel {
  const known = new Set(page.assessments.map(({ id }) => id));
  const made = assessments.filter(({ id }, place) => !known.has(id) && assessments.findIndex((one) => one.id === id) === place);
  const counted = new Map(averages.map((average) => [average.pupilId, average]));
  return {
    ...page,
    assessments: made.length === 0 ? page.assessments : [...page.assessments, ...made],
    pupils: averages.length === 0 ? page.pupils : page.pupils.map((pupil) => ({ ...pupil, ...counted.get(pupil.pupilId) })),
  };
}
