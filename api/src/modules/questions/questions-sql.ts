import { markValue } from "../marks/mark-scale";
import { termMarkValue } from "../term-marks/term-mark-text";
import { fullName, listName, shortName } from "../people/person-name";
import { teachersOf } from "./question-people";

/** SQL: the mark that a question is about as it stands now; null when it was taken away. */
export const VALUE_NOW = `CASE WHEN question.mark_id IS NOT NULL THEN ${markValue("mark")} ELSE ${termMarkValue("term_mark")} END`;

/** What the fields are read from: `question` and the mark it is about. `$1` is the school. */
export const QUESTION_ROWS = `
  mark_question question
  LEFT JOIN mark ON mark.school_id = $1 AND mark.id = question.mark_id
  LEFT JOIN term_mark ON term_mark.school_id = $1 AND term_mark.id = question.term_mark_id`;

/** SQL: where the question stands. */
export const STATE = `CASE WHEN question.closed_at IS NOT NULL THEN 'CLOSED' WHEN question.answered_at IS NOT NULL THEN 'ANSWERED' ELSE 'OPEN' END`;

const personOf = (id: string, name: (person: string) => string): string =>
  `(SELECT ${name("person")} FROM person WHERE person.school_id = $1 AND person.id = ${id})`;

/** The fields of a `MarkQuestion` over `QUESTION_ROWS`; $3 is today. */
export const QUESTION_FIELDS = `
  question.id, ${STATE} AS state, question.pupil_id AS "pupilId", ${personOf("question.pupil_id", listName)} AS "pupilName",
  (SELECT school_class.label FROM enrolment JOIN school_class ON school_class.school_id = $1 AND school_class.id = enrolment.class_id
   WHERE enrolment.school_id = $1 AND enrolment.pupil_id = question.pupil_id AND enrolment.valid_from <= $3::date
     AND (enrolment.valid_to IS NULL OR enrolment.valid_to >= $3::date)) AS "classLabel",
  question.journal_id AS "journalId",
  (SELECT subject.name FROM journal JOIN subject ON subject.school_id = $1 AND subject.id = journal.subject_id
   WHERE journal.school_id = $1 AND journal.id = question.journal_id) AS subject,
  question.mark_id AS "markId", mark.lesson_id AS "lessonId", mark.lesson_date AS "lessonDate",
  (SELECT kind FROM assessment WHERE assessment.school_id = $1 AND assessment.id = mark.assessment_id) AS "workKind",
  (SELECT title FROM assessment WHERE assessment.school_id = $1 AND assessment.id = mark.assessment_id) AS "workTitle",
  question.term_mark_id AS "termMarkId", term_mark.kind AS "termMarkKind", term_mark.term_id AS "termId",
  (SELECT kind FROM term WHERE term.school_id = $1 AND term.id = term_mark.term_id) AS "termKind",
  (SELECT number FROM term WHERE term.school_id = $1 AND term.id = term_mark.term_id) AS "termNumber",
  question.asked_value AS "askedValue", CASE WHEN question.closed_at IS NULL THEN ${VALUE_NOW} ELSE question.closed_value END AS value,
  ${personOf("question.asked_by", fullName)} AS "askedByName", question.asked_at AS "askedAt", question.due_on AS "dueOn",
  question.answered_at IS NULL AND question.closed_at IS NULL AND question.due_on < $3::date AS "isOverdue",
  COALESCE(question.answered_on > question.due_on, false) AS "isAnsweredLate",
  question.answered_at AS "answeredAt", ${personOf("question.answered_by", shortName)} AS "answeredByName",
  (SELECT COALESCE(json_agg(${shortName("person")} ORDER BY person.surname), '[]') FROM person
   WHERE person.school_id = $1 AND person.id IN (${teachersOf("question", "$3::date")})) AS teachers,
  question.closed_at AS "closedAt", ${personOf("question.closed_by", shortName)} AS "closedByName", question.outcome, question.last_seq AS "textCount",
  (SELECT left(text, 200) FROM mark_question_text AS last WHERE last.school_id = $1 AND last.question_id = question.id AND last.seq = question.last_seq) AS "lastText",
  (SELECT side FROM mark_question_text AS last WHERE last.school_id = $1 AND last.question_id = question.id AND last.seq = question.last_seq) AS "lastSide",
  question.version`;
