import { readRules, type StoredRules } from "../assessment-rules/assessment-rules";
import type { TermKind } from "../calendar/term-kind";
import type { Result } from "../marks/quality-figures";
import type { AbsenceDay } from "./absence-figures";
import type { ClassFacts, PeriodFacts, PupilFacts } from "./period-facts";

/** The row of the statement: lists are null when they are empty. */
export interface FactsRow {
  label: string;
  year_name: string;
  school: string;
  class_teacher: string | null;
  terms: [id: string, kind: TermKind, number: number, startsOn: string, endsOn: string][] | null;
  periods: PackedPeriod[] | null;
  pupils: [id: string, name: string][] | null;
  journals: [subjectId: string, subject: string, shortName: string, teacher: string | null][] | null;
  /** `place seat journal value`, with `,` between them; the journal is `-` in the periods of comparison. */
  marks: string | null;
  /** `seat journal`: of the chosen period, the journals where a mark is to be. */
  expected: string | null;
  /** `seat sick excused absent late lessons`: of the chosen period, a day with an exception. */
  days: string | null;
}

type PackedPeriod = [
  termId: string | null,
  termKind: TermKind,
  number: number | null,
  label: string,
  yearName: string,
  startsOn: string,
  endsOn: string,
  onDate: string,
  pupils: number,
  missed: [sick: number, excused: number, unexcused: number, late: number],
  rules: StoredRules | null,
];

/** The facts of the row; null when the class has no such period. */
export function unpackFacts(row: FactsRow): ClassFacts | null {
  const { chosenPeriod, rolls } = toRolls(row);
  if (!chosenPeriod) return null;
  fillMarks(row, rolls);
  const [chosen, ...others] = row.periods!.map((period, place) => toPeriod(period, rolls[place]!));
  const journals = row.journals ?? [];
  return {
    label: row.label,
    yearName: row.year_name,
    school: row.school,
    classTeacher: row.class_teacher,
    terms: (row.terms ?? []).map(([id, kind, number, startsOn, endsOn]) => ({ id, kind, number, startsOn, endsOn })),
    journals: journals.map(([subjectId, subject, shortName, teacher]) => ({ subjectId, subject, shortName, teacher })),
    chosen: chosen!,
    others,
  };
}

type Seat = Omit<PupilFacts, "marks" | "days"> & { marks: { journal: number | null; result: Result }[]; days: AbsenceDay[] };

function toRolls({ periods, pupils }: FactsRow): { chosenPeriod: PackedPeriod | undefined; rolls: Seat[][] } {
  const seat = (pupilId: string, name: string): Seat => ({ pupilId, name, marks: [], days: [] });
  const rolls = (periods ?? []).map((period) => Array.from({ length: period[8] }, () => seat("", "")));
  if (rolls[0]) rolls[0] = (pupils ?? []).map(([pupilId, name]) => seat(pupilId, name));
  return { chosenPeriod: periods?.[0], rolls };
}

function fillMarks({ marks, expected, days, journals }: FactsRow, rolls: readonly Seat[][]): void {
  for (const [place, seat, journal, value] of split(marks)) {
    rolls[Number(place)]![Number(seat)]!.marks.push({ journal: journal === "-" ? null : Number(journal), result: RESULTS[value!] ?? null });
  }
  for (const [seat, journal] of split(expected)) {
    const pupil = rolls[0]![Number(seat)]!;
    const subjectOf = (number: number | null): string | undefined => (number === null ? undefined : journals![number]![0]);
    if (pupil.marks.some((mark) => subjectOf(mark.journal) === subjectOf(Number(journal)))) continue;
    pupil.marks.push({ journal: Number(journal), result: null });
  }
  for (const day of split(days)) {
    const [seat, sick, excused, unexcused, late, lessons] = day.map(Number) as [number, number, number, number, number, number];
    rolls[0]![seat]!.days.push({ sick, excused, unexcused, late, lessons });
  }
}

const RESULTS: Readonly<Record<string, Result>> = {
  ...{ "5": "5", "4": "4", "3": "3", "2": "2", "1": "1" },
  ...{ P: "PASS", F: "FAIL", N: "NOT_ASSESSED", R: "RELEASED" },
};

function split(packed: string | null): string[][] {
  return packed?.split(",").map((one) => one.split(" ")) ?? [];
}

function toPeriod(packed: PackedPeriod, pupils: readonly PupilFacts[]): PeriodFacts {
  const [termId, termKind, number, classLabel, yearName, startsOn, endsOn, onDate, , missed, rules] = packed;
  const [sick, excused, unexcused, late] = missed;
  const period = { termId, termKind, number, classLabel, yearName, startsOn, endsOn, onDate, pupils };
  return { ...period, missed: { sick, excused, unexcused, late }, notAssessedPoints: readRules(rules).notAssessedInSou };
}
