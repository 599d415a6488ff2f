import { ErrorCode, Refusal } from "../../kernel/refusal";
import { russianDate } from "../calendar/russian-date";
import { LessonStatus } from "./lesson-status";
import type { LockedLesson } from "./lock-lessons";

/** What the rule looks at. */
export type LessonFacts = Pick<LockedLesson, "status" | "date" | "termId" | "isClosed">;

/**
 * May anything be written under this lesson: it was not cancelled, its day has come, and its term is there and open.
 * A lesson of today or of the past that nobody has recorded yet may: its topic is asked for elsewhere (docs/decisions/0005).
 */
export function lessonRefusal(lesson: LessonFacts, today: string): Refusal | null {
  if (lesson.status === LessonStatus.MISSED) {
    return new Refusal(
      ErrorCode.LESSON_NOT_HELD,
      `Урок ${russianDate(lesson.date)} не проведён. Если он всё же был, сначала запишите его тему.`,
    );
  }
  return recordRefusal(lesson, today);
}

/** May this lesson be recorded as held: as above, and one that was noted as not given may be. */
export function recordRefusal(lesson: LessonFacts, today: string): Refusal | null {
  const day = russianDate(lesson.date);
  if (lesson.status === LessonStatus.CANCELLED) {
    return new Refusal(ErrorCode.LESSON_CANCELLED, `Урок ${day} отменён. Если он всё же был, обратитесь к заместителю директора.`);
  }
  if (lesson.date > today) {
    return new Refusal(ErrorCode.LESSON_NOT_HELD, `Урок ${day} ещё не наступил. Запись откроется в день урока.`);
  }
  if (!lesson.termId) {
    return new Refusal(ErrorCode.OUTSIDE_TERM, `Дата ${day} не входит ни в один учебный период. Проверьте дату урока у администратора.`);
  }
  if (lesson.isClosed) {
    return new Refusal(
      ErrorCode.TERM_CLOSED,
      `Учебный период с уроком ${day} закрыт. Чтобы изменить запись, попросите заместителя директора открыть его.`,
    );
  }
  return null;
}
