import { uuidv7 } from "uuidv7";
import type { Statement, Transaction } from "../../kernel/database";
import { runOnce } from "../../kernel/operation";
import { ErrorCode, Refusal } from "../../kernel/refusal";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { isUuid } from "../../kernel/uuid";
import { holds, Role, type Viewer } from "../../kernel/viewer";
import { ContactKind } from "./contact";
import { findContacts, type Reached, type Recipient } from "./load-contacts";
import { loadChanged } from "./load-conversations";
import type { StartConversationInput, StartConversationPayload } from "./message.inputs";
import { refuseTooMany } from "./message-limit";
import { MESSAGE_LIMIT, requireText } from "./message-text";
import { requireLesson, writeMessages } from "./write-messages";

const RECIPIENTS_LIMIT = 100;
const TITLE_LIMIT = 100;

/**
 * Writes to people of the address book: to each in the conversation that the two have about the child, or to all in a new group [1.4.8]. One wrong
 * recipient, and nothing is sent.
 * @throws Refusal INVALID with the recipient's place, LIMIT_EXCEEDED, TEXT_TOO_LONG, FORBIDDEN for a group that is not the viewer's to make, and what `runOnce` throws.
 */
export async function startConversation(context: RequestContext, input: StartConversationInput): Promise<StartConversationPayload> {
  const viewer = signedIn(context);
  const at = context.clock.now();
  const recipients = readRecipients(input);
  const text = requireText(input.text, "text", MESSAGE_LIMIT);
  const title = input.together ? requireText(input.title ?? "", "title", TITLE_LIMIT, "ONE") : null;
  return runOnce(context.database, viewer, { id: input.operationId, name: "startConversation", input, at }, async (transaction) => {
    const reached = await reach(transaction, viewer, recipients);
    if (title !== null) refuseGroup(viewer, reached);
    await refuseTooMany(transaction, viewer, title === null ? recipients.length : 1, at);
    const lessonId = await requireLesson(transaction, viewer, input.lessonId);
    const seats = recipients.map(({ personId, pupilId }, index) => ({ personId, pupilId, side: sideOf(reached[index]!.kind) }));
    const ids = title === null ? await openPairs(transaction, viewer, seats, at) : [await makeGroup(transaction, viewer, title, seats, at)];
    await writeMessages(transaction, viewer.personId, ids, { text, quotedId: null, lessonId, at });
    return { conversations: await loadChanged(transaction, viewer, ids) };
  });
}

/** A recipient and the place in the input where it was first named. */
type Wanted = Recipient & { place: number };

/** Each person and child once, in their order. */
function readRecipients({ recipients }: StartConversationInput): Wanted[] {
  if (recipients.length === 0) throw new Refusal(ErrorCode.INVALID, "Выберите, кому написать.", { field: "recipients" });
  if (recipients.length > RECIPIENTS_LIMIT) {
    throw new Refusal(
      ErrorCode.LIMIT_EXCEEDED,
      `За один раз можно написать не больше ${RECIPIENTS_LIMIT} получателям. Разделите их на части.`,
      {
        field: "recipients",
        limit: RECIPIENTS_LIMIT,
      },
    );
  }
  const wanted = new Map<string, Wanted>();
  for (const [place, { personId, pupilId }] of recipients.entries()) {
    if (!isUuid(personId) || (pupilId && !isUuid(pupilId))) throw unreachable(place);
    const recipient = { personId: personId.toLowerCase(), pupilId: pupilId?.toLowerCase() ?? null, place };
    const key = `${recipient.personId} ${recipient.pupilId}`;
    if (!wanted.has(key)) wanted.set(key, recipient);
  }
  return [...wanted.values()];
}

async function reach(transaction: Transaction, viewer: Viewer, recipients: readonly Wanted[]): Promise<Reached[]> {
  const reached = await findContacts(transaction, viewer, recipients);
  return reached.map((one, index) => {
    if (one === null) throw unreachable(recipients[index]!.place);
    return one;
  });
}

/** A stranger and somebody who is not there answer alike. */
function unreachable(place: number): Refusal {
  return new Refusal(
    ErrorCode.INVALID,
    "Одному из получателей вы не можете написать. Выберите получателей из адресной книги; ничего не отправлено.",
    {
      field: `recipients[${place}].personId`,
    },
  );
}

/** A group is made by staff: among themselves; by the class teacher with families of the led class; by the deputy and the director with anybody. */
function refuseGroup(viewer: Viewer, reached: readonly Reached[]): void {
  if (holds(viewer, Role.DIRECTOR, Role.DEPUTY)) return;
  if (reached.every(({ kind, isLed }) => kind === ContactKind.COLLEAGUE || (isLed && sideOf(kind) === "FAMILY"))) return;
  throw new Refusal(
    ErrorCode.FORBIDDEN,
    "Общую группу с родителями создаёт классный руководитель, заместитель директора или директор. Напишите каждому отдельно.",
    {
      field: "together",
    },
  );
}

type Side = "STAFF" | "FAMILY";
type Seat = Recipient & { side: Side };

/** On which side the one who is written to sits; the writer about a child sits on the other. */
function sideOf(kind: ContactKind): Side {
  return kind === ContactKind.GUARDIAN || kind === ContactKind.PUPIL ? "FAMILY" : "STAFF";
}

async function openPairs(transaction: Transaction, viewer: Viewer, seats: readonly Seat[], at: Date): Promise<string[]> {
  const keys = seats.map((seat) => pairKey(viewer.personId, seat));
  const { schoolId, personId } = viewer;
  await transaction.query(MAKE_PAIRS, [schoolId, keys.map(() => uuidv7()), keys, personId, at]);
  const found = await transaction.query<{ id: string; pair_key: string }>(LOCK_PAIRS, [schoolId, keys]);
  const byKey = new Map(found.map(({ id, pair_key }) => [pair_key, id]));
  const ids = keys.map((key) => byKey.get(key)!);
  const own: Side[] = seats.map(({ side, pupilId }) => (pupilId !== null && side === "STAFF" ? "FAMILY" : "STAFF"));
  await seat(transaction, [
    ...seats.map((one, place) => ({ conversationId: ids[place]!, ...one })),
    ...seats.map(({ pupilId }, place) => ({ conversationId: ids[place]!, personId, pupilId, side: own[place]! })),
  ]);
  return ids;
}

/** The same two people about the same child, whoever begins. About a child staff come first; colleagues by their ids. */
function pairKey(me: string, { personId, pupilId, side }: Seat): string {
  if (pupilId === null) return [me, personId].sort().join(" ");
  return (side === "STAFF" ? [personId, me, pupilId] : [me, personId, pupilId]).join(" ");
}

async function makeGroup(transaction: Transaction, viewer: Viewer, title: string, seats: readonly Seat[], at: Date): Promise<string> {
  const conversationId = uuidv7();
  await transaction.query(MAKE_GROUP, [viewer.schoolId, conversationId, title, viewer.personId, at]);
  const own: Seat = { personId: viewer.personId, pupilId: null, side: "STAFF" };
  await seat(
    transaction,
    [own, ...seats].map((one) => ({ conversationId, ...one })),
  );
  return conversationId;
}

/** Seats people and notes the children; who sits there already keeps the seat. */
async function seat(transaction: Transaction, seats: readonly (Seat & { conversationId: string })[]): Promise<void> {
  await transaction.query(SEAT, [
    transaction.schoolId,
    seats.map(({ conversationId }) => conversationId),
    seats.map(({ personId }) => personId),
    seats.map(({ pupilId }) => pupilId),
    seats.map(({ side }) => side),
  ]);
}

const MAKE_PAIRS: Statement = {
  name: "conversation-pairs",
  text: `INSERT INTO conversation (school_id, id, pair_key, started_by, started_at, last_at)
    SELECT $1, id, pair_key, $4, $5, $5 FROM unnest($2::uuid[], $3::text[]) AS new (id, pair_key) ORDER BY pair_key ON CONFLICT (school_id, pair_key) DO NOTHING`,
};

/** In one order, so that two who write to the same people at once do not wait for each other in a ring. */
const LOCK_PAIRS: Statement = {
  name: "conversation-pairs-lock",
  text: `SELECT id, pair_key FROM conversation WHERE school_id = $1 AND pair_key = ANY($2::text[]) ORDER BY pair_key FOR NO KEY UPDATE`,
};

const MAKE_GROUP: Statement = {
  name: "conversation-group",
  text: `INSERT INTO conversation (school_id, id, title, started_by, started_at, last_at) VALUES ($1, $2, $3, $4, $5, $5)`,
};

const SEAT: Statement = {
  name: "conversation-seat",
  text: `
  WITH new AS (SELECT * FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[]) AS new (conversation_id, person_id, pupil_id, side)
  ), about AS (
    INSERT INTO conversation_pupil (school_id, conversation_id, pupil_id)
    SELECT DISTINCT $1::uuid, conversation_id, pupil_id FROM new WHERE pupil_id IS NOT NULL ON CONFLICT DO NOTHING)
  INSERT INTO conversation_member (school_id, conversation_id, person_id, side)
  SELECT DISTINCT ON (conversation_id, person_id) $1::uuid, conversation_id, person_id, side FROM new ORDER BY conversation_id, person_id, side ON CONFLICT DO NOTHING`,
};
