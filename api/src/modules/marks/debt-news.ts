import type { Transaction } from "../../kernel/database";
import { leaveNews } from "../../kernel/outbox";
import { addDays, momentOf } from "../calendar/school-time";
import type { NewMark } from "./write-marks";

/** People are reminded of a debt at this time of the school's day. */
const MORNING = "08:00";

/**
 * Leaves what is to be told of new debts later: the day before the last day to hand the work in, and the day after it, when the debt ends by the
 * school's rules. The outbox's worker drops it for debts that are gone by then or have got another day.
 */
export async function leaveDebtNews(
  transaction: Transaction,
  { journalId, by, at, timeZone }: { journalId: string; by: string; at: Date; timeZone: string },
  marks: readonly NewMark[],
): Promise<void> {
  const debts = Map.groupBy(
    marks.flatMap(({ id: markId, lessonId, pupilId, attempt, assessmentId, debtUntil }) =>
      debtUntil === null ? [] : { markId, lessonId, assessmentId, pupilId, attempt, debtUntil },
    ),
    ({ debtUntil }) => debtUntil,
  );
  for (const [until, ofDay] of debts) {
    const news = { kind: "DEBT", journalId, setBy: by, until, debts: ofDay } as const;
    const eve = momentOf(addDays(until, -1), MORNING, timeZone);
    if (eve > at) await leaveNews(transaction, at, { ...news, stage: "ENDS" }, eve);
    await leaveNews(transaction, at, { ...news, stage: "ENDED" }, momentOf(addDays(until, 1), MORNING, timeZone));
  }
}
