import type { ClientBase } from "pg";
import { ADDRESSED_PEOPLE } from "../../api/dist/modules/announcements/announcement-people.js";
import { type DemoAnnouncement, demoAnnouncements } from "./demo-announcements.ts";
import { namedId } from "./demo-ids.ts";

/** The school that the announcements are for, and its people by their demo logins. */
export interface AnnouncingSchool {
  id: string;
  seed: string;
  today: string;
  /** The moment at which the demo school stands. */
  now: string;
  personOf: (login: string) => string;
}

/** Writes the school's announcements, each with the people whom it reached that day; those without an account too, so that there is a list to look at. */
export async function writeAnnouncements(client: ClientBase, school: AnnouncingSchool): Promise<void> {
  const leader = school.personOf("classteacher");
  const { rows } = await client.query<{ id: string; grade: number }>(LED_CLASS, [school.id, leader, school.today]);
  for (const announcement of demoAnnouncements(school.today)) await write(client, school, announcement, rows[0]!);
}

const LOGINS = ["admin", "classteacher", "deputy", "director", "parent", "pupil", "teacher"];

async function write(
  client: ClientBase,
  { id: schoolId, seed, now, personOf }: AnnouncingSchool,
  { author, title, text, audience, publishedAt, shownTo, needsAcknowledgement, readShare, unreadBy }: DemoAnnouncement,
  led: { id: string; grade: number },
): Promise<void> {
  const id = namedId(seed, Date.parse(publishedAt), `ANNOUNCEMENT ${title}`);
  const day = publishedAt.slice(0, 10);
  await client.query(WRITE, [schoolId, id, personOf(author), title, text, day, shownTo, needsAcknowledgement, publishedAt]);
  const { kind, pupils, guardians, staff } = audience;
  const grade = kind === "GRADE" ? led.grade : null;
  const classId = kind === "CLASS" ? led.id : null;
  await client.query(WRITE_AUDIENCE, [schoolId, id, kind, grade, classId, pupils, guardians, staff]);
  const audiences = JSON.stringify([{ ...audience, grade, classId, groupId: null, role: null }]);
  const unread = unreadBy.map(personOf);
  const read = LOGINS.filter((login) => !unreadBy.includes(login)).map(personOf);
  await client.query(WRITE_RECIPIENTS, [schoolId, id, day, audiences, personOf(author), publishedAt, now, readShare, unread, read]);
}

const LED_CLASS = `
  SELECT school_class.id, school_class.grade FROM class_teacher
  JOIN school_class ON school_class.school_id = class_teacher.school_id AND school_class.id = class_teacher.class_id
  WHERE class_teacher.school_id = $1 AND class_teacher.staff_id = $2 AND daterange(class_teacher.valid_from, class_teacher.valid_to, '[]') @> $3::date`;

const WRITE = `
  INSERT INTO announcement (school_id, id, author_id, title, text, shown_from, shown_to, needs_acknowledgement, published_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

const WRITE_AUDIENCE = `
  INSERT INTO announcement_audience (school_id, announcement_id, place, kind, grade, class_id, pupils, guardians, staff)
  VALUES ($1, $2, 0, $3, $4, $5, $6, $7, $8)`;

/** Chance is the hash of the person and the announcement, so that it falls the same way whenever the school is made. Most who read soon acknowledge. */
const WRITE_RECIPIENTS = `
  WITH ${ADDRESSED_PEOPLE}, reader AS (
    SELECT person_id, person_id = ANY($9::uuid[]) AS is_unread, person_id = ANY($10::uuid[]) AS is_read,
      ('x' || left(md5($2::uuid::text || person_id::text), 8))::bit(32)::bigint / 4294967296.0 AS chance
    FROM addressed WHERE person_id <> $5
  ), timed AS (
    SELECT person_id, chance, CASE WHEN NOT is_unread AND (is_read OR chance < $8::float8)
      THEN date_trunc('second', $6::timestamptz + ($7::timestamptz - $6::timestamptz) * power(chance, 3)) END AS read_at, is_read
    FROM reader
  )
  INSERT INTO announcement_recipient (school_id, announcement_id, person_id, read_at, acknowledged_at)
  SELECT $1, $2, person_id, read_at,
    CASE WHEN (SELECT needs_acknowledgement FROM announcement WHERE school_id = $1 AND id = $2) AND (is_read OR chance < $8::float8 * 0.8) THEN read_at END
  FROM timed`;
