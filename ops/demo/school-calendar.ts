/** One academic year of the demo school: its terms and the days without lessons. */
export interface DemoYear {
  /** The calendar year of its September. */
  start: number;
  name: string;
  startsOn: string;
  endsOn: string;
  quarters: readonly Period[];
  halfYears: readonly Period[];
  holidays: readonly (Period & { title: string; followsWeekday?: number })[];
}

export interface Period {
  startsOn: string;
  endsOn: string;
}

const DAY = 86_400_000;

/** The year that holds today; in summer the one that was. */
export function yearOf(today: string): number {
  const [year, month] = today.split("-").map(Number);
  return month! >= 9 ? year! : year! - 1;
}

/** Terms and holidays as the ministry advises them, for any year. */
export function demoYear(start: number): DemoYear {
  const end = start + 1;
  const autumn = weekdayFrom(`${start}-10-24`, 6);
  const spring = weekdayFrom(`${end}-03-20`, 6);
  const winterEnd = weekdayFrom(`${end}-01-09`, 1);
  const firstEnd = workdayUntil(`${start}-12-29`);
  const lastDay = workdayUntil(`${end}-05-26`);
  const quarters = [
    { startsOn: `${start}-09-01`, endsOn: plusDays(autumn, -1) },
    { startsOn: plusDays(autumn, 9), endsOn: firstEnd },
    { startsOn: winterEnd, endsOn: plusDays(spring, -1) },
    { startsOn: plusDays(spring, 9), endsOn: lastDay },
  ];
  return {
    ...{ start, name: `${start}/${end}`, startsOn: `${start}-09-01`, endsOn: `${end}-05-31`, quarters },
    halfYears: [
      { startsOn: quarters[0]!.startsOn, endsOn: firstEnd },
      { startsOn: winterEnd, endsOn: lastDay },
    ],
    holidays: [
      { startsOn: autumn, endsOn: plusDays(autumn, 8), title: "Осенние каникулы" },
      { startsOn: plusDays(firstEnd, 1), endsOn: plusDays(winterEnd, -1), title: "Зимние каникулы" },
      { startsOn: spring, endsOn: plusDays(spring, 8), title: "Весенние каникулы" },
      oneDay(`${start}-11-04`, "День народного единства"),
      oneDay(`${end}-02-23`, "День защитника Отечества"),
      oneDay(`${end}-03-08`, "Международный женский день"),
      oneDay(`${end}-05-01`, "Праздник Весны и Труда"),
      oneDay(`${end}-05-09`, "День Победы"),
      // A Saturday of lessons for the day before the May holidays.
      { ...oneDay(weekdayFrom(`${end}-04-20`, 6), "Перенос учебного дня с пятницы"), followsWeekday: 5 },
      oneDay(weekdayFrom(`${end}-04-29`, 5), "Перенос учебного дня на субботу"),
    ],
  };
}

export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** 1 is Monday, 7 is Sunday. */
export function isoWeekday(date: string): number {
  return new Date(date).getUTCDay() || 7;
}

function oneDay(date: string, title: string): Period & { title: string } {
  return { startsOn: date, endsOn: date, title };
}

function weekdayFrom(date: string, weekday: number): string {
  return plusDays(date, (weekday - isoWeekday(date) + 7) % 7);
}

function workdayUntil(date: string): string {
  return plusDays(date, -Math.max(0, isoWeekday(date) - 5));
}

/** So many school days before today, which on a weekend is the Friday before it. */
export function schoolDayBefore(today: string, days: number): string {
  const latest = plusDays(today, -Math.max(0, isoWeekday(today) - 5));
  const weeks = Math.floor(days / 5);
  const rest = days % 5;
  return plusDays(latest, -7 * weeks - rest - (isoWeekday(latest) <= rest ? 2 : 0));
}
