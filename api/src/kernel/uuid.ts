import { ErrorCode, Refusal } from "./refusal";

/** True for a UUID in its usual writing: PostgreSQL would answer anything else with an error of its own. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}

/** An id that a client sent, as PostgreSQL writes it. @throws Refusal INVALID with the argument's name when it is no UUID. */
export function requireUuid(text: string, field: string): string {
  if (isUuid(text)) return text.toLowerCase();
  throw new Refusal(ErrorCode.INVALID, "Номер записи в адресе или запросе неверен. Откройте страницу заново из меню.", { field });
}
