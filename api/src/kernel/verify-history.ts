import type { Database, Statement } from "./database";
import { chainHash, type ChainRow } from "./history";

/** What a walk along a school's chain found; `brokenAt`: the first row whose hash does not follow from the row before it. */
export interface HistoryCheck {
  rows: number;
  brokenAt: string | null;
}

/**
 * Works out every hash of a school's history anew. A row that was changed, removed, added or moved behind the journal's
 * back breaks the chain there; rows cut off at the end do not fit the chain's head, and `brokenAt` is then the number after the last row.
 */
export async function verifyHistory(database: Database, schoolId: string): Promise<HistoryCheck> {
  let hash: Buffer = Buffer.alloc(32);
  let seq = 0n;
  for (;;) {
    const rows = await database.read<KeptRow>(schoolId, NEXT_ROWS, [schoolId, seq.toString(), ROWS_A_TIME]);
    for (const { at, hash: kept, ...row } of rows) {
      seq += 1n;
      hash = chainHash(hash, { ...row, at: at.toISOString() });
      if (row.seq !== seq.toString() || !hash.equals(kept)) return { rows: Number(seq), brokenAt: seq.toString() };
    }
    if (rows.length < ROWS_A_TIME) break;
  }
  const [head] = await database.read<{ seq: string; hash: Buffer }>(schoolId, HEAD, [schoolId]);
  const isWhole = head ? head.seq === seq.toString() && head.hash.equals(hash) : seq === 0n;
  return { rows: Number(seq), brokenAt: isWhole ? null : (seq + 1n).toString() };
}

type KeptRow = Omit<ChainRow, "at"> & { at: Date; hash: Buffer };

const ROWS_A_TIME = 1_000;

const NEXT_ROWS: Statement = {
  name: "history-rows",
  text: `SELECT seq, at, actor_id, operation_id, thing, thing_id, journal_id, lesson_id, pupil_id, before, after, hash
         FROM history WHERE school_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
};

const HEAD: Statement = { name: "history-end", text: "SELECT seq, hash FROM history_head WHERE school_id = $1" };
