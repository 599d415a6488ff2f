import { ErrorCode, notFound, Refusal } from "../../kernel/refusal";
import { gateOf, type TermScope } from "../calendar/term-gate";
import type { KeptLock, KeptOpening, PlaceFacts } from "./load-gate-facts";

/** What is to become of a place that is to be closed. `ends`: openings of it, or of a part of it, that end with it. */
export type Closing = { outcome: "UNCHANGED"; lock: KeptLock } | { outcome: "SET"; ends: KeptOpening[] };

/**
 * May a term be closed there, and does that change anything. Closing closes: an opening within the place ends, and one of a larger place, which
 * goes on elsewhere, does not open the lock that is put now. What is closed by its own lock already stays as it is, and so do openings in it.
 */
export function decideClosing(facts: PlaceFacts, now: Date): Closing | Refusal {
  const refusal = placeRefusal(facts);
  if (refusal) return refusal;
  const { own, gated, locks, openings, place } = facts;
  const gate = gateOf(gated, locks, openings, now);
  if (own && !own.isLifted && gate && !gate.opening) return { outcome: "UNCHANGED", lock: own };
  return { outcome: "SET", ends: openings.filter((opening) => isWithin(opening, place)) };
}

/** May a closed term be opened there until a moment: something closes it there, in whole or in part, and the time is reasonable. */
export function decideOpening(facts: PlaceFacts, until: Date, now: Date): Refusal | null {
  const refusal = placeRefusal(facts) ?? untilRefusal(until, now);
  if (refusal) return refusal;
  const { locks, gated, place } = facts;
  const touches = locks.some((lock) => isWithin(lock, place) || gateOf(gated, [lock], [], now) !== null);
  if (touches) return null;
  return new Refusal(ErrorCode.INVALID, "Этот учебный период здесь не закрыт: открывать нечего. Обновите страницу.", { field: "places" });
}

/** At most so many days is a term open again. */
const OPEN_DAYS = 31;

/** May a term be opened until that moment. */
export function untilRefusal(until: Date, now: Date): Refusal | null {
  if (until > now && until.getTime() <= now.getTime() + OPEN_DAYS * 86_400_000) return null;
  const message =
    until > now
      ? `Открыть период можно не больше чем на ${OPEN_DAYS} день. Выберите более ранний срок.`
      : "Этот срок уже прошёл. Выберите более поздний.";
  return new Refusal(ErrorCode.INVALID, message, { field: "until" });
}

/** Is what is locked or opened all within a place: in the whole school, the class or the journal. */
function isWithin({ classId, journalId, classIds }: TermScope & { classIds: readonly string[] }, place: TermScope): boolean {
  if (place.journalId) return journalId === place.journalId;
  if (!place.classId) return true;
  return classId === place.classId || (journalId !== null && classIds.length > 0 && classIds.every((id) => id === place.classId));
}

function placeRefusal({ isThere, yearIsClosed }: PlaceFacts): Refusal | null {
  if (!isThere) return notFound("Учебный период, класс или журнал");
  if (!yearIsClosed) return null;
  return new Refusal(ErrorCode.TERM_CLOSED, "Этот учебный год завершён: его периоды закрыты навсегда.");
}
