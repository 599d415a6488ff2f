import { type KeptRecord, type KeptState, type KeptThing, saysTheSame } from "./kept-record";

/** One row of history, in the words of the code. */
export interface HistoryStep {
  at: Date;
  actorId: string | null;
  thing: KeptThing;
  thingId: string;
  journalId: string | null;
  lessonId: string | null;
  pupilId: string | null;
  openingId: string | null;
  before: KeptState;
  after: KeptState;
}

/** A record as its changes leave it. */
export interface ReplayedRecord extends KeptRecord {
  /** What its first change found: what was copied in bulk, or null. */
  start: KeptState;
  /** How often it was changed. */
  changes: number;
}

/** A change that did not find what the change before it had left: in between the record was altered. */
export interface ReplayGap {
  step: HistoryStep;
  expected: KeptState;
  found: KeptState;
}

/** What history tells when it is read from the first row to the last. */
export interface Replay {
  records: Map<string, ReplayedRecord>;
  gaps: ReplayGap[];
}

/**
 * Replays history forwards: from nothing, or, where records were copied in bulk and sealed (`isSealed`), from what the first change found, every record becomes
 * what its changes made of it. Nothing but the rows is read, so what comes out can be compared with the tables.
 */
export function replayHistory(steps: Iterable<HistoryStep>, isSealed: (journalId: string | null) => boolean): Replay {
  const records = new Map<string, ReplayedRecord>();
  const gaps: ReplayGap[] = [];
  for (const step of steps) {
    const { thing, thingId: id, journalId, lessonId, pupilId, at, actorId, openingId } = step;
    const stood = records.get(id);
    const found = foundBy(step, stood?.state ?? null);
    const expected = stood ? stood.state : isSealed(journalId) ? found : null;
    if (!saysTheSame(expected, found)) gaps.push({ step, expected, found });
    const place = { thing, id, journalId, lessonId, pupilId };
    const count = { start: stood ? stood.start : found, changes: (stood?.changes ?? 0) + 1 };
    records.set(id, { ...place, ...count, state: leftBy(step, stood?.state ?? null), setAt: at, setBy: actorId, openingId });
  }
  return { records, gaps };
}

/** What the change found: a text in a thread finds the thread as it stands, and does not repeat it. */
function foundBy({ thing, before }: HistoryStep, stood: KeptState): KeptState {
  return thing === "QUESTION" ? stood : visible(thing, before);
}

function leftBy(step: HistoryStep, stood: KeptState): KeptState {
  return step.thing === "QUESTION" ? threadAfter(step, stood) : visible(step.thing, step.after);
}

/** A state of history in the words of the tables. */
function visible(thing: KeptThing, state: KeptState): KeptState {
  if (state === null) return null;
  switch (thing) {
    case "LESSON":
      return state["status"] === "HELD" ? { status: state["status"], topic: state["topic"] } : null;
    case "ASSESSMENT":
      // Columns of before there were other scales do not name theirs.
      return { scale: "FIVE_POINT", maxPoints: null, ...state };
    case "FORECAST":
      return { ...state, to: (state["to"] as string[]).toSorted() };
    default:
      return state;
  }
}

type ThreadText = [number: number, side: string, text: string, author: string | null, at: string];

/** A question is asked, written to, and ended: each step adds to the thread. */
function threadAfter({ at, actorId, after }: HistoryStep, stood: KeptState): KeptState {
  const when = at.toISOString();
  const { text, seq, side, outcome, value, ...asked } = { ...after };
  if (outcome !== undefined) return { ...stood, outcome, closedValue: value, closedBy: actorId, closedAt: when };
  if (seq === undefined) {
    const first: ThreadText = [1, "FAMILY", String(text), actorId, when];
    const open = { outcome: null, closedValue: null, closedBy: null, closedAt: null };
    return { ...asked, value, askedBy: actorId, askedAt: when, texts: [first], answeredBy: null, answeredAt: null, ...open };
  }
  const next: ThreadText = [Number(seq), String(side), String(text), actorId, when];
  const isAnswer = side === "STAFF" && !stood?.["answeredAt"];
  const texts = [...((stood?.["texts"] as ThreadText[] | undefined) ?? []), next];
  return { ...stood, texts, ...(isAnswer && { answeredBy: actorId, answeredAt: when }) };
}
