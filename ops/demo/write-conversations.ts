import type { ClientBase } from "pg";
import { type DemoConversation, demoConversations, type Spoken, type Talker } from "./demo-conversations.ts";
import { namedId } from "./demo-ids.ts";
import { schoolDayBefore } from "./school-calendar.ts";
import type { AnnouncingSchool } from "./write-announcements.ts";

/** Writes what families and staff of the demo logins have been writing to each other. */
export async function writeConversations(client: ClientBase, school: AnnouncingSchool): Promise<void> {
  const cast = await loadCast(client, school);
  for (const conversation of demoConversations(spokenOf(cast))) await write(client, school, cast, conversation);
}

interface Person {
  id: string;
  politely: string;
}

/** The people of the conversations, the parent's children, other families of the class, and a lesson to talk about. */
interface Cast {
  people: Record<Talker, Person>;
  pupil: { id: string; sex: string };
  otherChild: { id: string; sex: string };
  classLabel: string;
  families: { guardianId: string; pupilId: string }[];
  lessonId: string | null;
}

async function loadCast(client: ClientBase, { id, today, personOf }: AnnouncingSchool): Promise<Cast> {
  const logins = (["parent", "pupil", "teacher", "classteacher", "deputy"] as const).map((login) => [login, personOf(login)] as const);
  const values = [
    id,
    today,
    personOf("parent"),
    personOf("pupil"),
    personOf("teacher"),
    JSON.stringify(Object.fromEntries(logins)),
    schoolDayBefore(today, LESSON_BEFORE),
  ];
  return (await client.query<Cast>(CAST, values)).rows[0]!;
}

function spokenOf({ people, pupil, otherChild, classLabel }: Cast): Spoken {
  return {
    politely: (talker) => people[talker].politely,
    isGirl: pupil.sex === "FEMALE",
    isOtherGirl: otherChild.sex === "FEMALE",
    classLabel,
  };
}

async function write(
  client: ClientBase,
  { id: schoolId, seed, today, now }: AnnouncingSchool,
  cast: Cast,
  conversation: DemoConversation,
): Promise<void> {
  const { between, families = 0, title = null, about, messages, unread } = conversation;
  const [first, second] = between.map((talker) => cast.people[talker].id) as [string, string];
  const child = about && cast[about].id;
  const moments = momentsOf(messages, today);
  const name = `CONVERSATION ${between.join(" ")} ${title ?? ""}`;
  const id = namedId(seed, moments[0]!.getTime(), name);
  const pairKey = title ? null : child ? `${first} ${second} ${child}` : [first, second].toSorted().join(" ");
  const last = messages.length;
  await client.query(WRITE, [schoolId, id, pairKey, title, cast.people[messages[0]!.by].id, moments[0], last, moments.at(-1)]);
  const others = cast.families.slice(0, families);
  const seats = [
    ...between.map((talker, place) => ({
      person: cast.people[talker].id,
      side: child && place === 1 ? "FAMILY" : "STAFF",
      read: last - (unread[talker] ?? 0),
    })),
    ...others.map(({ guardianId }, place) => ({ person: guardianId, side: "FAMILY", read: last - (place % 3) })),
  ].map((seat) => ({ ...seat, at: new Date(Math.min(Date.parse(now), moments[seat.read - 1]!.getTime() + READ_AFTER)) }));
  await client.query(WRITE_MEMBERS, [schoolId, id, JSON.stringify(seats)]);
  await client.query(WRITE_PUPILS, [schoolId, id, [child, ...others.map(({ pupilId }) => pupilId)].filter(Boolean)]);
  const rows = messages.map(({ by, text, onLesson }, place) => ({
    ...{ id: namedId(seed, moments[place]!.getTime(), `${name} ${place}`), seq: place + 1, author: cast.people[by].id, text },
    ...{ lesson: onLesson ? cast.lessonId : null, at: moments[place] },
  }));
  await client.query(WRITE_MESSAGES, [schoolId, id, JSON.stringify(rows)]);
}

/** In school days: who writes of a lesson has had it. */
const LESSON_BEFORE = 3;

const MINUTE = 60_000;
const READ_AFTER = 12 * MINUTE;

/** Their moments on school days, one after another. */
function momentsOf(messages: DemoConversation["messages"], today: string): Date[] {
  let latest = 0;
  return messages.map(({ daysAgo, time }) => {
    latest = Math.max(latest + 4 * MINUTE, Date.parse(`${schoolDayBefore(today, daysAgo)}T${time}:00+03:00`));
    return new Date(latest);
  });
}

const inForce = (row: string): string => `${row}.school_id = $1 AND daterange(${row}.valid_from, ${row}.valid_to, '[]') @> $2::date`;

/** $3 the parent, $4 the pupil, $5 the teacher, $6 the demo logins' people, $7 the last day of the lesson. */
const CAST = `
  WITH stay AS (SELECT enrolment.pupil_id, enrolment.class_id, person.sex FROM enrolment JOIN person ON person.school_id = $1 AND person.id = enrolment.pupil_id
                WHERE ${inForce("enrolment")}),
  own AS (SELECT * FROM stay WHERE pupil_id = $4),
  other AS (SELECT stay.* FROM guardianship JOIN stay ON stay.pupil_id = guardianship.pupil_id
            WHERE ${inForce("guardianship")} AND guardianship.guardian_id = $3 AND guardianship.pupil_id <> $4 LIMIT 1),
  talker AS (
    SELECT key AS login, value::uuid AS id FROM jsonb_each_text($6::jsonb)
  )
  SELECT
    (SELECT json_object_agg(talker.login, json_build_object('id', person.id, 'politely', concat_ws(' ', person.given_name, person.patronymic)))
       FROM talker JOIN person ON person.school_id = $1 AND person.id = talker.id) AS people,
    (SELECT json_build_object('id', pupil_id, 'sex', sex) FROM own) AS pupil,
    (SELECT json_build_object('id', pupil_id, 'sex', sex) FROM other) AS "otherChild",
    (SELECT label FROM own JOIN school_class ON school_class.school_id = $1 AND school_class.id = own.class_id) AS "classLabel",
    (SELECT json_agg(json_build_object('guardianId', guardian_id, 'pupilId', pupil_id) ORDER BY guardian_id) FROM (
       SELECT min(guardianship.pupil_id::text) AS pupil_id, guardianship.guardian_id FROM stay JOIN own ON own.class_id = stay.class_id
       JOIN guardianship ON guardianship.pupil_id = stay.pupil_id AND ${inForce("guardianship")} AND guardianship.relation = 'MOTHER'
       WHERE guardianship.guardian_id <> $3 AND stay.pupil_id <> $4 AND guardianship.guardian_id NOT IN (SELECT id FROM staff WHERE school_id = $1)
       GROUP BY guardianship.guardian_id) family) AS families,
    (SELECT lesson.id FROM own JOIN journal ON journal.school_id = $1 AND journal.class_id = own.class_id
     JOIN lesson ON lesson.school_id = $1 AND lesson.journal_id = journal.id
     WHERE lesson.teacher_id = $5 AND lesson.status = 'HELD' AND lesson.date <= $7::date ORDER BY lesson.date DESC, lesson.slot LIMIT 1) AS "lessonId"`;

const WRITE = `
  INSERT INTO conversation (school_id, id, pair_key, title, started_by, started_at, last_seq, last_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

const WRITE_MEMBERS = `
  INSERT INTO conversation_member (school_id, conversation_id, person_id, side, last_read_seq, last_read_at)
  SELECT $1, $2, person, side, read, at FROM jsonb_to_recordset($3::jsonb) AS seat (person uuid, side text, read integer, at timestamptz)`;

const WRITE_PUPILS = `INSERT INTO conversation_pupil (school_id, conversation_id, pupil_id) SELECT DISTINCT $1::uuid, $2::uuid, pupil FROM unnest($3::uuid[]) AS pupil`;

const WRITE_MESSAGES = `
  INSERT INTO message (school_id, id, conversation_id, seq, author_id, text, lesson_id, sent_at)
  SELECT $1, id, $2, seq, author, text, lesson, at FROM jsonb_to_recordset($3::jsonb) AS m (id uuid, seq integer, author uuid, text text, lesson uuid, at timestamptz)`;
