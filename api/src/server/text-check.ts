import { ErrorCode } from "../kernel/refusal";
import { requestRefusal } from "./request-refusal";

/** Variables of the contract nest four deep: deeper ones are an attack on the stack. */
const DEPTH = 20;

/**
 * PostgreSQL keeps neither NUL nor half a surrogate pair: a text with one is refused here, once for every field.
 * `path` names the place, as `variables.input.topic`.
 * @throws Refusal INVALID with the field.
 */
export function refuseBrokenText(value: unknown, path: string, depth = 0): void {
  if (depth > DEPTH) {
    throw requestRefusal(400, ErrorCode.LIMIT_EXCEEDED, "Переменные запроса вложены слишком глубоко.", { limit: "variables", most: DEPTH });
  }
  if (typeof value === "string") {
    if (value.includes("\0") || !value.isWellFormed()) throw brokenText(path);
  } else if (Array.isArray(value)) {
    value.forEach((part, index) => refuseBrokenText(part, `${path}.${index}`, depth + 1));
  } else if (typeof value === "object" && value !== null) {
    for (const [key, part] of Object.entries(value)) refuseBrokenText(part, `${path}.${key}`, depth + 1);
  }
}

function brokenText(path: string): Error {
  const field = path.replace(/^variables\./, "");
  return requestRefusal(400, ErrorCode.INVALID, "В тексте есть недопустимые служебные знаки. Удалите их или наберите текст заново.", {
    field,
  });
}
