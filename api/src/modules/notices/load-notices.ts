import { type CountedPage, readCursor, rowsToRead, toPage } from "../../kernel/connection";
import type { Database, Statement } from "../../kernel/database";
import type { Viewer } from "../../kernel/viewer";
import type { Notice } from "./notice.entity";
import type { NoticePageArgs } from "./notice.inputs";
import { OWN_NOTICES, ownerValues } from "./own-notices";

/** The viewer's notices, newest first; one statement, since a notice holds what it says. @throws Refusal INVALID or LIMIT_EXCEEDED for the page. */
export async function loadNotices(
  database: Database,
  viewer: Viewer,
  unreadOnly: boolean,
  { first, after }: NoticePageArgs,
): Promise<CountedPage<Notice>> {
  const [before] = readCursor(after, "notices", "uuid") ?? [null];
  const whose = [...ownerValues(viewer), unreadOnly];
  const rows = await database.read<NoticeRow>(viewer.schoolId, PAGE, [...whose, before, rowsToRead(first)]);
  const page = toPage(rows.map(toNotice), first, "notices", ({ id }) => [id]);
  return { ...page, count: async () => (await database.read<{ count: number }>(viewer.schoolId, COUNT, whose))[0]!.count };
}

/** What a notice holds beside its columns: the names and values of the moment. */
export type NoticeContent = Pick<
  Notice,
  | "pupilName"
  | "subject"
  | "lessonId"
  | "journalId"
  | "lessonDate"
  | "before"
  | "after"
  | "conversationId"
  | "announcementId"
  | "reportId"
  | "forecastId"
  | "openingRequestId"
  | "termId"
  | "openUntil"
  | "questionId"
  | "questionStep"
  | "questionOutcome"
  | "dueOn"
  | "title"
  | "text"
>;

type NoticeRow = Omit<Notice, keyof NoticeContent> & { content: Partial<NoticeContent> };

function toNotice({ content, ...row }: NoticeRow): Notice {
  return { ...EMPTY, ...content, ...row };
}

const EMPTY: NoticeContent = {
  pupilName: null,
  subject: null,
  lessonId: null,
  journalId: null,
  lessonDate: null,
  before: null,
  after: null,
  conversationId: null,
  announcementId: null,
  reportId: null,
  forecastId: null,
  openingRequestId: null,
  termId: null,
  openUntil: null,
  questionId: null,
  questionStep: null,
  questionOutcome: null,
  dueOn: null,
  title: null,
  text: null,
};

const MINE = `${OWN_NOTICES} AND (NOT $7::boolean OR notice.read_at IS NULL)`;

const PAGE: Statement = {
  name: "notices",
  text: `SELECT id, kind, occurred_at AS "occurredAt", arrived_at AS "arrivedAt", read_at AS "readAt", pupil_id AS "pupilId", content
         FROM notice WHERE ${MINE} AND ($8::uuid IS NULL OR notice.id < $8::uuid) ORDER BY notice.id DESC LIMIT $9`,
};

const COUNT: Statement = { name: "notices-count", text: `SELECT count(*)::int AS count FROM notice WHERE ${MINE}` };
