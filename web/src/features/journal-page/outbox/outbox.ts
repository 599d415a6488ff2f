import { sameContent, slotKey, type Cell, type Content, type Entry, type Slot } from "./entry";
import type { Call } from "./next-call";

/** Everything typed that is not safely with the server. Kept in the browser until it is: see `outbox-store.ts`. */
export interface Outbox {
  /** Not in a call yet: oldest first, one a slot. */
  waiting: Entry[];
  /** Frozen with their operation ids, sent one after another, and again until each is answered. */
  calls: Call[];
  /** What the server did not take: one a slot, until the teacher decides. */
  problems: Problem[];
}

/** `theirs` and `version` are how the slot stands on the server. */
export type Problem = { mine: Entry; theirs: Content; version: number } & (
  { why: "CONFLICT" } | { why: "REFUSED"; code: string; message: string }
);

export const EMPTY_OUTBOX: Outbox = { waiting: [], calls: [], problems: [] };

/** How the server's last word on a slot is found. */
export type Confirmed = (slot: Slot) => Cell;

/**
 * Adds a change. It takes the place of an unsent one of the same slot and of a refused one. Typed over a conflict it stays in the
 * conflict: only `keepMine` puts it over a colleague's value.
 */
export function write(outbox: Outbox, slot: Slot, content: Content, confirmed: Confirmed): Outbox {
  const key = slotKey(slot);
  const problem = problemAt(outbox, slot);
  if (problem?.why === "CONFLICT") return retype(outbox, problem, content);
  const version = seenVersion(outbox, slot, confirmed);
  const rest = without(outbox, key);
  const stands = confirmed(slot);
  if (version === stands.version && sameContent(stands, content)) return rest;
  return { ...rest, waiting: [...rest.waiting, { slot, content, version } as Entry] };
}

/** The newest word of the teacher on a slot that the server has not taken. */
export function unsaved(outbox: Outbox, slot: Slot): Entry | undefined {
  const key = slotKey(slot);
  const here = (entry: Entry) => slotKey(entry.slot) === key;
  return (
    outbox.waiting.find(here) ??
    outbox.calls.findLast((call) => call.entries.some(here))?.entries.find(here) ??
    problemAt(outbox, slot)?.mine
  );
}

export function problemAt(outbox: Outbox, slot: Slot): Problem | undefined {
  const key = slotKey(slot);
  return outbox.problems.find((problem) => slotKey(problem.mine.slot) === key);
}

/** Lets a problem go: the server's value stands. */
export function takeTheirs(outbox: Outbox, slot: Slot): Outbox {
  const key = slotKey(slot);
  return { ...outbox, problems: outbox.problems.filter((problem) => slotKey(problem.mine.slot) !== key) };
}

/** Sends the teacher's value again, over the one that has now been seen. */
export function keepMine(outbox: Outbox, slot: Slot): Outbox {
  const problem = problemAt(outbox, slot);
  if (!problem) return outbox;
  const rest = takeTheirs(outbox, slot);
  return { ...rest, waiting: [...rest.waiting, { ...problem.mine, version: problem.version }] };
}

/**
 * What another tab or an earlier visit left behind goes out before what was typed since. A call that is on its way stays the first: the
 * answer that comes is its own.
 */
export function adopt(outbox: Outbox, left: Outbox): Outbox {
  const called = outbox.calls.flatMap((call): Entry[] => call.entries);
  const newer = new Set([...called, ...outbox.waiting].map((entry) => slotKey(entry.slot)));
  const decided = new Set([...newer, ...outbox.problems.map((problem) => slotKey(problem.mine.slot))]);
  return {
    waiting: [...left.waiting.filter((entry) => !newer.has(slotKey(entry.slot))), ...outbox.waiting],
    calls: [...outbox.calls, ...left.calls],
    problems: [...left.problems.filter((problem) => !decided.has(slotKey(problem.mine.slot))), ...outbox.problems],
  };
}

export function unsentCount(outbox: Outbox): number {
  return outbox.waiting.length + outbox.calls.reduce((sum, call) => sum + call.entries.length, 0);
}

function seenVersion(outbox: Outbox, slot: Slot, confirmed: Confirmed): number | "CHAIN" {
  const key = slotKey(slot);
  const unsent = outbox.waiting.find((entry) => slotKey(entry.slot) === key);
  if (unsent) return unsent.version;
  if (outbox.calls.some((call) => call.entries.some((entry) => slotKey(entry.slot) === key))) return "CHAIN";
  return problemAt(outbox, slot)?.version ?? confirmed(slot).version;
}

function retype(outbox: Outbox, problem: Problem, content: Content): Outbox {
  if (sameContent(content, problem.theirs)) return takeTheirs(outbox, problem.mine.slot);
  const mine = { ...problem.mine, content } as Entry;
  return { ...outbox, problems: outbox.problems.map((one) => (one === problem ? { ...problem, mine } : one)) };
}

function without(outbox: Outbox, key: string): Outbox {
  return {
    waiting: outbox.waiting.filter((entry) => slotKey(entry.slot) !== key),
    calls: outbox.calls,
    problems: outbox.problems.filter((problem) => slotKey(problem.mine.slot) !== key),
  };
}
