/** Marks of a term summed: Σ(mark·weight) and Σ(weight), weights in hundredths, so that all arithmetic is exact. */
export interface MarkSum {
  weighted: bigint;
  weights: bigint;
  count: number;
}

/** One mark of the five-point scale with its weight in hundredths (a weight of 1 is 100). */
export interface WeightedMark {
  grade: number;
  weightHundredths: number;
}

/** Fewer marks than this suggest nothing: «н/а» is the teacher's to decide. */
const LEAST_MARKS = 3;

export function sumMarks(marks: readonly WeightedMark[]): MarkSum {
  return marks.reduce<MarkSum>(
    (sum, { grade, weightHundredths }) => ({
      weighted: sum.weighted + BigInt(grade) * BigInt(weightHundredths),
      weights: sum.weights + BigInt(weightHundredths),
      count: sum.count + 1,
    }),
    { weighted: 0n, weights: 0n, count: 0 },
  );
}

/** The weighted average with two digits, half up: «4.33». Null without marks. */
export function averageText({ weighted, weights }: MarkSum): string | null {
  if (weights === 0n) return null;
  const hundredths = (weighted * 200n + weights) / (2n * weights);
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, "0")}`;
}

/**
 * The term mark that the average suggests, from the exact average and not from its printed form. `thresholdHundredths`: the fraction
 * from which the school rounds up (50, 60, 65). Null with fewer than three marks.
 */
export function suggestedGrade({ weighted, weights, count }: MarkSum, thresholdHundredths: number): number | null {
  if (weights === 0n || count < LEAST_MARKS) return null;
  const whole = weighted / weights;
  const fraction = weighted % weights;
  const roundsUp = fraction > 0n && fraction * 100n >= BigInt(thresholdHundredths) * weights;
  return Number(roundsUp ? whole + 1n : whole);
}

/** SQL: the school's threshold on a date, in hundredths, as the setting `term_mark_threshold` (0.65) said then; 50 where none is set. `$1` is the school. */
export function thresholdOn(date: string): string {
  return `COALESCE((SELECT round((value #>> '{}')::numeric * 100)::int FROM school_setting
    WHERE school_setting.school_id = $1 AND school_setting.name = 'term_mark_threshold' AND school_setting.valid_from <= ${date}
    ORDER BY school_setting.valid_from DESC LIMIT 1), 50)`;
}
