import type { Database, Statement } from "../../kernel/database";
import { notFound } from "../../kernel/refusal";
import type { Viewer } from "../../kernel/viewer";
import { gateOf, type GivenOpening, type StandingLock } from "../calendar/term-gate";
import type { TermKind } from "../calendar/term-kind";
import { classesOfJournal } from "../journals/classes-of-journal";
import type { TermLock } from "./term-lock";
import type { BoardCell, BoardClass, BoardTerm, TermLockBoard } from "./term-lock-board";
import { nameOf } from "./term-places-sql";

/** The board of the year of today in one statement; what is closed is told by the rule of `gateOf`. */
export async function loadTermLockBoard(database: Database, viewer: Viewer, now: Date): Promise<TermLockBoard> {
  const [row] = await database.read<BoardRow>(viewer.schoolId, BOARD, [viewer.schoolId, viewer.today, now]);
  if (!row) throw notFound("Учебный год");
  const locks = row.locks.map((lock) => ({ ...lock, lockedAt: new Date(lock.lockedAt) }));
  const openings = row.openings.map((opening) => ({
    ...opening,
    openedAt: new Date(opening.openedAt),
    openedUntil: new Date(opening.openedUntil),
    endedAt: null,
  }));
  const facts: BoardFacts = { locks, openings, waiting: row.waiting, yearIsClosed: row.yearIsClosed, now };
  const terms = row.terms.map((term) => toTerm(term, facts));
  const classes = row.classes.map((one) => toClass(one, row.terms, facts));
  return { yearId: row.yearId, yearName: row.yearName, yearIsClosed: row.yearIsClosed, terms, classes };
}

type PackedTerm = Pick<BoardTerm, "id" | "kind" | "number" | "startsOn" | "endsOn">;
type PackedClass = Pick<BoardClass, "id" | "label" | "grade"> & { termKind: TermKind };

/** Where in the year; `classIds` of a journal's. */
interface InTerm {
  termId: string;
  classIds: string[];
}

type BoardLock = StandingLock & InTerm & { id: string; version: number; lockedBy: string | null };
type BoardOpening = GivenOpening & InTerm;

interface BoardRow {
  yearId: string;
  yearName: string;
  yearIsClosed: boolean;
  terms: PackedTerm[];
  classes: PackedClass[];
  locks: (Omit<BoardLock, "lockedAt"> & { lockedAt: string })[];
  openings: (Omit<BoardOpening, "openedAt" | "openedUntil" | "endedAt"> & { openedAt: string; openedUntil: string })[];
  waiting: InTerm[];
}

interface BoardFacts {
  locks: BoardLock[];
  openings: BoardOpening[];
  waiting: InTerm[];
  yearIsClosed: boolean;
  now: Date;
}

function toTerm(term: PackedTerm, { locks, openings, waiting, now }: BoardFacts): BoardTerm {
  const ofTerm = ({ termId }: InTerm): boolean => termId === term.id;
  const own = locks.find((lock) => ofTerm(lock) && !lock.classId && !lock.journalId);
  const gate = gateOf({ journalId: null, classIds: [] }, locks.filter(ofTerm), openings.filter(ofTerm), now);
  return {
    ...term,
    lock: own ? toLock(own, term, null) : null,
    openUntil: gate?.opening?.openedUntil ?? null,
    waiting: waiting.filter(ofTerm).length,
  };
}

function toClass({ id, label, grade, termKind }: PackedClass, terms: readonly PackedTerm[], facts: BoardFacts): BoardClass {
  const cells = terms.filter(({ kind }) => kind === termKind).map((term) => toCell({ id, label }, term, facts));
  return { id, label, grade, cells };
}

function toCell(own: { id: string; label: string }, term: PackedTerm, facts: BoardFacts): BoardCell {
  const ofTerm = ({ termId }: InTerm): boolean => termId === term.id;
  const ofJournals = (row: InTerm & { journalId: string | null }): boolean => row.journalId !== null && row.classIds.includes(own.id);
  const locks = facts.locks.filter(ofTerm);
  const openings = facts.openings.filter(ofTerm);
  const lock = locks.find(({ classId }) => classId === own.id);
  const gate = gateOf({ journalId: null, classIds: [own.id] }, locks, openings, facts.now);
  return {
    termId: term.id,
    isClosed: facts.yearIsClosed || (gate !== null && gate.opening === null),
    openUntil: (!facts.yearIsClosed && gate?.opening?.openedUntil) || null,
    lock: lock ? toLock(lock, term, own) : null,
    closedJournals: locks.filter(ofJournals).length,
    openedJournals: new Set(openings.filter(ofJournals).map(({ journalId }) => journalId)).size,
    waiting: facts.waiting.filter((request) => ofTerm(request) && request.classIds.includes(own.id)).length,
  };
}

function toLock({ id, version, lockedAt, lockedBy }: BoardLock, term: PackedTerm, own: { id: string; label: string } | null): TermLock {
  const ofTerm = { termId: term.id, termKind: term.kind, termNumber: term.number };
  const place = { ...ofTerm, classId: own?.id ?? null, className: own?.label ?? null, journalId: null, subject: null };
  return { id, place, lockedAt: lockedAt.toISOString(), lockedBy, version };
}

const classesOf = (row: string): string => `(
  SELECT COALESCE(json_agg(part.class_id), '[]') FROM journal AS own CROSS JOIN LATERAL (${classesOfJournal("own", "terms")}) AS part
  WHERE own.school_id = $1 AND own.id = ${row}.journal_id)`;

/** $2 today, $3 now. Terms of kinds that no class goes by are left out. */
const BOARD: Statement = {
  name: "term-lock-board",
  text: `
  WITH year AS MATERIALIZED (
    SELECT id, name, status FROM academic_year WHERE school_id = $1 AND starts_on <= $2::date ORDER BY starts_on DESC LIMIT 1
  ), classes AS MATERIALIZED (
    SELECT school_class.id, school_class.label, school_class.grade, school_class.term_kind
    FROM year JOIN school_class ON school_class.school_id = $1 AND school_class.academic_year_id = year.id
  ), terms AS MATERIALIZED (
    SELECT term.id, term.kind, term.number, term.starts_on, term.ends_on
    FROM year JOIN term ON term.school_id = $1 AND term.academic_year_id = year.id
    WHERE term.kind IN (SELECT term_kind FROM classes)
  )
  SELECT year.id AS "yearId", year.name AS "yearName", year.status = 'CLOSED' AS "yearIsClosed",
    (SELECT COALESCE(json_agg(json_build_object('id', id, 'kind', kind, 'number', number, 'startsOn', starts_on, 'endsOn', ends_on)
              ORDER BY array_position(ARRAY['QUARTER', 'TRIMESTER', 'HALF_YEAR'], kind), number), '[]') FROM terms) AS terms,
    (SELECT COALESCE(json_agg(json_build_object('id', id, 'label', label, 'grade', grade, 'termKind', term_kind)
              ORDER BY grade, label COLLATE "ru-x-icu"), '[]') FROM classes) AS classes,
    (SELECT COALESCE(json_agg(json_build_object('termId', terms.id, 'id', term_lock.id, 'classId', term_lock.class_id, 'journalId', term_lock.journal_id,
              'lockedAt', term_lock.locked_at, 'lockedBy', ${nameOf("term_lock.locked_by")}, 'version', term_lock.version, 'classIds', ${classesOf("term_lock")})), '[]')
       FROM terms JOIN term_lock ON term_lock.school_id = $1 AND term_lock.term_id = terms.id AND term_lock.lifted_at IS NULL) AS locks,
    (SELECT COALESCE(json_agg(json_build_object('termId', terms.id, 'id', term_opening.id, 'classId', term_opening.class_id, 'journalId', term_opening.journal_id,
              'openedAt', term_opening.opened_at, 'openedUntil', term_opening.opened_until, 'classIds', ${classesOf("term_opening")})), '[]')
       FROM terms JOIN term_opening ON term_opening.school_id = $1 AND term_opening.term_id = terms.id AND term_opening.ended_at IS NULL
         AND term_opening.opened_until > $3::timestamptz) AS openings,
    (SELECT COALESCE(json_agg(json_build_object('termId', terms.id, 'classIds', ${classesOf("request")})), '[]')
       FROM terms JOIN opening_request AS request ON request.school_id = $1 AND request.term_id = terms.id AND request.outcome IS NULL) AS waiting
  FROM year`,
};
