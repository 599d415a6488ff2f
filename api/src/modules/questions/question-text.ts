import { plainText } from "../../kernel/plain-text";
import { ErrorCode, Refusal } from "../../kernel/refusal";
import type { Statement, Transaction } from "../../kernel/database";
import type { Viewer } from "../../kernel/viewer";

/** The most characters of a text in a question. */
export const TEXT_LIMIT = 2_000;

/** Questions that one guardian may ask in a day. */
export const DAILY_QUESTIONS = 10;

/** Texts that one person may write in an hour, over all questions. */
export const HOURLY_TEXTS = 60;

/** A text fit to be kept. @throws Refusal INVALID when it is empty or broken, TEXT_TOO_LONG beyond the limit. */
export function requireText(typed: string): string {
  const text = plainText(typed, { field: "text", limit: TEXT_LIMIT, lines: "MANY" });
  if (text instanceof Refusal) throw text;
  if (text === "") throw new Refusal(ErrorCode.INVALID, "Напишите текст.", { field: "text" });
  return text;
}

/**
 * Lets the viewer ask one question more today. Like `refuseTooManyTexts` it locks the viewer's account, so that two devices don't pass the limit
 * together: call it before other locks. @throws Refusal LIMIT_EXCEEDED.
 */
export async function refuseTooManyQuestions(transaction: Transaction, { schoolId, personId, today }: Viewer): Promise<void> {
  await transaction.query(LOCK_AUTHOR, [schoolId, personId]);
  const [asked] = await transaction.query<{ count: number }>(ASKED_TODAY, [schoolId, personId, today]);
  if (asked!.count < DAILY_QUESTIONS) return;
  const message = `За день можно задать не больше ${DAILY_QUESTIONS} вопросов об отметках. Вопрос не отправлен; задайте его завтра или напишите учителю сообщение.`;
  throw new Refusal(ErrorCode.LIMIT_EXCEEDED, message, { limit: DAILY_QUESTIONS });
}

/** Lets the viewer write one text more this hour. @throws Refusal LIMIT_EXCEEDED. */
export async function refuseTooManyTexts(transaction: Transaction, { schoolId, personId }: Viewer, at: Date): Promise<void> {
  await transaction.query(LOCK_AUTHOR, [schoolId, personId]);
  const [written] = await transaction.query<{ count: number }>(WRITTEN, [schoolId, personId, new Date(at.getTime() - 3_600_000)]);
  if (written!.count < HOURLY_TEXTS) return;
  const message = `За час можно написать не больше ${HOURLY_TEXTS} сообщений в вопросах об отметках. Текст не отправлен; попробуйте позже.`;
  throw new Refusal(ErrorCode.LIMIT_EXCEEDED, message, { limit: HOURLY_TEXTS });
}

const LOCK_AUTHOR: Statement = {
  name: "mark-question-author-lock",
  text: "SELECT FROM account WHERE school_id = $1 AND person_id = $2 FOR NO KEY UPDATE",
};

const ASKED_TODAY: Statement = {
  name: "mark-questions-asked-today",
  text: "SELECT count(*)::int FROM mark_question WHERE school_id = $1 AND asked_by = $2 AND asked_on = $3::date",
};

const WRITTEN: Statement = {
  name: "mark-question-texts-written",
  text: "SELECT count(*)::int FROM mark_question_text WHERE school_id = $1 AND author_id = $2 AND written_at > $3",
};
