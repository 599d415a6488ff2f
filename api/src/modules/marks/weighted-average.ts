import { Averaging } from "../assessment-rules/assessment-rules";

/** A whole mark, in the parts that `mark.share` counts in: 2520 can be divided by 1 to 9, the most attempts at a work. */
export const WHOLE_SHARE = 2520;

/** Marks of a term summed: Σ(grade·weight·share) and Σ(weight·share), weights in hundredths and shares in 2520ths, so that all arithmetic is exact. */
export interface MarkSum {
  weighted: bigint;
  weights: bigint;
  /** How many whole marks count. */
  count: number;
  /** The worst grade that counts; null without any. */
  lowest: number | null;
}

/** One mark of the five-point scale with its weight in hundredths (a weight of 1 is 100) and its share, the whole when left out. */
export interface WeightedMark {
  grade: number;
  weightHundredths: number;
  share?: number;
}

/** Sums marks up one by one. Numbers are whole and stay far below 2^53: 99.99 × 2520 × 5 for each mark. */
export class MarkSummer {
  private weighted = 0;
  private weights = 0;
  private shares = 0;
  private lowest: number | null = null;

  constructor(private readonly averaging: Averaging) {}

  add({ grade, weightHundredths, share = WHOLE_SHARE }: WeightedMark): void {
    const weight = (this.averaging === Averaging.PLAIN ? 100 : weightHundredths) * share;
    this.weighted += grade * weight;
    this.weights += weight;
    this.shares += share;
    if (share > 0 && (this.lowest === null || grade < this.lowest)) this.lowest = grade;
  }

  get sum(): MarkSum {
    return { weighted: BigInt(this.weighted), weights: BigInt(this.weights), count: this.shares / WHOLE_SHARE, lowest: this.lowest };
  }
}

export function sumMarks(marks: readonly WeightedMark[], averaging: Averaging = Averaging.WEIGHTED): MarkSum {
  const summer = new MarkSummer(averaging);
  for (const mark of marks) summer.add(mark);
  return summer.sum;
}

/** The average with two digits, half up: «4.33». Null without marks. */
export function averageText({ weighted, weights }: Pick<MarkSum, "weighted" | "weights">): string | null {
  if (weights === 0n) return null;
  const hundredths = (weighted * 200n + weights) / (2n * weights);
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, "0")}`;
}
