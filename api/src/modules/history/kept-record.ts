/** What history keeps whole, so that it can be told again from its first change to its last. */
export const KEPT_THINGS = [
  "MARK",
  "ASSESSMENT",
  "ATTENDANCE",
  "HOMEWORK",
  "LESSON",
  "TERM_MARK",
  "RESIT",
  "QUESTION",
  "ANALYSIS",
  "FORECAST",
] as const;

export type KeptThing = (typeof KEPT_THINGS)[number];

/** What a record says, as history would show it; null: it is not there, was withdrawn, or is a lesson that is not held. Plain JSON. */
export type KeptState = Readonly<Record<string, unknown>> | null;

/** A record as history tells of it, or as it stands in its table. */
export interface KeptRecord {
  thing: KeptThing;
  id: string;
  journalId: string | null;
  lessonId: string | null;
  pupilId: string | null;
  state: KeptState;
  /** When it was written last, and by whom; null where the table does not tell, or where the school's rules wrote it. */
  setAt: Date | null;
  setBy: string | null;
  /** By which opening of a closed term it was written last. */
  openingId: string | null;
}

/** What history did not keep of these from the first day on: an earlier row without it is right. */
const KEPT_LATER: ReadonlySet<string> = new Set(["assessmentId", "classId", "termId"]);

/** Do both say the same. */
export function saysTheSame(one: KeptState, other: KeptState): boolean {
  if (one === null || other === null) return one === other;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => (KEPT_LATER.has(name) && !(name in one && name in other)) || sameJson(one[name], other[name]));
}

function sameJson(one: unknown, other: unknown): boolean {
  return one === other || canonical(one) === canonical(other);
}

/** JSON whose text does not depend on the order of keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
