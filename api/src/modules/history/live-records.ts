import { markValue } from "../marks/mark-scale";
import { suggestedValueOf, termMarkValueOf } from "../term-marks/term-mark-value";

/** SQL: a moment as JSON of the code writes it. */
const isoMoment = (moment: string): string => `to_char(${moment} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * SQL: what teachers write, a row a record, as history would show it: state null where it was withdrawn, cleared, or for a lesson that is not held. `journals`: a
 * condition on the column of a journal's id, for those journals only.
 */
export function liveRecords(journals: (column: string) => string = () => "true"): string {
  return `
  SELECT 'MARK' AS thing, mark.id, mark.journal_id, mark.lesson_id, mark.pupil_id, mark.lesson_date AS date,
    CASE WHEN ${markValue("mark")} IS NOT NULL THEN jsonb_build_object('assessmentId', mark.assessment_id, 'value', ${markValue("mark")}, 'comment', mark.comment)
      || jsonb_strip_nulls(jsonb_build_object('attempt', CASE WHEN mark.attempt > 1 THEN mark.attempt END, 'points', trim_scale(mark.points)::text,
           'debtUntil', mark.debt_until)) END AS state, mark.set_at, mark.set_by, mark.opening_id
  FROM mark WHERE mark.school_id = $1 AND ${journals("mark.journal_id")}
  UNION ALL
  SELECT 'ASSESSMENT', assessment.id, lesson.journal_id, lesson.id, NULL, lesson.date,
    jsonb_build_object('number', assessment.number, 'kind', assessment.kind, 'weight', trim_scale(assessment.weight), 'title', assessment.title,
      'mandatory', assessment.mandatory, 'scale', assessment.scale, 'maxPoints', trim_scale(assessment.max_points)), NULL, NULL, NULL
  FROM assessment JOIN lesson ON lesson.school_id = $1 AND lesson.id = assessment.lesson_id WHERE assessment.school_id = $1 AND ${journals("lesson.journal_id")}
  UNION ALL
  SELECT 'ATTENDANCE', id, journal_id, lesson_id, pupil_id, lesson_date,
    CASE WHEN kind IS NOT NULL THEN jsonb_build_object('kind', kind, 'minutesLate', minutes_late, 'reason', reason) END, set_at, set_by, opening_id
  FROM attendance WHERE school_id = $1 AND ${journals("journal_id")}
  UNION ALL
  SELECT 'HOMEWORK', homework.id, homework.journal_id, homework.lesson_id, NULL, lesson.date,
    CASE WHEN homework.text <> '' THEN jsonb_build_object('text', homework.text, 'dueOn', homework.due_on, 'expectedMinutes', homework.expected_minutes) END,
    homework.set_at, homework.set_by, homework.opening_id
  FROM homework JOIN lesson ON lesson.school_id = $1 AND lesson.id = homework.lesson_id WHERE homework.school_id = $1 AND ${journals("homework.journal_id")}
  UNION ALL
  SELECT 'LESSON', id, journal_id, id, NULL, date, CASE WHEN status = 'HELD' THEN jsonb_build_object('status', status, 'topic', topic) END, NULL, NULL, NULL
  FROM lesson WHERE school_id = $1 AND ${journals("journal_id")}
  UNION ALL
  SELECT 'TERM_MARK', id, journal_id, NULL, pupil_id, NULL,
    CASE WHEN ${termMarkValueOf("term_mark")} IS NOT NULL THEN jsonb_build_object('kind', kind, 'termId', term_id, 'value', ${termMarkValueOf("term_mark")},
      'suggested', ${suggestedValueOf("term_mark")}, 'reason', reason) END, set_at, set_by, opening_id
  FROM term_mark WHERE school_id = $1 AND ${journals("journal_id")}
  UNION ALL
  SELECT 'RESIT', resit.id, resit.journal_id, resit.lesson_id, resit.pupil_id, lesson.date,
    CASE WHEN resit.state = 'PLANNED' THEN jsonb_build_object('assessmentId', resit.assessment_id, 'plannedOn', resit.planned_on, 'note', resit.note) END,
    resit.set_at, resit.set_by, NULL
  FROM resit JOIN lesson ON lesson.school_id = $1 AND lesson.id = resit.lesson_id WHERE resit.school_id = $1 AND ${journals("resit.journal_id")}`;
}

/** SQL: the threads of questions about marks, as their steps leave them. */
export function liveQuestions(journals: (column: string) => string): string {
  return `
  SELECT 'QUESTION' AS thing, question.id, question.journal_id, NULL::uuid AS lesson_id, question.pupil_id, NULL::date AS date,
    jsonb_build_object('markId', question.mark_id, 'termMarkId', question.term_mark_id, 'value', question.asked_value, 'dueOn', question.due_on,
      'askedBy', question.asked_by, 'askedAt', ${isoMoment("question.asked_at")}, 'answeredBy', question.answered_by,
      'answeredAt', ${isoMoment("question.answered_at")}, 'outcome', question.outcome, 'closedValue', question.closed_value, 'closedBy', question.closed_by,
      'closedAt', ${isoMoment("question.closed_at")}, 'texts', (
        SELECT jsonb_agg(jsonb_build_array(seq, side, text, author_id, ${isoMoment("written_at")}) ORDER BY seq) FROM mark_question_text thread
        WHERE thread.school_id = $1 AND thread.question_id = question.id)) AS state,
    NULL::timestamptz AS set_at, NULL::uuid AS set_by, NULL::uuid AS opening_id
  FROM mark_question question WHERE question.school_id = $1 AND ${journals("question.journal_id")}`;
}

/** SQL: documents of classes: the analyses of class teachers, and the forecasts as they were sent. A draft's figures are not kept by history. */
export const LIVE_DOCUMENTS = `
  SELECT 'ANALYSIS' AS thing, id, NULL::uuid AS journal_id, NULL::uuid AS lesson_id, NULL::uuid AS pupil_id, NULL::date AS date,
    jsonb_build_object('classId', class_id, 'termId', term_id, 'status', status, 'conclusions', conclusions, 'causes', causes, 'measures', measures)
      || CASE WHEN status = 'SIGNED' THEN jsonb_build_object('figures', figures) ELSE '{}' END AS state,
    COALESCE(signed_at, saved_at) AS set_at, COALESCE(signed_by, saved_by) AS set_by, NULL::uuid AS opening_id
  FROM term_analysis WHERE school_id = $1
  UNION ALL
  SELECT 'FORECAST', id, NULL, NULL, pupil_id, NULL, jsonb_build_object('classId', class_id, 'termId', term_id, 'words', words, 'figures', figures, 'to', (
      SELECT COALESCE(jsonb_agg(person_id::text ORDER BY person_id::text), '[]') FROM forecast_recipient
      WHERE forecast_recipient.school_id = $1 AND forecast_recipient.forecast_id = forecast.id)), sent_at, sent_by, NULL
  FROM forecast WHERE school_id = $1`;
