import type { Database, Statement, Transaction } from "../../kernel/database";
import { notFound } from "../../kernel/refusal";
import type { Viewer } from "../../kernel/viewer";
import type { Announcement } from "./announcement";
import { ANNOUNCEMENT_COLUMNS, ANNOUNCEMENT_JOINS, lookingAs } from "./announcement-row";

/**
 * Announcements by their ids, newest first: one's own, for the director and the deputy every one, and those received, from their first day on and
 * until they are withdrawn. Others are left out.
 */
export async function findAnnouncements(reader: Database | Transaction, viewer: Viewer, ids: readonly string[]): Promise<Announcement[]> {
  const values = [...lookingAs(viewer), ids, viewer.today, viewer.roles.length > 0];
  return "read" in reader ? reader.read<Announcement>(viewer.schoolId, FIND, values) : reader.query<Announcement>(FIND, values);
}

/** One of them. @throws Refusal NOT_FOUND when there is none for the viewer. */
export async function findAnnouncement(reader: Database | Transaction, viewer: Viewer, id: string): Promise<Announcement> {
  const [found] = await findAnnouncements(reader, viewer, [id]);
  if (!found) throw notFound("Объявление");
  return found;
}

const FIND: Statement = {
  name: "announcements-find",
  text: `
  SELECT ${ANNOUNCEMENT_COLUMNS} FROM announcement ${ANNOUNCEMENT_JOINS}
  WHERE announcement.school_id = $1 AND announcement.id = ANY($4::uuid[])
    AND ($3::boolean OR announcement.author_id = $2::uuid
      OR ($6::boolean AND mine.person_id IS NOT NULL AND announcement.withdrawn_at IS NULL AND announcement.shown_from <= $5::date))
  ORDER BY announcement.published_at DESC, announcement.id DESC`,
};
