import type { Book, BookPupil } from "./journal-book.ts";
import type { Random } from "./random.ts";
import type { GivenTermMark, RecordKeeper } from "./record-keeper.ts";
import type { TermSum, TermSums } from "./term-sums.ts";

const LEAST_MARKS = 3;
const REASONS = ["Уровень знаний по итогам повторения выше", "Учтён результат проектной работы", "Положительная динамика к концу периода"];

/** Gives the marks of the terms that are over, and of the year when all are: as the rule suggests, now and then a little better with the reason. */
export function recordTermMarks(keeper: RecordKeeper, random: Random, book: Book, sums: TermSums): void {
  if (book.scheme === "NONE") return;
  const over = book.terms.filter(({ endsOn }) => keeper.isPast(endsOn));
  for (const pupil of lastStays(book)) {
    const given = over.flatMap((term) => {
      if (pupil.from > term.endsOn || pupil.to < term.endsOn) return [];
      const mark = termMark(random, book, sums.of(pupil.id, term.id));
      keeper.addTermMark(book, pupil.id, { kind: "TERM", termId: term.id, date: term.endsOn }, mark);
      return [mark];
    });
    const lastDay = book.terms.at(-1)!.endsOn;
    if (over.length < book.terms.length || given.length === 0 || pupil.to < lastDay) continue;
    const year = yearMark(book, given);
    keeper.addTermMark(book, pupil.id, { kind: "YEAR", termId: null, date: lastDay }, year);
    if (book.grade === 9 || book.grade === 11) keeper.addTermMark(book, pupil.id, { kind: "FINAL", termId: null, date: lastDay }, year);
  }
}

/** One who came back to the class counts once. */
function lastStays({ pupils }: Book): BookPupil[] {
  return [...new Map(pupils.toSorted((a, b) => (a.from < b.from ? -1 : 1)).map((pupil) => [pupil.id, pupil])).values()];
}

function termMark(random: Random, { scheme }: Book, sum: TermSum | null): GivenTermMark {
  if (!sum || sum.count < LEAST_MARKS || sum.missed * 2 > sum.lessons) return notAssessed();
  const suggested = rounded(sum.weighted, sum.weight);
  if (scheme === "PASS_FAIL") return { grade: null, passed: suggested > 2, special: null, suggested: null, reason: null };
  const isNearlyBetter = suggested < 5 && sum.weighted * 100 >= (suggested * 100 + 42) * sum.weight;
  const isRaised = isNearlyBetter && random.chance(0.4);
  return {
    grade: isRaised ? suggested + 1 : suggested,
    passed: null,
    special: null,
    suggested,
    reason: isRaised ? random.pick(REASONS) : null,
  };
}

function yearMark({ scheme }: Book, given: readonly GivenTermMark[]): GivenTermMark {
  if (scheme === "PASS_FAIL") return { ...notAssessed(), special: null, passed: given.every(({ passed }) => passed !== false) };
  const grades = given.flatMap(({ grade }) => grade ?? []);
  if (grades.length * 2 < given.length) return notAssessed();
  const suggested = rounded(
    grades.reduce((sum, grade) => sum + grade, 0),
    grades.length,
  );
  return { grade: suggested, passed: null, special: null, suggested, reason: null };
}

function notAssessed(): GivenTermMark {
  return { grade: null, passed: null, special: "NOT_ASSESSED", suggested: null, reason: null };
}

/** Halves go up: reckoned in whole numbers. */
function rounded(sum: number, count: number): number {
  return Math.floor((2 * sum + count) / (2 * count));
}
