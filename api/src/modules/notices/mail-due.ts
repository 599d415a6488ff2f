import type { Schedule } from "./notice-defaults";
import { MailTime, NoticeKind } from "./notice-kind";
import { addDays, momentOf, wallTime, weekdayOf } from "../calendar/school-time";
import { civilDate } from "../../kernel/clock";

/** A change taken back within this time leaves no notice; letters of such kinds wait for it. In milliseconds. */
export const UNDO_WINDOW = 5 * 60_000;

/** What a slip of the hand makes and the next minute mends. */
export const UNDOABLE: ReadonlySet<NoticeKind> = new Set([NoticeKind.MARK, NoticeKind.TERM_MARK, NoticeKind.ABSENCE, NoticeKind.HOMEWORK]);

/**
 * When a letter of something that happened at a moment is due: at once or with the next digest, by the school's clock, and never in the
 * person's quiet hours. Null: no letter is wanted.
 */
export function mailDue(kind: NoticeKind, at: Date, byMail: MailTime, schedule: Schedule, timeZone: string): Date | null {
  if (byMail === MailTime.NEVER) return null;
  const earliest = UNDOABLE.has(kind) ? new Date(at.getTime() + UNDO_WINDOW) : at;
  return afterQuietHours(byMail === MailTime.AT_ONCE ? earliest : nextDigest(earliest, byMail, schedule, timeZone), schedule, timeZone);
}

function nextDigest(earliest: Date, byMail: MailTime, { digestAt, digestWeekday }: Schedule, timeZone: string): Date {
  const today = civilDate(earliest, timeZone);
  for (let days = 0; ; days++) {
    const date = addDays(today, days);
    if (byMail === MailTime.WEEKLY && weekdayOf(date) !== digestWeekday) continue;
    const digest = momentOf(date, digestAt, timeZone);
    if (digest >= earliest) return digest;
  }
}

function afterQuietHours(moment: Date, { quietFrom, quietTo }: Schedule, timeZone: string): Date {
  const time = wallTime(moment, timeZone);
  const overMidnight = quietTo < quietFrom;
  const isQuiet = overMidnight ? time >= quietFrom || time < quietTo : time >= quietFrom && time < quietTo;
  if (!isQuiet) return moment;
  const today = civilDate(moment, timeZone);
  const end = momentOf(time < quietTo ? today : addDays(today, 1), quietTo, timeZone);
  return end > moment ? end : moment;
}
