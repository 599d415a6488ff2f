import type { Statement, Transaction } from "../../kernel/database";
import { newsIsRead } from "../../kernel/news-hint";
import { runOnce } from "../../kernel/operation";
import { ErrorCode, notFound, Refusal } from "../../kernel/refusal";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { requireUuid } from "../../kernel/uuid";
import type { Viewer } from "../../kernel/viewer";
import type { Announcement } from "./announcement";
import type {
  AcknowledgeAnnouncementInput,
  AcknowledgeAnnouncementPayload,
  ReadAnnouncementsInput,
  ReadAnnouncementsPayload,
} from "./announcement.inputs";
import { findAnnouncements } from "./find-announcement";

/** The most announcements that one call reads. */
const MOST_AT_ONCE = 100;

/**
 * Notes that the viewer has read announcements; the first moment stays.
 * @throws Refusal INVALID for none or a malformed id, LIMIT_EXCEEDED, NOT_FOUND when the viewer did not receive one of them, and what `runOnce` throws.
 */
export async function readAnnouncements(context: RequestContext, input: ReadAnnouncementsInput): Promise<ReadAnnouncementsPayload> {
  const viewer = signedIn(context);
  const at = context.clock.now();
  const ids = [...new Set(input.announcementIds.map((id) => requireUuid(id, "announcementIds")))];
  if (ids.length === 0) throw new Refusal(ErrorCode.INVALID, "Не выбрано ни одного объявления.", { field: "announcementIds" });
  if (ids.length > MOST_AT_ONCE) {
    const sentence = `За один раз можно отметить прочитанными не больше ${MOST_AT_ONCE} объявлений.`;
    throw new Refusal(ErrorCode.LIMIT_EXCEEDED, sentence, { field: "announcementIds", limit: MOST_AT_ONCE });
  }
  return runOnce(context.database, viewer, { id: input.operationId, name: "readAnnouncements", input, at }, async (transaction) => {
    await findReceived(transaction, viewer, ids);
    await noteRead(transaction, viewer, at, ids, false);
    return { announcements: await findAnnouncements(transaction, viewer, ids) };
  });
}

/**
 * Acknowledges an announcement that asks for it; it is read by that too. The first moment stays.
 * @throws Refusal NOT_FOUND when the viewer did not receive it, INVALID when it does not ask, and what `runOnce` throws.
 */
export async function acknowledgeAnnouncement(
  context: RequestContext,
  input: AcknowledgeAnnouncementInput,
): Promise<AcknowledgeAnnouncementPayload> {
  const viewer = signedIn(context);
  const at = context.clock.now();
  const id = requireUuid(input.announcementId, "announcementId");
  return runOnce(context.database, viewer, { id: input.operationId, name: "acknowledgeAnnouncement", input, at }, async (transaction) => {
    const [received] = await findReceived(transaction, viewer, [id]);
    if (!received!.needsAcknowledgement) {
      throw new Refusal(ErrorCode.INVALID, "Это объявление не требует подтверждения: достаточно его прочитать.", {
        field: "announcementId",
      });
    }
    await noteRead(transaction, viewer, at, [id], true);
    const [announcement] = await findAnnouncements(transaction, viewer, [id]);
    return { announcement: announcement! };
  });
}

/** The announcements, all of them received by the viewer. */
async function findReceived(transaction: Transaction, viewer: Viewer, ids: readonly string[]): Promise<Announcement[]> {
  const found = await findAnnouncements(transaction, viewer, ids);
  const received = await transaction.query(RECEIVED, [viewer.schoolId, viewer.personId, ids]);
  if (found.length !== ids.length || received.length !== ids.length) throw notFound("Объявление");
  return found;
}

async function noteRead(
  transaction: Transaction,
  { schoolId, personId }: Viewer,
  at: Date,
  ids: readonly string[],
  isAcknowledged: boolean,
): Promise<void> {
  const changed = await transaction.query(READ, [schoolId, personId, ids, at, isAcknowledged]);
  if (changed.length > 0) await newsIsRead(transaction, at, personId, { announcementIds: ids });
}

const RECEIVED: Statement = {
  name: "announcements-mine",
  text: `
  SELECT announcement_id FROM announcement_recipient
  WHERE school_id = $1 AND person_id = $2 AND announcement_id = ANY($3::uuid[]) ORDER BY announcement_id FOR UPDATE`,
};

const READ: Statement = {
  name: "announcements-read",
  text: `
  UPDATE announcement_recipient SET read_at = COALESCE(read_at, $4), acknowledged_at = CASE WHEN $5::boolean THEN $4 ELSE acknowledged_at END
  WHERE school_id = $1 AND person_id = $2 AND announcement_id = ANY($3::uuid[]) AND (read_at IS NULL OR ($5::boolean AND acknowledged_at IS NULL))
  RETURNING announcement_id`,
};
