import { fullName, listName } from "../people/person-name";
import { deputiesOn, guardiansOf, teachersOf } from "../questions/question-people";
import { QUESTION_ROWS, VALUE_NOW } from "../questions/questions-sql";

/**
 * Whom news of a question about a mark is told, as `news-sources` has it: those who answer it, or the pupil's guardians of today; of one that nobody has answered in
 * time also the deputies. A reminder of a question that is answered or closed by now is told to nobody.
 */
export const QUESTION = `
  SELECT told.person_id, concat_ws(':', 'question', question.id, news.step, news.seq) AS source, CASE news."to" WHEN 'FAMILY' THEN question.pupil_id END AS pupil_id,
    NULL AS was, NULL AS "is",
    jsonb_build_object('questionId', question.id, 'questionStep', news.step, 'questionOutcome', question.outcome, 'dueOn', question.due_on,
      'pupilName', CASE news."to" WHEN 'FAMILY' THEN pupil.given_name ELSE ${listName("pupil")} END, 'subject', subject.name, 'journalId', question.journal_id,
      'lessonId', mark.lesson_id, 'lessonDate', mark.lesson_date, 'before', question.asked_value,
      'after', CASE WHEN question.closed_at IS NULL THEN ${VALUE_NOW} ELSE question.closed_value END,
      'title', ${fullName("author")}, 'text', left(written.text, 200)) AS content
  FROM jsonb_to_record($2::jsonb) AS news ("questionId" uuid, step text, "to" text, seq integer)
  CROSS JOIN ${QUESTION_ROWS}
  JOIN mark_question_text AS written ON written.school_id = $1 AND written.question_id = question.id AND written.seq = news.seq
  JOIN person AS author ON author.school_id = $1 AND author.id = CASE news.step WHEN 'CLOSED' THEN question.closed_by ELSE written.author_id END
  JOIN person AS pupil ON pupil.school_id = $1 AND pupil.id = question.pupil_id
  JOIN journal ON journal.school_id = $1 AND journal.id = question.journal_id
  JOIN subject ON subject.school_id = $1 AND subject.id = journal.subject_id
  CROSS JOIN LATERAL (
    SELECT person_id FROM (${teachersOf("question", "$3::date")}) AS teacher WHERE news."to" = 'STAFF'
    UNION SELECT person_id FROM (${guardiansOf("question", "$3::date")}) AS guardian WHERE news."to" = 'FAMILY'
    UNION SELECT person_id FROM (${deputiesOn("$3::date")}) AS deputy WHERE news.step = 'OVERDUE') AS told
  WHERE question.school_id = $1 AND question.id = news."questionId"
    AND (news.step NOT IN ('DUE', 'OVERDUE') OR (question.answered_at IS NULL AND question.closed_at IS NULL))`;
