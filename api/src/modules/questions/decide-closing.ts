import { ErrorCode, Refusal } from "../../kernel/refusal";
import { MarkQuestionOutcome, MarkQuestionState, QuestionSide } from "./question-state";

/** What decides how a question may end. Values are marks of the contract; null: the mark was cleared. */
export interface ClosingFacts {
  state: MarkQuestionState;
  askedValue: string;
  value: string | null;
}

/**
 * May a question end so: a teacher closes one that is answered, and an outcome that speaks of the mark must be true of it; a guardian withdraws one
 * at any time, or says that the answer is enough.
 */
export function decideClosing(
  outcome: MarkQuestionOutcome,
  side: QuestionSide,
  { state, askedValue, value }: ClosingFacts,
): Refusal | null {
  if (state === MarkQuestionState.CLOSED) return closed();
  if (side === QuestionSide.FAMILY) {
    if (outcome === MarkQuestionOutcome.WITHDRAWN) return null;
    if (outcome !== MarkQuestionOutcome.EXPLAINED)
      return wrong("Решение об отметке принимает учитель. Отзовите вопрос или отметьте, что ответ получен.");
    return state === MarkQuestionState.OPEN ? wrong("Учитель ещё не ответил. Если вопрос больше не нужен, отзовите его.") : null;
  }
  if (outcome === MarkQuestionOutcome.WITHDRAWN) return wrong("Отозвать вопрос может только родитель. Выберите другой итог.");
  if (state === MarkQuestionState.OPEN) return wrong("Сначала ответьте на вопрос: родитель должен узнать, почему он закрыт.");
  const isSame = askedValue === value;
  if (outcome === MarkQuestionOutcome.CORRECTED && isSame)
    return wrong("Отметка не менялась с тех пор, как задан вопрос. Сначала исправьте её в журнале или выберите другой итог.");
  if (outcome === MarkQuestionOutcome.STAYS && !isSame)
    return wrong("Отметка изменилась с тех пор, как задан вопрос. Выберите «отметка исправлена».");
  return null;
}

/** The answer to somebody who writes in a question that has ended. */
export function closed(): Refusal {
  return new Refusal(
    ErrorCode.CONFLICT,
    "Вопрос уже закрыт, писать в него больше нельзя. Родитель может задать новый вопрос об этой отметке.",
  );
}

function wrong(message: string): Refusal {
  return new Refusal(ErrorCode.INVALID, message, { field: "outcome" });
}
