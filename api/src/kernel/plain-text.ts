import { ErrorCode, Refusal } from "./refusal";

/** The input field that a text came in, its most characters, and whether it may have several lines. */
export interface TextField {
  field: string;
  limit: number;
  lines: "ONE" | "MANY";
}

/**
 * What a person typed, fit to be kept: composed (NFC), without spaces at its ends, in one line where one is meant.
 * Emoji are text like any other. Returns INVALID for NUL, other control characters and broken Unicode, TEXT_TOO_LONG
 * beyond the limit, which counts characters and not bytes.
 */
export function plainText(typed: string, { field, limit, lines }: TextField): string | Refusal {
  const spaced = lines === "ONE" ? typed.replace(/[\t\r\n]+/g, " ") : typed.replace(/\r\n?/g, "\n");
  if (!spaced.isWellFormed() || FORBIDDEN.test(spaced)) {
    return new Refusal(ErrorCode.INVALID, "В тексте есть недопустимые служебные знаки. Удалите их или наберите текст заново.", { field });
  }
  const text = spaced.normalize("NFC").trim();
  const length = [...text].length;
  if (length <= limit) return text;
  return new Refusal(ErrorCode.TEXT_TOO_LONG, `Текст слишком длинный: знаков — ${length}, можно не больше ${limit}. Сократите его.`, {
    field,
    limit,
  });
}

/** Control characters but tab and line feed. */
const FORBIDDEN = /[^\P{Cc}\t\n]/u;
