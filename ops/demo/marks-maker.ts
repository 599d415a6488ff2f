import type { Book } from "./journal-book.ts";
import { type Random, seededRandom } from "./random.ts";

export type AssessmentKind =
  | "ORAL"
  | "CLASSWORK"
  | "INDEPENDENT"
  | "CONTROL"
  | "PRACTICAL"
  | "LABORATORY"
  | "DICTATION"
  | "ESSAY"
  | "EXPOSITION"
  | "HOMEWORK"
  | "PROJECT"
  | "TEST";

/** A column of marks under a lesson, and which share of those present gets one. */
export interface Column {
  kind: AssessmentKind;
  weight: number;
  title: string | null;
  mandatory: boolean;
  share: number;
  /** Counted in per cents or points; left out: by marks. */
  scale?: "PERCENT" | "POINTS";
}

/** The most points of a work that is counted in them. */
export const MOST_POINTS = 20;

const WEIGHTS: Readonly<Record<AssessmentKind, number>> = {
  ...{
    ORAL: 1,
    CLASSWORK: 1,
    INDEPENDENT: 1,
    CONTROL: 2,
    PRACTICAL: 1,
    LABORATORY: 1,
    DICTATION: 2,
    ESSAY: 2,
    EXPOSITION: 2,
    HOMEWORK: 1,
    PROJECT: 2,
    TEST: 1,
  },
};

/** Tests are counted in per cents, projects in points. */
const SCALES: Partial<Record<AssessmentKind, Column["scale"]>> = { TEST: "PERCENT", PROJECT: "POINTS" };

/** Points for which the school's table (85, 65 and 45 %) gives this grade. */
export function pointsFor(random: Random, grade: number, scale: NonNullable<Column["scale"]>): number {
  const [least, most] = ({ 5: [85, 100], 4: [65, 84], 3: [45, 64], 2: [20, 44] } as const)[grade as 2 | 3 | 4 | 5];
  const percent = random.between(least, most);
  return scale === "PERCENT" ? percent : Math.floor((percent * MOST_POINTS) / 100);
}

/** Subjects in which most get a five. */
const EASY = ["Физическая культура", "Музыка", "Изобразительное искусство", "Труд (технология)", "Индивидуальный проект"];
const WRITTEN_IN_FULL: readonly AssessmentKind[] = ["CONTROL", "DICTATION", "ESSAY", "EXPOSITION", "LABORATORY", "TEST", "PROJECT"];

/** The columns of a lesson: the planned work for everybody, else some are asked and now and then a work is checked. */
export function columnsOf(random: Random, book: Book, planned: AssessmentKind | null, title: string): Column[] {
  if (planned) {
    const isFull = WRITTEN_IN_FULL.includes(planned);
    const mandatory = planned === "CONTROL" || planned === "DICTATION" || planned === "ESSAY" || planned === "EXPOSITION";
    const scale = book.scheme === "FIVE_POINT" ? SCALES[planned] : undefined;
    return [{ kind: planned, weight: WEIGHTS[planned], title: isFull ? title : null, mandatory, share: isFull ? 1 : 0.8, scale }];
  }
  const chance = random.next();
  if (chance < 0.16) return [{ kind: "INDEPENDENT", weight: 1, title: "Самостоятельная работа", mandatory: false, share: 0.85 }];
  if (chance < 0.26) return [{ kind: "HOMEWORK", weight: 1, title: null, mandatory: false, share: 0.7 }];
  const oral: Column = { kind: "ORAL", weight: 1, title: null, mandatory: false, share: shareAsked(book) };
  return chance < 0.32 ? [oral, { kind: "HOMEWORK", weight: 1, title: null, mandatory: false, share: 0.35 }] : [oral];
}

/** The fewer lessons a week, the more pupils are asked in each, so that all have marks by the end of the term. */
function shareAsked({ weeklyHours, subject }: Book): number {
  if (weeklyHours <= 1) return 0.55;
  if (weeklyHours <= 2) return EASY.includes(subject) ? 0.26 : 0.3;
  return EASY.includes(subject) ? 0.2 : 0.17;
}

/** How well pupils do: each by nature, and better in some subjects than in others. */
export class Abilities {
  private readonly known = new Map<string, number>();
  private readonly seed: string;

  constructor(seed: string) {
    this.seed = seed;
  }

  /** A mark from 2 to 5. */
  grade(random: Random, pupilId: string, { subject }: Book, kind: AssessmentKind): number {
    const base = EASY.includes(subject) ? 4.65 : 4;
    const strictness = kind === "CONTROL" || kind === "DICTATION" ? -0.15 : kind === "HOMEWORK" || kind === "PROJECT" ? 0.25 : 0;
    const ability = this.of(pupilId, 0.62) + this.of(`${pupilId} ${subject}`, 0.3);
    return Math.min(5, Math.max(2, Math.round(base + strictness + ability + random.normal() * 0.55)));
  }

  private of(key: string, deviation: number): number {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const value = seededRandom(`${this.seed} ${key}`).normal() * deviation;
    this.known.set(key, value);
    return value;
  }
}
