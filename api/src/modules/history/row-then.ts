import type { MomentParameters } from "./as-it-stood";

/** SQL: joins, as `later`, the first change of a row after the moment; `seq` is null when there is none. */
export function joinLater(row: string, { at }: MomentParameters): string {
  return `LEFT JOIN LATERAL (
      SELECT history.seq, history.before FROM history
      WHERE history.school_id = ${row}.school_id AND history.thing_id = ${row}.id AND history.at > ${at}::timestamptz
      ORDER BY history.seq LIMIT 1) later ON true`;
}

/** SQL: was the row there: by its next change or, without one, by the moment that the row carries. */
export function wasThere(madeAt: string, { at }: MomentParameters): string {
  return `CASE WHEN later.seq IS NULL THEN ${madeAt} <= ${at}::timestamptz ELSE later.before IS NOT NULL END`;
}

/** SQL: a column as it was: what the next change found, or what stands. */
export function was(column: string, before: string): string {
  return `CASE WHEN later.seq IS NULL THEN ${column} ELSE ${before} END`;
}

/** SQL: when the row got the content that it had. Of what was copied in bulk and changed since, only the lesson's day is known. */
export function wasSetAt({ at }: MomentParameters, day: string): string {
  return `COALESCE((SELECT history.at FROM history
      WHERE history.school_id = kept.school_id AND history.thing_id = kept.id AND history.at <= ${at}::timestamptz ORDER BY history.seq DESC LIMIT 1),
      CASE WHEN later.seq IS NULL THEN kept.set_at END, ${day}::timestamptz)`;
}

/** SQL: by which opening of a closed term the row had been written as it stood. */
export function wasOpenedBy({ at }: MomentParameters): string {
  return was(
    "kept.opening_id",
    `(SELECT history.opening_id FROM history
      WHERE history.school_id = kept.school_id AND history.thing_id = kept.id AND history.at <= ${at}::timestamptz ORDER BY history.seq DESC LIMIT 1)`,
  );
}
