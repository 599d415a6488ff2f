import { readCursor, rowsToRead, toPage, type CountedPage, type PageArgs } from "../../kernel/connection";
import type { Database, Statement } from "../../kernel/database";
import { notFound } from "../../kernel/refusal";
import { seesWholeSchool, type Viewer } from "../../kernel/viewer";
import { fullName } from "../people/person-name";
import { addressedClasses, isStillAddressed } from "./announcement-row";
import type { AnnouncementReader, ReaderState } from "./announcement-reader";

/**
 * One page of the people who received an announcement, by name, with how far each is: for its author while the
 * audience is still theirs to address, the deputy and the director.
 * @throws Refusal NOT_FOUND for everybody else, INVALID or LIMIT_EXCEEDED when `first` or `after` is wrong.
 */
export async function loadReaders(
  database: Database,
  viewer: Viewer,
  asked: { announcementId: string; state: ReaderState | null },
  { first, after }: PageArgs,
): Promise<CountedPage<AnnouncementReader>> {
  const limit = rowsToRead(first);
  const [last] = readCursor(after, "announcementReaders", "uuid") ?? [null];
  const whose = [viewer.schoolId, asked.announcementId, viewer.personId, seesWholeSchool(viewer), asked.state, addressedClasses(viewer)];
  const rows = await database.read<ReaderRow>(viewer.schoolId, READERS, [...whose, viewer.today, last, limit]);
  if (rows.length === 0) throw notFound("Объявление");
  const readers = rows.filter((row): row is AnnouncementReader => row.personId !== null);
  return {
    ...toPage(readers, first, "announcementReaders", ({ personId }) => [personId]),
    count: async () => (await database.read<{ count: number }>(viewer.schoolId, COUNT, whose))[0]?.count ?? 0,
  };
}

/** The announcement is there and the viewer's to look into, even where no person is on the page. */
type ReaderRow = AnnouncementReader | { personId: null };

/** SQL: the people of the asked announcement in the asked state $5; null: everybody. */
const IN_STATE = `
  recipient.school_id = $1 AND recipient.announcement_id = announcement.id
  AND ($5::text IS NULL OR $5::text = CASE WHEN recipient.acknowledged_at IS NOT NULL THEN 'ACKNOWLEDGED' WHEN recipient.read_at IS NOT NULL THEN 'READ' ELSE 'UNREAD' END)`;

/** $1 school, $2 the announcement, $3 the viewer, who wrote it or $4 sees the whole school; $6 the classes that are the viewer's to address (null: every one). */
const LOOKED_INTO = `announcement.school_id = $1 AND announcement.id = $2 AND ($4::boolean OR (announcement.author_id = $3::uuid AND ${isStillAddressed("$6")}))`;

/** SQL: by the Russian alphabet, and none of the keys is null, so that a page begins where the last one ended. */
function nameKeys(person: string): string {
  return `${person}.surname COLLATE "ru-x-icu", ${person}.given_name COLLATE "ru-x-icu", ${person}.id`;
}

/** $6 names the classes whose labels may be told, too; $7 today, $8 the cursor's person, $9 how many rows. */
const READERS: Statement = {
  name: "announcement-readers",
  text: `
  SELECT listed.* FROM announcement LEFT JOIN LATERAL (
    SELECT page.id AS "personId", ${fullName("page")} AS name, page.read_at AS "readAt", page.acknowledged_at AS "acknowledgedAt",
      ARRAY(SELECT DISTINCT school_class.label FROM enrolment JOIN school_class ON school_class.school_id = $1 AND school_class.id = enrolment.class_id
            WHERE enrolment.school_id = $1 AND enrolment.valid_from <= $7::date AND (enrolment.valid_to IS NULL OR enrolment.valid_to >= $7::date)
              AND ($6::uuid[] IS NULL OR enrolment.class_id = ANY($6::uuid[]))
              AND enrolment.pupil_id IN (SELECT page.id UNION ALL SELECT guardianship.pupil_id FROM guardianship
                WHERE guardianship.school_id = $1 AND guardianship.guardian_id = page.id
                  AND guardianship.valid_from <= $7::date AND (guardianship.valid_to IS NULL OR guardianship.valid_to >= $7::date))
            ORDER BY school_class.label) AS "classLabels"
    FROM (
      SELECT person.id, person.surname, person.given_name, person.patronymic, recipient.read_at, recipient.acknowledged_at
      FROM announcement_recipient AS recipient JOIN person ON person.school_id = $1 AND person.id = recipient.person_id
      WHERE ${IN_STATE}
        AND ($8::uuid IS NULL OR (${nameKeys("person")}) > (SELECT ${nameKeys("last")} FROM person AS last WHERE last.school_id = $1 AND last.id = $8::uuid))
      ORDER BY ${nameKeys("person")} LIMIT $9
    ) page
    ORDER BY ${nameKeys("page")}
  ) listed ON true
  WHERE ${LOOKED_INTO}`,
};

const COUNT: Statement = {
  name: "announcement-readers-count",
  text: `SELECT count(*)::int FROM announcement JOIN announcement_recipient AS recipient ON ${IN_STATE} WHERE ${LOOKED_INTO}`,
};
