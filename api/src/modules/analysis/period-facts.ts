import type { TermKind } from "../calendar/term-kind";
import type { Result } from "../marks/quality-figures";
import type { AbsenceDay } from "./absence-figures";

/** A term, or with `termId` null a whole year, of a class. */
export interface PeriodFacts {
  termId: string | null;
  termKind: TermKind;
  number: number | null;
  classLabel: string;
  yearName: string;
  startsOn: string;
  endsOn: string;
  /** The day of the roll: the last one, or today while the period runs. */
  onDate: string;
  /** The pupils on the roll, each with the marks of that period by subject. */
  pupils: readonly PupilFacts[];
  missed: { sick: number; excused: number; unexcused: number; late: number };
  /** What «н/а» brought to СОУ by the school's rule of that day; null: nothing. */
  notAssessedPoints: number | null;
}

/** A pupil's marks; of the chosen period also the subjects that still lack one, and the days of absence. */
export interface PupilFacts {
  pupilId: string;
  name: string;
  marks: readonly { journal: number | null; result: Result }[];
  days: readonly AbsenceDay[];
}

/** A subject's journal of the class, of a group or of one pupil, in the order of the school's subjects. */
export interface JournalFacts {
  subjectId: string;
  subject: string;
  shortName: string;
  teacher: string | null;
}

/** Everything that an analysis is made of. */
export interface ClassFacts {
  label: string;
  yearName: string;
  school: string;
  classTeacher: string | null;
  terms: readonly { id: string; kind: TermKind; number: number; startsOn: string; endsOn: string }[];
  journals: readonly JournalFacts[];
  chosen: PeriodFacts;
  /** Earlier terms of the year, then the same period of the year before. */
  others: readonly PeriodFacts[];
}
