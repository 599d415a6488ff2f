import type { Statement, Transaction } from "../../kernel/database";
import { isUuid } from "../../kernel/uuid";
import type { Viewer } from "../../kernel/viewer";
import type { MarkingScheme } from "../journals/marking-scheme";

/** A journal of the viewer's load, whose term marks are locked to the end of the transaction. */
export interface LockedJournal {
  id: string;
  scheme: MarkingScheme;
  /** The last term of the year: by its end the year's marks are given. */
  lastTermId: string;
}

/**
 * Locks the term marks of a journal: they change under this lock only, so what the next statement reads of them stays true. Null: it is not there, or
 * not of the viewer's load today.
 */
export async function lockJournal(transaction: Transaction, viewer: Viewer, journalId: string): Promise<LockedJournal | null> {
  if (!isUuid(journalId)) return null;
  const values = [viewer.schoolId, journalId, viewer.personId, viewer.today];
  const [journal] = await transaction.query<LockedJournal>(LOCK, values);
  return journal ?? null;
}

/** $3 the viewer's person, $4 today. */
const LOCK: Statement = {
  name: "lock-journal",
  text: `
  SELECT journal.id, journal.marking_scheme AS scheme,
    (SELECT term.id FROM term WHERE term.school_id = $1 AND term.academic_year_id = journal.academic_year_id AND term.kind = journal.term_kind
     ORDER BY term.number DESC LIMIT 1) AS "lastTermId"
  FROM journal
  WHERE (SELECT pg_advisory_xact_lock(hashtextextended('term marks ' || $1::uuid::text || $2::uuid::text, 0))) IS NOT NULL
    AND journal.school_id = $1 AND journal.id = $2 AND EXISTS (
    SELECT FROM teaching_load WHERE teaching_load.school_id = $1 AND teaching_load.journal_id = $2 AND teaching_load.staff_id = $3
      AND teaching_load.valid_from <= $4::date AND (teaching_load.valid_to IS NULL OR teaching_load.valid_to >= $4::date))`,
};
