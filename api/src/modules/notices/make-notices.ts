import type { Statement, Transaction } from "../../kernel/database";
import { UNDO_WINDOW, mailDue } from "./mail-due";
import { DEFAULT_MAIL, DEFAULT_SCHEDULE, type Schedule } from "./notice-defaults";
import { MailTime, NoticeKind } from "./notice-kind";
import { WHOM } from "./news-sources";

/** One row of the outbox, and what the school's clock says. */
export interface DueNews {
  id: string;
  kind: NoticeKind;
  payload: { by?: string };
  /** When it happened. */
  at: Date;
  timeZone: string;
  today: string;
}

/**
 * Makes the notices of one thing, one a person, and what is to go by e-mail of them. A change of a notice that is fresh changes it where it
 * stands; one that is taken back takes the notice back. @returns the people whose bell has changed.
 */
export async function makeNotices(transaction: Transaction, news: DueNews, now: Date, mailIsOn: boolean): Promise<string[]> {
  const { kind, payload, at, today } = news;
  const values = [
    transaction.schoolId,
    JSON.stringify(payload),
    today,
    at,
    now,
    payload.by ?? null,
    DEFAULT_MAIL[kind],
    mailIsOn,
    nextMoment(),
  ];
  const told = await transaction.query<Told>(statementOf(kind), values);
  const letters = told.flatMap(({ noticeId, personId, byMail, ...chosen }) => {
    if (!noticeId || !byMail) return [];
    const schedule = chosen.quietFrom ? (chosen as Schedule) : DEFAULT_SCHEDULE;
    const due = mailDue(kind, at, byMail, schedule, news.timeZone);
    // What was told late goes out late, and not in the hours that are quiet by now.
    const late = due && due < now ? mailDue(NoticeKind.MESSAGE, now, byMail, schedule, news.timeZone) : due;
    return late ? [{ noticeId, personId, dueAt: late }] : [];
  });
  if (letters.length > 0) await transaction.query(LEAVE_LETTERS, [transaction.schoolId, JSON.stringify(letters)]);
  return told.map(({ personId }) => personId);
}

/** `noticeId` null: a fresh notice of the person was changed or taken back. `byMail` null: no letter. */
interface Told extends Partial<Schedule> {
  personId: string;
  noticeId: string | null;
  byMail: MailTime | null;
}

/** Ids must be in the order of time for a person, though two things are told in one millisecond. */
function nextMoment(): string {
  lastMoment = Math.max(Date.now(), lastMoment + 1);
  return lastMoment.toString(16).padStart(12, "0");
}
let lastMoment = 0;

const statements = new Map<NoticeKind, Statement>();

function statementOf(kind: NoticeKind): Statement {
  const made = statements.get(kind) ?? { name: `make-notices-${kind.toLowerCase()}`, text: makeStatement(kind) };
  statements.set(kind, made);
  return made;
}

/** A UUID of version 7: the moment, the place among the person's notices of this moment, and chance. */
const NEW_ID = `(substr($9, 1, 8) || '-' || substr($9, 9, 4) || '-7' || lpad(to_hex(row_number() OVER (PARTITION BY whom.person_id ORDER BY whom.source) % 4096), 3, '0')
      || '-' || substr(gen_random_uuid()::text, 20))::uuid`;

/**
 * A whole school may be addressed: `IN … IS TRUE` is looked up in a hash, where a join of what the planner knows nothing of would be a loop in a loop.
 * $1 school, $2 payload, $3 today, $4 when it happened, $5 now, $6 by whom, $7 by mail unless chosen, $8 mail is on, $9 the moment of the ids in hex.
 */
const makeStatement = (kind: NoticeKind): string => `
  WITH whom AS (${WHOM[kind]}
  ), addressed AS MATERIALIZED (
    SELECT whom.*, ${NEW_ID} AS id, COALESCE(setting.in_portal, true) AS in_portal,
      CASE WHEN $8::boolean AND person.email LIKE '%_@_%' AND COALESCE(setting.by_mail, $7) <> 'NEVER' THEN COALESCE(setting.by_mail, $7) END AS by_mail
    FROM whom
    JOIN account ON account.school_id = $1 AND account.person_id = whom.person_id AND account.closed_at IS NULL
    JOIN person ON person.school_id = $1 AND person.id = whom.person_id
    LEFT JOIN notice_setting AS setting ON setting.school_id = $1 AND setting.person_id = whom.person_id AND setting.kind = '${kind}'
    WHERE whom.person_id IS DISTINCT FROM $6::uuid
  ), fresh AS (
    SELECT notice.id, notice.person_id, notice.source, joined.content AS joined, joined.content->>'was' IS NOT DISTINCT FROM joined.content->>'is' AS is_back
    FROM addressed
    JOIN notice ON notice.school_id = $1 AND notice.person_id = addressed.person_id AND notice.source = addressed.source AND notice.retracted_at IS NULL
      AND notice.occurred_at BETWEEN $4::timestamptz - interval '${UNDO_WINDOW} ms' AND $4::timestamptz + interval '${UNDO_WINDOW} ms'
    CROSS JOIN LATERAL (SELECT notice.content || CASE WHEN (notice.content->>'changedAt')::timestamptz <= $4
        THEN jsonb_build_object('after', addressed.content->'after', 'is', addressed."is", 'changedAt', $4::timestamptz)
        ELSE jsonb_build_object('before', addressed.content->'before', 'was', addressed.was) END AS content) AS joined
    WHERE num_nonnulls(addressed.was, addressed."is") > 0
  ), changed AS (
    UPDATE notice SET content = fresh.joined, read_at = NULL, retracted_at = CASE WHEN fresh.is_back THEN $5::timestamptz END
    FROM fresh WHERE notice.school_id = $1 AND notice.id = fresh.id
  ), cancelled AS (
    UPDATE mail_delivery SET state = 'CANCELLED' FROM fresh
    WHERE mail_delivery.school_id = $1 AND mail_delivery.notice_id = fresh.id AND mail_delivery.state = 'WAITING' AND fresh.is_back
  ), made AS (
    INSERT INTO notice (school_id, id, person_id, kind, source, pupil_id, content, occurred_at, arrived_at, in_portal)
    SELECT $1, id, person_id, '${kind}', source, pupil_id, content || jsonb_build_object('was', was, 'is', "is", 'changedAt', $4::timestamptz), $4, $5, in_portal
    FROM addressed
    WHERE (in_portal OR by_mail IS NOT NULL)
      AND ((person_id, source) IN (SELECT person_id, source FROM fresh)) IS NOT TRUE
    ON CONFLICT (school_id, person_id, source, occurred_at) DO NOTHING
    RETURNING id)
  SELECT addressed.person_id AS "personId", addressed.id AS "noticeId", addressed.by_mail AS "byMail", schedule.quiet_from AS "quietFrom", schedule.quiet_to AS "quietTo",
    schedule.digest_at AS "digestAt", schedule.digest_weekday AS "digestWeekday"
  FROM addressed LEFT JOIN notice_schedule AS schedule ON schedule.school_id = $1 AND schedule.person_id = addressed.person_id
  WHERE (addressed.id IN (SELECT id FROM made)) IS TRUE
  UNION ALL SELECT person_id, NULL, NULL, NULL, NULL, NULL, NULL FROM fresh`;

const LEAVE_LETTERS: Statement = {
  name: "leave-letters",
  text: `INSERT INTO mail_delivery (school_id, notice_id, person_id, due_at)
         SELECT $1, "noticeId", "personId", "dueAt" FROM jsonb_to_recordset($2::jsonb) AS letter ("noticeId" uuid, "personId" uuid, "dueAt" timestamptz)`,
};
