/** Whether a lesson of today lies between its bells, by the school's own clock. */
export function isGoingOn({ startsAt, endsAt }: { startsAt: string | null; endsAt: string | null }, timeZone: string, now: Date): boolean {
  if (!startsAt || !endsAt) return false;
  const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone }).format(now);
  return startsAt.slice(0, 5) <= time && time < endsAt.slice(0, 5);
}
