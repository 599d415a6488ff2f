import type { AttendanceKind, JournalPageQuery } from "@/graphql/generated/graphql";
import type { MarkValue } from "../cells/cell-value";
import type { TermMarkValue } from "../cells/cell-value";
import { atAttempt, slotKey, type AttendanceCell, type MarkCell, type TermMarkCell } from "../outbox/entry";
import type { PageAssessment, PageLesson, PageModel, PagePupil, PageTitle } from "./page-model";
import { summaryOfTerm } from "./summary-columns";

/**
 * The page as it travels inside its HTML: rows of values without field names, cells by the place of their pupil and column, so that a
 * term of marks costs kilobytes and not a hundred of them.
 */
export interface PackedPage {
  title: PageTitle;
  pupils: unknown[][];
  /** Who teaches the lessons: one or two names for all of them. */
  teachers: string[];
  lessons: unknown[][];
  assessments: unknown[][];
  /** Assessment, pupil, value, version, and where there are any comment, number of the retake, points, a debt's day. */
  marks: unknown[][];
  /** Lesson, pupil, kind, version, and minutes and reason where there are any. */
  attendance: unknown[][];
  /** Pupil, value, version, and a reason where there is one. */
  termMarks: unknown[][];
}

export function packPage(page: JournalPageQuery["journalPage"]): PackedPage {
  const pupilPlace = placesOf(page.pupils, (pupil) => pupil.pupilId);
  const lessonPlace = placesOf(page.lessons, (lesson) => lesson.id);
  const assessmentPlace = placesOf(page.assessments, (assessment) => assessment.id);
  const teachers = [...new Set(page.lessons.map(({ teacher }) => teacher))];
  return {
    title: titleOf(page),
    pupils: page.pupils.map((pupil) => withoutTail(PUPIL_FIELDS.map((field) => pupil[field]))),
    teachers,
    lessons: page.lessons.map((lesson) =>
      withoutTail(LESSON_FIELDS.map((field) => (field === "teacher" ? teachers.indexOf(lesson.teacher) : lesson[field]))),
    ),
    assessments: page.assessments.map((one) =>
      withoutTail(
        ASSESSMENT_FIELDS.map((field) => {
          if (field === "lessonId") return lessonPlace(one.lessonId);
          return field === "scale" && one.scale === "FIVE_POINT" ? null : one[field];
        }),
      ),
    ),
    marks: page.marks.map(({ assessmentId, pupilId, value, version, comment, attempt, points, debtUntil }) => {
      const mark = [/^\d$/.test(value) ? Number(value) : value, version, comment, attempt > 1 ? attempt : null, points, debtUntil];
      return withoutTail([assessmentPlace(assessmentId), pupilPlace(pupilId), ...mark]);
    }),
    attendance: page.attendance.map(({ lessonId, pupilId, kind, version, minutesLate, reason }) =>
      withoutTail([lessonPlace(lessonId), pupilPlace(pupilId), kind, version, minutesLate, reason]),
    ),
    termMarks: page.pupils.flatMap(({ given }, place) => (given ? [withoutTail([place, given.value, given.version, given.reason])] : [])),
  };
}

export function unpackPage(packed: PackedPage): PageModel {
  const pupils = packed.pupils.map((row) => named<PagePupil>(PUPIL_FIELDS, row));
  const lessons = packed.lessons.map((row) => {
    const lesson = named<Omit<PageLesson, "teacher"> & { teacher: number }>(LESSON_FIELDS, row);
    return { ...lesson, teacher: packed.teachers[lesson.teacher] ?? "" };
  });
  const assessments = packed.assessments.map((row) => {
    const assessment = named<Omit<PageAssessment, "lessonId"> & { lessonId: number }>(ASSESSMENT_FIELDS, row);
    return { ...assessment, lessonId: lessons[assessment.lessonId]?.id ?? "", scale: assessment.scale ?? "FIVE_POINT" };
  });
  return {
    title: packed.title,
    pupils,
    lessons,
    assessments,
    marks: marksOf(packed, pupils, assessments),
    attendance: attendanceOf(packed, pupils, lessons),
    termMarks: termMarksOf(packed, pupils),
    summary: summaryOfTerm(packed.title),
  };
}

// What is often null stands last and is left out.
const PUPIL_FIELDS = ["pupilId", "name", "average", "suggested", "from", "to"] as const satisfies (keyof PagePupil)[];

const LESSON_FIELDS = [
  "id",
  "date",
  "slot",
  "status",
  "version",
  "teacher",
  "mayEdit",
  "startsAt",
  "topic",
  "planTopicId",
  "homework",
  "homeworkVersion",
  "homeworkMinutes",
  "homeworkDueOn",
] as const satisfies (keyof PageLesson)[];

const ASSESSMENT_FIELDS = [
  "id",
  "lessonId",
  "number",
  "kind",
  "weight",
  "mandatory",
  "title",
  "scale",
  "maxPoints",
] as const satisfies (keyof PageAssessment)[];

function titleOf({
  journalId,
  subject,
  className,
  markingScheme,
  isForeignLanguage,
  teachers,
  mayEdit,
  mayGiveTermMarks,
  termMarksFrom,
  retakes,
  term,
  terms,
}: JournalPageQuery["journalPage"]): PageTitle {
  return {
    journalId,
    subject,
    className,
    markingScheme,
    isForeignLanguage,
    teachers,
    mayEdit,
    mayGiveTermMarks,
    termMarksFrom,
    retakes,
    term,
    terms,
  };
}

type PackedMark = [number, number, string | number, number, string?, (number | null)?, (string | null)?, (string | null)?];

function marksOf({ marks }: PackedPage, pupils: PagePupil[], assessments: PageAssessment[]): Map<string, MarkCell> {
  return new Map(
    marks.map((row) => {
      const [column, pupil, value, version, comment = null, attempt, points, debtUntil] = row as PackedMark;
      const { lessonId = "", number = 1 } = assessments[column] ?? {};
      const first = { thing: "MARK" as const, lessonId, number, pupilId: pupils[pupil]?.pupilId ?? "" };
      const more = { ...(points && { points }), ...(debtUntil && { debtUntil }) };
      return [slotKey(atAttempt(first, attempt ?? 1)), { value: String(value) as MarkValue, comment, version, ...more }];
    }),
  );
}

function attendanceOf({ attendance }: PackedPage, pupils: PagePupil[], lessons: PageLesson[]): Map<string, AttendanceCell> {
  return new Map(
    attendance.map((row) => {
      const [lesson, pupil, kind, version, minutesLate = null, reason = null] = row as [
        number,
        number,
        AttendanceKind,
        number,
        number?,
        string?,
      ];
      const slot = { thing: "ATTENDANCE" as const, lessonId: lessons[lesson]?.id ?? "", pupilId: pupils[pupil]?.pupilId ?? "" };
      return [slotKey(slot), { kind, minutesLate, reason, version }];
    }),
  );
}

function termMarksOf({ termMarks, title }: PackedPage, pupils: PagePupil[]): Map<string, TermMarkCell> {
  return new Map(
    termMarks.map((row) => {
      const [pupil, value, version, reason = null] = row as [number, TermMarkValue, number, string?];
      const slot = { thing: "TERM_MARK" as const, kind: "TERM" as const, termId: title.term.id, pupilId: pupils[pupil]?.pupilId ?? "" };
      return [slotKey(slot), { given: value, reason, version }];
    }),
  );
}

function placesOf<T>(things: readonly T[], idOf: (thing: T) => string): (id: string) => number {
  const places = new Map(things.map((thing, place) => [idOf(thing), place]));
  return (id) => places.get(id) ?? -1;
}

function named<T>(fields: readonly string[], row: unknown[]): T {
  return Object.fromEntries(fields.map((field, place) => [field, row[place] ?? null])) as T;
}

function withoutTail(row: unknown[]): unknown[] {
  const kept = row.findLastIndex((value) => value !== null);
  return row.slice(0, kept + 1);
}
