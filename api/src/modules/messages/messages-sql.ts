import { fullName, shortName } from "../people/person-name";

/** For how long after sending its author may change or withdraw a message. */
export const CHANGEABLE = "interval '15 minutes'";

/** How much of a quoted message is shown, in characters. */
const QUOTED = 200;

/**
 * The fields of a `Message` over a row of `message`; `now` is a parameter, $2 is the viewer. What else they need is looked up row by row: written as joins
 * the planner reads every message, lesson and person of the school.
 */
export function messageFields(now: string): string {
  return `message.id, message.conversation_id AS "conversationId", message.seq, message.author_id AS "authorId",
    (SELECT ${fullName("person")} FROM person WHERE person.school_id = $1 AND person.id = message.author_id) AS "authorName",
    message.author_id = $2 AS "isMine", CASE WHEN message.withdrawn_at IS NULL THEN message.text END AS text,
    (SELECT json_build_object('id', quoted.id, 'authorName', (SELECT ${shortName("person")} FROM person WHERE person.school_id = $1 AND person.id = quoted.author_id),
       'text', CASE WHEN quoted.withdrawn_at IS NULL THEN left(quoted.text, ${QUOTED}) END)
     FROM message quoted WHERE quoted.school_id = $1 AND quoted.id = message.quoted_id) AS quoted,
    (SELECT json_build_object('lessonId', lesson.id, 'journalId', lesson.journal_id, 'date', lesson.date, 'subject', subject.name,
       'className', COALESCE(school_class.label, study_group.name, ${shortName("person")}))
     FROM lesson JOIN journal ON journal.school_id = $1 AND journal.id = lesson.journal_id
     JOIN subject ON subject.school_id = $1 AND subject.id = journal.subject_id
     LEFT JOIN school_class ON school_class.school_id = $1 AND school_class.id = journal.class_id
     LEFT JOIN study_group ON study_group.school_id = $1 AND study_group.id = journal.group_id
     LEFT JOIN person ON person.school_id = $1 AND person.id = journal.pupil_id
     WHERE lesson.school_id = $1 AND lesson.id = message.lesson_id) AS lesson,
    message.sent_at AS "sentAt", message.edited_at AS "editedAt", message.withdrawn_at AS "withdrawnAt", message.version,
    CASE WHEN message.author_id = $2 AND message.withdrawn_at IS NULL AND message.sent_at + ${CHANGEABLE} > ${now}::timestamptz
      THEN message.sent_at + ${CHANGEABLE} END AS "changeableUntil"`;
}
