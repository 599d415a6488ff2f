import { AttendanceKind, AWAY } from "../attendance/attendance-kind";
import { unpackTerms, type TermColumns } from "../calendar/terms-of-page";
import type { AssessmentKind } from "../assessment-rules/assessment-kind";
import { type AssessmentRules, readRules, rulesOfSubject, type StoredRules } from "../assessment-rules/assessment-rules";
import { MarkingScheme } from "../journals/marking-scheme";
import { toCountedPoints, type PackedPoints } from "../marks/counted-points";
import { averageText, MarkSummer } from "../marks/weighted-average";
import { suggestTermMark, type TermFacts } from "../term-marks/suggest-term-mark";
import { termMarkText, type StoredTermMark } from "../term-marks/term-mark-text";
import { toTermSuggestion } from "../term-marks/term-suggestion";
import type { PastTermMark, PupilSubject, PupilTerm } from "./pupil-term";

/** The row of the term's statement: lists are null when they are empty; a place is an index into `journals`. */
export interface PupilTermRow extends TermColumns {
  name: string;
  class_label: string;
  rules: StoredRules | null;
  journals: PackedJournal[] | null;
  marks: PackedMark[] | null;
  term_marks:
    | [
        journal: number,
        id: string,
        kind: keyof typeof TOTALS | "TERM",
        termId: string | null,
        ...mark: [...StoredTermMark, reason: string | null],
      ][]
    | null;
  /** Lessons by the kind of absence, and how many of them are recorded as held. */
  attendance: [journal: number, kind: AttendanceKind, lessons: number, held: number][] | null;
}

type PackedJournal = [
  id: string,
  subjectId: string,
  kind: string,
  subject: string,
  isOfTerm: boolean,
  teachers: string[] | null,
  scheme: MarkingScheme,
  hoursTenths: number | null,
  held: number,
  isHome: boolean,
];

type PackedMark = [
  journal: number,
  lessonId: string,
  date: string,
  value: string,
  kind: AssessmentKind,
  title: string | null,
  weight: number,
  attempt: number,
  share: number,
  topic: string | null,
  comment: string | null,
  points: PackedPoints,
  debtUntil: string | null,
  id: string,
];

/** A subject of the page with what its average and suggestion are reckoned from. */
interface ReckonedSubject {
  subject: PupilSubject;
  summer: MarkSummer;
  lessons: Pick<TermFacts, "held" | "missed" | "missedSick" | "weeklyHoursTenths">;
  rules: AssessmentRules;
  scheme: MarkingScheme;
  isOfTerm: boolean;
}

/** The page of the contract, from the packed row: journals of one subject, after a change of class, are one subject of the pupil. */
export function unpackPupilTerm(pupilId: string, row: PupilTermRow): PupilTerm {
  const terms = unpackTerms(row);
  const { reckoned, at } = toSubjects(row.journals ?? [], readRules(row.rules));
  for (const [
    place,
    lessonId,
    date,
    value,
    kind,
    title,
    weight,
    attempt,
    share,
    topic,
    comment,
    packedPoints,
    debtUntil,
    id,
  ] of row.marks ?? []) {
    const own = at[place];
    const points = toCountedPoints(packedPoints);
    own?.subject.marks.push({ id, lessonId, date, value, kind, title, weight, attempt, topic, comment, points, debtUntil });
    if (own && isHome(row, place)) own.subject.explainedIn = journalAt(row, place);
    if (value.length === 1) own?.summer.add({ grade: Number(value), weightHundredths: Math.round(weight * 100), share });
  }
  for (const [place, id, kind, termId, ...stored] of row.term_marks ?? []) {
    const subject = at[place]?.subject;
    const [grade, passed, special, reason] = stored;
    const value = termMarkText([grade, passed, special]);
    if (!subject || value === null) continue;
    if (kind !== "TERM") takeFirst(subject, TOTALS[kind], value, id);
    else if (termId !== row.term_id) addPastMark(subject, { id, termId: termId!, value });
    else if (subject.termMark === null)
      Object.assign(subject, { termMark: value, termMarkId: id, termMarkReason: reason, explainedIn: journalAt(row, place) });
  }
  const absences = countAbsences(row, at);
  for (const own of reckoned) writeSuggestion(own);
  const subjects = reckoned.map(({ subject }) => subject);
  return { pupilId, pupilName: row.name, classLabel: row.class_label, ...terms, subjects, ...absences };
}

function journalAt({ journals }: PupilTermRow, place: number): string {
  return journals![place]![0];
}

/** Home schooling comes before the class in whose list the pupil stands too. */
function isHome({ journals }: PupilTermRow, place: number): boolean {
  return journals![place]![9];
}

/** Where the marks stand that are of no term. */
const TOTALS = { YEAR: "yearMark", EXAM: "examMark", FINAL: "finalMark" } as const;

/** Of a term with marks in two journals the first counts: home schooling, then the latest class. */
function addPastMark({ pastTermMarks }: PupilSubject, mark: PastTermMark): void {
  if (!pastTermMarks.some(({ termId }) => termId === mark.termId)) pastTermMarks.push(mark);
}

/** A total and, where families may ask about it, its id. */
function takeFirst(subject: PupilSubject, total: (typeof TOTALS)[keyof typeof TOTALS], value: string, id: string): void {
  if (total === "yearMark") subject.yearMarkId ??= id;
  subject[total] ??= value;
}

/** The subjects of the term, and for each journal's place the subject that it belongs to; none for one that ended before the term. */
function toSubjects(
  journals: PackedJournal[],
  rules: AssessmentRules,
): { reckoned: ReckonedSubject[]; at: (ReckonedSubject | undefined)[] } {
  const found = new Map<string, ReckonedSubject>();
  const all = journals.map((packed) => {
    const [, subjectId, kind, , ofTerm, teachers, , , held] = packed;
    const key = `${subjectId} ${kind}`;
    const one = found.get(key) ?? emptySubject(packed, rulesOfSubject(rules, subjectId));
    found.set(key, one);
    one.lessons.held += held;
    if (ofTerm) {
      one.isOfTerm = true;
      one.subject.teachers = [...new Set([...one.subject.teachers, ...(teachers ?? [])])];
    }
    return one;
  });
  return { reckoned: [...found.values()].filter((one) => one.isOfTerm), at: all.map((one) => (one.isOfTerm ? one : undefined)) };
}

/** Its hours a week are those of the pupil's latest journal. */
function emptySubject([journalId, , , subject, , , scheme, hours]: PackedJournal, rules: AssessmentRules): ReckonedSubject {
  const marks = {
    average: null,
    suggested: null,
    suggestion: null,
    termMark: null,
    termMarkId: null,
    termMarkReason: null,
    yearMark: null,
    yearMarkId: null,
    examMark: null,
    finalMark: null,
  };
  return {
    subject: { journalId, explainedIn: journalId, subject, teachers: [], marks: [], ...marks, pastTermMarks: [], missedLessons: 0 },
    summer: new MarkSummer(rules.averaging),
    lessons: { held: 0, missed: 0, missedSick: 0, weeklyHoursTenths: hours },
    rules,
    scheme,
    isOfTerm: false,
  };
}

function writeSuggestion({ subject, summer, lessons, rules, scheme }: ReckonedSubject): void {
  const facts = { ...lessons, sum: summer.sum };
  subject.average = averageText(facts.sum);
  if (scheme !== MarkingScheme.FIVE_POINT) return;
  const suggestion = suggestTermMark(facts, rules);
  subject.suggested = suggestion.grade;
  subject.suggestion = toTermSuggestion(suggestion, facts);
}

function countAbsences(
  { attendance }: PupilTermRow,
  at: readonly (ReckonedSubject | undefined)[],
): Pick<PupilTerm, "missedLessons" | "missedBySickness" | "lateCount"> {
  const counts = { missedLessons: 0, missedBySickness: 0, lateCount: 0 };
  for (const [place, kind, lessons, held] of attendance ?? []) {
    const own = at[place];
    if (AWAY.has(kind)) {
      counts.missedLessons += lessons;
      if (own) own.subject.missedLessons += lessons;
      if (own) own.lessons.missed += held;
    }
    if (kind === AttendanceKind.SICK) counts.missedBySickness += lessons;
    if (kind === AttendanceKind.SICK && own) own.lessons.missedSick += held;
    if (kind === AttendanceKind.LATE) counts.lateCount += lessons;
  }
  return counts;
}
