import { addDays, datesBetween } from "./civil-date";
import type { MappedYear, Mapping } from "./mapping";

/** What a date is instead of its weekday: the weekday whose timetable it follows, or null for no lessons. */
export type CalendarExceptions = ReadonlyMap<string, number | null>;

/** Holidays and moved days: from calendar.csv, or else the gaps between terms and the state holidays. */
export function mapCalendar(mapping: Mapping, years: readonly MappedYear[]): CalendarExceptions {
  const exceptions = new Map<string, { weekday: number | null; name: string }>();
  if (mapping.files.has("calendar.csv")) readCalendar(mapping, exceptions);
  else for (const year of years) assumeHolidays(year, exceptions);
  for (const [date, { weekday, name }] of exceptions) mapping.rows.calendar_exception.push({ date, follows_weekday: weekday, name });
  return new Map([...exceptions].map(([date, { weekday }]) => [date, weekday]));
}

type NamedExceptions = Map<string, { weekday: number | null; name: string }>;

function readCalendar({ files, problems }: Mapping, exceptions: NamedExceptions): void {
  for (const row of files.rows("calendar.csv")) {
    const first = row.text("beginDate");
    const last = row.text("endDate") || first;
    const weekday = row.integer("followsWeekday");
    if (last < first || last > addDays(first, 366)) {
      problems.add(row.at("endDate"), "Последний день раньше первого или дальше года от него. Исправьте даты.");
    } else if (weekday !== null && (weekday < 1 || weekday > 7)) {
      problems.add(row.at("followsWeekday"), "День недели — число от 1 (понедельник) до 7; пусто — уроков нет.");
    } else {
      for (const date of datesBetween(first, last)) exceptions.set(date, { weekday, name: row.text("title") });
    }
  }
}

const STATE_HOLIDAYS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(["01", "02", "03", "04", "05", "06", "07", "08"].map((day) => [`01-${day}`, "Новогодние каникулы"])),
  "02-23": "День защитника Отечества",
  "03-08": "Международный женский день",
  "05-01": "Праздник Весны и Труда",
  "05-09": "День Победы",
  "11-04": "День народного единства",
};

function assumeHolidays(year: MappedYear, exceptions: NamedExceptions): void {
  const finest = year.terms.filter(
    ({ kind }) => kind === (year.terms.some((term) => term.kind === "QUARTER") ? "QUARTER" : year.terms[0]?.kind),
  );
  for (const [index, term] of finest.slice(1).entries()) {
    for (const date of datesBetween(addDays(finest[index]!.endsOn, 1), addDays(term.startsOn, -1))) {
      exceptions.set(date, { weekday: null, name: "Каникулы" });
    }
  }
  for (const date of datesBetween(year.startsOn, year.endsOn)) {
    const name = STATE_HOLIDAYS[date.slice(5)];
    if (name) exceptions.set(date, { weekday: null, name });
  }
}
