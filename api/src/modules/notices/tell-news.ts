import { civilDate, type Clock } from "../../kernel/clock";
import type { Database, Statement, Transaction } from "../../kernel/database";
import { hintNews } from "../../kernel/news-hint";
import { makeNotices, type DueNews } from "./make-notices";
import { NoticeKind } from "./notice-kind";
import { addDays, momentOf } from "../calendar/school-time";
import { endDebts, type DebtNews } from "../marks/end-debts";

/** Pauses before the next attempts, in seconds; after the last attempt the news is dead, and the administrator sees it. */
const PAUSES = [5, 30, 120, 600, 3_600, 3_600, 3_600];
export const MOST_ATTEMPTS = PAUSES.length + 1;

/** Who tells: the database, the clock, and whether letters are sent. */
export interface Teller {
  database: Database;
  clock: Clock;
  mailIsOn: boolean;
}

/** Tells all news of a school that is due, thing by thing, each in one transaction. @returns how many were told. */
export async function tellNews(teller: Teller, schoolId: string, now: Date): Promise<number> {
  for (let told = 0; ; told++) {
    const row = await tellOne(teller, schoolId, now);
    if (row === null) return told;
  }
}

interface OutboxRow extends Omit<DueNews, "today"> {
  shownFrom: string | null;
}

/** Null: there is nothing more to tell, or another process tells the news of this school. */
async function tellOne(teller: Teller, schoolId: string, now: Date): Promise<string | null> {
  let row: OutboxRow | undefined;
  try {
    return await teller.database.write(schoolId, async (transaction) => {
      const [lock] = await transaction.query<{ isMine: boolean }>(TAKE_SCHOOL, [schoolId]);
      if (!lock?.isMine) return null;
      [row] = await transaction.query<OutboxRow>(CLAIM, [schoolId, now]);
      if (!row) return null;
      const persons = await tell(teller, transaction, row, now);
      if (persons) await transaction.query(DONE, [schoolId, row.id]);
      await hintNews(transaction, persons ?? []);
      return row.id;
    });
  } catch (failure) {
    if (!row) throw failure;
    const { message } = failure as Error;
    await teller.database.write(schoolId, (transaction) =>
      transaction.query(PUT_OFF, [schoolId, row!.id, now, PAUSES, MOST_ATTEMPTS, message.slice(0, 300)]),
    );
    return row.id;
  }
}

/** Null: it is of a later day, and waits for it. */
async function tell({ clock, mailIsOn }: Teller, transaction: Transaction, row: OutboxRow, now: Date): Promise<string[] | null> {
  const today = clock.today(row.timeZone);
  if (row.kind === NoticeKind.DEBT) {
    const debts = row.payload as DebtNews;
    const day = debts.stage === "ENDS" ? addDays(debts.until, -1) : addDays(debts.until, 1);
    if (day > civilDate(now, row.timeZone)) return wait(transaction, row.id, now, momentOf(day, "08:00", row.timeZone));
    if (debts.stage === "ENDED") await endDebts(transaction, debts, now, row.timeZone);
    return makeNotices(transaction, { ...row, at: now, today }, now, mailIsOn);
  }
  if (row.kind !== NoticeKind.ANNOUNCEMENT || !row.shownFrom) return makeNotices(transaction, { ...row, today }, now, mailIsOn);
  const start = momentOf(row.shownFrom, "00:00", row.timeZone);
  if (row.shownFrom > today) return wait(transaction, row.id, now, start);
  const at = start > row.at && start <= now ? start : row.at;
  return makeNotices(transaction, { ...row, at, today }, now, mailIsOn);
}

async function wait(transaction: Transaction, id: string, now: Date, start: Date): Promise<null> {
  // Never in the past: where the date is pinned, the day does not come.
  await transaction.query(WAIT, [transaction.schoolId, id, new Date(Math.max(start.getTime(), now.getTime() + 3_600_000))]);
  return null;
}

/**
 * One process at a time tells the news of a school: of two changes of one mark the first must be told first. Another one leaves the school
 * to it, and looks again.
 */
const TAKE_SCHOOL: Statement = {
  name: "news-take-school",
  text: `SELECT pg_try_advisory_xact_lock(hashtextextended('news ' || $1::text, 0)) AS "isMine"`,
};

const CLAIM: Statement = {
  name: "news-claim",
  text: `
  SELECT outbox.id, outbox.kind, outbox.payload, outbox.at, school.time_zone AS "timeZone",
    (SELECT shown_from FROM announcement WHERE announcement.school_id = $1 AND announcement.id = (outbox.payload->>'announcementId')::uuid) AS "shownFrom"
  FROM outbox JOIN school ON school.school_id = $1
  WHERE outbox.school_id = $1 AND outbox.dead_at IS NULL AND outbox.due_at <= $2
  ORDER BY outbox.id LIMIT 1 FOR UPDATE OF outbox SKIP LOCKED`,
};

const DONE: Statement = { name: "news-done", text: `DELETE FROM outbox WHERE school_id = $1 AND id = $2` };

const WAIT: Statement = { name: "news-wait", text: `UPDATE outbox SET due_at = $3 WHERE school_id = $1 AND id = $2` };

const PUT_OFF: Statement = {
  name: "news-put-off",
  text: `UPDATE outbox SET attempts = attempts + 1, error = $6, due_at = $3::timestamptz + ($4::int[])[LEAST(attempts + 1, $5 - 1)] * interval '1 second',
           dead_at = CASE WHEN attempts + 1 >= $5 THEN $3::timestamptz END
         WHERE school_id = $1 AND id = $2`,
};
