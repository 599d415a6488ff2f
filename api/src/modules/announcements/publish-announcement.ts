import { uuidv7 } from "uuidv7";
import type { Statement, Transaction } from "../../kernel/database";
import { appendHistory } from "../../kernel/history";
import { runOnce } from "../../kernel/operation";
import { leaveNews } from "../../kernel/outbox";
import { ErrorCode, notFound, Refusal } from "../../kernel/refusal";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { seesWholeStructure, type Viewer } from "../../kernel/viewer";
import type { PublishAnnouncementInput, PublishAnnouncementPayload } from "./announcement.inputs";
import { ADDRESSED_PEOPLE } from "./announcement-people";
import { decideAnnouncement, type AnnouncementContent } from "./decide-announcement";
import { decideAudiences, type KeptAudience } from "./decide-audiences";
import { findAnnouncement } from "./find-announcement";

/** How many announcements one person publishes a day. */
const MOST_A_DAY = { office: 100, classTeacher: 20 };

/**
 * Publishes an announcement: finds who is addressed today, in one statement, and leaves the news of it [1.4.8].
 * @throws Refusal INVALID, TEXT_TOO_LONG, LIMIT_EXCEEDED, FORBIDDEN for an audience that is not the viewer's to address, NOT_FOUND for a class or
 * group that is not of the school, and what `runOnce` throws.
 */
export async function publishAnnouncement(context: RequestContext, input: PublishAnnouncementInput): Promise<PublishAnnouncementPayload> {
  const viewer = signedIn(context);
  const at = context.clock.now();
  return runOnce(context.database, viewer, { id: input.operationId, name: "publishAnnouncement", input, at }, async (transaction) => {
    const content = decideAnnouncement(input, viewer.today);
    if (content instanceof Refusal) throw content;
    const audiences = decideAudiences(viewer, input.audiences);
    if (audiences instanceof Refusal) throw audiences;
    const id = uuidv7();
    const { needsAcknowledgement } = input;
    const written = await write(transaction, viewer, { id, ...content, needsAcknowledgement, at });
    refuseTooMany(viewer, written.published);
    const { expected, kept } = await writeAudiences(transaction, id, audiences);
    if (kept !== expected) throw notFound("Класс или группа");
    const recipients = await writeRecipients(transaction, viewer, id, audiences);
    if (recipients === 0) throw nobody();
    await leaveNews(transaction, at, { kind: "ANNOUNCEMENT", announcementId: id, by: viewer.personId }, written.dueAt);
    const announcement = await findAnnouncement(transaction, viewer, id);
    const after = { ...content, needsAcknowledgement, audiences, recipients };
    await appendHistory(transaction, { at, actorId: viewer.personId, operationId: input.operationId }, [
      { thing: "ANNOUNCEMENT", thingId: id, before: null, after },
    ]);
    return { announcement };
  });
}

type NewAnnouncement = AnnouncementContent & { id: string; needsAcknowledgement: boolean; at: Date };

/** Writes the row; tells how many the author has published today with it, and when its news is due. */
async function write(
  transaction: Transaction,
  { schoolId, personId, timeZone, today }: Viewer,
  { id, title, text, shownFrom, shownTo, needsAcknowledgement, at }: NewAnnouncement,
): Promise<{ published: number; dueAt: Date }> {
  const values = [schoolId, id, personId, title, text, shownFrom, shownTo, needsAcknowledgement, at, timeZone, today];
  const [written] = await transaction.query<{ published: number; dueAt: Date }>(WRITE, values);
  return written!;
}

function refuseTooMany(viewer: Viewer, published: number): void {
  const limit = seesWholeStructure(viewer) ? MOST_A_DAY.office : MOST_A_DAY.classTeacher;
  if (published <= limit) return;
  throw new Refusal(ErrorCode.LIMIT_EXCEEDED, `За день можно опубликовать не больше ${limit} объявлений. Остальные опубликуйте завтра.`, {
    limit,
  });
}

async function writeAudiences(
  transaction: Transaction,
  id: string,
  audiences: readonly KeptAudience[],
): Promise<{ expected: number; kept: number }> {
  const rows = audiences.map((audience, place) => ({ place, ...audience }));
  const kept = await transaction.query(WRITE_AUDIENCES, [transaction.schoolId, id, JSON.stringify(rows)]);
  return { expected: rows.length, kept: kept.length };
}

async function writeRecipients(
  transaction: Transaction,
  { schoolId, personId, today }: Viewer,
  id: string,
  audiences: readonly KeptAudience[],
): Promise<number> {
  const values = [schoolId, id, today, JSON.stringify(audiences), personId];
  const [written] = await transaction.query<{ recipients: number }>(WRITE_RECIPIENTS, values);
  return written!.recipients;
}

function nobody(): Refusal {
  const sentence = "Объявление никто не получит: среди выбранных адресатов нет людей с открытым доступом. Выберите других адресатов.";
  return new Refusal(ErrorCode.INVALID, sentence, { field: "audiences" });
}

/** News of one that is shown later is told in the morning of its first day. The row itself is not yet seen by the count beside it. */
const WRITE: Statement = {
  name: "announcement-write",
  text: `
  WITH written AS (
    INSERT INTO announcement (school_id, id, author_id, title, text, shown_from, shown_to, needs_acknowledgement, published_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))
  SELECT GREATEST($9::timestamptz, CASE WHEN $6::date > $11::date THEN ($6::date + time '07:00') AT TIME ZONE $10 END) AS "dueAt",
    1 + (SELECT count(*)::int FROM announcement WHERE school_id = $1 AND author_id = $3 AND (published_at AT TIME ZONE $10)::date = $11::date) AS published`,
};

/** A class or group of another school, or none, leaves its row out. */
const WRITE_AUDIENCES: Statement = {
  name: "announcement-write-audiences",
  text: `
  INSERT INTO announcement_audience (school_id, announcement_id, place, kind, grade, class_id, group_id, role, pupils, guardians, staff)
  SELECT $1, $2, place, kind, grade, "classId", "groupId", role, pupils, guardians, staff
  FROM jsonb_to_recordset($3::jsonb) AS a (place smallint, kind text, grade smallint, "classId" uuid, "groupId" uuid, role text, pupils boolean, guardians boolean, staff boolean)
  WHERE ("classId" IS NULL OR EXISTS (SELECT FROM school_class WHERE school_id = $1 AND id = "classId"))
    AND ("groupId" IS NULL OR EXISTS (SELECT FROM study_group WHERE school_id = $1 AND id = "groupId"))
  RETURNING place`,
};

/** $1 school, $2 the announcement, $3 today, $4 the audiences, $5 the author, who does not receive it. */
const WRITE_RECIPIENTS: Statement = {
  name: "announcement-write-recipients",
  text: `
  WITH ${ADDRESSED_PEOPLE}, written AS (
    INSERT INTO announcement_recipient (school_id, announcement_id, person_id)
    SELECT $1, $2, addressed.person_id FROM addressed
    JOIN account ON account.school_id = $1 AND account.person_id = addressed.person_id AND account.closed_at IS NULL
    WHERE addressed.person_id <> $5
    RETURNING person_id)
  SELECT count(*)::int AS recipients FROM written`,
};
