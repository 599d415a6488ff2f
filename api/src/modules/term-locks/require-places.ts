import { ErrorCode, Refusal } from "../../kernel/refusal";
import { plainText } from "../../kernel/plain-text";
import { isUuid } from "../../kernel/uuid";
import { askedPlace, type AskedPlace } from "./load-gate-facts";
import type { TermPlaceInput } from "./term-place";

/** All classes of a large school in every term of a year. */
const PLACES_LIMIT = 200;
const TEXT_LIMIT = 500;

/** The places of a command, each once. @throws Refusal INVALID, LIMIT_EXCEEDED. */
export function requirePlaces(places: readonly TermPlaceInput[]): AskedPlace[] {
  const details = { field: "places", limit: PLACES_LIMIT };
  if (places.length > PLACES_LIMIT) {
    throw new Refusal(
      ErrorCode.LIMIT_EXCEEDED,
      `За один раз можно выбрать не больше ${PLACES_LIMIT} мест. Разделите их на части.`,
      details,
    );
  }
  const asked = new Map(places.map(askedPlace).map((place) => [Object.values(place).join(" "), place]));
  const isWellFormed = places.every((place) => Object.values(askedPlace(place)).every((id) => id === null || isUuid(id)));
  if (asked.size > 0 && isWellFormed) return [...asked.values()];
  throw new Refusal(ErrorCode.INVALID, "Выберите, где закрыть или открыть учебный период: всю школу, класс или журнал.", details);
}

/** A text that must be there. `ask` says what to write. @throws Refusal INVALID, TEXT_TOO_LONG. */
export function requireWords(typed: string, field: string, ask: string): string {
  const text = plainText(typed, { field, limit: TEXT_LIMIT, lines: "MANY" });
  if (text instanceof Refusal) throw text;
  if (text === "") throw new Refusal(ErrorCode.INVALID, ask, { field });
  return text;
}
