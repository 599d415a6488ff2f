import type { LetterNotice } from "./letter";
import type { QuestionStep } from "./notice-kind";

/** A letter's line of a question about a mark. */
export function questionLine(notice: LetterNotice): string {
  const day = russianDate(notice.lessonDate);
  const about = [notice.subject ?? "", ...(day ? [day] : [])].join(", ");
  const step = notice.questionStep;
  return `${about}, вопрос об отметке ${shownMark(notice.before)}: ${step ? LINES[step](notice) : ""}`;
}

/** A mark as people read it. */
export function shownMark(value: string | null): string {
  return (value && NAMED[value]) ?? value ?? "";
}

const NAMED: Readonly<Record<string, string>> = {
  PASS: "«зачёт»",
  FAIL: "«незачёт»",
  NOT_ASSESSED: "«н/а»",
  RELEASED: "«осв»",
  DEBT: "«точка»",
};

const LINES: Readonly<Record<QuestionStep, (notice: LetterNotice) => string>> = {
  ASKED: ({ title, text, dueOn }) => `${title ?? ""}: ${text ?? ""} Ответить нужно до ${russianDate(dueOn)} включительно.`,
  WRITTEN: ({ title, text }) => `${title ?? ""}: ${text ?? ""}`,
  ANSWERED: ({ title, text }) => `ответ учителя (${title ?? ""}): ${text ?? ""}`,
  CLOSED: ({ questionOutcome, before, after }) => {
    if (questionOutcome === "CORRECTED")
      return `закрыт, отметка исправлена: была ${shownMark(before)}, ${after ? `стала ${shownMark(after)}` : "убрана"}.`;
    return `закрыт: ${OUTCOMES[questionOutcome ?? ""] ?? ""}.`;
  },
  DUE: ({ dueOn }) => `ответа ещё нет, срок — ${russianDate(dueOn)}.`,
  OVERDUE: ({ dueOn }) => `ответа нет, срок прошёл ${russianDate(dueOn)}.`,
};

const OUTCOMES: Readonly<Record<string, string>> = {
  EXPLAINED: "отметка объяснена",
  STAYS: "отметка остаётся прежней",
  WITHDRAWN: "вопрос отозван",
};

/** A civil date as people read it; nothing for none. */
export function russianDate(date: string | null): string {
  return date ? date.split("-").reverse().join(".") : "";
}
