import type { AttendanceKind, MarkValue } from "../cells/cell-value";

/** One changeable thing of the page: a pupil's mark in a lesson's column, or a pupil's attendance of a lesson. */
export type Slot = MarkSlot | AttendanceSlot;

/**
 * `number` is the column's number under its lesson; a lesson without columns shows an empty column 1, made by its first mark.
 * `assessmentId`: the column as the teacher saw it; the page that knows it may be gone (another term, a reload) when the change goes out.
 */
export interface MarkSlot {
  thing: "MARK";
  lessonId: string;
  number: number;
  pupilId: string;
  assessmentId?: string;
}

export interface AttendanceSlot {
  thing: "ATTENDANCE";
  lessonId: string;
  pupilId: string;
}

export interface MarkContent {
  value: MarkValue | null;
  comment: string | null;
}

export interface AttendanceContent {
  kind: AttendanceKind | null;
  minutesLate: number | null;
  reason: string | null;
}

/** What the server last said of a slot. Version 0: nothing was ever there. */
export type MarkCell = MarkContent & { version: number };
export type AttendanceCell = AttendanceContent & { version: number };

/**
 * A change that the server has not answered. `version` is the one that the teacher saw; `CHAIN`: the one that will come out of an earlier
 * change of the same slot, still on its way.
 */
export type Entry = MarkEntry | AttendanceEntry;

export interface MarkEntry {
  slot: MarkSlot;
  content: MarkContent;
  version: number | "CHAIN";
}

export interface AttendanceEntry {
  slot: AttendanceSlot;
  content: AttendanceContent;
  version: number | "CHAIN";
}

export const EMPTY_MARK: MarkCell = { value: null, comment: null, version: 0 };
export const EMPTY_ATTENDANCE: AttendanceCell = { kind: null, minutesLate: null, reason: null, version: 0 };

export function slotKey(slot: Slot): string {
  return slot.thing === "MARK" ? `${slot.lessonId}/${slot.number}/${slot.pupilId}` : `${slot.lessonId}//${slot.pupilId}`;
}

/** Slots of one pupil in one lesson bear on each other (an absent pupil has no mark), so their changes keep their order. */
export function pairKey(slot: Slot): string {
  return `${slot.lessonId}/${slot.pupilId}`;
}

export function isMarkEntry(entry: Entry): entry is MarkEntry {
  return entry.slot.thing === "MARK";
}

export function isAttendanceEntry(entry: Entry): entry is AttendanceEntry {
  return entry.slot.thing === "ATTENDANCE";
}

export function sameContent(one: MarkContent | AttendanceContent, other: MarkContent | AttendanceContent): boolean {
  if ("value" in one) return "value" in other && one.value === other.value && one.comment === other.comment;
  return "kind" in other && one.kind === other.kind && one.minutesLate === other.minutesLate && one.reason === other.reason;
}
