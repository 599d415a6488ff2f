import type { Statement, Transaction } from "../../kernel/database";
import { appendHistory } from "../../kernel/history";
import { retractNews } from "../../kernel/news-hint";
import { runOnce } from "../../kernel/operation";
import { ErrorCode, notFound, Refusal } from "../../kernel/refusal";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { requireUuid } from "../../kernel/uuid";
import { seesWholeSchool, type Viewer } from "../../kernel/viewer";
import type {
  EditAnnouncementInput,
  EditAnnouncementPayload,
  WithdrawAnnouncementInput,
  WithdrawAnnouncementPayload,
} from "./announcement.inputs";
import { addressedClasses, isStillAddressed } from "./announcement-row";
import { decideAnnouncement, type AnnouncementContent } from "./decide-announcement";
import { findAnnouncement } from "./find-announcement";

/**
 * Changes the words and the dates of one's own announcement; what it said before stays in the history.
 * @throws Refusal NOT_FOUND for another's or an audience that is no longer the author's, INVALID or TEXT_TOO_LONG, CONFLICT with the announcement as it stands, and what `runOnce` throws.
 */
export async function editAnnouncement(context: RequestContext, input: EditAnnouncementInput): Promise<EditAnnouncementPayload> {
  const viewer = signedIn(context);
  const at = context.clock.now();
  const id = requireUuid(input.announcementId, "announcementId");
  return runOnce(context.database, viewer, { id: input.operationId, name: "editAnnouncement", input, at }, async (transaction) => {
    const stands = await lock(transaction, viewer, id, false);
    const wanted = decideAnnouncement(input, viewer.today, stands.shownTo);
    if (wanted instanceof Refusal) throw wanted;
    if (same(wanted, stands)) return { announcement: await findAnnouncement(transaction, viewer, id) };
    refuseOldVersion(stands, input.version);
    await transaction.query(EDIT, [viewer.schoolId, id, ...Object.values(inOrder(wanted)), at, viewer.timeZone, viewer.today]);
    const announcement = await findAnnouncement(transaction, viewer, id);
    const before = { ...inOrder(stands) };
    await appendHistory(transaction, { at, actorId: viewer.personId, operationId: input.operationId }, [
      { thing: "ANNOUNCEMENT", thingId: id, before, after: { ...inOrder(wanted) } },
    ]);
    return { announcement };
  });
}

/**
 * Withdraws an announcement: one's own, and for the director and the deputy any of the school. Its notices are taken back.
 * @throws Refusal NOT_FOUND for another's, INVALID when it is withdrawn already, CONFLICT, and what `runOnce` throws.
 */
export async function withdrawAnnouncement(
  context: RequestContext,
  input: WithdrawAnnouncementInput,
): Promise<WithdrawAnnouncementPayload> {
  const viewer = signedIn(context);
  const at = context.clock.now();
  const id = requireUuid(input.announcementId, "announcementId");
  return runOnce(context.database, viewer, { id: input.operationId, name: "withdrawAnnouncement", input, at }, async (transaction) => {
    const stands = await lock(transaction, viewer, id, seesWholeSchool(viewer));
    refuseOldVersion(stands, input.version);
    await transaction.query(WITHDRAW, [viewer.schoolId, id, at]);
    await retractNews(transaction, at, { announcementId: id });
    const announcement = await findAnnouncement(transaction, viewer, id);
    await appendHistory(transaction, { at, actorId: viewer.personId, operationId: input.operationId }, [
      { thing: "ANNOUNCEMENT", thingId: id, before: { ...inOrder(stands) }, after: null },
    ]);
    return { announcement };
  });
}

type KeptAnnouncement = AnnouncementContent & { version: number; withdrawnAt: Date | null };

async function lock(transaction: Transaction, viewer: Viewer, id: string, isAnybodys: boolean): Promise<KeptAnnouncement> {
  const [stands] = await transaction.query<KeptAnnouncement>(LOCK, [
    transaction.schoolId,
    id,
    viewer.personId,
    isAnybodys,
    addressedClasses(viewer),
  ]);
  if (!stands) throw notFound("Объявление");
  if (stands.withdrawnAt) {
    throw new Refusal(ErrorCode.INVALID, "Объявление уже отозвано. Чтобы сообщить об этом снова, опубликуйте новое.", {
      field: "announcementId",
    });
  }
  return stands;
}

function refuseOldVersion({ version, title, text, shownFrom, shownTo }: KeptAnnouncement, seen: number): void {
  if (seen === version) return;
  const sentence = "Объявление уже изменили с другого устройства. Посмотрите его и, если нужно, сохраните своё ещё раз.";
  throw new Refusal(ErrorCode.CONFLICT, sentence, { version, title, text, shownFrom, shownTo });
}

function inOrder({ title, text, shownFrom, shownTo }: AnnouncementContent): AnnouncementContent {
  return { title, text, shownFrom, shownTo };
}

function same(one: AnnouncementContent, other: AnnouncementContent): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

const LOCK: Statement = {
  name: "announcement-lock",
  text: `
  SELECT title, text, shown_from AS "shownFrom", shown_to AS "shownTo", version, withdrawn_at AS "withdrawnAt" FROM announcement
  WHERE school_id = $1 AND id = $2 AND ($4::boolean OR (author_id = $3 AND ${isStillAddressed("$5")})) FOR UPDATE`,
};

/** News that still waits for the first day goes with it. */
const EDIT: Statement = {
  name: "announcement-edit",
  text: `
  WITH moved AS (
    UPDATE outbox SET due_at = GREATEST($7::timestamptz, CASE WHEN $5::date > $9::date THEN ($5::date + time '07:00') AT TIME ZONE $8 END)
    FROM announcement
    WHERE outbox.school_id = $1 AND outbox.kind = 'ANNOUNCEMENT' AND outbox.dead_at IS NULL AND outbox.payload->>'announcementId' = $2::uuid::text
      AND announcement.school_id = $1 AND announcement.id = $2 AND announcement.shown_from <> $5::date)
  UPDATE announcement SET title = $3, text = $4, shown_from = $5, shown_to = $6, edited_at = $7, version = version + 1 WHERE school_id = $1 AND id = $2`,
};

const WITHDRAW: Statement = {
  name: "announcement-withdraw",
  text: `UPDATE announcement SET withdrawn_at = $3, version = version + 1 WHERE school_id = $1 AND id = $2`,
};
