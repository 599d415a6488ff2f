import type { Statement, Transaction } from "../../kernel/database";
import { HOLD_TERM_LOCKS, termGate } from "../calendar/term-gate";
import { classesOfJournal } from "./classes-of-journal";

/** A term of a journal's year, as a command finds it that writes in the whole of it. */
export interface HeldTerm {
  id: string;
  startsOn: string;
  endsOn: string;
  /** It is closed for the school, a class or the journal and not opened now, or its year is closed. */
  isClosed: boolean;
  /** It is closed, and opened for a time by this opening: what is written is late. Null: written in time. */
  openingId: string | null;
}

/**
 * Holds what closes and opens terms as it is to the end of the transaction, for a command that writes by term and not by lesson: after this
 * call nobody closes the term before the command is through. Null: the journal's year has no such term of its kind.
 */
export async function holdTerm(transaction: Transaction, now: Date, journalId: string, termId: string): Promise<HeldTerm | null> {
  await transaction.query(HOLD, [transaction.schoolId]);
  const [term] = await transaction.query<HeldTerm>(READ, [transaction.schoolId, journalId, termId, now]);
  return term ?? null;
}

const HOLD: Statement = { name: "hold-term-locks", text: `SELECT ${HOLD_TERM_LOCKS} AS held` };

const READ: Statement = {
  name: "held-term",
  text: `
  SELECT term.id, term.starts_on AS "startsOn", term.ends_on AS "endsOn",
    academic_year.status = 'CLOSED' OR COALESCE(gate.is_closed, false) AS "isClosed", gate.opening_id AS "openingId"
  FROM journal
  JOIN academic_year ON academic_year.school_id = $1 AND academic_year.id = journal.academic_year_id
  JOIN term ON term.school_id = $1 AND term.academic_year_id = journal.academic_year_id AND term.kind = journal.term_kind AND term.id = $3
  LEFT JOIN LATERAL ${termGate({ termId: "term.id", now: "$4", journalId: "journal.id", classes: classesOfJournal("journal", "term") })} AS gate ON true
  WHERE journal.school_id = $1 AND journal.id = $2`,
};
