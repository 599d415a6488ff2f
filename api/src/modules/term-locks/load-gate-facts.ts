import type { Statement, Transaction } from "../../kernel/database";
import { type GatedJournal, type GivenOpening, type StandingLock, TAKE_TERM_LOCKS } from "../calendar/term-gate";
import { classesOfJournal } from "../journals/classes-of-journal";
import type { TermPlaceInput } from "./term-place";

/** A place as it was asked for, ids as PostgreSQL writes them. */
export interface AskedPlace {
  termId: string;
  classId: string | null;
  journalId: string | null;
}

/** A lock's row, that of a lifted one too. */
export type KeptLock = StandingLock & { id: string; version: number; isLifted: boolean };

/** An opening's row. */
export type KeptOpening = GivenOpening & { version: number };

/** What closes and opens a place, as it stands under the command's lock. */
export interface PlaceFacts {
  place: AskedPlace;
  /** False: there is no such term, class or journal, or the class or journal does not go by that term. */
  isThere: boolean;
  /** The year of the term is closed: nothing is opened in it any more. */
  yearIsClosed: boolean;
  gated: GatedJournal;
  /** The lock of this very place, lifted or not. */
  own: KeptLock | null;
  /** The standing locks of the term, and the openings of it in force. */
  locks: (KeptLock & { classIds: string[] })[];
  openings: (KeptOpening & { classIds: string[] })[];
}

/** Takes the locks of all terms for this command, and waits until those who write now are through. The first statement of such a command. */
export async function takeTermLocks(transaction: Transaction): Promise<void> {
  await transaction.query(TAKE, [transaction.schoolId]);
}

/** Reads the places of a command in one statement, in their order. */
export async function loadPlaceFacts(transaction: Transaction, places: readonly AskedPlace[], now: Date): Promise<PlaceFacts[]> {
  const values = [
    transaction.schoolId,
    places.map(({ termId }) => termId),
    places.map(({ classId }) => classId),
    places.map(({ journalId }) => journalId),
    now,
  ];
  const rows = await transaction.query<PackedFacts>(FACTS, values);
  return rows.map(({ locks, openings, classIds, isThere, yearIsClosed }, index) => {
    const place = places[index]!;
    const kept = locks.map(toLock);
    return {
      place,
      isThere,
      yearIsClosed,
      gated: { journalId: place.journalId, classIds: place.classId ? [place.classId] : classIds },
      own: kept.find(({ classId, journalId }) => classId === place.classId && journalId === place.journalId) ?? null,
      locks: kept.filter(({ isLifted }) => !isLifted),
      openings: openings.map(toOpening),
    };
  });
}

/** The ids of a place as they were sent. */
export function askedPlace({ termId, classId, journalId }: TermPlaceInput): AskedPlace {
  return { termId: termId.toLowerCase(), classId: classId?.toLowerCase() ?? null, journalId: journalId?.toLowerCase() ?? null };
}

interface PackedFacts {
  isThere: boolean;
  yearIsClosed: boolean;
  classIds: string[];
  locks: (Omit<KeptLock, "lockedAt"> & { lockedAt: string; classIds: string[] })[];
  openings: (Omit<KeptOpening, "openedAt" | "openedUntil" | "endedAt"> & { openedAt: string; openedUntil: string; classIds: string[] })[];
}

function toLock(lock: PackedFacts["locks"][number]): KeptLock & { classIds: string[] } {
  return { ...lock, lockedAt: new Date(lock.lockedAt) };
}

function toOpening(opening: PackedFacts["openings"][number]): KeptOpening & { classIds: string[] } {
  return { ...opening, openedAt: new Date(opening.openedAt), openedUntil: new Date(opening.openedUntil), endedAt: null };
}

const TAKE: Statement = { name: "take-term-locks", text: `SELECT ${TAKE_TERM_LOCKS} AS taken` };

const classesOf = (row: string): string => `(
  SELECT COALESCE(json_agg(part.class_id), '[]') FROM journal AS own CROSS JOIN LATERAL (${classesOfJournal("own", "term")}) AS part
  WHERE own.school_id = $1 AND own.id = ${row}.journal_id)`;

/** $5 now. A class goes by the terms of its kind in its year, and so does a journal. */
const FACTS: Statement = {
  name: "term-place-facts",
  text: `
  SELECT term.id IS NOT NULL AND (place.class_id IS NULL OR school_class.id IS NOT NULL) AND (place.journal_id IS NULL OR journal.id IS NOT NULL)
      AND num_nonnulls(place.class_id, place.journal_id) < 2 AS "isThere",
    COALESCE(academic_year.status = 'CLOSED', false) AS "yearIsClosed", ${classesOf("place")} AS "classIds",
    (SELECT COALESCE(json_agg(json_build_object('id', term_lock.id, 'classId', term_lock.class_id, 'journalId', term_lock.journal_id, 'lockedAt', term_lock.locked_at,
              'version', term_lock.version, 'isLifted', term_lock.lifted_at IS NOT NULL, 'classIds', ${classesOf("term_lock")})), '[]')
       FROM term_lock WHERE term_lock.school_id = $1 AND term_lock.term_id = term.id) AS locks,
    (SELECT COALESCE(json_agg(json_build_object('id', term_opening.id, 'classId', term_opening.class_id, 'journalId', term_opening.journal_id,
              'openedAt', term_opening.opened_at, 'openedUntil', term_opening.opened_until, 'version', term_opening.version, 'classIds', ${classesOf("term_opening")})), '[]')
       FROM term_opening WHERE term_opening.school_id = $1 AND term_opening.term_id = term.id AND term_opening.ended_at IS NULL
         AND term_opening.opened_until > $5::timestamptz) AS openings
  FROM unnest($2::uuid[], $3::uuid[], $4::uuid[]) WITH ORDINALITY AS place (term_id, class_id, journal_id, nth)
  LEFT JOIN term ON term.school_id = $1 AND term.id = place.term_id
  LEFT JOIN academic_year ON academic_year.school_id = $1 AND academic_year.id = term.academic_year_id
  LEFT JOIN school_class ON school_class.school_id = $1 AND school_class.id = place.class_id AND school_class.academic_year_id = term.academic_year_id
    AND school_class.term_kind = term.kind
  LEFT JOIN journal ON journal.school_id = $1 AND journal.id = place.journal_id AND journal.academic_year_id = term.academic_year_id
    AND journal.term_kind = term.kind
  ORDER BY place.nth`,
};
