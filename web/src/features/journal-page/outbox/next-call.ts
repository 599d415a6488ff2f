import type { ClearMarkInput, SetAttendanceInput, SetMarksInput, SetTermMarksInput } from "@/graphql/generated/graphql";
import {
  isAttendanceEntry,
  isMarkEntry,
  isTermMarkEntry,
  pairKey,
  slotKey,
  type AttendanceEntry,
  type Entry,
  type MarkEntry,
  type MarkSlot,
  type TermMarkEntry,
} from "./entry";
import type { Outbox } from "./outbox";

/** One mutation on its way: its input, and with it the operation id, never changes, so that sending it twice does nothing twice. */
export type Call =
  | { name: "setMarks"; input: SetMarksInput; entries: MarkEntry[] }
  | { name: "clearMark"; input: ClearMarkInput; entries: MarkEntry[] }
  | { name: "setAttendance"; input: SetAttendanceInput; entries: AttendanceEntry[] }
  | { name: "setTermMarks"; input: SetTermMarksInput; entries: TermMarkEntry[] };

export const CELLS_A_CALL = 60;

export interface CallSite {
  journalId: string;
  /** The column's id, undefined while the server has not made the column. */
  assessmentId: (slot: MarkSlot) => string | undefined;
  newId: () => string;
}

/**
 * Moves what is waiting into one call: the oldest change and all that can travel with it. A change never overtakes an earlier one of the
 * same pupil in the same lesson, and none is put into a call while an earlier one of its slot is unanswered.
 */
export function nextCall(outbox: Outbox, site: CallSite): Outbox {
  const first = outbox.waiting[0];
  if (!first || outbox.calls.length > 0) return outbox;
  const entries = travellingWith(first, outbox.waiting);
  const taken = new Set(entries.map((entry) => slotKey(entry.slot)));
  return {
    ...outbox,
    waiting: outbox.waiting.filter((entry) => !taken.has(slotKey(entry.slot))),
    calls: [makeCall(entries, site)],
  };
}

function travellingWith(first: Entry, waiting: Entry[]): Entry[] {
  const taken: Entry[] = [];
  const passed = new Set<string>();
  for (const entry of waiting) {
    const fits = taken.length < CELLS_A_CALL && sort(entry) === sort(first) && !passed.has(pairKey(entry.slot));
    if (fits) taken.push(entry);
    else passed.add(pairKey(entry.slot));
  }
  return taken;
}

/** Marks of any cells travel together, the attendance of one lesson, the term marks of one column, and each clearing alone. */
function sort(entry: Entry): string {
  if (isTermMarkEntry(entry)) return `${entry.slot.kind}/${entry.slot.termId ?? ""}`;
  if (isAttendanceEntry(entry)) return entry.slot.lessonId;
  return isClearing(entry) ? slotKey(entry.slot) : "MARKS";
}

function isClearing(entry: Entry): boolean {
  return "value" in entry.content && entry.content.value === null;
}

function makeCall(entries: Entry[], site: CallSite): Call {
  const marks = entries.filter(isMarkEntry);
  const termMarks = entries.filter(isTermMarkEntry);
  if (termMarks.length > 0) return termMarkCall(termMarks, site);
  const [clearing] = marks.filter(isClearing);
  if (clearing) return clearCall(clearing, site);
  return marks.length > 0 ? markCall(marks, site) : attendanceCall(entries.filter(isAttendanceEntry), site);
}

function markCall(entries: MarkEntry[], { journalId, assessmentId, newId }: CallSite): Call {
  const cells = entries.map(({ slot, content, version }) => ({
    lessonId: slot.lessonId,
    assessmentId: assessmentId(slot),
    pupilId: slot.pupilId,
    ...(slot.attempt && { attempt: slot.attempt }),
    value: content.points ?? content.value ?? "",
    ...(content.debtUntil && { debtUntil: content.debtUntil }),
    comment: content.comment,
    version: known(version),
  }));
  return { name: "setMarks", input: { operationId: newId(), journalId, cells }, entries };
}

function clearCall(entry: MarkEntry, { journalId, assessmentId, newId }: CallSite): Call {
  const { lessonId, pupilId, attempt } = entry.slot;
  const place = { journalId, lessonId, assessmentId: assessmentId(entry.slot) ?? "", pupilId, ...(attempt && { attempt }) };
  return { name: "clearMark", input: { operationId: newId(), ...place, version: known(entry.version) }, entries: [entry] };
}

function attendanceCall(entries: AttendanceEntry[], { journalId, newId }: CallSite): Call {
  const cells = entries.map(({ slot, content, version }) => ({ pupilId: slot.pupilId, ...content, version: known(version) }));
  return { name: "setAttendance", input: { operationId: newId(), journalId, lessonId: entries[0]?.slot.lessonId ?? "", cells }, entries };
}

function termMarkCall(entries: TermMarkEntry[], { journalId, newId }: CallSite): Call {
  const { kind = "TERM", termId = null } = entries[0]?.slot ?? {};
  const cells = entries.map(({ slot, content, version }) => ({
    pupilId: slot.pupilId,
    value: content.given,
    reason: content.reason,
    version: known(version),
  }));
  return { name: "setTermMarks", input: { operationId: newId(), journalId, kind, termId, cells }, entries };
}

/** No call is on its way when the next one is made, so no version hangs on an answer. */
function known(version: number | "CHAIN"): number {
  return version === "CHAIN" ? 0 : version;
}
