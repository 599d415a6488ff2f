import { plainText } from "../../kernel/plain-text";
import { ErrorCode, Refusal } from "../../kernel/refusal";
import { russianDate } from "../calendar/russian-date";
import type { LockedLesson } from "../lessons/lock-lessons";
import type { SetHomeworkInput } from "./homework.inputs";

/** What homework says; an empty text is "none". Without `dueOn` it is due at the journal's next lesson. */
export interface HomeworkContent {
  text: string;
  dueOn: string | null;
  expectedMinutes: number | null;
}

export const NO_HOMEWORK: HomeworkContent = { text: "", dueOn: null, expectedMinutes: null };

type Wish = Pick<SetHomeworkInput, "text" | "dueOn" | "expectedMinutes">;

/** The homework that is asked for, fit to be kept [3.2.6], or TEXT_TOO_LONG or INVALID. */
export function decideHomework(wish: Wish, lesson: Pick<LockedLesson, "date" | "yearEndsOn">): HomeworkContent | Refusal {
  const text = plainText(wish.text, { field: "text", limit: 4_000, lines: "MANY" });
  if (text instanceof Refusal) return text;
  if (text === "") return NO_HOMEWORK;
  const { dueOn = null, expectedMinutes = null } = wish;
  if (dueOn !== null && (dueOn <= lesson.date || dueOn > lesson.yearEndsOn)) {
    const range = `после ${russianDate(lesson.date)} и не позже ${russianDate(lesson.yearEndsOn)}`;
    return new Refusal(ErrorCode.INVALID, `Срок домашнего задания должен быть ${range}. Выберите другую дату.`, { field: "dueOn" });
  }
  if (expectedMinutes !== null && (expectedMinutes < 1 || expectedMinutes > 300)) {
    return new Refusal(ErrorCode.INVALID, "Время на домашнее задание — от 1 до 300 минут. Исправьте число минут.", {
      field: "expectedMinutes",
    });
  }
  return { text, dueOn, expectedMinutes };
}

export function sameHomework(one: HomeworkContent, other: HomeworkContent): boolean {
  return one.text === other.text && one.dueOn === other.dueOn && one.expectedMinutes === other.expectedMinutes;
}
