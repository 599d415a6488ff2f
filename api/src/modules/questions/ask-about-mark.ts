import { uuidv7 } from "uuidv7";
import type { Statement, Transaction } from "../../kernel/database";
import { appendHistory } from "../../kernel/history";
import { runOnce } from "../../kernel/operation";
import { leaveNews } from "../../kernel/outbox";
import { ErrorCode, notFound, Refusal } from "../../kernel/refusal";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { requireUuid } from "../../kernel/uuid";
import type { Viewer } from "../../kernel/viewer";
import { markValue } from "../marks/mark-scale";
import { termMarkValue } from "../term-marks/term-mark-text";
import { answerDeadline, schoolDayBefore } from "./answer-deadline";
import { loadAnswerTime, reminderMoments } from "./answer-time";
import { loadChanged } from "./load-question";
import type { AskAboutMarkInput, MarkQuestionPayload } from "./question.inputs";
import { ownChildren } from "./question-people";
import { refuseTooManyQuestions, requireText } from "./question-text";

/**
 * A guardian asks about one mark of an own child; the teacher has until the deadline of that day's rule [3.3.4, 4.1.3].
 * @throws Refusal NOT_FOUND for a mark that is not the child's or is taken away, CONFLICT when there is an open question of it, TERM_CLOSED in a closed year, INVALID,
 * TEXT_TOO_LONG, LIMIT_EXCEEDED, and what `runOnce` throws.
 */
export async function askAboutMark(context: RequestContext, input: AskAboutMarkInput): Promise<MarkQuestionPayload> {
  const viewer = signedIn(context);
  const at = context.clock.now();
  const { pupilId, target } = requireTarget(viewer, input);
  const text = requireText(input.text);
  return runOnce(context.database, viewer, { id: input.operationId, name: "askAboutMark", input, at }, async (transaction) => {
    await refuseTooManyQuestions(transaction, viewer);
    const [mark] = await transaction.query<AskedMark>(MARK, [viewer.schoolId, pupilId, target.markId, target.termMarkId]);
    if (!mark?.value) throw notFound("Отметка");
    if (mark.isYearClosed) {
      throw new Refusal(
        ErrorCode.TERM_CLOSED,
        "Учебный год закрыт, его отметки не меняются. Если вопрос остался, напишите заместителю директора.",
      );
    }
    const { days, calendar } = await loadAnswerTime(transaction, viewer, mark.journalId, pupilId);
    const dueOn = answerDeadline(viewer.today, days, calendar);
    const id = uuidv7();
    const place = [viewer.schoolId, id, pupilId, mark.journalId, target.markId, target.termMarkId];
    const asked = await transaction.query(ASK, [...place, mark.value, mark.setBy, viewer.personId, at, viewer.today, dueOn]);
    if (asked.length === 0) throw await alreadyAsked(transaction, viewer, target);
    await transaction.query(FIRST_TEXT, [viewer.schoolId, id, viewer.personId, text, at]);
    const news = { kind: "QUESTION", questionId: id, to: "STAFF", by: viewer.personId, seq: 1 } as const;
    await leaveNews(transaction, at, { ...news, step: "ASKED" });
    const moments = await reminderMoments(transaction, { remindOn: schoolDayBefore(dueOn, calendar), dueOn });
    if (moments.remindAt > at) await leaveNews(transaction, at, { ...news, by: null, step: "DUE" }, moments.remindAt);
    await leaveNews(transaction, at, { ...news, by: null, step: "OVERDUE" }, moments.overdueAt);
    const after = { ...target, value: mark.value, dueOn, text };
    const change = { at, actorId: viewer.personId, operationId: input.operationId };
    await appendHistory(transaction, change, [{ thing: "QUESTION", thingId: id, journalId: mark.journalId, pupilId, before: null, after }]);
    return { thread: await loadChanged(transaction, viewer, id) };
  });
}

interface Target {
  markId: string | null;
  termMarkId: string | null;
}

interface AskedMark {
  value: string | null;
  journalId: string;
  setBy: string;
  isYearClosed: boolean;
}

function requireTarget(viewer: Viewer, input: AskAboutMarkInput): { pupilId: string; target: Target } {
  const pupilId = requireUuid(input.pupilId, "pupilId");
  if (!ownChildren(viewer).includes(pupilId)) throw notFound("Отметка");
  const markId = input.markId ? requireUuid(input.markId, "markId") : null;
  const termMarkId = input.termMarkId ? requireUuid(input.termMarkId, "termMarkId") : null;
  if ((markId === null) === (termMarkId === null)) {
    throw new Refusal(ErrorCode.INVALID, "Вопрос задаётся об одной отметке. Откройте её в дневнике и повторите.", { field: "markId" });
  }
  return { pupilId, target: { markId, termMarkId } };
}

async function alreadyAsked(transaction: Transaction, viewer: Viewer, target: Target): Promise<Refusal> {
  const [open] = await transaction.query<{ id: string }>(OPEN, [viewer.schoolId, target.markId, target.termMarkId]);
  const message = "Об этой отметке уже есть открытый вопрос. Продолжите его: он показан при отметке.";
  return new Refusal(ErrorCode.CONFLICT, message, { questionId: open?.id ?? null });
}

/** $3 a mark of a lesson or $4 a term mark, of the pupil $2. */
const MARK: Statement = {
  name: "mark-question-mark",
  text: `
  WITH lesson_mark AS (
    SELECT ${markValue("mark")} AS value, mark.journal_id, mark.set_by FROM mark WHERE mark.school_id = $1 AND mark.id = $3::uuid AND mark.pupil_id = $2
  ), of_term AS (
    SELECT ${termMarkValue("term_mark")} AS value, term_mark.journal_id, term_mark.set_by
    FROM term_mark WHERE term_mark.school_id = $1 AND term_mark.id = $4::uuid AND term_mark.pupil_id = $2)
  SELECT found.value, found.journal_id AS "journalId", found.set_by AS "setBy", academic_year.status = 'CLOSED' AS "isYearClosed"
  FROM (SELECT * FROM lesson_mark UNION ALL SELECT * FROM of_term) AS found
  JOIN journal ON journal.school_id = $1 AND journal.id = found.journal_id
  JOIN academic_year ON academic_year.school_id = $1 AND academic_year.id = journal.academic_year_id`,
};

/** No row: there is an open question of this mark. */
const ASK: Statement = {
  name: "mark-question-ask",
  text: `INSERT INTO mark_question (school_id, id, pupil_id, journal_id, mark_id, term_mark_id, asked_value, marked_by, asked_by, asked_at, asked_on, due_on, last_seq)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1) ON CONFLICT DO NOTHING RETURNING id`,
};

const FIRST_TEXT: Statement = {
  name: "mark-question-first-text",
  text: `INSERT INTO mark_question_text (school_id, question_id, seq, author_id, side, text, written_at) VALUES ($1, $2, 1, $3, 'FAMILY', $4, $5)`,
};

const OPEN: Statement = {
  name: "mark-question-open",
  text: `SELECT id FROM mark_question WHERE school_id = $1 AND closed_at IS NULL AND (mark_id = $2::uuid OR term_mark_id = $3::uuid)`,
};
