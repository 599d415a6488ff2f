import type { Statement, Transaction } from "../../kernel/database";
import { ErrorCode, Refusal } from "../../kernel/refusal";
import type { Viewer } from "../../kernel/viewer";
import { worksOn } from "./reader";

/** Messages that one person may send in an hour, each conversation counted. */
export const HOURLY = { STAFF: 200, FAMILY: 60 } as const;

const HOUR = 3_600_000;

/**
 * Lets a person send so many messages more. Call it before other locks: those who send from two devices at once go one after another from here to the
 * commit, so that the two together don't pass the limit.
 * @throws Refusal LIMIT_EXCEEDED with the time when there is room again.
 */
export async function refuseTooMany(transaction: Transaction, viewer: Viewer, count: number, at: Date): Promise<void> {
  const { schoolId, personId, today, timeZone } = viewer;
  const [author] = await transaction.query<{ works: boolean }>(LOCK_AUTHOR, [schoolId, personId, today]);
  const limit = HOURLY[author?.works ? "STAFF" : "FAMILY"];
  if (count > limit) throw tooMany(limit, "разделите получателей на части");
  const hourAgo = new Date(at.getTime() - HOUR);
  const [inTheWay] = await transaction.query<{ sent_at: Date }>(LAST_SENT, [schoolId, personId, hourAgo, limit - count]);
  if (!inTheWay) return;
  const again = new Date(Math.ceil((inTheWay.sent_at.getTime() + HOUR) / 60_000) * 60_000);
  const time = again.toLocaleTimeString("ru-RU", { hour: "2-digit", minute: "2-digit", timeZone });
  throw tooMany(limit, `попробуйте после ${time}`, { again: again.toISOString() });
}

function tooMany(limit: number, advice: string, details: object = {}): Refusal {
  const sentence = `За час можно отправить не больше ${limit} сообщений. Текст не отправлен; ${advice}.`;
  return new Refusal(ErrorCode.LIMIT_EXCEEDED, sentence, { limit, ...details });
}

const LOCK_AUTHOR: Statement = {
  name: "message-author-lock",
  text: `SELECT ${worksOn("$2", "$3::date")} AS works FROM account WHERE school_id = $1 AND person_id = $2 FOR NO KEY UPDATE OF account`,
};

/** $4 how many of the newest leave room for what is to be sent. */
const LAST_SENT: Statement = {
  name: "messages-last-sent",
  text: `SELECT sent_at FROM message WHERE school_id = $1 AND author_id = $2 AND sent_at > $3 ORDER BY sent_at DESC OFFSET $4 LIMIT 1`,
};
