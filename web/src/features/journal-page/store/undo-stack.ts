import type { Content, Slot } from "../outbox/entry";

/** One slot changed by one act of the teacher. */
export interface Undoable {
  slot: Slot;
  before: Content;
  after: Content;
}

/** Acts that can be taken back, newest last, and acts taken back that can be done again. An act is one stroke, one paste or one clearing. */
export interface UndoStack {
  done: Undoable[][];
  undone: Undoable[][];
}

export const EMPTY_UNDO: UndoStack = { done: [], undone: [] };

const ACTS_KEPT = 200;

export function recordAct(stack: UndoStack, act: Undoable[]): UndoStack {
  return act.length === 0 ? stack : { done: [...stack.done.slice(1 - ACTS_KEPT), act], undone: [] };
}

/** The newest act turned round, to be written as a new change; null when there is none. */
export function undo({ done, undone }: UndoStack): { stack: UndoStack; act: Undoable[] } | null {
  const act = done.at(-1);
  return act ? { stack: { done: done.slice(0, -1), undone: [...undone, act] }, act: turnRound(act) } : null;
}

export function redo({ done, undone }: UndoStack): { stack: UndoStack; act: Undoable[] } | null {
  const act = undone.at(-1);
  return act ? { stack: { done: [...done, act], undone: undone.slice(0, -1) }, act } : null;
}

function turnRound(act: Undoable[]): Undoable[] {
  return act.map(({ slot, before, after }) => ({ slot, before: after, after: before })).reverse();
}
