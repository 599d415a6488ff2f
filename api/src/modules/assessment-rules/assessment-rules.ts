import { registerEnumType } from "type-graphql";
import { AssessmentKind } from "./assessment-kind";

export enum Averaging {
  WEIGHTED = "WEIGHTED",
  PLAIN = "PLAIN",
}
registerEnumType(Averaging, {
  name: "Averaging",
  description: "How the marks of a term make its average: each by the weight of its work, or all alike.",
});

export enum RetakeRule {
  LAST = "LAST",
  BEST = "BEST",
  BOTH = "BOTH",
  MEAN = "MEAN",
}
registerEnumType(RetakeRule, {
  name: "RetakeRule",
  description: "Which marks of a work that was taken again (2/4) count: the last, the best, every one, or their mean as one mark.",
});

export enum DebtEnd {
  STAYS = "STAYS",
  BECOMES_TWO = "BECOMES_TWO",
}
registerEnumType(DebtEnd, {
  name: "DebtEnd",
  description: "What becomes of a debt (точка) after its day: it stays and is shown as overdue, or turns into a 2.",
});

/**
 * From which value on a 5, a 4 and a 3 are given; below it is a 2. Whole hundredths: {465, 365, 265} are the averages 4.65, 3.65 and 2.65, and
 * in a table of per cents {8500, 6500, 4500} are 85, 65 and 45 %.
 */
export interface Bands {
  five: number;
  four: number;
  three: number;
}

/** At least so many marks in a term, for journals of up to so many hours a week (in tenths); `upToHoursTenths` null: however many. */
export interface LeastMarks {
  upToHoursTenths: number | null;
  marks: number;
}

/** A kind of work: its weight in hundredths, and whether a teacher may give one column another. */
export interface WorkRule {
  weightHundredths: number;
  isLocked: boolean;
}

/** What a school may set otherwise for one subject. */
export interface SubjectRules {
  bands?: Bands;
  leastMarks?: readonly LeastMarks[];
  works?: Readonly<Partial<Record<AssessmentKind, WorkRule>>>;
}

/**
 * How a school assesses, as one document with a date from which it holds. A term is reckoned by the document of its last day (of today, while it
 * runs), so that a past term keeps the rule of its time; weights and retakes go by the date of the lesson.
 */
export interface AssessmentRules {
  /** May 1 be set. */
  allowsOne: boolean;
  averaging: Averaging;
  /** From which average a term mark is suggested. */
  bands: Bands;
  /** By rising hours; the last is for however many. */
  leastMarks: readonly LeastMarks[];
  /** For a pupil who was ill for more than so many per cent of the lessons fewer marks do; null: no such rule. */
  leastMarksAfterIllness: { sickPercent: number; marks: number } | null;
  /** Who missed more than so many per cent of the lessons is suggested «н/а»; null: no such rule. */
  mostMissedPercent: number | null;
  retakes: RetakeRule;
  /** A 2 that counts keeps a 5 from being suggested for the term. */
  twoBarsFive: boolean;
  works: Readonly<Record<AssessmentKind, WorkRule>>;
  /** Marks of other scales as grades: points of the ten-point scale; per cents (of the most points, for a work counted in points). */
  scales: { tenPoint: Bands; percent: Bands };
  /** A debt lasts so many days, and then ends so. */
  debt: { days: number; ends: DebtEnd };
  /** Within so many days those who missed a control work take it. */
  resitDays: number;
  /** Within so many school days a question about a mark is answered. */
  questionDays: number;
  /** Term marks are given from so many days before the term's end on, the last day among them; those of the year so many before the last term's. */
  termMarkDays: number;
  /** From which mean of the term marks a year mark is suggested. */
  yearBands: Bands;
  /** From which mean of the year mark and the exam the final mark is suggested. */
  finalBands: Bands;
  /** What a pupil without assessment adds to СОУ (7 in the state's formula); null: such pupils are left out of it. */
  notAssessedInSou: number | null;
  /** By the subject's id. */
  subjects: Readonly<Record<string, SubjectRules>>;
}

const HALF_UP: Bands = { five: 450, four: 350, three: 250 };

/** What holds where a school has set nothing. */
export const DEFAULT_RULES: AssessmentRules = {
  allowsOne: false,
  averaging: Averaging.WEIGHTED,
  bands: HALF_UP,
  leastMarks: [{ upToHoursTenths: null, marks: 3 }],
  leastMarksAfterIllness: null,
  mostMissedPercent: 50,
  retakes: RetakeRule.LAST,
  twoBarsFive: false,
  works: Object.fromEntries(
    Object.values(AssessmentKind).map((kind): [AssessmentKind, WorkRule] => [kind, { weightHundredths: 100, isLocked: false }]),
  ) as Record<AssessmentKind, WorkRule>,
  scales: { tenPoint: { five: 900, four: 700, three: 400 }, percent: { five: 8500, four: 6500, three: 4500 } },
  debt: { days: 14, ends: DebtEnd.STAYS },
  resitDays: 14,
  questionDays: 3,
  termMarkDays: 14,
  yearBands: HALF_UP,
  finalBands: HALF_UP,
  notAssessedInSou: 7,
  subjects: {},
};

/** A document as it is kept: what it leaves out holds by default. */
export type StoredRules = Partial<Omit<AssessmentRules, "works">> & { works?: Partial<AssessmentRules["works"]> };

/** The rules of a document; of none, the defaults. */
export function readRules(stored: StoredRules | null): AssessmentRules {
  return stored ? { ...DEFAULT_RULES, ...stored, works: { ...DEFAULT_RULES.works, ...stored.works } } : DEFAULT_RULES;
}

/** The rules as they are for one subject. */
export function rulesOfSubject(rules: AssessmentRules, subjectId: string): AssessmentRules {
  const own = rules.subjects[subjectId];
  if (!own) return rules;
  return {
    ...rules,
    bands: own.bands ?? rules.bands,
    leastMarks: own.leastMarks ?? rules.leastMarks,
    works: { ...rules.works, ...own.works },
  };
}

/** SQL: the document (`StoredRules`) in force on a date, or null. `$1` is the school. */
export function rulesOn(date: string): string {
  return `(SELECT school_setting.value FROM school_setting
    WHERE school_setting.school_id = $1 AND school_setting.name = 'assessment_rules' AND school_setting.valid_from <= ${date}
    ORDER BY school_setting.valid_from DESC LIMIT 1)`;
}

/** The grade of a value by its bands, both in hundredths. */
export function gradeByBands(hundredths: number, { five, four, three }: Bands): number {
  return hundredths >= five ? 5 : hundredths >= four ? 4 : hundredths >= three ? 3 : 2;
}
