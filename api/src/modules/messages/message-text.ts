import { plainText } from "../../kernel/plain-text";
import { ErrorCode, Refusal } from "../../kernel/refusal";

/** A text of a message, report or title, fit to be kept. @throws Refusal INVALID when it is empty or broken, TEXT_TOO_LONG beyond the limit. */
export function requireText(typed: string, field: string, limit: number, lines: "ONE" | "MANY" = "MANY"): string {
  const text = plainText(typed, { field, limit, lines });
  if (text instanceof Refusal) throw text;
  if (text === "") throw new Refusal(ErrorCode.INVALID, EMPTY[field] ?? "Заполните это поле.", { field });
  return text;
}

const EMPTY: Readonly<Record<string, string>> = {
  text: "Напишите текст сообщения.",
  title: "Дайте группе название.",
  reason: "Напишите, что не так с этим сообщением.",
  outcome: "Напишите, что сделано по этой жалобе.",
};

/** The most characters of a message. */
export const MESSAGE_LIMIT = 4_000;
