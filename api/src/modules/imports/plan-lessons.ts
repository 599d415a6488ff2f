import { datesBetween, isoWeekday, mondayOf } from "./civil-date";
import type { CalendarExceptions } from "./map-calendar";
import type { MappedEntry, WeekParity } from "./map-timetable";
import type { MappedYear } from "./mapping";

/** A lesson as the timetable, the calendar and the bells give it. */
export interface LessonPlan {
  journal_id: string;
  date: string;
  slot: number;
  starts_at: string;
  ends_at: string;
  teacher_id: string;
  room: string | null;
}

/** Plans the lessons of the years: every school day of a term follows the timetable valid that day. A later version of the timetable wins a slot. */
export function planLessons(entries: readonly MappedEntry[], exceptions: CalendarExceptions): LessonPlan[] {
  const lessons = new Map<string, LessonPlan>();
  for (const [year, ofYear] of Map.groupBy(entries, ({ journal }) => journal.year)) {
    const byWeekday = Map.groupBy(
      ofYear.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1)),
      ({ weekday }) => weekday,
    );
    for (const date of datesBetween(year.startsOn, year.endsOn)) {
      const weekday = exceptions.has(date) ? exceptions.get(date)! : isoWeekday(date);
      for (const entry of byWeekday.get(weekday) ?? []) {
        if (happens(entry, date, year, exceptions.has(date)))
          lessons.set(`${entry.journal.id} ${date} ${entry.slot}`, lessonOf(entry, date));
      }
    }
  }
  return [...lessons.values()];
}

function happens({ journal, weekday, parity, validFrom, validTo }: MappedEntry, date: string, year: MappedYear, isMoved: boolean): boolean {
  const schoolClass = journal.classes[0]!;
  if (date < validFrom || date > validTo) return false;
  if (!isMoved && weekday > schoolClass.weekDays) return false;
  if (parity !== "EVERY" && parity !== weekParity(date, year)) return false;
  return year.terms.some(({ kind, startsOn, endsOn }) => kind === schoolClass.termKind && startsOn <= date && date <= endsOn);
}

/** The week of the first day of the year is odd. */
function weekParity(date: string, year: MappedYear): WeekParity {
  const weeks = (Date.parse(mondayOf(date)) - Date.parse(mondayOf(year.startsOn))) / (7 * 86_400_000);
  return weeks % 2 === 0 ? "ODD" : "EVEN";
}

function lessonOf({ journal, slot, teacherId, room }: MappedEntry, date: string): LessonPlan {
  const bell = journal.classes[0]!.bells.slots.get(slot)!;
  return { journal_id: journal.id, date, slot, starts_at: bell.startsAt, ends_at: bell.endsAt, teacher_id: teacherId, room };
}
