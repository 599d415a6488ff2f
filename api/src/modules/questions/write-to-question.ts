import type { Statement, Transaction } from "../../kernel/database";
import { appendHistory, type HistoryEntry } from "../../kernel/history";
import { hintNews } from "../../kernel/news-hint";
import { runOnce } from "../../kernel/operation";
import { leaveNews } from "../../kernel/outbox";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import type { Viewer } from "../../kernel/viewer";
import { end } from "./close-question";
import { closed, decideClosing } from "./decide-closing";
import { loadChanged } from "./load-question";
import { type LockedQuestion, lockQuestion, onlyReads, requireVersion } from "./lock-question";
import type { AnswerQuestionInput, MarkQuestionPayload, WriteToQuestionInput } from "./question.inputs";
import { MarkQuestionState, QuestionSide } from "./question-state";
import { refuseTooManyTexts, requireText } from "./question-text";

/**
 * Adds a text to a question that is not closed. A teacher's text in one that nobody has answered is its answer.
 * @throws Refusal NOT_FOUND, FORBIDDEN for those who only read it, CONFLICT when it is closed, INVALID, TEXT_TOO_LONG, LIMIT_EXCEEDED, and what `runOnce` throws.
 */
export async function writeToQuestion(context: RequestContext, input: WriteToQuestionInput): Promise<MarkQuestionPayload> {
  const viewer = signedIn(context);
  const at = context.clock.now();
  const text = requireText(input.text);
  return runOnce(context.database, viewer, { id: input.operationId, name: "writeToQuestion", input, at }, async (transaction) => {
    await refuseTooManyTexts(transaction, viewer, at);
    const question = await lockQuestion(transaction, viewer, input.questionId);
    if (!question.isFamily && !question.mayAnswer) throw onlyReads();
    if (question.state === MarkQuestionState.CLOSED) throw closed();
    const side = question.isFamily ? QuestionSide.FAMILY : QuestionSide.STAFF;
    const entry = await write(transaction, viewer, question, { side, text, at });
    await appendHistory(transaction, { at, actorId: viewer.personId, operationId: input.operationId }, [entry]);
    return { thread: await loadChanged(transaction, viewer, question.id) };
  });
}

/**
 * A teacher answers; the first answer stops the clock, and `outcome` closes the question with it.
 * @throws Refusal as `writeToQuestion`, CONFLICT when something has come since it was seen, INVALID for an outcome that is not true of the mark.
 */
export async function answerQuestion(context: RequestContext, input: AnswerQuestionInput): Promise<MarkQuestionPayload> {
  const viewer = signedIn(context);
  const at = context.clock.now();
  const text = requireText(input.text);
  return runOnce(context.database, viewer, { id: input.operationId, name: "answerQuestion", input, at }, async (transaction) => {
    await refuseTooManyTexts(transaction, viewer, at);
    const question = await lockQuestion(transaction, viewer, input.questionId);
    if (!question.mayAnswer) throw onlyReads();
    if (question.state === MarkQuestionState.CLOSED) throw closed();
    requireVersion(question, input.version);
    const answered = { ...question, state: MarkQuestionState.ANSWERED };
    const refusal = input.outcome ? decideClosing(input.outcome, QuestionSide.STAFF, answered) : null;
    if (refusal) throw refusal;
    const entries = [await write(transaction, viewer, question, { side: QuestionSide.STAFF, text, at, isLast: Boolean(input.outcome) })];
    if (input.outcome) entries.push(await end(transaction, viewer, answered, { side: QuestionSide.STAFF, outcome: input.outcome, at }));
    await appendHistory(transaction, { at, actorId: viewer.personId, operationId: input.operationId }, entries);
    return { thread: await loadChanged(transaction, viewer, question.id) };
  });
}

/** `isLast`: the question ends with this text, and one notice of both is enough. */
async function write(
  transaction: Transaction,
  viewer: Viewer,
  { id, pupilId, journalId, state, lastSeq }: LockedQuestion,
  { side, text, at, isLast = false }: { side: QuestionSide; text: string; at: Date; isLast?: boolean },
): Promise<HistoryEntry> {
  const isAnswer = side === QuestionSide.STAFF && state === MarkQuestionState.OPEN;
  await transaction.query(WRITE, [viewer.schoolId, id, viewer.personId, side, text, at, isAnswer, viewer.today]);
  if (!isLast) {
    const to = side === QuestionSide.STAFF ? "FAMILY" : "STAFF";
    const step = isAnswer ? "ANSWERED" : "WRITTEN";
    await leaveNews(transaction, at, { kind: "QUESTION", questionId: id, to, step, seq: lastSeq + 1, by: viewer.personId });
  }
  if (isAnswer) await hintNews(transaction, [viewer.personId]);
  return { thing: "QUESTION", thingId: id, journalId, pupilId, before: null, after: { seq: lastSeq + 1, side, text } };
}

/** $7 it is the first answer, $8 today. */
const WRITE: Statement = {
  name: "mark-question-write",
  text: `
  WITH gone_on AS (
    UPDATE mark_question SET last_seq = last_seq + 1, version = version + 1, answered_by = CASE WHEN $7::boolean THEN $3::uuid ELSE answered_by END,
      answered_at = CASE WHEN $7::boolean THEN $6::timestamptz ELSE answered_at END, answered_on = CASE WHEN $7::boolean THEN $8::date ELSE answered_on END
    WHERE school_id = $1 AND id = $2 RETURNING last_seq)
  INSERT INTO mark_question_text (school_id, question_id, seq, author_id, side, text, written_at) SELECT $1, $2, last_seq, $3, $4, $5, $6 FROM gone_on`,
};
