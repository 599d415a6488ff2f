import { uuidv7 } from "uuidv7";
import type { Statement, Transaction } from "../../kernel/database";
import { runOnce } from "../../kernel/operation";
import { leaveNews } from "../../kernel/outbox";
import { ErrorCode, notFound, Refusal } from "../../kernel/refusal";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { isUuid } from "../../kernel/uuid";
import type { Viewer } from "../../kernel/viewer";
import { loadReport } from "./load-reports";
import type { CloseReportInput, MessagePayload, MessageReportPayload, ReportMessageInput } from "./message.inputs";
import { loadMessage } from "./load-messages";
import { requireText } from "./message-text";
import { readerValues, READS } from "./reader";

const REASON_LIMIT = 1_000;

/**
 * Brings somebody else's message before the deputy, once. @throws Refusal NOT_FOUND, INVALID, TEXT_TOO_LONG, and what `runOnce` throws.
 */
export async function reportMessage(context: RequestContext, input: ReportMessageInput): Promise<MessagePayload> {
  const viewer = signedIn(context);
  const at = context.clock.now();
  const reason = requireText(input.reason, "reason", REASON_LIMIT);
  return runOnce(context.database, viewer, { id: input.operationId, name: "reportMessage", input, at }, async (transaction) => {
    const messageId = await requireReadable(transaction, viewer, input.messageId);
    const reportId = uuidv7();
    const made = await transaction.query(REPORT, [viewer.schoolId, reportId, messageId, viewer.personId, at, reason]);
    if (made.length > 0) await leaveNews(transaction, at, { kind: "REPORT", reportId, by: viewer.personId });
    return { message: await loadMessage(transaction, viewer, messageId, at) };
  });
}

/** Closes a report with what was done about it. @throws Refusal NOT_FOUND, CONFLICT when it is closed already, INVALID, TEXT_TOO_LONG, and what `runOnce` throws. */
export async function closeReport(context: RequestContext, input: CloseReportInput): Promise<MessageReportPayload> {
  const viewer = signedIn(context);
  const at = context.clock.now();
  const outcome = requireText(input.outcome, "outcome", REASON_LIMIT);
  return runOnce(context.database, viewer, { id: input.operationId, name: "closeReport", input, at }, async (transaction) => {
    const [report] = isUuid(input.reportId)
      ? await transaction.query<{ isClosed: boolean }>(LOCK_REPORT, [viewer.schoolId, input.reportId])
      : [];
    if (!report) throw notFound("Жалоба");
    if (report.isClosed) throw new Refusal(ErrorCode.CONFLICT, "Эту жалобу уже закрыли. Обновите страницу, чтобы увидеть, что сделано.");
    await transaction.query(CLOSE, [viewer.schoolId, input.reportId, viewer.personId, at, outcome]);
    return { report: await loadReport(transaction, viewer, input.reportId, at) };
  });
}

async function requireReadable(transaction: Transaction, viewer: Viewer, id: string): Promise<string> {
  const [found] = isUuid(id) ? await transaction.query<{ id: string }>(OTHERS, [...readerValues(viewer), id]) : [];
  if (!found) throw notFound("Сообщение");
  return found.id;
}

/** A message of somebody else that the viewer reads, not withdrawn. */
const OTHERS: Statement = {
  name: "message-of-others",
  text: `
  SELECT message.id FROM message JOIN conversation_member member
    ON member.school_id = $1 AND member.conversation_id = message.conversation_id AND member.person_id = $2 AND ${READS}
  WHERE message.school_id = $1 AND message.id = $5 AND message.author_id <> $2 AND message.withdrawn_at IS NULL`,
};

const REPORT: Statement = {
  name: "message-report",
  text: `INSERT INTO message_report (school_id, id, message_id, reported_by, reported_at, reason) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (school_id, message_id, reported_by) DO NOTHING RETURNING id`,
};

const LOCK_REPORT: Statement = {
  name: "message-report-lock",
  text: `SELECT closed_at IS NOT NULL AS "isClosed" FROM message_report WHERE school_id = $1 AND id = $2 FOR NO KEY UPDATE`,
};

const CLOSE: Statement = {
  name: "message-report-close",
  text: `UPDATE message_report SET closed_by = $3, closed_at = $4, outcome = $5 WHERE school_id = $1 AND id = $2`,
};
