import type { Statement, Transaction } from "./database";

/** The payload of the channel: whose bells are to be counted anew. */
export interface NewsHint {
  schoolId: string;
  personIds: string[];
}

/** The channel of PostgreSQL on which the processes of the api hear whose bell has changed. */
export const HINT_CHANNEL = "news_hint";

/** A payload of NOTIFY holds at most 8000 bytes. */
const MOST_PERSONS = 150;

/**
 * Tells the live bells of these people to count anew: every device of theirs. PostgreSQL delivers it after the commit and drops it on a
 * rollback. It is a hint only: it carries no content, and nothing depends on its arrival.
 */
export async function hintNews(transaction: Transaction, personIds: readonly string[]): Promise<void> {
  const { schoolId } = transaction;
  const persons = [...new Set(personIds)];
  if (persons.length === 0) return;
  const hints: string[] = [];
  for (let start = 0; start < persons.length; start += MOST_PERSONS) {
    const hint: NewsHint = { schoolId, personIds: persons.slice(start, start + MOST_PERSONS) };
    hints.push(JSON.stringify(hint));
  }
  await transaction.query(HINT, [HINT_CHANNEL, hints]);
}

/**
 * A person has read these things at their own place (the conversation up to a message, announcements, forecasts): the notices of them are read too,
 * and the person's other devices count anew. One statement.
 */
export async function newsIsRead(
  transaction: Transaction,
  at: Date,
  personId: string,
  read: { conversationId: string; seq: number } | { announcementIds: readonly string[] } | { forecastIds: readonly string[] },
): Promise<void> {
  const { schoolId } = transaction;
  const hint: NewsHint = { schoolId, personIds: [personId] };
  const things =
    "conversationId" in read
      ? [read.conversationId, read.seq, []]
      : [null, null, "forecastIds" in read ? read.forecastIds : read.announcementIds];
  await transaction.query(READ, [schoolId, personId, at, ...things, HINT_CHANNEL, JSON.stringify(hint)]);
}

/**
 * A message or an announcement was withdrawn: notices of it are taken back, letters that were not sent yet are cancelled, and the bells
 * count anew. One statement.
 */
export async function retractNews(
  transaction: Transaction,
  at: Date,
  thing: { conversationId: string; messageId: string } | { announcementId: string },
): Promise<void> {
  const { schoolId } = transaction;
  const values =
    "messageId" in thing
      ? [`message:${thing.messageId}`, thing.conversationId, null]
      : [`announcement:${thing.announcementId}`, null, thing.announcementId];
  await transaction.query(RETRACT, [schoolId, at, ...values, HINT_CHANNEL]);
}

const HINT: Statement = { name: "news-hint", text: "SELECT pg_notify($1, hint) FROM unnest($2::text[]) AS hint" };

const READ: Statement = {
  name: "news-is-read",
  text: `WITH seen AS (
           UPDATE notice SET read_at = $3
           WHERE school_id = $1 AND person_id = $2 AND in_portal AND retracted_at IS NULL AND read_at IS NULL
             AND CASE kind WHEN 'MESSAGE' THEN content->>'conversationId' = $4::text AND (content->>'seq')::int <= $5::int
                 WHEN 'ANNOUNCEMENT' THEN content->>'announcementId' = ANY($6::text[])
                 WHEN 'FORECAST' THEN content->>'forecastId' = ANY($6::text[]) ELSE false END)
         SELECT pg_notify($7, $8)`,
};

/** The people are those to whom it went, so that the index by person and source finds the notices. A hint has at most 150 of them. */
const RETRACT: Statement = {
  name: "news-retract",
  text: `WITH told AS (
           SELECT person_id FROM conversation_member WHERE school_id = $1 AND conversation_id = $4::uuid
           UNION ALL SELECT person_id FROM announcement_recipient WHERE school_id = $1 AND announcement_id = $5::uuid
         ), gone AS (
           UPDATE notice SET retracted_at = $2 FROM told
           WHERE notice.school_id = $1 AND notice.person_id = told.person_id AND notice.source = $3 AND notice.retracted_at IS NULL
           RETURNING notice.id, notice.person_id
         ), cancelled AS (
           UPDATE mail_delivery SET state = 'CANCELLED' FROM gone
           WHERE mail_delivery.school_id = $1 AND mail_delivery.notice_id = gone.id AND mail_delivery.state = 'WAITING')
         SELECT pg_notify($6, json_build_object('schoolId', $1::text, 'personIds', json_agg(person_id))::text)
         FROM (SELECT person_id, (row_number() OVER () - 1) / ${MOST_PERSONS} AS part FROM told) numbered GROUP BY part`,
};
