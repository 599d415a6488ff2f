import { uuidv7 } from "uuidv7";
import type { Statement, Transaction } from "./database";

/** What happened, as far as people are to hear of it. Values are those of the moment; null: was not there, or is no more. */
export type News =
  | {
      kind: "MARK";
      journalId: string;
      by: string;
      marks: { lessonId: string; markId: string; pupilId: string; before: string | null; after: string | null }[];
    }
  | {
      kind: "ABSENCE";
      journalId: string;
      by: string;
      absences: { lessonId: string; pupilId: string; before: string | null; after: string | null }[];
    }
  | {
      kind: "TERM_MARK";
      journalId: string;
      by: string;
      /** TERM, YEAR, EXAM or FINAL, with the term when it is one. */
      of: string;
      termId: string | null;
      marks: { termMarkId: string; pupilId: string; before: string | null; after: string | null }[];
    }
  | { kind: "HOMEWORK"; journalId: string; by: string; lessonId: string; homeworkId: string; before: string | null; after: string | null }
  | { kind: "SUBSTITUTION"; lessonIds: string[] }
  | { kind: "MESSAGE"; conversationId: string; messageId: string; by: string }
  | { kind: "ANNOUNCEMENT"; announcementId: string; by: string }
  | { kind: "REPORT"; reportId: string; by: string }
  | {
      kind: "RESIT";
      journalId: string;
      by: string;
      lessonId: string;
      assessmentId: string;
      resits: { resitId: string; pupilId: string; before: string | null; after: string | null }[];
    }
  | { kind: "TERM_LOCK"; what: "REQUEST" | "ANSWER"; requestId: string; by: string }
  | { kind: "FORECAST"; forecastIds: string[]; by: string }
  | { kind: "DEBT"; journalId: string; setBy: string; until: string; stage: "ENDS" | "ENDED"; debts: ToldDebt[] }
  | {
      kind: "QUESTION";
      questionId: string;
      step: "ASKED" | "WRITTEN" | "ANSWERED" | "CLOSED" | "DUE" | "OVERDUE";
      to: "STAFF" | "FAMILY";
      /** The text of the thread that it is about, or the last one. */
      seq: number;
      by: string | null;
    };

/** A debt (точка) that is to be told of on a day of its own: the day before its last day `until`, and the day after it. */
export interface ToldDebt {
  markId: string;
  lessonId: string;
  assessmentId: string;
  pupilId: string;
  attempt: number;
}

/** The channel of PostgreSQL on which the worker of notices hears that there is work: a hint, it also looks by itself. */
export const NEWS_CHANNEL = "news";

/**
 * Leaves news in the outbox, in the transaction of the thing itself: it is told if and only if the thing has happened.
 * The worker of notices makes one notice a person of it [1.4.6]: at once, or at `dueAt`.
 */
export async function leaveNews(transaction: Transaction, at: Date, news: News, dueAt: Date = at): Promise<void> {
  const { kind, ...payload } = news;
  await transaction.query(LEAVE, [transaction.schoolId, uuidv7(), kind, JSON.stringify(payload), at, dueAt, NEWS_CHANNEL]);
}

const LEAVE: Statement = {
  name: "outbox-leave",
  text: `WITH left_behind AS (INSERT INTO outbox (school_id, id, kind, payload, at, due_at) VALUES ($1, $2, $3, $4, $5, $6))
         SELECT pg_notify($7, $1::text)`,
};
