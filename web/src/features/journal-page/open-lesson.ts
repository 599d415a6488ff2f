import type { AttendanceContent } from "./outbox/entry";
import { isEnrolledOn, laterLessonDates, lessonObstacle, type LessonObstacle } from "./page/page-columns";
import type { PageAssessment, PageLesson, PagePupil } from "./page/page-model";
import type { JournalSession } from "./store/journal-session";
import { slotsOf, viewCell } from "./store/cell-view";

/** Everything of one lesson that a form beside the grid needs. Attendance goes the grid's own way, so that there is one of it. */
export interface OpenLesson {
  journalId: string;
  isForeignLanguage: boolean;
  lesson: PageLesson;
  works: (PageAssessment & { hasMarks: boolean })[];
  pupils: { pupilId: string; name: string; attendance: AttendanceContent }[];
  /** Why nothing can be recorded; null when it can. */
  obstacle: LessonObstacle | null;
  laterDates: string[];
  /** The topic of the plan that was taught last before this lesson. */
  taughtTopicId: string | null;
  hasPrevious: boolean;
  hasNext: boolean;
  setAttendance: (pupilId: string, attendance: AttendanceContent) => void;
}

export function openLesson({ store }: JournalSession, lesson: PageLesson, today: string): OpenLesson {
  const { page, columns, outbox } = store.getState();
  const own = columns.filter((column) => column.lesson.id === lesson.id);
  const enrolled = page.pupils.filter((pupil) => isEnrolledOn(pupil, lesson.date));
  const viewOf = (pupil: PagePupil, number: number) => viewCell({ lesson, number }, pupil.pupilId, outbox, store.confirmed);
  const place = page.lessons.findIndex(({ id }) => id === lesson.id);
  return {
    journalId: page.title.journalId,
    isForeignLanguage: page.title.isForeignLanguage,
    lesson,
    works: own.flatMap(({ assessment, number }) =>
      assessment ? [{ ...assessment, hasMarks: page.pupils.some((pupil) => viewOf(pupil, number).mark.value !== null) }] : [],
    ),
    pupils: enrolled.map((pupil) => ({ pupilId: pupil.pupilId, name: pupil.name, attendance: viewOf(pupil, 1).attendance })),
    obstacle: lessonObstacle(lesson, today),
    taughtTopicId: page.lessons.slice(0, place).findLast(({ planTopicId }) => planTopicId !== null)?.planTopicId ?? null,
    laterDates: laterLessonDates(page.lessons, lesson),
    hasPrevious: place > 0,
    hasNext: place < page.lessons.length - 1,
    setAttendance: (pupilId, content) => store.change([{ slot: slotsOf({ lesson, number: 1 }, pupilId).attendance, content }]),
  };
}
