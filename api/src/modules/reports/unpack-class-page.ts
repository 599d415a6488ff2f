import { type Averaging, readRules, type StoredRules } from "../assessment-rules/assessment-rules";
import type { AttendanceKind } from "../attendance/attendance-kind";
import { unpackTerms, type TermColumns } from "../calendar/terms-of-page";
import type { LessonStatus } from "../lessons/lesson-status";
import { averageText, MarkSummer, WHOLE_SHARE } from "../marks/weighted-average";
import { TermMarkKind } from "../term-marks/term-mark-kind";
import { termMarkText, type StoredTermMark } from "../term-marks/term-mark-text";
import type { ClassLesson, ClassPage, ClassPupil, ClassPupilSubject, ClassSubject } from "./class-page";

/** The row of the page's statement: lists are null when they are empty. */
export interface ClassPageRow extends TermColumns {
  label: string;
  rules: StoredRules | null;
  class_teacher: string | null;
  subjects: [id: string, name: string, shortName: string][] | null;
  /** `members` null: the whole class. A group's or a pupil's own journal comes before the class's. */
  journals: [id: string, subjectId: string, members: string[] | null][] | null;
  pupils: [id: string, name: string, guardians: string[] | null, missed: number][] | null;
  /** `subjectId|weight|marks` of each work by date, with `;` between them; its marks are `place value`, of some also `share`, with `,` between them. */
  marks: string | null;
  term_marks: [pupilId: string, subjectId: string, kind: TermMarkKind, ...mark: StoredTermMark][] | null;
  lessons: PackedLesson[] | null;
  absences: [lessonId: string, pupilId: string, kind: AttendanceKind, minutesLate: number | null, reason: string | null][] | null;
}

type PackedLesson = [
  id: string,
  journalId: string,
  slot: number,
  subject: string,
  groupName: string | null,
  status: LessonStatus,
  recorded: boolean,
];

/** The page of the contract, from the packed row. */
export function unpackClassPage(classId: string, date: string, row: ClassPageRow): ClassPage {
  const subjects = (row.subjects ?? []).map(([subjectId, subject, shortName]): ClassSubject => ({ subjectId, subject, shortName }));
  const cells = toCells(row, readRules(row.rules).averaging);
  fillMarks(row, cells);
  return {
    classId,
    label: row.label,
    classTeacher: row.class_teacher,
    date,
    ...unpackTerms(row),
    lessonsToday: (row.lessons ?? []).map(toLesson),
    absences: (row.absences ?? []).map(([lessonId, pupilId, kind, minutesLate, reason]) => ({
      lessonId,
      pupilId,
      kind,
      minutesLate,
      reason,
    })),
    subjects,
    pupils: (row.pupils ?? []).map(([pupilId, name, guardians, missedLessons]): ClassPupil => {
      return { pupilId, name, guardians: guardians ?? [], subjects: ownSubjects(cells.get(pupilId)!, subjects), missedLessons };
    }),
  };
}

/** By pupil and subject, with the sum of the average; a subject of another group than the pupil's is left out. */
type Cells = Map<string, Map<string, SummedCell>>;

interface SummedCell {
  cell: ClassPupilSubject;
  summer: MarkSummer;
}

function toCells({ pupils, journals }: ClassPageRow, averaging: Averaging): Cells {
  const cells: Cells = new Map((pupils ?? []).map(([pupilId]) => [pupilId, new Map<string, SummedCell>()]));
  const everybody = [...cells.keys()];
  for (const [journalId, subjectId, members] of journals ?? []) {
    for (const pupilId of members ?? everybody) {
      const own = cells.get(pupilId);
      if (!own || own.has(subjectId)) continue;
      own.set(subjectId, { cell: { subjectId, journalId, ...NO_MARKS, marks: [] }, summer: new MarkSummer(averaging) });
    }
  }
  return cells;
}

const NO_MARKS = { average: null, termMark: null, yearMark: null, examMark: null, finalMark: null };

/** Where each kind of term mark stands in a cell. */
const PLACES = {
  [TermMarkKind.TERM]: "termMark",
  [TermMarkKind.YEAR]: "yearMark",
  [TermMarkKind.EXAM]: "examMark",
  [TermMarkKind.FINAL]: "finalMark",
} as const;

function fillMarks({ marks, term_marks }: ClassPageRow, cells: Cells): void {
  const roll = [...cells.values()];
  for (const work of marks?.split(";") ?? []) {
    const [subjectId, weight, values] = work.split("|") as [string, string, string];
    const weightHundredths = Math.round(Number(weight) * 100);
    const marked = new Set<string>();
    for (const mark of values.split(",")) {
      const [place, value, share] = mark.split(" ") as [string, string, string?];
      const summed = roll[Number(place)]?.get(subjectId);
      if (!summed) continue;
      const { marks: written } = summed.cell;
      written.push(marked.has(place) ? `${written.pop()}/${value}` : value);
      marked.add(place);
      if (value.length === 1) summed.summer.add({ grade: Number(value), weightHundredths, share: share ? Number(share) : WHOLE_SHARE });
    }
  }
  for (const [pupilId, subjectId, kind, ...stored] of term_marks ?? []) {
    const cell = cells.get(pupilId)?.get(subjectId)?.cell;
    if (cell) cell[PLACES[kind]] = termMarkText(stored) ?? cell[PLACES[kind]];
  }
}

/** The pupil's subjects in the school's order, each with its average. */
function ownSubjects(own: ReadonlyMap<string, SummedCell>, subjects: readonly ClassSubject[]): ClassPupilSubject[] {
  return subjects.flatMap(({ subjectId }) => {
    const summed = own.get(subjectId);
    if (!summed) return [];
    return { ...summed.cell, average: averageText(summed.summer.sum) };
  });
}

function toLesson([lessonId, journalId, slot, subject, groupName, status, recorded]: PackedLesson): ClassLesson {
  return { lessonId, journalId, slot, subject, groupName, status, recorded };
}
