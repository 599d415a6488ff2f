import { dateAt, formatDate, parseSchoolDate } from "./school-date";

/** A moment by the school's clock, `yyyy-mm-ddThh:mm`, as addresses and the fields of forms hold it. */
export type SchoolMoment = string;

/** Undefined for anything that is not a moment of the calendar: what a person typed into an address. */
export function parseSchoolMoment(typed: unknown): SchoolMoment | undefined {
  if (typeof typed !== "string") return undefined;
  const [date, time] = typed.split("T");
  return parseSchoolDate(date) && /^([01]\d|2[0-3]):[0-5]\d$/.test(time ?? "") ? typed : undefined;
}

/** The moment by the school's clock at an instant. */
export function schoolMomentAt(instant: string, timeZone: string): SchoolMoment {
  const time = new Intl.DateTimeFormat("ru", { timeZone, hour: "2-digit", minute: "2-digit" }).format(new Date(instant));
  return `${dateAt(instant, timeZone)}T${time}`;
}

/** The instant of a moment of the school's clock; of an hour that the clock leaves out, the one after it. */
export function instantOf(moment: SchoolMoment, timeZone: string): string {
  const asUtc = Date.parse(`${moment}Z`);
  const shift = Date.parse(`${schoolMomentAt(new Date(asUtc).toISOString(), timeZone)}Z`) - asUtc;
  return new Date(asUtc - shift).toISOString();
}

/** The parts of a moment as the portal writes them: `дд.мм.гггг` and `чч:мм`. */
export function momentParts(moment: SchoolMoment): { date: string; time: string } {
  const [date = "", time = ""] = moment.split("T");
  return { date: formatDate(date), time };
}
