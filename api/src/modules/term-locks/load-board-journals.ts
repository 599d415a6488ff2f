import type { Database, Statement } from "../../kernel/database";
import { notFound } from "../../kernel/refusal";
import type { Viewer } from "../../kernel/viewer";
import { termGate } from "../calendar/term-gate";
import { classesOfJournal } from "../journals/classes-of-journal";
import type { BoardJournal } from "./board-journal";
import { classNameOf, nameOf, placeJson } from "./term-places-sql";

/** How a term stands for each journal of a class, in one statement. @throws Refusal NOT_FOUND when the class goes by no such term. */
export async function loadBoardJournals(
  database: Database,
  viewer: Viewer,
  { classId, termId }: { classId: string; termId: string },
  now: Date,
): Promise<BoardJournal[]> {
  const journals = await database.read<BoardJournal>(viewer.schoolId, JOURNALS, [viewer.schoolId, classId, termId, now]);
  if (journals.length === 0) throw notFound("Учебный период или класс");
  return journals;
}

/** $2 class, $3 term, $4 now. The journal is `own`: the names are read from rows called `journal`. */
const JOURNALS: Statement = {
  name: "board-journals",
  text: `
  SELECT own.id AS "journalId", subject.name AS subject, ${classNameOf("own.id")} AS "className",
    academic_year.status = 'CLOSED' OR COALESCE(gate.is_closed, false) AS "isClosed",
    CASE WHEN academic_year.status <> 'CLOSED' THEN gate.opened_until END AS "openUntil",
    (SELECT json_build_object('id', term_lock.id, 'place', ${placeJson("term_lock")}, 'lockedAt', term_lock.locked_at,
       'lockedBy', ${nameOf("term_lock.locked_by")}, 'version', term_lock.version)
     FROM term_lock WHERE term_lock.school_id = $1 AND term_lock.term_id = term.id AND term_lock.journal_id = own.id AND term_lock.lifted_at IS NULL) AS lock
  FROM term
  JOIN academic_year ON academic_year.school_id = $1 AND academic_year.id = term.academic_year_id
  JOIN school_class ON school_class.school_id = $1 AND school_class.id = $2 AND school_class.academic_year_id = term.academic_year_id
    AND school_class.term_kind = term.kind
  JOIN journal AS own ON own.school_id = $1 AND own.academic_year_id = term.academic_year_id AND own.term_kind = term.kind
    AND (own.class_id = $2
      OR own.group_id IN (SELECT group_id FROM study_group_class WHERE study_group_class.school_id = $1 AND study_group_class.class_id = $2)
      OR own.pupil_id IN (SELECT pupil_id FROM enrolment WHERE enrolment.school_id = $1 AND enrolment.class_id = $2
        AND enrolment.valid_from <= term.ends_on AND (enrolment.valid_to IS NULL OR enrolment.valid_to >= term.starts_on)))
  JOIN subject ON subject.school_id = $1 AND subject.id = own.subject_id
  LEFT JOIN LATERAL ${termGate({ termId: "term.id", now: "$4", journalId: "own.id", classes: classesOfJournal("own", "term") })} AS gate ON true
  WHERE term.school_id = $1 AND term.id = $3
  ORDER BY subject.sort_order, subject.id, own.class_id NULLS LAST, 3, own.id`,
};
