import { createHash } from "node:crypto";
import type { Statement, Transaction } from "./database";

/** What a history row tells of; IMPORT and ACCESS are rows without a lesson. */
export type HistoryThing =
  | "MARK"
  | "ATTENDANCE"
  | "HOMEWORK"
  | "LESSON"
  | "ASSESSMENT"
  | "TERM_MARK"
  | "IMPORT"
  | "ACCESS"
  | "MESSAGE"
  | "ANNOUNCEMENT"
  | "SETTING"
  | "TERM_LOCK"
  | "RESIT"
  | "ANALYSIS"
  | "FORECAST"
  | "QUESTION";

/** One change: from `before` to `after`; null is "was not there". Values are plain JSON. */
export interface HistoryEntry {
  thing: HistoryThing;
  thingId: string;
  journalId?: string | null;
  lessonId?: string | null;
  pupilId?: string | null;
  /** Written late: by this opening of a closed term. */
  openingId?: string | null;
  before: Readonly<Record<string, unknown>> | null;
  after: Readonly<Record<string, unknown>> | null;
}

/** Who changed it, when, and by which operation of the client. */
export interface Change {
  at: Date;
  actorId: string | null;
  operationId: string;
}

/**
 * Appends the entries to the school's hash chain, in the command's own transaction. Call it last: the end of the chain
 * is locked from here to the commit, so writers of one school queue only for that long.
 */
export async function appendHistory(transaction: Transaction, change: Change, entries: readonly HistoryEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const [head] = await transaction.query<{ seq: string; hash: Buffer }>(LOCK_HEAD, [transaction.schoolId]);
  let seq = head ? BigInt(head.seq) : 0n;
  let hash = head ? head.hash : Buffer.alloc(32);
  const rows = entries.map((entry) => {
    seq += 1n;
    const row = { ...link(change, entry), seq: seq.toString() };
    hash = chainHash(hash, row);
    return { ...row, hash: hash.toString("hex") };
  });
  await transaction.query(APPEND, [transaction.schoolId, JSON.stringify(rows), seq.toString(), hash]);
}

/** The fields of a row that its hash covers, in their order. */
export interface ChainRow {
  seq: string;
  at: string;
  actor_id: string | null;
  operation_id: string;
  thing: string;
  thing_id: string;
  journal_id: string | null;
  lesson_id: string | null;
  pupil_id: string | null;
  before: unknown;
  after: unknown;
  opening_id: string | null;
}

/** sha256 of the previous hash and the row: a changed, missing or reordered row breaks every hash after it. */
export function chainHash(previous: Buffer, row: ChainRow): Buffer {
  const covered = [
    row.seq,
    row.at,
    row.actor_id,
    row.operation_id,
    row.thing,
    row.thing_id,
    row.journal_id,
    row.lesson_id,
    row.pupil_id,
    sortedJson(row.before),
    sortedJson(row.after),
    // Only where it is there: the hashes of rows before it was kept stay what they are.
    ...(row.opening_id ? [row.opening_id] : []),
  ];
  return createHash("sha256").update(previous).update(JSON.stringify(covered)).digest();
}

function link(change: Change, entry: HistoryEntry): Omit<ChainRow, "seq"> {
  return {
    at: change.at.toISOString(),
    actor_id: change.actorId,
    operation_id: change.operationId,
    thing: entry.thing,
    thing_id: entry.thingId,
    journal_id: entry.journalId ?? null,
    lesson_id: entry.lessonId ?? null,
    pupil_id: entry.pupilId ?? null,
    before: entry.before,
    after: entry.after,
    opening_id: entry.openingId ?? null,
  };
}

/** jsonb does not keep the order of keys, so the hash must not depend on it. */
function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Makes the head where a school has none yet, and locks it. */
const LOCK_HEAD: Statement = {
  name: "history-head",
  text: `INSERT INTO history_head AS head (school_id, seq, hash) VALUES ($1, 0, decode(repeat('00', 32), 'hex'))
         ON CONFLICT (school_id) DO UPDATE SET seq = head.seq RETURNING seq, hash`,
};

const APPEND: Statement = {
  name: "history-append",
  text: `WITH rows AS (
           INSERT INTO history (school_id, seq, at, actor_id, operation_id, thing, thing_id, journal_id, lesson_id, pupil_id, before, after, opening_id, hash)
           SELECT $1, seq, at, actor_id, operation_id, thing, thing_id, journal_id, lesson_id, pupil_id,
                  NULLIF(before, 'null'), NULLIF(after, 'null'), opening_id, decode(hash, 'hex')
           FROM jsonb_to_recordset($2::jsonb) AS r (seq bigint, at timestamptz, actor_id uuid, operation_id uuid, thing text, thing_id uuid,
                  journal_id uuid, lesson_id uuid, pupil_id uuid, before jsonb, after jsonb, opening_id uuid, hash text))
         UPDATE history_head SET seq = $3, hash = $4 WHERE school_id = $1`,
};
