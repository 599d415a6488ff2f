import type { Averaging } from "../../api/dist/modules/assessment-rules/assessment-rules.js";
import { MarkSummer } from "../../api/dist/modules/marks/weighted-average.js";
import type { TermFacts } from "../../api/dist/modules/term-marks/suggest-term-mark.js";
import type { AbsenceKind } from "./attendance-maker.ts";
import type { Book } from "./journal-book.ts";

interface TermSum {
  summer: MarkSummer;
  held: number;
  missed: number;
  sick: number;
}

/** What every pupil's term mark in a subject is reckoned from, in all classes that the pupil was in: as the journal itself sums it up. */
export class TermSums {
  private readonly sums = new Map<string, TermSum>();
  private readonly averaging: Averaging;

  constructor(averaging: Averaging) {
    this.averaging = averaging;
  }

  countLesson(book: Book, pupilId: string, date: string, absence: AbsenceKind | null): void {
    const sum = this.at(book, pupilId, date);
    sum.held += 1;
    if (absence === "ABSENT" || absence === "SICK" || absence === "EXCUSED") sum.missed += 1;
    if (absence === "SICK") sum.sick += 1;
  }

  countMark(book: Book, pupilId: string, date: string, grade: number, weight: number): void {
    this.at(book, pupilId, date).summer.add({ grade, weightHundredths: Math.round(weight * 100) });
  }

  factsOf(book: Book, pupilId: string, termId: string): TermFacts {
    const { summer, held, missed, sick } = this.sums.get(subjectKey(book, pupilId, termId)) ?? this.empty();
    return { sum: summer.sum, held, missed, missedSick: sick, weeklyHoursTenths: Math.round(book.weeklyHours * 10) };
  }

  private at(book: Book, pupilId: string, date: string): TermSum {
    const { id } = book.terms.find(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn)!;
    const key = subjectKey(book, pupilId, id);
    let sum = this.sums.get(key);
    if (!sum) this.sums.set(key, (sum = this.empty()));
    return sum;
  }

  private empty(): TermSum {
    return { summer: new MarkSummer(this.averaging), held: 0, missed: 0, sick: 0 };
  }
}

/** One pupil's term in one subject, whichever class or group it was in, or at home. */
export function subjectKey({ subject, kind }: Book, pupilId: string, termId: string): string {
  return `${termId} ${pupilId} ${subject} ${kind === "GROUP" || kind === "HOME" ? "CLASS" : kind}`;
}
