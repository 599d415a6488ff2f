import type { Statement, Transaction } from "../../kernel/database";
import { ErrorCode, notFound, Refusal } from "../../kernel/refusal";
import { isUuid } from "../../kernel/uuid";
import type { Viewer } from "../../kernel/viewer";
import { ANSWERS, readerValues, READS } from "./question-people";
import type { MarkQuestionOutcome, MarkQuestionState } from "./question-state";
import { STATE, VALUE_NOW } from "./questions-sql";

/** A question that the viewer reads, locked to the end of the transaction; its texts and its end change under this lock only. */
export interface LockedQuestion {
  id: string;
  pupilId: string;
  journalId: string;
  state: MarkQuestionState;
  outcome: MarkQuestionOutcome | null;
  askedValue: string;
  /** The mark as it stands now. */
  value: string | null;
  lastSeq: number;
  version: number;
  /** The viewer is a guardian of the pupil. */
  isFamily: boolean;
  /** The viewer answers it as a teacher. */
  mayAnswer: boolean;
}

/** @throws Refusal NOT_FOUND for a question that is not the viewer's to read. */
export async function lockQuestion(transaction: Transaction, viewer: Viewer, id: string): Promise<LockedQuestion> {
  const values = [...readerValues(viewer), id];
  const [question] = isUuid(id) ? await transaction.query<LockedQuestion>(LOCK, values) : [];
  if (!question) throw notFound("Вопрос об отметке");
  return question;
}

/** @throws Refusal CONFLICT when the question has gone on since the viewer saw it. */
export function requireVersion({ version }: LockedQuestion, seen: number): void {
  if (version === seen) return;
  const message = "В вопросе появилось новое: сообщение, ответ или итог. Прочитайте его и, если нужно, повторите.";
  throw new Refusal(ErrorCode.CONFLICT, message, { version });
}

/** The answer to somebody who reads a question and has no part in it. */
export function onlyReads(): Refusal {
  return new Refusal(
    ErrorCode.FORBIDDEN,
    "Этот вопрос вы можете только читать: на него отвечает учитель предмета, а задал его родитель. Напишите им сообщение, если нужно.",
  );
}

const LOCK: Statement = {
  name: "mark-question-lock",
  text: `
  SELECT question.id, question.pupil_id AS "pupilId", question.journal_id AS "journalId", ${STATE} AS state, question.outcome,
    question.asked_value AS "askedValue", (
      SELECT ${VALUE_NOW} FROM (SELECT 1) AS one LEFT JOIN mark ON mark.school_id = $1 AND mark.id = question.mark_id
      LEFT JOIN term_mark ON term_mark.school_id = $1 AND term_mark.id = question.term_mark_id) AS value,
    question.last_seq AS "lastSeq", question.version, question.pupil_id = ANY($4::uuid[]) AS "isFamily", ${ANSWERS} AS "mayAnswer"
  FROM mark_question question WHERE question.school_id = $1 AND question.id = $6 AND ${READS} FOR NO KEY UPDATE`,
};
