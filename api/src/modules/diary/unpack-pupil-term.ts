import { AttendanceKind, AWAY } from "../attendance/attendance-kind";
import { unpackTerms, type TermColumns } from "../calendar/terms-of-page";
import type { AssessmentKind } from "../lessons/assessment-kind";
import { averageText, suggestedGrade, sumMarks } from "../marks/weighted-average";
import { termMarkText, type StoredTermMark } from "../term-marks/term-mark-text";
import type { PupilSubject, PupilTerm } from "./pupil-term";

/** The row of the term's statement: lists are null when they are empty; a place is an index into `journals`. */
export interface PupilTermRow extends TermColumns {
  name: string;
  class_label: string;
  threshold: number;
  journals: PackedJournal[] | null;
  marks: PackedMark[] | null;
  term_marks: [journal: number, kind: "TERM" | "YEAR", termId: string | null, ...mark: StoredTermMark][] | null;
  attendance: [journal: number, kind: AttendanceKind, lessons: number][] | null;
}

type PackedJournal = [id: string, subjectId: string, kind: string, subject: string, isOfTerm: boolean, teachers: string[] | null];

type PackedMark = [
  journal: number,
  lessonId: string,
  date: string,
  value: string,
  kind: AssessmentKind,
  title: string | null,
  weight: number,
  topic: string | null,
  comment: string | null,
];

/** The page of the contract, from the packed row: journals of one subject, after a change of class, are one subject of the pupil. */
export function unpackPupilTerm(pupilId: string, row: PupilTermRow): PupilTerm {
  const terms = unpackTerms(row);
  const { subjects, subjectAt } = toSubjects(row.journals ?? []);
  for (const [place, lessonId, date, value, kind, title, weight, topic, comment] of row.marks ?? []) {
    subjectAt[place]?.marks.push({ lessonId, date, value, kind, title, weight, topic, comment });
  }
  for (const [place, kind, termId, ...stored] of row.term_marks ?? []) {
    const subject = subjectAt[place];
    const value = termMarkText(stored);
    if (!subject || value === null) continue;
    if (kind === "YEAR") subject.yearMark ??= value;
    else if (termId === row.term_id) subject.termMark ??= value;
    else if (termId !== null) subject.pastTermMarks.push({ termId, value });
  }
  for (const subject of subjects) average(subject, row.threshold);
  return { pupilId, pupilName: row.name, classLabel: row.class_label, ...terms, subjects, ...countAbsences(row, subjectAt) };
}

/** The subjects of the term, and for each journal's place the subject that it belongs to; none for one that ended before the term. */
function toSubjects(journals: PackedJournal[]): { subjects: PupilSubject[]; subjectAt: (PupilSubject | undefined)[] } {
  const found = new Map<string, PupilSubject>();
  const isOfTerm = new Set<PupilSubject>();
  const all = journals.map(([journalId, subjectId, kind, subject, ofTerm, teachers]) => {
    const key = `${subjectId} ${kind}`;
    const one = found.get(key) ?? emptySubject(journalId, subject);
    found.set(key, one);
    if (ofTerm) {
      isOfTerm.add(one);
      one.teachers = [...new Set([...one.teachers, ...(teachers ?? [])])];
    }
    return one;
  });
  return {
    subjects: [...found.values()].filter((one) => isOfTerm.has(one)),
    subjectAt: all.map((one) => (isOfTerm.has(one) ? one : undefined)),
  };
}

function emptySubject(journalId: string, subject: string): PupilSubject {
  const marks = { average: null, suggested: null, termMark: null, yearMark: null };
  return { journalId, subject, teachers: [], marks: [], ...marks, pastTermMarks: [], missedLessons: 0 };
}

function average(subject: PupilSubject, threshold: number): void {
  const grades = subject.marks.filter(({ value }) => value.length === 1);
  const sum = sumMarks(grades.map(({ value, weight }) => ({ grade: Number(value), weightHundredths: Math.round(weight * 100) })));
  subject.average = averageText(sum);
  subject.suggested = suggestedGrade(sum, threshold);
}

function countAbsences(
  { attendance }: PupilTermRow,
  subjectAt: (PupilSubject | undefined)[],
): Pick<PupilTerm, "missedLessons" | "missedBySickness" | "lateCount"> {
  const counts = { missedLessons: 0, missedBySickness: 0, lateCount: 0 };
  for (const [place, kind, lessons] of attendance ?? []) {
    const subject = subjectAt[place];
    if (AWAY.has(kind)) {
      counts.missedLessons += lessons;
      if (subject) subject.missedLessons += lessons;
    }
    if (kind === AttendanceKind.SICK) counts.missedBySickness += lessons;
    if (kind === AttendanceKind.LATE) counts.lateCount += lessons;
  }
  return counts;
}
