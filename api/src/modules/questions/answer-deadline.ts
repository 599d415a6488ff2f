/** What tells school days from others, for one pupil. Dates are civil dates, `yyyy-mm-dd`. */
export interface SchoolDays {
  /** 5: Monday to Friday, 6: Saturday too. */
  weekDays: number;
  /** The terms of the pupil's year; between them are holidays. */
  terms: readonly { startsOn: string; endsOn: string }[];
  /** Days that differ from the plain week: null is a day off, a number is the weekday whose timetable is followed (a moved day). */
  exceptions: ReadonlyMap<string, number | null>;
}

/**
 * The day by which a question that is asked on a day is to be answered: so many school days later. The day of asking does not count. After the
 * last term of the year, when no school day is known, working days (Monday to Friday) count.
 */
export function answerDeadline(askedOn: string, schoolDays: number, calendar: SchoolDays): string {
  const lastDay = calendar.terms.reduce((last, { endsOn }) => (endsOn > last ? endsOn : last), "");
  let date = askedOn;
  for (let left = schoolDays; left > 0;) {
    date = dayAfter(date, 1);
    if (date > lastDay ? isWorkingDay(date, calendar) : isSchoolDay(date, calendar)) left -= 1;
  }
  return date;
}

/** A school day of a term by the calendar: an ordinary one that is no holiday, or one that follows the timetable of another. */
export function isSchoolDay(date: string, { weekDays, terms, exceptions }: SchoolDays): boolean {
  if (!terms.some(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn)) return false;
  const follows = exceptions.get(date);
  return follows !== null && (follows ?? weekdayOf(date)) <= weekDays;
}

/** The last school day before a day, for a reminder; the day before it when there was none in two weeks. */
export function schoolDayBefore(date: string, calendar: SchoolDays): string {
  for (let days = 1; days <= 14; days++) {
    const earlier = dayAfter(date, -days);
    if (isSchoolDay(earlier, calendar)) return earlier;
  }
  return dayAfter(date, -1);
}

function isWorkingDay(date: string, { exceptions }: SchoolDays): boolean {
  return exceptions.get(date) !== null && weekdayOf(date) <= 5;
}

const DAY = 86_400_000;

function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** 1 Monday to 7 Sunday. */
function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}
