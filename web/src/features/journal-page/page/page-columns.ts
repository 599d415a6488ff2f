import type { PageAssessment, PageLesson, PageModel, PagePupil } from "./page-model";

/** One column of the grid: a kind of work under a lesson, or the empty first column of a lesson without any. */
export interface Column {
  lesson: PageLesson;
  assessment: PageAssessment | null;
  number: number;
  /** The first column of its lesson: attendance without a mark stands there. */
  isFirst: boolean;
}

/** Every lesson has at least one column, where its first mark is typed. */
export function columnsOf({ lessons, assessments }: Pick<PageModel, "lessons" | "assessments">): Column[] {
  const byLesson = Map.groupBy(assessments, (assessment) => assessment.lessonId);
  return lessons.flatMap((lesson): Column[] => {
    const own = byLesson.get(lesson.id) ?? [];
    if (own.length === 0) return [{ lesson, assessment: null, number: 1, isFirst: true }];
    return own.map((assessment, place) => ({ lesson, assessment, number: assessment.number, isFirst: place === 0 }));
  });
}

/** Neighbouring columns with one key, for headers that span them. */
export function spansOf(columns: readonly Column[], keyOf: (column: Column) => string): { first: Column; at: number; length: number }[] {
  const spans: { first: Column; at: number; length: number; key: string }[] = [];
  columns.forEach((column, at) => {
    const key = keyOf(column);
    const last = spans.at(-1);
    if (last?.key === key) last.length += 1;
    else spans.push({ first: column, at, length: 1, key });
  });
  return spans;
}

/** Where work goes on: today's lesson, else the last one before today, else the first of the term. */
export function columnOfToday(columns: readonly Column[], today: string): number {
  const here = columns.findIndex(({ lesson }) => lesson.date === today);
  if (here >= 0) return here;
  const past = columns.findLast(({ lesson }) => lesson.date < today);
  return past ? columns.findIndex(({ lesson }) => lesson === past.lesson) : 0;
}

export function isEnrolledOn({ from, to }: Pick<PagePupil, "from" | "to">, date: string): boolean {
  return (from === null || from <= date) && (to === null || date <= to);
}

/** Why nothing can be written under a lesson. */
export type LessonObstacle = "READ_ONLY" | "CANCELLED" | "FUTURE";
export type Obstacle = LessonObstacle | "MISSED" | "NOT_ENROLLED";

/** Why nothing can be recorded of a lesson; null when it can. */
export function lessonObstacle(lesson: PageLesson, today: string): LessonObstacle | null {
  if (lesson.status === "CANCELLED") return "CANCELLED";
  if (lesson.date > today) return "FUTURE";
  return lesson.mayEdit ? null : "READ_ONLY";
}

/** Why nothing can be typed for a pupil in a lesson; null when it can. */
export function obstacle(lesson: PageLesson, pupil: PagePupil, today: string): Obstacle | null {
  if (!isEnrolledOn(pupil, lesson.date)) return "NOT_ENROLLED";
  return lessonObstacle(lesson, today) ?? (lesson.status === "MISSED" ? "MISSED" : null);
}

/** Everyone present must have a mark here: a control work, or a column that its teacher made obligatory. */
export function isObligatory({ assessment, lesson }: Column, today: string): boolean {
  if (!assessment || lesson.status === "CANCELLED" || lesson.date > today) return false;
  return assessment.mandatory || assessment.kind === "CONTROL";
}

/** The dates of the journal's next lessons after this one: homework is due at the first unless the teacher says otherwise. */
export function laterLessonDates(lessons: readonly PageLesson[], lesson: PageLesson): string[] {
  const later = lessons.filter((one) => one.date > lesson.date && one.status !== "CANCELLED");
  return [...new Set(later.map(({ date }) => date))];
}
