import type { Statement, Transaction } from "../../kernel/database";
import { appendHistory, type HistoryEntry } from "../../kernel/history";
import { hintNews } from "../../kernel/news-hint";
import { runOnce } from "../../kernel/operation";
import { leaveNews } from "../../kernel/outbox";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import type { Viewer } from "../../kernel/viewer";
import { decideClosing } from "./decide-closing";
import { loadChanged } from "./load-question";
import { type LockedQuestion, lockQuestion, onlyReads, requireVersion } from "./lock-question";
import type { CloseQuestionInput, MarkQuestionPayload } from "./question.inputs";
import { MarkQuestionOutcome, QuestionSide } from "./question-state";

/**
 * Ends a question; the mark as it stands is kept with the outcome.
 * @throws Refusal NOT_FOUND, FORBIDDEN for those who only read it, CONFLICT when it is closed or has gone on, INVALID for an outcome that is not the viewer's to
 * say or not true of the mark, and what `runOnce` throws.
 */
export async function closeQuestion(context: RequestContext, input: CloseQuestionInput): Promise<MarkQuestionPayload> {
  const viewer = signedIn(context);
  const at = context.clock.now();
  const { outcome } = input;
  return runOnce(context.database, viewer, { id: input.operationId, name: "closeQuestion", input, at }, async (transaction) => {
    const question = await lockQuestion(transaction, viewer, input.questionId);
    const side = sideOf(question, outcome);
    requireVersion(question, input.version);
    const refusal = decideClosing(outcome, side, question);
    if (refusal) throw refusal;
    const entry = await end(transaction, viewer, question, { side, outcome, at });
    await appendHistory(transaction, { at, actorId: viewer.personId, operationId: input.operationId }, [entry]);
    return { thread: await loadChanged(transaction, viewer, question.id) };
  });
}

/** Writes the end of a locked question and leaves the news to the other side. @returns the history's entry. */
export async function end(
  transaction: Transaction,
  viewer: Viewer,
  { id, pupilId, journalId, askedValue, value, lastSeq }: LockedQuestion,
  { side, outcome, at }: { side: QuestionSide; outcome: MarkQuestionOutcome; at: Date },
): Promise<HistoryEntry> {
  await transaction.query(CLOSE, [viewer.schoolId, id, viewer.personId, at, outcome, value]);
  const to = side === QuestionSide.STAFF ? "FAMILY" : "STAFF";
  await leaveNews(transaction, at, { kind: "QUESTION", questionId: id, to, step: "CLOSED", seq: lastSeq, by: viewer.personId });
  await hintNews(transaction, [viewer.personId]);
  return { thing: "QUESTION", thingId: id, journalId, pupilId, before: { value: askedValue }, after: { outcome, value } };
}

/** A teacher who is a guardian too closes as the one to whom the outcome belongs. */
function sideOf({ isFamily, mayAnswer }: LockedQuestion, outcome: MarkQuestionOutcome): QuestionSide {
  if (!isFamily && !mayAnswer) throw onlyReads();
  if (!mayAnswer) return QuestionSide.FAMILY;
  return isFamily && outcome === MarkQuestionOutcome.WITHDRAWN ? QuestionSide.FAMILY : QuestionSide.STAFF;
}

const CLOSE: Statement = {
  name: "mark-question-close",
  text: `UPDATE mark_question SET closed_by = $3, closed_at = $4, outcome = $5, closed_value = $6, version = version + 1 WHERE school_id = $1 AND id = $2`,
};
