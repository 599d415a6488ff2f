import type { Database, Statement } from "./database";
import { chainHash, type ChainRow } from "./history";

/** What a walk along a school's chain found; `brokenAt`: the first row whose hash does not follow from the row before it. */
export interface HistoryCheck {
  rows: number;
  brokenAt: string | null;
  /** The last row that was read. */
  head: KeptHead;
}

/** The hash of a row, noted away from the database: a history written anew with right hashes does not have it. */
export interface KeptHead {
  seq: string;
  /** In hexadecimal. */
  hash: string;
}

/**
 * Works out every hash of a school's history anew. A row that was changed, removed, added or moved behind the journal's
 * back breaks the chain there; rows cut off at the end do not fit the chain's head, and `brokenAt` is then the number after the last row.
 * A row that does not have the hash that was kept of it is broken too.
 */
export async function verifyHistory(
  database: Pick<Database, "read">,
  schoolId: string,
  kept: readonly KeptHead[] = [],
): Promise<HistoryCheck> {
  const hashes = new Map(kept.map((head) => [head.seq, head.hash]));
  let hash: Buffer = Buffer.alloc(32);
  let seq = 0n;
  for (;;) {
    const rows = await database.read<KeptRow>(schoolId, NEXT_ROWS, [schoolId, seq.toString(), ROWS_A_TIME]);
    for (const { at, hash: stored, ...row } of rows) {
      seq += 1n;
      hash = chainHash(hash, { ...row, at: at.toISOString() });
      const noted = hashes.get(row.seq) ?? hash.toString("hex");
      if (row.seq !== seq.toString() || !hash.equals(stored) || noted !== hash.toString("hex")) return check(seq, hash, seq);
    }
    if (rows.length < ROWS_A_TIME) break;
  }
  const [head] = await database.read<{ seq: string; hash: Buffer }>(schoolId, HEAD, [schoolId]);
  const isWhole = head ? head.seq === seq.toString() && head.hash.equals(hash) : seq === 0n;
  const isCut = kept.some((noted) => BigInt(noted.seq) > seq);
  return check(seq, hash, isWhole && !isCut ? null : seq + 1n);
}

function check(seq: bigint, hash: Buffer, brokenAt: bigint | null): HistoryCheck {
  return { rows: Number(seq), brokenAt: brokenAt?.toString() ?? null, head: { seq: seq.toString(), hash: hash.toString("hex") } };
}

type KeptRow = Omit<ChainRow, "at"> & { at: Date; hash: Buffer };

const ROWS_A_TIME = 1_000;

const NEXT_ROWS: Statement = {
  name: "history-rows",
  text: `SELECT seq, at, actor_id, operation_id, thing, thing_id, journal_id, lesson_id, pupil_id, before, after, opening_id, hash
         FROM history WHERE school_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
};

const HEAD: Statement = { name: "history-end", text: "SELECT seq, hash FROM history_head WHERE school_id = $1" };
