import { fullName, listName, shortName } from "../people/person-name";
import { UNREAD } from "./reader";

/** SQL: a group's title, or the other's full name; of two for whom neither is the reader, both names. */
export const TITLE = `COALESCE(conversation.title, (
  SELECT string_agg(${fullName("person")}, ' — ' ORDER BY person.surname, person.id) FROM conversation_member other
  JOIN person ON person.school_id = $1 AND person.id = other.person_id
  WHERE other.school_id = $1 AND other.conversation_id = conversation.id AND other.person_id <> $2))`;

/** How much of the last message a list shows, in characters. */
const BEGINNING = 140;

/**
 * The fields of a `Conversation` over `conversation` and the viewer's row `member`; `named`: how many members and children are named. $1 to $4 as in
 * `readerValues`: a family sees of the children of a group only its own [2.2].
 */
export function conversationFields(named: number | null): string {
  const some = named === null ? "" : `LIMIT ${named}`;
  return `conversation.id, ${TITLE} AS title, conversation.pair_key IS NULL AS "isGroup",
    (SELECT COALESCE(json_agg(json_build_object('personId', one.id, 'name', one.name, 'isMe', one.id = $2, 'lastReadSeq', one.last_read_seq, 'lastReadAt', one.last_read_at)), '[]')
     FROM (SELECT person.id, ${fullName("person")} AS name, other.last_read_seq, other.last_read_at FROM conversation_member other
       JOIN person ON person.school_id = $1 AND person.id = other.person_id
       WHERE other.school_id = $1 AND other.conversation_id = conversation.id
       ORDER BY person.surname COLLATE "ru-x-icu", person.given_name COLLATE "ru-x-icu", person.id ${some}) one) AS members,
    (SELECT count(*)::int FROM conversation_member other WHERE other.school_id = $1 AND other.conversation_id = conversation.id) AS "memberCount",
    (SELECT COALESCE(json_agg(json_build_object('pupilId', one.id, 'name', one.name, 'classLabel', one.label)), '[]')
     FROM (SELECT person.id, ${listName("person")} AS name, (
         SELECT school_class.label FROM enrolment JOIN school_class ON school_class.school_id = $1 AND school_class.id = enrolment.class_id
         WHERE enrolment.school_id = $1 AND enrolment.pupil_id = person.id ORDER BY enrolment.valid_from DESC LIMIT 1) AS label
       FROM conversation_pupil JOIN person ON person.school_id = $1 AND person.id = conversation_pupil.pupil_id
       WHERE conversation_pupil.school_id = $1 AND conversation_pupil.conversation_id = conversation.id
         AND (member.side = 'STAFF' OR conversation_pupil.pupil_id = ANY($4::uuid[]))
       ORDER BY person.surname COLLATE "ru-x-icu", person.given_name COLLATE "ru-x-icu", person.id ${some}) one) AS pupils,
    conversation.last_seq AS "lastSeq", conversation.last_at AS "lastAt",
    CASE WHEN last.withdrawn_at IS NULL THEN left(last.text, ${BEGINNING}) END AS "lastText", (
      SELECT ${shortName("person")} FROM person WHERE person.school_id = $1 AND person.id = last.author_id) AS "lastAuthorName",
    COALESCE(last.author_id = $2, false) AS "lastIsMine", ${UNREAD} AS unread, member.last_read_seq AS "lastReadSeq",
    member.muted AS "isMuted", COALESCE(member.archived_seq >= conversation.last_seq, false) AS "isArchived"`;
}

/** What those fields are read from. */
export const CONVERSATION_ROWS = `
  conversation_member member
  JOIN conversation ON conversation.school_id = $1 AND conversation.id = member.conversation_id
  LEFT JOIN LATERAL (
    SELECT * FROM message WHERE message.school_id = $1 AND message.conversation_id = conversation.id AND message.seq = conversation.last_seq LIMIT 1) last ON true`;
