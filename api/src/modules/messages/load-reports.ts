import { type CountedPage, type PageArgs, readCursor, rowsToRead, toPage } from "../../kernel/connection";
import type { Database, Statement, Transaction } from "../../kernel/database";
import type { Viewer } from "../../kernel/viewer";
import { fullName } from "../people/person-name";
import type { Message } from "./message";
import type { MessageReport } from "./message-report";
import { messageFields } from "./messages-sql";

/** One page of reports, open or closed, newest first: the reported message with its text, and nothing else of its conversation. */
export async function loadReports(
  database: Database,
  viewer: Viewer,
  isOpen: boolean,
  { first, after }: PageArgs,
  now: Date,
): Promise<CountedPage<MessageReport>> {
  const limit = rowsToRead(first);
  const cursor = readCursor(after, "messageReports", "uuid");
  const values = [viewer.schoolId, viewer.personId, now, isOpen, cursor?.[0] ?? null, limit];
  const rows = await database.read<ReportRow>(viewer.schoolId, PAGE, values);
  return {
    ...toPage(rows.map(toReport), first, "messageReports", ({ id }) => [id]),
    count: async () => (await database.read<{ count: number }>(viewer.schoolId, COUNT, [viewer.schoolId, isOpen]))[0]?.count ?? 0,
  };
}

/** One report within a command. */
export async function loadReport(transaction: Transaction, viewer: Viewer, id: string, now: Date): Promise<MessageReport> {
  const [row] = await transaction.query<ReportRow>(BY_ID, [viewer.schoolId, viewer.personId, now, id]);
  if (!row) throw new Error(`report ${id} is gone`);
  return toReport(row);
}

type ReportRow = Message & { report: Omit<MessageReport, "id" | "message">; reportId: string };

function toReport({ report, reportId, ...message }: ReportRow): MessageReport {
  return { ...report, id: reportId, message };
}

/** A reported message is shown with its text, also when its author has withdrawn it since. $2 the viewer, $3 now. */
const REPORTS = `
  SELECT ${messageFields("$3")}, message.text, report.id AS "reportId", json_build_object('reportedByName', ${fullName("reporter")}, 'reportedAt', report.reported_at,
    'reason', report.reason, 'closedByName', CASE WHEN closer.id IS NOT NULL THEN ${fullName("closer")} END, 'closedAt', report.closed_at, 'outcome', report.outcome,
    'conversationTitle', COALESCE(conversation.title, (SELECT string_agg(${fullName("person")}, ' — ' ORDER BY person.surname, person.id) FROM conversation_member other
      JOIN person ON person.school_id = $1 AND person.id = other.person_id
      WHERE other.school_id = $1 AND other.conversation_id = conversation.id))) AS report
  FROM message_report report
  JOIN message ON message.school_id = $1 AND message.id = report.message_id
  JOIN conversation ON conversation.school_id = $1 AND conversation.id = message.conversation_id
  JOIN person reporter ON reporter.school_id = $1 AND reporter.id = report.reported_by
  LEFT JOIN person closer ON closer.school_id = $1 AND closer.id = report.closed_by
  WHERE report.school_id = $1`;

const PAGE: Statement = {
  name: "message-reports",
  text: `${REPORTS} AND (report.closed_at IS NULL) = $4::boolean AND ($5::uuid IS NULL OR report.id < $5::uuid) ORDER BY report.id DESC LIMIT $6`,
};

const BY_ID: Statement = { name: "message-report-by-id", text: `${REPORTS} AND report.id = $4` };

const COUNT: Statement = {
  name: "message-reports-count",
  text: `SELECT count(*)::int FROM message_report WHERE school_id = $1 AND (closed_at IS NULL) = $2::boolean`,
};
