import type { Book } from "./journal-book.ts";

/** What a pupil's term mark is reckoned from; weights in whole hundredths, so that nothing is rounded on the way. */
export interface TermSum {
  count: number;
  weighted: number;
  weight: number;
  lessons: number;
  missed: number;
}

/** The sums of one journal by term and pupil. */
export class TermSums {
  private readonly terms: readonly { id: string; startsOn: string; endsOn: string; sums: Map<string, TermSum> }[];

  constructor({ terms }: Book) {
    this.terms = terms.map((term) => ({ ...term, sums: new Map<string, TermSum>() }));
  }

  countLesson(pupilId: string, date: string, isMissed: boolean): void {
    const sum = this.at(pupilId, date);
    sum.lessons += 1;
    if (isMissed) sum.missed += 1;
  }

  countMark(pupilId: string, date: string, grade: number, weight: number): void {
    const sum = this.at(pupilId, date);
    sum.count += 1;
    sum.weighted += grade * Math.round(weight * 100);
    sum.weight += Math.round(weight * 100);
  }

  of(pupilId: string, termId: string): TermSum | null {
    return this.terms.find(({ id }) => id === termId)?.sums.get(pupilId) ?? null;
  }

  private at(pupilId: string, date: string): TermSum {
    const { sums } = this.terms.find(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn)!;
    let sum = sums.get(pupilId);
    if (!sum) sums.set(pupilId, (sum = { count: 0, weighted: 0, weight: 0, lessons: 0, missed: 0 }));
    return sum;
  }
}
