import type { News } from "../../kernel/outbox";
import { worksOn } from "../messages/reader";
import { shortName } from "../people/person-name";
import { classNameOf, nameOf } from "../term-locks/term-places-sql";
import { memberReads } from "./member-reads";
import { QUESTION } from "./question-news";

/*
 * Whom each kind of news is told, as SQL that gives rows (person_id, source, pupil_id, was, "is", content). $1 school, $2 payload, $3 today.
 * `was` and `is` tell whether a change was taken back; null where a change is never taken back.
 */

const holds = (link: string, date = "$3::date"): string =>
  `${link}.valid_from <= ${date} AND (${link}.valid_to IS NULL OR ${link}.valid_to >= ${date})`;

/** The pupil, while enrolled, and the guardians of today: those who read the diary [2.2]. */
const familyOf = (pupil: string): string => `
  CROSS JOIN LATERAL (
    SELECT ${pupil} AS person_id WHERE EXISTS (
      SELECT FROM enrolment WHERE enrolment.school_id = $1 AND enrolment.pupil_id = ${pupil} AND ${holds("enrolment")})
    UNION SELECT guardian_id FROM guardianship WHERE guardianship.school_id = $1 AND guardianship.pupil_id = ${pupil} AND ${holds("guardianship")}) AS family`;

/** The lesson with its journal and subject. */
const lessonOf = (lessonId: string): string => `
  JOIN lesson ON lesson.school_id = $1 AND lesson.id = ${lessonId}
  JOIN journal ON journal.school_id = $1 AND journal.id = lesson.journal_id
  JOIN subject ON subject.school_id = $1 AND subject.id = journal.subject_id`;

/** The pupils in the list of the lesson's journal on its date. */
const PUPILS_OF_LESSON = `
  CROSS JOIN LATERAL (
    SELECT enrolment.pupil_id FROM enrolment
    WHERE enrolment.school_id = $1 AND enrolment.class_id = journal.class_id AND ${holds("enrolment", "lesson.date")}
    UNION SELECT group_membership.pupil_id FROM group_membership
    WHERE group_membership.school_id = $1 AND group_membership.group_id = journal.group_id AND ${holds("group_membership", "lesson.date")}
    UNION SELECT journal.pupil_id WHERE journal.pupil_id IS NOT NULL) AS member`;

const pupilNamed = (pupil: string): string => `JOIN person AS pupil ON pupil.school_id = $1 AND pupil.id = ${pupil}`;

const OF_LESSON = `'pupilName', pupil.given_name, 'subject', subject.name, 'lessonId', lesson.id, 'journalId', lesson.journal_id, 'lessonDate', lesson.date`;

const MARK = `
  SELECT family.person_id, 'mark:' || news."markId" AS source, news."pupilId" AS pupil_id, news.before AS was, news.after AS "is",
    jsonb_build_object(${OF_LESSON}, 'before', news.before, 'after', news.after) AS content
  FROM jsonb_to_recordset($2::jsonb->'marks') AS news ("lessonId" uuid, "markId" uuid, "pupilId" uuid, before text, after text)
  ${lessonOf('news."lessonId"')} ${pupilNamed('news."pupilId"')} ${familyOf('news."pupilId"')}`;

/** The text says what the mark is for: the term («2-я четверть»), the year, the exam, or that it is final. The date is the term's last day. */
const TERM_MARK = `
  SELECT family.person_id, 'termMark:' || news."termMarkId" AS source, news."pupilId" AS pupil_id, news.before AS was, news.after AS "is",
    jsonb_build_object('pupilName', pupil.given_name, 'subject', subject.name, 'journalId', journal.id, 'lessonDate', term.ends_on, 'before', news.before,
      'after', news.after, 'termId', term.id, 'title', COALESCE(term.number || CASE term.kind WHEN 'QUARTER' THEN '-я четверть' WHEN 'HALF_YEAR' THEN '-е полугодие'
        ELSE '-й триместр' END, CASE $2::jsonb->>'of' WHEN 'YEAR' THEN 'год' WHEN 'EXAM' THEN 'экзамен' ELSE 'итоговая' END)) AS content
  FROM jsonb_to_recordset($2::jsonb->'marks') AS news ("termMarkId" uuid, "pupilId" uuid, before text, after text)
  JOIN journal ON journal.school_id = $1 AND journal.id = ($2::jsonb->>'journalId')::uuid
  JOIN subject ON subject.school_id = $1 AND subject.id = journal.subject_id
  LEFT JOIN term ON term.school_id = $1 AND term.id = ($2::jsonb->>'termId')::uuid
  ${pupilNamed('news."pupilId"')} ${familyOf('news."pupilId"')}`;

const ABSENCE = `
  SELECT family.person_id, 'absence:' || news."lessonId" || ':' || news."pupilId" AS source, news."pupilId" AS pupil_id, news.before AS was, news.after AS "is",
    jsonb_build_object(${OF_LESSON}, 'before', news.before, 'after', news.after) AS content
  FROM jsonb_to_recordset($2::jsonb->'absences') AS news ("lessonId" uuid, "pupilId" uuid, before text, after text)
  ${lessonOf('news."lessonId"')} ${pupilNamed('news."pupilId"')} ${familyOf('news."pupilId"')}`;

/** The whole text decides whether it was taken back, its beginning is shown. */
const HOMEWORK = `
  SELECT family.person_id, 'homework:' || news."homeworkId" || ':' || member.pupil_id AS source, member.pupil_id, md5(news.before) AS was, md5(news.after) AS "is",
    jsonb_build_object(${OF_LESSON}, 'before', left(news.before, 200), 'after', left(news.after, 200)) AS content
  FROM jsonb_to_record($2::jsonb) AS news ("lessonId" uuid, "homeworkId" uuid, before text, after text)
  ${lessonOf('news."lessonId"')} ${PUPILS_OF_LESSON} ${pupilNamed("member.pupil_id")} ${familyOf("member.pupil_id")}`;

/** The day of a resit: the former one, and the one of now. */
const RESIT = `
  SELECT family.person_id, 'resit:' || news."resitId" AS source, news."pupilId" AS pupil_id, news.before AS was, news.after AS "is",
    jsonb_build_object(${OF_LESSON}, 'title', work.title, 'before', news.before, 'after', news.after) AS content
  FROM jsonb_to_recordset($2::jsonb->'resits') AS news ("resitId" uuid, "pupilId" uuid, before text, after text)
  JOIN assessment AS work ON work.school_id = $1 AND work.id = ($2::jsonb->>'assessmentId')::uuid
  ${lessonOf("work.lesson_id")} ${pupilNamed('news."pupilId"')} ${familyOf('news."pupilId"')}`;

/** Both teachers; the families when somebody else teaches, or nobody. */
const SUBSTITUTION = `
  SELECT told.person_id, 'substitution:' || substitution.id || COALESCE(':' || told.pupil_id, '') AS source, told.pupil_id, NULL AS was, NULL AS "is",
    jsonb_build_object('pupilName', told.pupil_name, 'subject', subject.name, 'lessonId', lesson.id, 'journalId', lesson.journal_id, 'lessonDate', lesson.date,
      'before', ${shortName("replaced")}, 'after', ${shortName("replacing")}) AS content
  FROM jsonb_array_elements_text($2::jsonb->'lessonIds') AS news (lesson_id)
  JOIN substitution ON substitution.school_id = $1 AND substitution.lesson_id = news.lesson_id::uuid
  ${lessonOf("substitution.lesson_id")}
  JOIN person AS replaced ON replaced.school_id = $1 AND replaced.id = lesson.teacher_id
  LEFT JOIN person AS replacing ON replacing.school_id = $1 AND replacing.id = substitution.staff_id
  CROSS JOIN LATERAL (
    SELECT staff.id AS person_id, NULL::uuid AS pupil_id, NULL AS pupil_name FROM staff
    WHERE staff.school_id = $1 AND staff.id IN (lesson.teacher_id, substitution.staff_id) AND (staff.left_on IS NULL OR staff.left_on >= $3::date)
    UNION ALL
    SELECT family.person_id, member.pupil_id, pupil.given_name FROM (SELECT 1) AS whole ${PUPILS_OF_LESSON} ${pupilNamed("member.pupil_id")} ${familyOf("member.pupil_id")}
    WHERE substitution.staff_id IS DISTINCT FROM lesson.teacher_id) AS told`;

/** Those who still may read the thread, have not muted it and have not read so far. Locked: who withdraws or reads it meanwhile finds the notices. */
const MESSAGE = `
  SELECT member.person_id, 'message:' || message.id AS source, NULL::uuid AS pupil_id, NULL AS was, NULL AS "is",
    jsonb_build_object('conversationId', message.conversation_id, 'seq', message.seq, 'title', concat_ws(' ', author.surname, author.given_name, author.patronymic),
      'text', left(message.text, 200)) AS content
  FROM jsonb_to_record($2::jsonb) AS news ("messageId" uuid)
  JOIN message ON message.school_id = $1 AND message.id = news."messageId" AND message.withdrawn_at IS NULL
  JOIN person AS author ON author.school_id = $1 AND author.id = message.author_id
  JOIN conversation_member AS member ON member.school_id = $1 AND member.conversation_id = message.conversation_id
    AND NOT member.muted AND member.last_read_seq < message.seq
  WHERE ${memberReads("member", "$3::date")}
  FOR SHARE OF message, member`;

const ANNOUNCEMENT = `
  SELECT recipient.person_id, 'announcement:' || announcement.id AS source, NULL::uuid AS pupil_id, NULL AS was, NULL AS "is",
    jsonb_build_object('announcementId', announcement.id, 'title', announcement.title, 'text', left(announcement.text, 200)) AS content
  FROM jsonb_to_record($2::jsonb) AS news ("announcementId" uuid)
  JOIN announcement ON announcement.school_id = $1 AND announcement.id = news."announcementId" AND announcement.withdrawn_at IS NULL
  JOIN announcement_recipient AS recipient ON recipient.school_id = $1 AND recipient.announcement_id = announcement.id AND recipient.read_at IS NULL
  WHERE $3::date <= announcement.shown_to AND (${worksOn("recipient.person_id", "$3::date")}
    OR EXISTS (SELECT FROM guardianship WHERE guardianship.school_id = $1 AND guardianship.guardian_id = recipient.person_id AND ${holds("guardianship")})
    OR EXISTS (SELECT FROM enrolment WHERE enrolment.school_id = $1 AND enrolment.pupil_id = recipient.person_id AND ${holds("enrolment")}))
  FOR SHARE OF announcement, recipient`;

/** The deputies and the director of today. */
const REPORT = `
  SELECT DISTINCT staff.id AS person_id, 'report:' || report.id AS source, NULL::uuid AS pupil_id, NULL AS was, NULL AS "is",
    jsonb_build_object('reportId', report.id, 'title', concat_ws(' ', author.surname, author.given_name, author.patronymic), 'text', left(report.reason, 200)) AS content
  FROM jsonb_to_record($2::jsonb) AS news ("reportId" uuid)
  JOIN message_report AS report ON report.school_id = $1 AND report.id = news."reportId"
  JOIN person AS author ON author.school_id = $1 AND author.id = report.reported_by
  JOIN staff_role ON staff_role.school_id = $1 AND staff_role.role IN ('DEPUTY', 'DIRECTOR') AND ${holds("staff_role")}
  JOIN staff ON staff.school_id = $1 AND staff.id = staff_role.staff_id AND (staff.left_on IS NULL OR staff.left_on >= $3::date)`;

/** A request that still waits, to the deputies of today; an answer, to the teacher who asked. */
const TERM_LOCK = `
  SELECT DISTINCT told.person_id, 'opening:' || request.id || ':' || news.what AS source, NULL::uuid AS pupil_id, NULL AS was, NULL AS "is",
    jsonb_build_object('openingRequestId', request.id, 'journalId', request.journal_id, 'termId', request.term_id,
      'subject', concat_ws(', ', subject.name, ${classNameOf("request.journal_id")}), 'title', ${nameOf("told.by")}, 'before', NULL, 'after', told.outcome,
      'openUntil', opening.opened_until, 'text', left(told.text, 200)) AS content
  FROM jsonb_to_record($2::jsonb) AS news (what text, "requestId" uuid)
  JOIN opening_request AS request ON request.school_id = $1 AND request.id = news."requestId"
  JOIN journal ON journal.school_id = $1 AND journal.id = request.journal_id
  JOIN subject ON subject.school_id = $1 AND subject.id = journal.subject_id
  LEFT JOIN term_opening AS opening ON opening.school_id = $1 AND opening.id = request.opening_id AND news.what = 'ANSWER'
  CROSS JOIN LATERAL (
    SELECT staff.id AS person_id, request.requested_by AS by, NULL AS outcome, request.correction AS text
    FROM staff_role JOIN staff ON staff.school_id = $1 AND staff.id = staff_role.staff_id AND (staff.left_on IS NULL OR staff.left_on >= $3::date)
    WHERE staff_role.school_id = $1 AND staff_role.role = 'DEPUTY' AND ${holds("staff_role")} AND news.what = 'REQUEST' AND request.outcome IS NULL
    UNION ALL SELECT request.requested_by, request.answered_by, request.outcome, request.answer WHERE news.what = 'ANSWER') AS told`;

/**
 * Debts (точки) that still stand: the family hears of the last day the day before, and once it is over the teachers hear with it. One that has turned into
 * a mark by then was told as a mark.
 */
const DEBT = `
  SELECT told.person_id, 'debt:' || debt."markId" || ':' || head.until || ':' || head.stage AS source, told.pupil_id, NULL AS was, NULL AS "is",
    jsonb_build_object(${OF_LESSON}, 'before', head.stage, 'after', head.until, 'title', COALESCE(assessment.title, lesson.topic)) AS content
  FROM jsonb_to_record($2::jsonb) AS head (stage text, until date)
  CROSS JOIN jsonb_to_recordset($2::jsonb->'debts') AS debt ("markId" uuid)
  JOIN mark ON mark.school_id = $1 AND mark.id = debt."markId" AND mark.debt_until = head.until
  JOIN assessment ON assessment.school_id = $1 AND assessment.id = mark.assessment_id
  ${lessonOf("mark.lesson_id")} ${pupilNamed("mark.pupil_id")}
  CROSS JOIN LATERAL (
    SELECT family.person_id, mark.pupil_id FROM (SELECT 1) AS whole ${familyOf("mark.pupil_id")}
    UNION ALL
    SELECT DISTINCT teaching_load.staff_id, NULL::uuid FROM teaching_load
    WHERE head.stage = 'ENDED' AND teaching_load.school_id = $1 AND teaching_load.journal_id = mark.journal_id AND ${holds("teaching_load")}) AS told`;

/** Those to whom it was sent and whose child it still is; not who has opened it by now. */
const FORECAST = `
  SELECT recipient.person_id, 'forecast:' || forecast.id AS source, forecast.pupil_id, NULL AS was, NULL AS "is",
    jsonb_build_object('pupilName', pupil.given_name, 'forecastId', forecast.id, 'termId', forecast.term_id, 'title', ${nameOf("forecast.sent_by")}, 'text', left(forecast.words, 200)) AS content
  FROM jsonb_array_elements_text($2::jsonb->'forecastIds') AS news (id)
  JOIN forecast ON forecast.school_id = $1 AND forecast.id = news.id::uuid
  JOIN forecast_recipient AS recipient ON recipient.school_id = $1 AND recipient.forecast_id = forecast.id AND recipient.read_at IS NULL
  ${pupilNamed("forecast.pupil_id")}
  WHERE EXISTS (SELECT FROM (SELECT 1) AS whole ${familyOf("forecast.pupil_id")} WHERE family.person_id = recipient.person_id)
  FOR SHARE OF recipient`;

export const WHOM: Readonly<Record<News["kind"], string>> = {
  MARK,
  TERM_MARK,
  ABSENCE,
  HOMEWORK,
  SUBSTITUTION,
  MESSAGE,
  ANNOUNCEMENT,
  REPORT,
  RESIT,
  TERM_LOCK,
  DEBT,
  QUESTION,
  FORECAST,
};
