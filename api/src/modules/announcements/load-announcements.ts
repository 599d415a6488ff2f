import { readCursor, rowsToRead, toPage, type CountedPage, type PageArgs } from "../../kernel/connection";
import type { Database, Statement } from "../../kernel/database";
import { seesWholeSchool, type Viewer } from "../../kernel/viewer";
import type { Announcement } from "./announcement";
import { ANNOUNCEMENT_COLUMNS, ANNOUNCEMENT_JOINS, lookingAs } from "./announcement-row";

/**
 * Announcements that the viewer received, shown today, newest first. Who holds no role in the school any more received nothing.
 * @throws Refusal INVALID or LIMIT_EXCEEDED when `first` or `after` is wrong.
 */
export function loadReceived(database: Database, viewer: Viewer, page: PageArgs): Promise<CountedPage<Announcement>> {
  const asked = [...lookingAs(viewer), viewer.today, viewer.roles.length > 0];
  return loadPage(database, viewer, page, { list: "announcements", statement: RECEIVED, count: RECEIVED_COUNT, asked });
}

/**
 * Announcements that the viewer published, newest first; for the director and the deputy those of the whole school.
 * @throws Refusal INVALID or LIMIT_EXCEEDED when `first` or `after` is wrong.
 */
export function loadSent(database: Database, viewer: Viewer, page: PageArgs): Promise<CountedPage<Announcement>> {
  const asked = [...lookingAs(viewer), seesWholeSchool(viewer) ? null : viewer.personId, true];
  return loadPage(database, viewer, page, { list: "sentAnnouncements", statement: SENT, count: SENT_COUNT, asked });
}

interface AskedList {
  list: string;
  statement: Statement;
  count: Statement;
  asked: unknown[];
}

async function loadPage(
  database: Database,
  { schoolId }: Viewer,
  { first, after }: PageArgs,
  { list, statement, count, asked }: AskedList,
): Promise<CountedPage<Announcement>> {
  const limit = rowsToRead(first);
  const [last] = readCursor(after, list, "uuid") ?? [null];
  const rows = await database.read<Announcement>(schoolId, statement, [...asked, last, limit]);
  return {
    ...toPage(rows, first, list, ({ id }) => [id]),
    count: async () => (await database.read<{ count: number }>(schoolId, count, asked))[0]?.count ?? 0,
  };
}

/** SQL: after the row of the cursor, by its own moment; a cursor that names nothing ends the list. */
const AFTER_CURSOR = `
  ($6::uuid IS NULL OR (announcement.published_at, announcement.id) <
    (SELECT last.published_at, last.id FROM announcement AS last WHERE last.school_id = $1 AND last.id = $6::uuid))
  ORDER BY announcement.published_at DESC, announcement.id DESC LIMIT $7`;

/** $1 to $3 who looks, $4 today, $5 whether the viewer belongs to the school today. */
const RECEIVED_BY_VIEWER = `
  FROM announcement_recipient AS received
  JOIN announcement ON announcement.school_id = $1 AND announcement.id = received.announcement_id
    AND announcement.withdrawn_at IS NULL AND $4::date BETWEEN announcement.shown_from AND announcement.shown_to`;
const RECEIVED_WHERE = "WHERE received.school_id = $1 AND received.person_id = $2::uuid AND $5::boolean AND $3::boolean IS NOT NULL";

const RECEIVED: Statement = {
  name: "announcements-received",
  text: `SELECT ${ANNOUNCEMENT_COLUMNS} ${RECEIVED_BY_VIEWER} ${ANNOUNCEMENT_JOINS} ${RECEIVED_WHERE} AND ${AFTER_CURSOR}`,
};
const RECEIVED_COUNT: Statement = {
  name: "announcements-received-count",
  text: `SELECT count(*)::int ${RECEIVED_BY_VIEWER} ${RECEIVED_WHERE}`,
};

/** $1 to $3 who looks, $4 whose they are; null: everybody's. */
const SENT_WHERE = `WHERE announcement.school_id = $1 AND ($4::uuid IS NULL OR announcement.author_id = $4::uuid) AND $5::boolean`;

const SENT: Statement = {
  name: "announcements-sent",
  text: `SELECT ${ANNOUNCEMENT_COLUMNS} FROM announcement ${ANNOUNCEMENT_JOINS} ${SENT_WHERE} AND ${AFTER_CURSOR}`,
};
const SENT_COUNT: Statement = {
  name: "announcements-sent-count",
  text: `SELECT count(*)::int FROM announcement ${SENT_WHERE} AND $2::uuid IS NOT NULL AND $3::boolean IS NOT NULL`,
};
