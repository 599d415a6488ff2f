import type { Clock } from "../../kernel/clock";
import type { Database, Statement } from "../../kernel/database";
import { claimLetter, type ClaimedLetter } from "./claim-letter";
import { writeLetter } from "./letter";
import { CONNECTIONS, type Mailer, type Sending } from "./mailer";

/** Pauses before the next attempts of one letter, in seconds; after the last attempt it is dead, and the administrator sees it. */
const PAUSES = [30, 120, 600, 1_800, 3_600, 7_200, 14_400, 28_800, 28_800];
const MOST_ATTEMPTS = PAUSES.length + 1;

/** Who sends: the database, the clock, the mail server and the portal that letters lead to. */
export interface Sender {
  database: Database;
  clock: Clock;
  mailer: Mailer;
  portal: URL;
}

/** Sends the letters of a school that are due. Stops at once where the mail server is down: no letter is at fault. @returns false then. */
export async function sendLetters(sender: Sender, schoolId: string, now: Date): Promise<boolean> {
  let isUp = true;
  const lane = async (): Promise<void> => {
    while (isUp) {
      const letter = await claimLetter(sender.database, sender.clock, schoolId, now);
      if (letter === null) return;
      if (letter !== "EMPTY") isUp = (await send(sender, schoolId, letter, now)) && isUp;
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: CONNECTIONS }, lane));
  for (const ended of lanes) if (ended.status === "rejected") throw ended.reason;
  return isUp;
}

async function send({ database, clock, mailer, portal }: Sender, schoolId: string, letter: ClaimedLetter, now: Date): Promise<boolean> {
  const { mailId, personId, email, school, notices, noticeIds, attempts } = letter;
  const sending = await Promise.resolve()
    .then(() => mailer.send(email, mailId, writeLetter(school, portal, notices)))
    .catch(({ message }: Error): Sending => ({ outcome: "PUT_OFF", error: message.slice(0, 300), mayHaveGone: false }));
  const of = [schoolId, personId, mailId, noticeIds];
  const at = new Date(Math.max(now.getTime(), clock.now().getTime()));
  await database.write(schoolId, async (transaction) => {
    if (sending.outcome === "SENT") await transaction.query(IS_SENT, [...of, at]);
    else if (sending.outcome === "SERVER_DOWN") await transaction.query(WAITS, [...of, sending.error, sending.mayHaveGone]);
    else await transaction.query(FAILED, [...of, sending.error, ...afterFailure(sending, attempts + 1, at)]);
  });
  return sending.outcome !== "SERVER_DOWN";
}

/** How often it was tried, what it is now, and when it is tried again. */
function afterFailure({ outcome }: Sending, attempts: number, at: Date): [attempts: number, state: string, dueAt: Date | null] {
  if (outcome === "REFUSED" || attempts >= MOST_ATTEMPTS) return [attempts, "DEAD", null];
  return [attempts, "WAITING", new Date(at.getTime() + PAUSES[attempts - 1]! * 1_000)];
}

/** The letter that was claimed, unless somebody else has taken it since. */
const OURS = `school_id = $1 AND person_id = $2 AND mail_id = $3 AND notice_id = ANY($4::uuid[]) AND state = 'SENDING'`;

const IS_SENT: Statement = {
  name: "letter-is-sent",
  text: `UPDATE mail_delivery SET state = 'SENT', sent_at = $5, claimed_until = NULL, error = NULL WHERE ${OURS}`,
};

/** The same attempts and the same time: the first that go when the server is back. What surely has not gone may be joined with what comes. */
const WAITS: Statement = {
  name: "letter-waits",
  text: `UPDATE mail_delivery SET state = 'WAITING', claimed_until = NULL, error = $5, mail_id = CASE WHEN $6::boolean THEN mail_id END WHERE ${OURS}`,
};

const FAILED: Statement = {
  name: "letter-failed",
  text: `UPDATE mail_delivery SET state = $7, claimed_until = NULL, error = $5, attempts = $6, due_at = COALESCE($8::timestamptz, due_at), mail_id = NULL
         WHERE ${OURS}`,
};
