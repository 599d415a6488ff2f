/** Time is passed in: commands and reads ask this clock and never the machine. */
export interface Clock {
  /** The moment now. */
  now(): Date;
  /** The civil date now in a school's time zone, `yyyy-mm-dd`. */
  today(timeZone: string): string;
  /** The civil date that is held still, for the demo school; null in ordinary life. */
  pinnedToday: string | null;
}

/** In milliseconds: demo schools live in Moscow, where the clocks are not put forward or back. */
const MOSCOW = 3 * 3_600_000;

/** The machine's clock; `pinnedToday` (`yyyy-mm-dd`) holds the civil date still, the hour of the day goes on as in Moscow. */
export function systemClock(pinnedToday?: string): Clock {
  const clock: Clock = {
    now: () => new Date(),
    today: (timeZone) => civilDate(new Date(), timeZone),
    pinnedToday: null,
  };
  if (!pinnedToday) return clock;
  return {
    now: () => new Date(`${pinnedToday}T${new Date(Date.now() + MOSCOW).toISOString().slice(11, -1)}+03:00`),
    today: () => pinnedToday,
    pinnedToday,
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The civil date of a moment in a time zone, `yyyy-mm-dd`. */
export function civilDate(moment: Date, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    formats.set(timeZone, format);
  }
  return format.format(moment);
}
