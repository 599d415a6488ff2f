import { useTranslations } from "next-intl";
import type { MarkQuestionCardFragment, MarkQuestionOutcome } from "@/graphql/generated/graphql";
import { formatDate } from "@/ui/school-date";

export type Question = MarkQuestionCardFragment;

/** The words that a question is told in. */
export function useQuestionTexts() {
  const t = useTranslations("markQuestions");
  const words = useTranslations("words");
  return {
    /** «Контрольная работа, 20.11.2026», «2-я четверть», «Год» */
    work({ workKind, workTitle, lessonDate, termMarkKind, termKind, termNumber }: Question): string {
      if (lessonDate) return `${workTitle ?? (workKind ? words(`workKind.${workKind}`) : t("mark"))}, ${formatDate(lessonDate)}`;
      if (termKind && termNumber) return t(`term.${termKind}`, { number: termNumber });
      return termMarkKind ? t(`termMark.${termMarkKind}`) : t("mark");
    },
    /** Where the question stands, and whether that is bad, good or waits. */
    state({ state, dueOn, isOverdue, outcome }: Question): { text: string; tone: "accent" | "quiet" | "warn" | "bad" } {
      if (outcome) return { text: t(`outcome.${outcome}`), tone: "quiet" };
      if (state === "ANSWERED") return { text: t("answered"), tone: "accent" };
      if (isOverdue) return { text: t("overdue", { date: formatDate(dueOn) }), tone: "bad" };
      return { text: t("waits", { date: formatDate(dueOn) }), tone: "warn" };
    },
  };
}

/** How a teacher may end a question with an answer: what is said of the mark must be true of it. */
export function outcomesOfAnswer({ askedValue, value }: Question): MarkQuestionOutcome[] {
  return ["EXPLAINED", askedValue === value ? "STAYS" : "CORRECTED"];
}

/** The most characters of a text in a question. */
export const TEXT_LIMIT = 2000;

/** Characters as the database counts them: an emoji is one. */
export function mayBeSent(text: string): boolean {
  const trimmed = text.trim();
  return trimmed !== "" && [...trimmed].length <= TEXT_LIMIT;
}
