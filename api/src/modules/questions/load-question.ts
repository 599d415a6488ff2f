import type { Database, Statement, Transaction } from "../../kernel/database";
import { notFound } from "../../kernel/refusal";
import { requireUuid } from "../../kernel/uuid";
import type { Viewer } from "../../kernel/viewer";
import { decideClosing } from "./decide-closing";
import type { MarkQuestion, MarkQuestionChange, MarkQuestionText, MarkQuestionThread } from "./mark-question";
import { ANSWERS, readerValues, READS } from "./question-people";
import { MarkQuestionOutcome, QuestionSide } from "./question-state";
import { QUESTION_FIELDS, QUESTION_ROWS } from "./questions-sql";

/** One question with its thread. @throws Refusal NOT_FOUND for one that is not the viewer's to read. */
export async function loadThread(database: Database, viewer: Viewer, id: string): Promise<MarkQuestionThread> {
  const [row] = await database.read<ThreadRow>(viewer.schoolId, THREAD, [...readerValues(viewer), requireUuid(id, "id")]);
  if (!row) throw notFound("Вопрос об отметке");
  return toThread(row);
}

/** The question as a command leaves it. */
export async function loadChanged(transaction: Transaction, viewer: Viewer, id: string): Promise<MarkQuestionThread> {
  const [row] = await transaction.query<ThreadRow>(THREAD, [...readerValues(viewer), id]);
  return toThread(row!);
}

interface ThreadRow extends MarkQuestion {
  texts: MarkQuestionText[];
  changes: MarkQuestionChange[];
  isFamily: boolean;
  mayAnswer: boolean;
}

function toThread({ texts, changes, isFamily, mayAnswer, ...question }: ThreadRow): MarkQuestionThread {
  const sides = [...(isFamily ? [QuestionSide.FAMILY] : []), ...(mayAnswer ? [QuestionSide.STAFF] : [])];
  const outcomes = Object.values(MarkQuestionOutcome).filter((outcome) => sides.some((side) => !decideClosing(outcome, side, question)));
  const isOpen = question.closedAt === null;
  return { question, texts, changes, mayWrite: isOpen && sides.length > 0, mayAnswer: isOpen && mayAnswer, outcomes };
}

/** $6 the question. Changes of a mark are in the history by the mark's id; a comment alone is none. */
const THREAD: Statement = {
  name: "mark-question",
  text: `
  SELECT ${QUESTION_FIELDS}, question.pupil_id = ANY($4::uuid[]) AS "isFamily", ${ANSWERS} AS "mayAnswer",
    (SELECT json_agg(json_build_object('seq', written.seq, 'side', written.side, 'authorName', concat_ws(' ', author.surname, author.given_name, author.patronymic),
       'isMine', written.author_id = $2, 'text', written.text, 'writtenAt', written.written_at) ORDER BY written.seq)
     FROM mark_question_text AS written JOIN person AS author ON author.school_id = $1 AND author.id = written.author_id
     WHERE written.school_id = $1 AND written.question_id = question.id) AS texts,
    (SELECT COALESCE(json_agg(json_build_object('at', at, 'before', was, 'after', "is") ORDER BY seq), '[]') FROM (
       SELECT seq, at, COALESCE(before->>'value', before->>'special') AS was, COALESCE(after->>'value', after->>'special') AS "is" FROM history
       WHERE history.school_id = $1 AND history.thing_id = COALESCE(question.mark_id, question.term_mark_id)
         AND history.at > question.asked_at AND (question.closed_at IS NULL OR history.at <= question.closed_at)) AS change
     WHERE was IS DISTINCT FROM "is") AS changes
  FROM ${QUESTION_ROWS}
  WHERE question.school_id = $1 AND question.id = $6 AND ${READS}`,
};
