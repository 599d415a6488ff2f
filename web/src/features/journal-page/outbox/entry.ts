import type { TermMarkKind } from "@/graphql/generated/graphql";
import type { AttendanceKind, MarkValue, TermMarkValue } from "../cells/cell-value";

/** One changeable thing of the page: a pupil's mark in a lesson's column, a pupil's attendance of a lesson, or a pupil's term mark. */
export type Slot = MarkSlot | AttendanceSlot | TermMarkSlot;

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
  /** Left out: the first mark; 2 and on: a retake, set beside it. Each has its own version, answer and conflict. */
  attempt?: number;
}

export interface AttendanceSlot {
  thing: "ATTENDANCE";
  lessonId: string;
  pupilId: string;
}

/** `termId` with the kind TERM. */
export interface TermMarkSlot {
  thing: "TERM_MARK";
  kind: TermMarkKind;
  termId: string | null;
  pupilId: string;
}

export interface MarkContent {
  value: MarkValue | null;
  comment: string | null;
  /** Of a work counted in points: what the grade was given for. */
  points?: string | null;
  /** Of a debt: the last day to hand the work in; left out while the server has not reckoned it. */
  debtUntil?: string | null;
}

export interface AttendanceContent {
  kind: AttendanceKind | null;
  minutesLate: number | null;
  reason: string | null;
}

/** `given` null: there is none. `reason`: why it differs from the suggestion. */
export interface TermMarkContent {
  given: TermMarkValue | null;
  reason: string | null;
}

export type Content = MarkContent | AttendanceContent | TermMarkContent;

/** What the server last said of a slot. Version 0: nothing was ever there. */
export type MarkCell = MarkContent & { version: number };
export type AttendanceCell = AttendanceContent & { version: number };
export type TermMarkCell = TermMarkContent & { version: number };
export type Cell = MarkCell | AttendanceCell | TermMarkCell;

/**
 * A change that the server has not answered. `version` is the one that the teacher saw; `CHAIN`: the one that will come out of an earlier
 * change of the same slot, still on its way.
 */
export type Entry = MarkEntry | AttendanceEntry | TermMarkEntry;

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

export interface TermMarkEntry {
  slot: TermMarkSlot;
  content: TermMarkContent;
  version: number | "CHAIN";
}

export const EMPTY_MARK: MarkCell = { value: null, comment: null, version: 0 };
export const EMPTY_ATTENDANCE: AttendanceCell = { kind: null, minutesLate: null, reason: null, version: 0 };

export const EMPTY_TERM_MARK: TermMarkCell = { given: null, reason: null, version: 0 };

export function emptyOf(slot: Slot): Cell {
  return slot.thing === "MARK" ? EMPTY_MARK : slot.thing === "ATTENDANCE" ? EMPTY_ATTENDANCE : EMPTY_TERM_MARK;
}

export function slotKey(slot: Slot): string {
  if (slot.thing === "TERM_MARK") return `${slot.kind}/${slot.termId ?? ""}/${slot.pupilId}`;
  if (slot.thing === "ATTENDANCE") return `${slot.lessonId}//${slot.pupilId}`;
  const first = `${slot.lessonId}/${slot.number}/${slot.pupilId}`;
  return slot.attempt ? `${first}/${slot.attempt}` : first;
}

/** The place of a retake of the same work; of 1, of the first mark. */
export function atAttempt({ attempt: _, ...first }: MarkSlot, attempt: number): MarkSlot {
  return attempt > 1 ? { ...first, attempt } : first;
}

/** Slots of one pupil in one lesson bear on each other (an absent pupil has no mark), so their changes keep their order. */
export function pairKey(slot: Slot): string {
  return slot.thing === "TERM_MARK" ? slotKey(slot) : `${slot.lessonId}/${slot.pupilId}`;
}

export function isMarkEntry(entry: Entry): entry is MarkEntry {
  return entry.slot.thing === "MARK";
}

export function isAttendanceEntry(entry: Entry): entry is AttendanceEntry {
  return entry.slot.thing === "ATTENDANCE";
}

export function isTermMarkEntry(entry: Entry): entry is TermMarkEntry {
  return entry.slot.thing === "TERM_MARK";
}

export function sameContent(one: Content, other: Content): boolean {
  if ("given" in one) return "given" in other && one.given === other.given && one.reason === other.reason;
  if ("value" in one) return "value" in other && sameMark(one, other);
  return "kind" in other && one.kind === other.kind && one.minutesLate === other.minutesLate && one.reason === other.reason;
}

/** The grade for points and the day of a debt come from the server: before it has told them, they are no difference. */
function sameMark(one: MarkContent, other: MarkContent): boolean {
  if (one.comment !== other.comment || (one.points ?? null) !== (other.points ?? null)) return false;
  const sameValue = one.value === other.value || (one.points != null && (one.value === "POINTS" || other.value === "POINTS"));
  return sameValue && (!one.debtUntil || !other.debtUntil || one.debtUntil === other.debtUntil);
}
