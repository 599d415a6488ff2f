import { uuidv7 } from "uuidv7";
import type { Clock } from "../../kernel/clock";
import type { Database, Statement } from "../../kernel/database";
import type { LetterNotice } from "./letter";
import { memberReads } from "./member-reads";
import { staffReads } from "../questions/question-people";

/** A sender that has not said by then what became of a letter is dead, in milliseconds; the mail server's time limits are shorter. */
const CLAIM = 120_000;

/** One person's letter, ours to send. */
export interface ClaimedLetter {
  mailId: string;
  personId: string;
  email: string;
  school: string;
  attempts: number;
  noticeIds: string[];
  notices: LetterNotice[];
}

/**
 * Takes the next letter of a school: everything that is due for one person, or what a sender that died has left, under its old name. Committed
 * before it is sent. What is not to be told any more (taken back, read in the portal, no longer this person's to know) is cancelled instead.
 * @returns null when nothing is due, "EMPTY" when all of the letter was cancelled.
 */
export async function claimLetter(database: Database, clock: Clock, schoolId: string, now: Date): Promise<ClaimedLetter | "EMPTY" | null> {
  return database.write(schoolId, async (transaction) => {
    await transaction.query(ONE_AT_A_TIME, [schoolId]);
    const until = new Date(now.getTime() + CLAIM);
    const claimed = await transaction.query<ClaimedRow>(TAKE, [schoolId, now, uuidv7(), until]);
    const [first] = claimed;
    if (!first) return null;
    const { mailId, personId } = first;
    const noticeIds = claimed.map(({ noticeId }) => noticeId);
    const told = await transaction.query<LetterRow>(SIFT, [schoolId, personId, noticeIds, clock.today(first.timeZone)]);
    const [to] = told;
    if (!to) return "EMPTY";
    const attempts = Math.max(...claimed.map((row) => row.attempts));
    const { email, school } = to;
    return { mailId, personId, email, school, attempts, noticeIds: told.map(({ id }) => id), notices: told.map(toLetterNotice) };
  });
}

interface ClaimedRow {
  noticeId: string;
  personId: string;
  mailId: string;
  attempts: number;
  timeZone: string;
}

type LetterRow = Pick<LetterNotice, "kind"> & { id: string; email: string; school: string; content: Partial<LetterNotice> };

function toLetterNotice({ kind, content }: LetterRow): LetterNotice {
  const { pupilName = null, subject = null, lessonDate = null, before = null, after = null, title = null, text = null } = content;
  const { questionStep = null, questionOutcome = null, dueOn = null } = content;
  return { kind, pupilName, subject, lessonDate, before, after, title, text, questionStep, questionOutcome, dueOn };
}

/** Two senders must not share one person's digest between them. Held to the commit of the claim, not while it is sent. */
const ONE_AT_A_TIME: Statement = {
  name: "letters-one-at-a-time",
  text: `SELECT pg_advisory_xact_lock(hashtextextended('letters ' || $1::text, 0)) IS NULL AS waited`,
};

const IS_FREE = (letter: string): string =>
  `(${letter}.state = 'WAITING' OR (${letter}.state = 'SENDING' AND ${letter}.claimed_until < $2)) AND ${letter}.due_at <= $2`;

const TAKE: Statement = {
  name: "letters-take",
  text: `
  WITH next AS MATERIALIZED (
    SELECT person_id, mail_id FROM mail_delivery AS waiting WHERE waiting.school_id = $1 AND ${IS_FREE("waiting")} ORDER BY due_at, notice_id LIMIT 1)
  UPDATE mail_delivery AS letter SET state = 'SENDING', mail_id = COALESCE(letter.mail_id, $3), claimed_until = $4
  FROM school
  WHERE school.school_id = $1 AND letter.school_id = $1 AND letter.person_id = (SELECT person_id FROM next)
    AND letter.mail_id IS NOT DISTINCT FROM (SELECT mail_id FROM next) AND ${IS_FREE("letter")} AND letter.state IN ('WAITING', 'SENDING')
  RETURNING letter.notice_id AS "noticeId", letter.person_id AS "personId", letter.mail_id AS "mailId", letter.attempts, school.time_zone AS "timeZone"`,
};

/** $2 the person, $3 notices, $4 today. */
const SIFT: Statement = {
  name: "letters-sift",
  text: `
  WITH good AS (
    SELECT notice.id, notice.kind, notice.content, person.email, school.short_name AS school
    FROM notice
    JOIN school ON school.school_id = $1
    JOIN person ON person.school_id = $1 AND person.id = $2 AND person.email IS NOT NULL
    JOIN account ON account.school_id = $1 AND account.person_id = $2 AND account.closed_at IS NULL
    WHERE notice.school_id = $1 AND notice.id = ANY($3::uuid[]) AND notice.retracted_at IS NULL
      AND (notice.pupil_id IS NULL OR notice.pupil_id = $2 OR EXISTS (
        SELECT FROM guardianship WHERE guardianship.school_id = $1 AND guardianship.guardian_id = $2 AND guardianship.pupil_id = notice.pupil_id
          AND guardianship.valid_from <= $4::date AND (guardianship.valid_to IS NULL OR guardianship.valid_to >= $4::date)))
      AND (notice.kind <> 'QUESTION' OR notice.pupil_id IS NOT NULL OR EXISTS (
        SELECT FROM mark_question question WHERE question.school_id = $1 AND question.id = (notice.content->>'questionId')::uuid
          AND ${staffReads("question", "$2", "$4::date")}))
      AND (notice.kind <> 'MESSAGE' OR (notice.read_at IS NULL AND EXISTS (
        SELECT FROM conversation_member AS member WHERE member.school_id = $1 AND member.conversation_id = (notice.content->>'conversationId')::uuid
          AND member.person_id = $2 AND member.last_read_seq < (notice.content->>'seq')::int AND ${memberReads("member", "$4::date")})))
  ), cancelled AS (
    UPDATE mail_delivery SET state = 'CANCELLED', claimed_until = NULL
    WHERE school_id = $1 AND notice_id = ANY($3::uuid[]) AND notice_id NOT IN (SELECT id FROM good))
  SELECT * FROM good ORDER BY id`,
};
