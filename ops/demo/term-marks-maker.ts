import type { AssessmentRules } from "../../api/dist/modules/assessment-rules/assessment-rules.js";
import { suggestTermMark } from "../../api/dist/modules/term-marks/suggest-term-mark.js";
import { suggestFinalMark, suggestYearMark } from "../../api/dist/modules/term-marks/suggest-year-mark.js";
import type { Book, BookPupil, BookTerm } from "./journal-book.ts";
import { seededRandom, type Random } from "./random.ts";
import type { MarkedPeriod, RecordKeeper } from "./record-keeper.ts";
import { subjectKey, type TermSums } from "./term-sums.ts";

const RAISED = ["Уровень знаний по итогам повторения выше", "Учтён результат проектной работы", "Положительная динамика к концу периода"];
const LOWERED = ["Итоговая контрольная работа написана хуже", "К концу периода знания не закреплены"];
/** The subjects with an exam at the end of grade 9. */
const EXAMS: ReadonlySet<string> = new Set(["Русский язык", "Алгебра"]);

/** Gives the marks of the terms that are over, then those of the year: as the school's rules suggest, now and then another one with its reason. */
export class TermMarksMaker {
  /** What was given for each pupil's term in a subject: the year counts every class. */
  private readonly given = new Map<string, string>();
  private readonly keeper: RecordKeeper;
  private readonly rules: AssessmentRules;
  private readonly sums: TermSums;

  constructor(keeper: RecordKeeper, rules: AssessmentRules, sums: TermSums) {
    this.keeper = keeper;
    this.rules = rules;
    this.sums = sums;
  }

  /** Once the lessons of all journals are recorded: a pupil may have come from another class. */
  recordTerms(book: Book): void {
    if (book.scheme === "NONE") return;
    const random = seededRandom(`${this.keeper.seed} ${book.id} terms`);
    for (const pupil of lastStays(book)) {
      for (const term of book.terms.filter(({ endsOn }) => this.keeper.isPast(endsOn))) {
        if (pupil.from > term.endsOn || pupil.to < term.endsOn) continue;
        const { value, ...why } = this.termMark(random, book, pupil.id, term);
        this.given.set(subjectKey(book, pupil.id, term.id), value);
        this.keeper.addTermMark(book, pupil.id, { kind: "TERM", termId: term.id, date: term.endsOn }, { value, ...why });
      }
    }
  }

  /** Once the terms of all journals have their marks. */
  recordYear(book: Book): void {
    const lastDay = book.terms.at(-1)?.endsOn;
    if (book.scheme === "NONE" || lastDay === undefined || !this.keeper.isPast(lastDay)) return;
    const random = seededRandom(`${this.keeper.seed} ${book.id} year`);
    for (const pupil of lastStays(book)) {
      if (pupil.to < lastDay) continue;
      const year = suggestYearMark(this.termsOf(book, pupil.id), this.rules)?.value;
      if (year === undefined) continue;
      const add = (kind: MarkedPeriod["kind"], value: string, suggested: string | null): void =>
        this.keeper.addTermMark(book, pupil.id, { kind, termId: null, date: lastDay }, { value, suggested, reason: null });
      add("YEAR", year, year);
      if (book.grade !== 9 && book.grade !== 11) continue;
      const exam = book.grade === 9 && EXAMS.has(book.subject) ? examMark(random, year) : null;
      if (exam !== null) add("EXAM", exam, null);
      const final = suggestFinalMark(year, exam, this.rules)?.value;
      if (final !== undefined) add("FINAL", final, final);
    }
  }

  private termMark(random: Random, book: Book, pupilId: string, term: BookTerm): TermMark {
    const facts = this.sums.factsOf(book, pupilId, term.id);
    const { grade } = suggestTermMark(facts, this.rules);
    const suggested = grade === null ? "NOT_ASSESSED" : String(grade);
    // What comes out of passes is the teacher's word: the rules suggest nothing there.
    if (book.scheme === "PASS_FAIL")
      return { value: grade === null ? suggested : grade > 2 ? "PASS" : "FAIL", suggested: null, reason: null };
    const { weighted, weights } = facts.sum;
    const hundredths = weights === 0n ? 0 : Number((weighted * 100n) / weights) - (grade ?? 0) * 100;
    if (grade !== null && grade < 5 && hundredths >= 42 && random.chance(0.4))
      return { value: String(grade + 1), suggested, reason: random.pick(RAISED) };
    if (grade !== null && grade > 3 && hundredths <= -48 && random.chance(0.15))
      return { value: String(grade - 1), suggested, reason: random.pick(LOWERED) };
    return { value: suggested, suggested, reason: null };
  }

  /** The terms since the pupil came; null where a mark is missing. */
  private termsOf(book: Book, pupilId: string): (string | null)[] {
    const values = book.terms.map(({ id }) => this.given.get(subjectKey(book, pupilId, id)) ?? null);
    return values.slice(
      Math.max(
        0,
        values.findIndex((value) => value !== null),
      ),
    );
  }
}

/** A mark for a term or the year as the teacher gave it. */
export interface TermMark {
  value: string;
  suggested: string | null;
  reason: string | null;
}

/** Near the mark of the year; who has none is not admitted. */
function examMark(random: Random, year: string): string | null {
  if (!/^[3-5]$/.test(year)) return null;
  return String(Math.min(5, Math.max(3, Number(year) + random.pick([-1, 0, 0, 0, 0, 1]))));
}

/** One who came back to the class counts once. */
function lastStays({ pupils }: Book): BookPupil[] {
  return [...new Map(pupils.toSorted((a, b) => (a.from < b.from ? -1 : 1)).map((pupil) => [pupil.id, pupil])).values()];
}
