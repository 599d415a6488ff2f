import type { Statement, Transaction } from "./database";

/** What changed in diaries: whose, on which civil dates (`yyyy-mm-dd`), in which journal. */
export interface DiaryChange {
  pupilIds: readonly string[];
  dates: readonly string[];
  journalId: string;
}

/** The payload of the channel `diary`: without `pupilIds` the change concerns every pupil of the journal. */
export interface DiaryNotice {
  schoolId: string;
  journalId: string;
  pupilIds?: string[];
  dates: string[];
}

/** The channel of PostgreSQL on which the processes of the api hear of changes. */
export const DIARY_CHANNEL = "diary";

/** A payload of NOTIFY holds at most 8000 bytes: beyond these counts the notice names the journal, or no date, instead. */
const MOST_PUPILS = 100;
const MOST_DATES = 60;

/**
 * Tells live diaries to read again; PostgreSQL delivers it after the commit and drops it on a rollback. It is a hint
 * only: it carries no content, and nothing depends on its arrival. No pupils named: every pupil of the journal.
 */
export async function announceDiaryChange(transaction: Transaction, change: DiaryChange): Promise<void> {
  const pupilIds = [...new Set(change.pupilIds)];
  const dates = [...new Set(change.dates)];
  const notice: DiaryNotice = {
    schoolId: transaction.schoolId,
    journalId: change.journalId,
    ...(pupilIds.length > 0 && pupilIds.length <= MOST_PUPILS && { pupilIds }),
    dates: dates.length <= MOST_DATES ? dates : [],
  };
  await transaction.query(NOTIFY, [DIARY_CHANNEL, JSON.stringify(notice)]);
}

const NOTIFY: Statement = { name: "diary-notify", text: "SELECT pg_notify($1, $2)" };
