import type { Database, Statement } from "../../kernel/database";
import { notFound } from "../../kernel/refusal";
import { readableJournals, seesWholeSchool, type Viewer } from "../../kernel/viewer";
import { termGate } from "../calendar/term-gate";
import { classesOfJournal } from "../journals/classes-of-journal";
import { markStands } from "../marks/mark-scale";
import { listName } from "../people/person-name";
import type { JournalTermLock } from "./journal-term-lock";
import { REQUEST } from "./request-sql";
import { nameOf } from "./term-places-sql";

/** How a term stands for a journal, in one statement. @throws Refusal NOT_FOUND when the journal is not the viewer's, or has no such term. */
export async function loadJournalTermLock(
  database: Database,
  viewer: Viewer,
  { journalId, termId }: { journalId: string; termId: string },
  now: Date,
): Promise<JournalTermLock> {
  const journals = seesWholeSchool(viewer) ? null : readableJournals(viewer);
  const values = [viewer.schoolId, journalId, termId, journals, viewer.personId, now];
  const [lock] = await database.read<Omit<JournalTermLock, "journalId" | "termId" | "mayAsk">>(viewer.schoolId, LOCK, values);
  if (!lock) throw notFound("Журнал или учебный период");
  const mayAsk = viewer.teaches.has(journalId) || [...viewer.substitutes.values()].includes(journalId);
  return { ...lock, journalId, termId, mayAsk };
}

/** $2 journal, $3 term, $4 the viewer's journals (null: every one), $5 the viewer, $6 now. */
const LOCK: Statement = {
  name: "journal-term-lock",
  text: `
  SELECT academic_year.status = 'CLOSED' OR COALESCE(gate.is_closed, false) AS "isClosed",
    CASE WHEN academic_year.status <> 'CLOSED' THEN gate.opened_until END AS "openUntil", academic_year.status = 'CLOSED' AS "yearIsClosed",
    (SELECT to_json(mine) FROM (${REQUEST} AND request.journal_id = $2 AND request.term_id = $3 AND request.requested_by = $5
       ORDER BY request.requested_at DESC, request.id DESC LIMIT 1) AS mine) AS request,
    (SELECT COALESCE(json_agg(json_build_object('id', shown.seq::text, 'thing', shown.thing, 'at', shown.at, 'actor', ${nameOf("shown.actor_id")},
              'lessonDate', (SELECT lesson.date FROM lesson WHERE lesson.school_id = $1 AND lesson.id = shown.lesson_id),
              'pupil', (SELECT ${listName("person")} FROM person WHERE person.school_id = $1 AND person.id = shown.pupil_id)) ORDER BY shown.seq DESC), '[]')
       FROM (SELECT history.* FROM term_opening
             JOIN history ON history.school_id = $1 AND history.opening_id = term_opening.id AND history.journal_id = $2
             WHERE term_opening.school_id = $1 AND term_opening.term_id = $3 ORDER BY history.seq DESC LIMIT 50) AS shown) AS late,
    (SELECT COALESCE(json_agg(json_build_object('lessonId', cell.lesson_id, 'pupilId', cell.pupil_id, 'assessmentId', cell.assessment_id)), '[]')
       FROM term_opening JOIN (
         SELECT opening_id, lesson_id, pupil_id, assessment_id FROM mark
         WHERE mark.school_id = $1 AND mark.journal_id = $2 AND mark.opening_id IS NOT NULL AND ${markStands("mark")}
         UNION
         SELECT opening_id, lesson_id, pupil_id, NULL FROM attendance
         WHERE attendance.school_id = $1 AND attendance.journal_id = $2 AND attendance.opening_id IS NOT NULL AND attendance.kind IS NOT NULL
       ) AS cell ON cell.opening_id = term_opening.id
       WHERE term_opening.school_id = $1 AND term_opening.term_id = $3) AS "lateCells"
  FROM journal
  JOIN academic_year ON academic_year.school_id = $1 AND academic_year.id = journal.academic_year_id
  JOIN term ON term.school_id = $1 AND term.academic_year_id = journal.academic_year_id AND term.kind = journal.term_kind AND term.id = $3
  LEFT JOIN LATERAL ${termGate({ termId: "term.id", now: "$6", journalId: "journal.id", classes: classesOfJournal("journal", "term") })} AS gate ON true
  WHERE journal.school_id = $1 AND journal.id = $2 AND ($4::uuid[] IS NULL OR journal.id = ANY($4::uuid[]))`,
};
