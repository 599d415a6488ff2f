import { civilDate } from "../../kernel/clock";

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The civil date so many days later, `yyyy-mm-dd`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** The wall clock's time of a moment in a zone, `hh:mm`. */
export function wallTime(moment: Date, timeZone: string): string {
  return wallClock(moment, timeZone).slice(11, 16);
}

/** The moment at which a zone's clock shows this date and time: the first, when it does so twice; just after the leap, when it never does. */
export function momentOf(date: string, time: string, timeZone: string): Date {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const guesses = [asUtc - DAY, asUtc + DAY].map((near) => new Date(asUtc - offsetAt(new Date(near), timeZone)));
  const shown = guesses.filter((guess) => wallClock(guess, timeZone).startsWith(`${date}T${time}`));
  const moments = (shown.length > 0 ? shown : guesses).map((guess) => guess.getTime());
  return new Date(shown.length > 0 ? Math.min(...moments) : Math.max(...moments));
}

/** How far the zone's clock is ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: Date, timeZone: string): number {
  return Date.parse(`${wallClock(moment, timeZone)}Z`) - Math.trunc(moment.getTime() / MINUTE) * MINUTE;
}

/** `yyyy-mm-ddThh:mm` by the zone's clock. */
function wallClock(moment: Date, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    formats.set(timeZone, format);
  }
  return `${civilDate(moment, timeZone)}T${format.format(moment)}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();
