/** Where a statement finds what a gate depends on: SQL, never values. */
export interface GatedPlace {
  termId: string;
  now: string;
  /** The journal; null: a class as a whole. */
  journalId: string | null;
  /** Rows `class_id`: the classes whose pupils the journal has, or the class itself. A journal without a class has none. */
  classes: string;
}

/**
 * SQL, a lateral subquery of at most one row: what closes a term for a journal or a class. `$1` is the school. No row: nothing does.
 * `is_closed`: it is closed. Else the deputy has opened it until `opened_until`, by `opening_id`, and what is written is late.
 *
 * A lock of the school, of a class or of a journal closes the journal's part of each of its classes. An opening opens that part when it is
 * of the school, of that class or of the journal, was given after the lock was put, has not been ended and has not lapsed. What is
 * closed in one part is closed: a group of two classes is open when both are. The same rule over objects is `gateOf`.
 */
export function termGate({ termId, now, journalId, classes }: GatedPlace): string {
  const covers = (what: string) =>
    `(num_nonnulls(${what}.class_id, ${what}.journal_id) = 0 OR ${what}.class_id = part.class_id${journalId ? ` OR ${what}.journal_id = ${journalId}` : ""})`;
  return `(
    SELECT opening.id IS NULL AS is_closed, opening.id AS opening_id, opening.opened_until
    FROM term_lock
    LEFT JOIN LATERAL (${classes}) AS part ON true
    LEFT JOIN LATERAL (
      SELECT term_opening.id, term_opening.opened_until FROM term_opening
      WHERE term_opening.school_id = $1 AND term_opening.term_id = ${termId} AND term_opening.opened_until > ${now}::timestamptz
        AND term_opening.opened_at >= term_lock.locked_at AND term_opening.ended_at IS NULL AND ${covers("term_opening")}
      ORDER BY term_opening.opened_until DESC, term_opening.id LIMIT 1) AS opening ON true
    WHERE term_lock.school_id = $1 AND term_lock.term_id = ${termId} AND term_lock.lifted_at IS NULL AND ${covers("term_lock")}
    ORDER BY opening.opened_until NULLS FIRST, opening.id LIMIT 1)`;
}

/** A lock that stands, or an opening: of the school when neither class nor journal is named. */
export interface TermScope {
  classId: string | null;
  journalId: string | null;
}

/** A lock that has not been lifted. */
export type StandingLock = TermScope & { lockedAt: Date };

/** An opening as it was given; one that was ended early opens nothing any more. */
export type GivenOpening = TermScope & { id: string; openedAt: Date; openedUntil: Date; endedAt: Date | null };

/** A journal, or a class as a whole (`journalId` null). */
export interface GatedJournal {
  journalId: string | null;
  classIds: readonly string[];
}

/** What closes a term there. `opening` null: it is closed; else what is written is late, and when the opening ends it is closed again. */
export interface Gate {
  opening: GivenOpening | null;
}

/** The rule of `termGate` over the locks and openings of one term. Null: nothing closes it. */
export function gateOf(place: GatedJournal, locks: readonly StandingLock[], openings: readonly GivenOpening[], now: Date): Gate | null {
  const parts = place.classIds.length > 0 ? place.classIds : [null];
  const covers = ({ classId, journalId }: TermScope, part: string | null): boolean =>
    (classId === null && journalId === null) ||
    (classId !== null && classId === part) ||
    (journalId !== null && journalId === place.journalId);
  const inForce = openings.filter(({ openedUntil, endedAt }) => openedUntil > now && endedAt === null).sort(latestFirst);
  const gates = parts.flatMap((part) =>
    locks
      .filter((lock) => covers(lock, part))
      .map(({ lockedAt }) => inForce.find((opening) => opening.openedAt >= lockedAt && covers(opening, part)) ?? null),
  );
  if (gates.length === 0) return null;
  if (gates.includes(null)) return { opening: null };
  return { opening: (gates as GivenOpening[]).sort(soonestFirst)[0]! };
}

function latestFirst(one: GivenOpening, other: GivenOpening): number {
  return other.openedUntil.getTime() - one.openedUntil.getTime() || (one.id < other.id ? -1 : 1);
}

function soonestFirst(one: GivenOpening, other: GivenOpening): number {
  return one.openedUntil.getTime() - other.openedUntil.getTime() || (one.id < other.id ? -1 : 1);
}

/**
 * SQL, always true, for the statement by which a command locks what it writes in: until its end nobody closes or opens a term of the school.
 * What closes a term is read by the next statement: this one goes on with the rows as they were before it waited.
 */
export const HOLD_TERM_LOCKS = `(SELECT pg_advisory_xact_lock_shared(hashtextextended('term locks ' || $1::text, 0))) IS NOT NULL`;

/** The same for the commands that close and open: alone, after all that write now. */
export const TAKE_TERM_LOCKS = `(SELECT pg_advisory_xact_lock(hashtextextended('term locks ' || $1::text, 0))) IS NOT NULL`;
