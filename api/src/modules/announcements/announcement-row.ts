import { fullName } from "../people/person-name";
import { seesWholeSchool, seesWholeStructure, type Viewer } from "../../kernel/viewer";

/** The first values of every statement that shows announcements: the school, who looks, and whether the whole school's counts are theirs. */
export function lookingAs(viewer: Viewer): [schoolId: string, personId: string, seesCounts: boolean] {
  return [viewer.schoolId, viewer.personId, seesWholeSchool(viewer)];
}

/**
 * SQL: the columns of an Announcement, over a row `announcement` and the viewer's own row `mine` of announcement_recipient, which may be null.
 * Needs `lookingAs` as $1 to $3. People are counted only for those who may see how many they are.
 */
export const ANNOUNCEMENT_COLUMNS = `
  announcement.id, announcement.title, announcement.text, announcement.author_id AS "authorId",
  (SELECT ${fullName("person")} FROM person WHERE person.school_id = $1 AND person.id = announcement.author_id) AS "authorName",
  announcement.author_id = $2::uuid AS "isMine",
  (SELECT COALESCE(json_agg(json_build_object('kind', audience.kind, 'grade', audience.grade, 'classId', audience.class_id, 'groupId', audience.group_id,
      'role', audience.role, 'label', COALESCE(school_class.label, study_group.name), 'pupils', audience.pupils, 'guardians', audience.guardians,
      'staff', audience.staff) ORDER BY audience.place), '[]')
     FROM announcement_audience AS audience
     LEFT JOIN school_class ON school_class.school_id = $1 AND school_class.id = audience.class_id
     LEFT JOIN study_group ON study_group.school_id = $1 AND study_group.id = audience.group_id
     WHERE audience.school_id = $1 AND audience.announcement_id = announcement.id) AS audiences,
  announcement.shown_from AS "shownFrom", announcement.shown_to AS "shownTo", announcement.needs_acknowledgement AS "needsAcknowledgement",
  announcement.published_at AS "publishedAt", announcement.edited_at AS "editedAt", announcement.withdrawn_at AS "withdrawnAt", announcement.version,
  mine.read_at AS "readAt", mine.acknowledged_at AS "acknowledgedAt",
  counted.received AS "recipientCount", counted.read AS "readCount", counted.acknowledged AS "acknowledgedCount"`;

/** SQL: joins `mine` and `counted` to a row `announcement`. */
export const ANNOUNCEMENT_JOINS = `
  LEFT JOIN announcement_recipient AS mine ON mine.school_id = $1 AND mine.announcement_id = announcement.id AND mine.person_id = $2::uuid
  LEFT JOIN LATERAL (
    SELECT count(*)::int AS received, count(read_at)::int AS read, count(acknowledged_at)::int AS acknowledged
    FROM announcement_recipient AS recipient
    WHERE recipient.school_id = $1 AND recipient.announcement_id = announcement.id AND ($3::boolean OR announcement.author_id = $2::uuid)
    HAVING $3::boolean OR announcement.author_id = $2::uuid
  ) counted ON true`;

/** The classes to which the viewer may speak today; null: to every one, and to the whole school. */
export function addressedClasses(viewer: Viewer): string[] | null {
  return seesWholeStructure(viewer) ? null : [...viewer.leads];
}

/** SQL: is a row `announcement` still its author's to look after: every audience is a class of `classes` today [3.4.2]. `classes` is `addressedClasses`. */
export function isStillAddressed(classes: string): string {
  return `(${classes}::uuid[] IS NULL OR NOT EXISTS (
    SELECT FROM announcement_audience AS audience WHERE audience.school_id = $1 AND audience.announcement_id = announcement.id
      AND NOT COALESCE(audience.class_id = ANY(${classes}::uuid[]), false)))`;
}
