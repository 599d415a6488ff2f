/** A civil date of the school, `yyyy-mm-dd`. Reckoned in UTC, so that no time zone moves it. */
export type SchoolDate = string;

/** `дд.мм.гггг`, in every language of the portal. */
export function formatDate(date: SchoolDate): string {
  return date.split("-").reverse().join(".");
}

/** `дд.мм` */
export function formatDayAndMonth(date: SchoolDate): string {
  return formatDate(date).slice(0, 5);
}

/** The school's date at a moment. */
export function dateAt(moment: string, timeZone: string): SchoolDate {
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(new Date(moment));
}

/** The weekday in words, «понедельник». */
export function weekdayName(date: SchoolDate, locale: string, width: "long" | "short" = "long"): string {
  return new Intl.DateTimeFormat(locale, { weekday: width, timeZone: "UTC" }).format(instant(date));
}

/** Monday is 1, Sunday is 7. */
export function weekdayNumber(date: SchoolDate): number {
  return instant(date).getUTCDay() || 7;
}

export function addDays(date: SchoolDate, days: number): SchoolDate {
  return new Date(instant(date).getTime() + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** The Monday of the week that holds `date`. */
export function mondayOf(date: SchoolDate): SchoolDate {
  return addDays(date, 1 - weekdayNumber(date));
}

/** The day before or after without Sundays: no school knows lessons then. */
export function nextWorkday(date: SchoolDate, direction: 1 | -1): SchoolDate {
  const next = addDays(date, direction);
  return weekdayNumber(next) === 7 ? addDays(next, direction) : next;
}

/** Undefined for anything that is not a date of the calendar: what a person typed into an address. */
export function parseSchoolDate(typed: unknown): SchoolDate | undefined {
  if (typeof typed !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(typed)) return undefined;
  const time = instant(typed);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(typed) ? typed : undefined;
}

function instant(date: SchoolDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

const MILLISECONDS_A_DAY = 86_400_000;
