import { mayEditLesson, type Viewer } from "../../kernel/viewer";
import type { AttendanceKind } from "../attendance/attendance-kind";
import type { PageAttendance } from "../attendance/page-attendance";
import { unpackTerms, type TermColumns } from "../calendar/terms-of-page";
import type { WorkScale } from "../assessment-rules/work-scale";
import type { JournalKind } from "../journals/journal-kind";
import { MarkingScheme } from "../journals/marking-scheme";
import type { LessonStatus } from "../lessons/lesson-status";
import { workRules } from "../assessment-rules/work-rules";
import type { AssessmentKind } from "../assessment-rules/assessment-kind";
import { readRules, rulesOfSubject, type StoredRules } from "../assessment-rules/assessment-rules";
import { pointsText } from "../marks/mark-scale";
import type { PageAssessment, PageMark } from "../marks/page-mark";
import { MarkSummer, WHOLE_SHARE } from "../marks/weighted-average";
import { givenFrom } from "../term-marks/decide-term-mark";
import { termMarkText, type StoredTermMark } from "../term-marks/term-mark-text";
import { termMarkValue } from "../term-marks/term-mark-value";
import type { JournalPage, PageLesson, PagePupil, PageTopic } from "./journal-page";
import { writeSuggestions } from "./write-suggestions";

/** The row of the page's statement: lists are null when they are empty. */
export interface JournalPageRow extends TermColumns {
  subject: string;
  kind: JournalKind;
  marking_scheme: MarkingScheme;
  is_foreign_language: boolean;
  class_name: string;
  subject_id: string;
  rules: StoredRules | null;
  /** Hours a week, in tenths. */
  hours: number | null;
  teachers: string[] | null;
  pupils: PackedPupil[] | null;
  lessons: PackedLesson[] | null;
  columns: PackedColumn[] | null;
  /** `assessmentId pupilId value version` of each mark, of some also `attempt share`, with `;` between them. */
  marks: string | null;
  /** Of marks that have more to tell. */
  details: PackedDetail[] | null;
  attendance: PackedAbsence[] | null;
  /** Grades that pupils who came within the term brought along: the term mark counts both. */
  brought: [pupilId: string, grade: number, weight: number, share: number][] | null;
  /** Lessons that those pupils had elsewhere before. */
  former_lessons: [pupilId: string, held: number, missed: number, sick: number][] | null;
  topics: [id: string, number: number, title: string, homework: string | null][] | null;
}

type PackedPupil = [
  id: string,
  name: string,
  from: string | null,
  to: string | null,
  grade: StoredTermMark[0],
  passed: StoredTermMark[1],
  special: StoredTermMark[2],
  version: number | null,
  suggested: string | null,
  reason: string | null,
];

type PackedLesson = [
  id: string,
  date: string,
  slot: number,
  startsAt: string | null,
  endsAt: string | null,
  room: string | null,
  status: LessonStatus,
  topic: string | null,
  planTopicId: string | null,
  version: number,
  recordedAt: string | null,
  teacher: string,
  homework: string | null,
  homeworkDueOn: string | null,
  homeworkMinutes: number | null,
  homeworkVersion: number | null,
];

type PackedColumn = [
  id: string,
  lessonId: string,
  number: number,
  kind: AssessmentKind,
  weight: number,
  title: string | null,
  mandatory: boolean,
  scale: WorkScale,
  maxPoints: number | null,
];

type PackedDetail = [
  assessmentId: string,
  pupilId: string,
  attempt: number,
  comment: string | null,
  pointsHundredths: number | null,
  debtUntil: string | null,
];

type PackedAbsence = [
  lessonId: string,
  pupilId: string,
  kind: AttendanceKind,
  minutesLate: number | null,
  reason: string | null,
  version: number,
];

/** The page of the contract, from the packed row. */
export function unpackJournalPage(viewer: Viewer, journalId: string, row: JournalPageRow): JournalPage {
  const { term, terms } = unpackTerms(row);
  const lessons = (row.lessons ?? []).map((packed) => toLesson(packed, !term.isClosed && mayEditLesson(viewer, journalId, packed[0])));
  const assessments = (row.columns ?? []).map(toAssessment);
  const pupils = (row.pupils ?? []).map(toPupil);
  const columnOf = new Map(assessments.map((column) => [column.id, column]));
  const rules = rulesOfSubject(readRules(row.rules), row.subject_id);
  const sumOf = new Map(pupils.map(({ pupilId }) => [pupilId, new MarkSummer(rules.averaging)]));
  const marks = toMarks(row, columnOf, sumOf);
  for (const [pupilId, grade, weight, share] of row.brought ?? [])
    sumOf.get(pupilId)!.add({ grade, weightHundredths: hundredths(weight), share });
  writeSuggestions(pupils, sumOf, row, rules);
  return {
    journalId,
    subject: row.subject,
    className: row.class_name,
    kind: row.kind,
    markingScheme: row.marking_scheme,
    isForeignLanguage: row.is_foreign_language,
    retakes: rules.retakes,
    works: workRules(rules),
    teachers: row.teachers ?? [],
    mayEdit: !term.isClosed && (viewer.teaches.has(journalId) || lessons.some((lesson) => lesson.mayEdit)),
    mayGiveTermMarks: !term.isClosed && viewer.teaches.has(journalId) && row.marking_scheme !== MarkingScheme.NONE,
    termMarksFrom: givenFrom({ endsOn: term.endsOn, rules }),
    term,
    terms,
    pupils,
    lessons,
    assessments,
    marks,
    attendance: (row.attendance ?? []).filter(([, pupilId]) => sumOf.has(pupilId)).map(toAttendance),
    planTopics: (row.topics ?? []).map(([id, number, title, homework]): PageTopic => ({ id, number, title, homework })),
  };
}

function toLesson(packed: PackedLesson, mayEdit: boolean): PageLesson {
  const [id, date, slot, startsAt, endsAt, room, status, topic, planTopicId, version, recordedAt, teacher, ...given] = packed;
  const [homework, homeworkDueOn, homeworkMinutes, homeworkVersion] = given;
  const lesson = { id, date, slot, startsAt, endsAt, room, status, topic, planTopicId, version, recordedAt, teacher, mayEdit };
  return { ...lesson, homework, homeworkDueOn, homeworkMinutes, homeworkVersion };
}

function toAssessment([id, lessonId, number, kind, weight, title, mandatory, scale, maxPoints]: PackedColumn): PageAssessment {
  return { id, lessonId, number, kind, weight, title, mandatory, scale, maxPoints };
}

function toPupil([pupilId, name, from, to, grade, passed, special, version, suggested, reason]: PackedPupil): PagePupil {
  const stored: StoredTermMark = [grade, passed, special];
  const value = termMarkValue(stored);
  const given = value === null ? null : { value, version: version!, suggested, reason };
  return { pupilId, name, from, to, average: null, suggested: null, suggestion: null, termMark: termMarkText(stored), given };
}

function toAttendance([lessonId, pupilId, kind, minutesLate, reason, version]: PackedAbsence): PageAttendance {
  return { lessonId, pupilId, kind, minutesLate, reason, version };
}

/** The marks of pupils in the list; each grade is added to its pupil's sum. */
function toMarks(
  { marks, details }: JournalPageRow,
  columnOf: ReadonlyMap<string, PageAssessment>,
  sumOf: ReadonlyMap<string, MarkSummer>,
): PageMark[] {
  const found: PageMark[] = [];
  const detailOf = new Map((details ?? []).map((detail) => [detail.slice(0, 3).join(" "), detail]));
  for (const cell of marks?.split(";") ?? []) {
    const [assessmentId, pupilId, value, version, attempt = "1", share] = cell.split(" ") as [
      string,
      string,
      string,
      string,
      string?,
      string?,
    ];
    const column = columnOf.get(assessmentId);
    const sum = sumOf.get(pupilId);
    if (!column || !sum) continue;
    if (value.length === 1)
      sum.add({ grade: Number(value), weightHundredths: hundredths(column.weight), share: share ? Number(share) : WHOLE_SHARE });
    const [, , , comment = null, pointsHundredths = null, debtUntil = null] = detailOf.get(`${assessmentId} ${pupilId} ${attempt}`) ?? [];
    const detail = { comment, points: pointsText(pointsHundredths), debtUntil };
    found.push({ assessmentId, lessonId: column.lessonId, pupilId, value, ...detail, version: Number(version), attempt: Number(attempt) });
  }
  return found;
}

function hundredths(weight: number): number {
  return Math.round(weight * 100);
}
