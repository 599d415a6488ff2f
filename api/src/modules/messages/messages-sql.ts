import { fullName, shortName } from "../people/person-name";

/** For how long after sending its author may change or withdraw a message. */
export const CHANGEABLE = "interval '15 minutes'";

/** How much of a quoted message is shown, in characters. */
const QUOTED = 200;

/** The fields of a `Message` over `message`, joined by `MESSAGE_ROWS`; `now` is a parameter. $2 is the viewer. */
export function messageFields(now: string): string {
  return `message.id, message.conversation_id AS "conversationId", message.seq, message.author_id AS "authorId", ${fullName("author")} AS "authorName",
    message.author_id = $2 AS "isMine", CASE WHEN message.withdrawn_at IS NULL THEN message.text END AS text,
    CASE WHEN quoted.id IS NOT NULL THEN json_build_object('id', quoted.id, 'authorName', ${shortName("quoted_author")},
      'text', CASE WHEN quoted.withdrawn_at IS NULL THEN left(quoted.text, ${QUOTED}) END) END AS quoted,
    CASE WHEN lesson.id IS NOT NULL THEN json_build_object('lessonId', lesson.id, 'journalId', lesson.journal_id, 'date', lesson.date, 'subject', subject.name,
      'className', COALESCE(school_class.label, study_group.name, ${shortName("taught")})) END AS lesson,
    message.sent_at AS "sentAt", message.edited_at AS "editedAt", message.withdrawn_at AS "withdrawnAt", message.version,
    CASE WHEN message.author_id = $2 AND message.withdrawn_at IS NULL AND message.sent_at + ${CHANGEABLE} > ${now}::timestamptz
      THEN message.sent_at + ${CHANGEABLE} END AS "changeableUntil"`;
}

/** What those fields are read from, after `message`. */
export const MESSAGE_ROWS = `
  JOIN person author ON author.school_id = $1 AND author.id = message.author_id
  LEFT JOIN message quoted ON quoted.school_id = $1 AND quoted.id = message.quoted_id
  LEFT JOIN person quoted_author ON quoted_author.school_id = $1 AND quoted_author.id = quoted.author_id
  LEFT JOIN lesson ON lesson.school_id = $1 AND lesson.id = message.lesson_id
  LEFT JOIN journal ON journal.school_id = $1 AND journal.id = lesson.journal_id
  LEFT JOIN subject ON subject.school_id = $1 AND subject.id = journal.subject_id
  LEFT JOIN school_class ON school_class.school_id = $1 AND school_class.id = journal.class_id
  LEFT JOIN study_group ON study_group.school_id = $1 AND study_group.id = journal.group_id
  LEFT JOIN person taught ON taught.school_id = $1 AND taught.id = journal.pupil_id`;
