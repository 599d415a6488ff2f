/** A civil date as people read it: `2026-11-23` is «23.11.2026». */
export function russianDate(date: string): string {
  return date.split("-").reverse().join(".");
}
