/** An exact fraction; the denominator is more than 0. */
export interface Ratio {
  numerator: bigint;
  denominator: bigint;
}

/** What one pupil of a group has: a grade, a pass or not, «н/а», «осв», or nothing at all (null). */
export type Result = "5" | "4" | "3" | "2" | "1" | "PASS" | "FAIL" | "NOT_ASSESSED" | "RELEASED" | null;

/** How many pupils of a group have which result. Pupils gone before the date are not in the group. */
export interface ResultCounts {
  five: number;
  four: number;
  three: number;
  two: number;
  one: number;
  passed: number;
  failed: number;
  notAssessed: number;
  released: number;
  unmarked: number;
}

/** The quality figures of a group; null is shown as «—». Per cent are ratios of 100: 87,5 % is 175/2. */
export interface QualityFigures {
  /** N: pupils without those released and those who have no mark; «н/а» stays in it. */
  size: number;
  /** Средний балл: of the grades alone. */
  mean: Ratio | null;
  /** Успеваемость, %: three and better, or a pass. */
  success: Ratio | null;
  /** Качество знаний, %: five and four. Passes and fails are not counted in, they tell nothing of it. */
  quality: Ratio | null;
  /** СОУ, %, «н/а» bringing nothing. */
  learning: Ratio | null;
  /** СОУ, %, «н/а» bringing the points that the school gives for it; null also where the school gives none. */
  learningWithNotAssessed: Ratio | null;
}

/** What «н/а» brings to СОУ unless the school says otherwise. */
export const NOT_ASSESSED_POINTS = 7;

/** Counts the results of a group, one a pupil. */
export function countResults(results: Iterable<Result>): ResultCounts {
  const counts: ResultCounts = { ...NO_RESULTS };
  for (const result of results) counts[result === null ? "unmarked" : PLACE[result]]++;
  return counts;
}

/** Several groups as one: a parallel, a school. */
export function addCounts(one: ResultCounts, other: ResultCounts): ResultCounts {
  const sum = { ...one };
  for (const place of Object.keys(sum) as (keyof ResultCounts)[]) sum[place] += other[place];
  return sum;
}

/**
 * The figures by the usual formulas, exact. `notAssessedPoints`: what «н/а» brings to СОУ, null where the school counts no such term.
 * A rare 1 brings 4: the points of СОУ are squares, (grade / 5)² of a hundred.
 */
export function qualityFigures(counts: ResultCounts, notAssessedPoints: number | null = NOT_ASSESSED_POINTS): QualityFigures {
  const { five, four, three, two, one, passed, failed, notAssessed } = counts;
  const graded = five + four + three + two + one;
  const onScale = graded + notAssessed;
  const size = onScale + passed + failed;
  const points = five * 100 + four * 64 + three * 36 + two * 16 + one * 4;
  return {
    size,
    mean: ratio(five * 5 + four * 4 + three * 3 + two * 2 + one, graded),
    success: ratio((five + four + three + passed) * 100, size),
    quality: ratio((five + four) * 100, onScale),
    learning: ratio(points, onScale),
    learningWithNotAssessed: notAssessedPoints === null ? null : ratio(points + notAssessed * notAssessedPoints, onScale),
  };
}

/** A ratio with so many digits after the point, half up: «4.33». The ratio is not negative. */
export function ratioText({ numerator, denominator }: Ratio, digits = 2): string {
  const scale = 10n ** BigInt(digits);
  const rounded = (numerator * scale * 2n + denominator) / (denominator * 2n);
  if (digits === 0) return String(rounded);
  return `${rounded / scale}.${String(rounded % scale).padStart(digits, "0")}`;
}

const NO_RESULTS: ResultCounts = {
  five: 0,
  four: 0,
  three: 0,
  two: 0,
  one: 0,
  passed: 0,
  failed: 0,
  notAssessed: 0,
  released: 0,
  unmarked: 0,
};

const PLACE: Record<NonNullable<Result>, keyof ResultCounts> = {
  "5": "five",
  "4": "four",
  "3": "three",
  "2": "two",
  "1": "one",
  PASS: "passed",
  FAIL: "failed",
  NOT_ASSESSED: "notAssessed",
  RELEASED: "released",
};

/** A whole number over another one; null over 0: «—», not 0 %. */
function ratio(numerator: number, denominator: number): Ratio | null {
  return denominator === 0 ? null : { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}
