/** Lessons that a pupil missed or came late to, and days missed as a whole; each by its reason. */
export interface AbsenceCounts {
  sickLessons: number;
  excusedLessons: number;
  unexcusedLessons: number;
  late: number;
  sickDays: number;
  excusedDays: number;
  unexcusedDays: number;
}

/** One day of a pupil: exceptions by kind, and how many lessons the pupil had that day, those of «осв» left out. */
export interface AbsenceDay {
  sick: number;
  excused: number;
  unexcused: number;
  late: number;
  lessons: number;
}

/**
 * What the days make together. A day is missed when every lesson of the pupil's own class or group was; its reason is that of most of its lessons,
 * and of as many the one that excuses more: ill, excused, without a reason.
 */
export function countAbsences(days: readonly AbsenceDay[]): AbsenceCounts {
  const counts: AbsenceCounts = { ...NO_ABSENCES };
  for (const day of days) {
    counts.sickLessons += day.sick;
    counts.excusedLessons += day.excused;
    counts.unexcusedLessons += day.unexcused;
    counts.late += day.late;
    const reason = reasonOfWholeDay(day);
    if (reason) counts[reason]++;
  }
  return counts;
}

/** The absences of several pupils together. */
export function addAbsences(all: readonly AbsenceCounts[]): AbsenceCounts {
  const sum: AbsenceCounts = { ...NO_ABSENCES };
  for (const one of all) for (const name of Object.keys(sum) as (keyof AbsenceCounts)[]) sum[name] += one[name];
  return sum;
}

function reasonOfWholeDay({ sick, excused, unexcused, lessons }: AbsenceDay): "sickDays" | "excusedDays" | "unexcusedDays" | null {
  const missed = sick + excused + unexcused;
  if (missed === 0 || missed < lessons) return null;
  const most = Math.max(sick, excused, unexcused);
  return sick === most ? "sickDays" : excused === most ? "excusedDays" : "unexcusedDays";
}

export const NO_ABSENCES: AbsenceCounts = {
  sickLessons: 0,
  excusedLessons: 0,
  unexcusedLessons: 0,
  late: 0,
  sickDays: 0,
  excusedDays: 0,
  unexcusedDays: 0,
};
