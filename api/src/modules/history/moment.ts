import { civilDate, type Clock } from "../../kernel/clock";
import { ErrorCode, Refusal } from "../../kernel/refusal";
import type { Viewer } from "../../kernel/viewer";

/** A moment that has been, and the school's civil date of it. */
export interface PastMoment {
  at: Date;
  date: string;
}

/** @throws Refusal INVALID for a moment that has not come yet; `field` is the argument's name. */
export function pastMoment(clock: Clock, viewer: Viewer, at: Date, field = "at"): PastMoment {
  if (at.getTime() > clock.now().getTime()) {
    throw new Refusal(ErrorCode.INVALID, "Этот момент ещё не наступил. Выберите дату и время не позже текущих.", { field });
  }
  return { at, date: civilDate(at, viewer.timeZone) };
}
