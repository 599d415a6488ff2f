import { plainText } from "../../kernel/plain-text";
import { ErrorCode, Refusal } from "../../kernel/refusal";
import { AttendanceKind, AWAY } from "../attendance/attendance-kind";
import { russianDate } from "../calendar/russian-date";
import { CellOutcome } from "../lessons/cell-outcome";
import { fitsVersion } from "../lessons/cell-version";
import type { LockedLesson } from "../lessons/lock-lessons";
import type { ResitFacts, StoredResit } from "./resit-cells";
import type { ResitInput } from "./resit.inputs";

/** What is to become of one pupil's resit; `plannedOn` null: it is cancelled. */
export type ResitDecision =
  | { outcome: CellOutcome.SET; plannedOn: string | null; note: string | null }
  | { outcome: CellOutcome.UNCHANGED }
  | { outcome: CellOutcome.CONFLICT | CellOutcome.REFUSED; refusal: Refusal };

/**
 * May this resit be planned, moved or cancelled [3.2.4]: the pupil was absent at the work and has no mark of it, the day is a day of school after
 * the lesson, and nobody has changed it since the teacher saw it.
 */
export function decideResit(input: ResitInput, lesson: Pick<LockedLesson, "date" | "yearEndsOn">, facts: ResitFacts): ResitDecision {
  const note = plainText(input.note ?? "", { field: "note", limit: 500, lines: "MANY" });
  if (note instanceof Refusal) return refused(note);
  const plannedOn = input.plannedOn ?? null;
  const stands = planned(facts.stands);
  if (plannedOn === (stands?.plannedOn ?? null) && (plannedOn === null || (stands?.note ?? null) === (note || null))) {
    return { outcome: CellOutcome.UNCHANGED };
  }
  const refusal = plannedOn === null ? cancelRefusal(facts) : (pupilRefusal(facts, lesson.date) ?? dayRefusal(plannedOn, lesson, facts));
  if (refusal) return refused(refusal);
  const { stands: kept } = facts;
  if (fitsVersion(input.version, kept && { version: kept.version, isEmpty: kept.plannedOn === null })) {
    return { outcome: CellOutcome.SET, plannedOn, note: plannedOn === null ? null : note || null };
  }
  return { outcome: CellOutcome.CONFLICT, refusal: new Refusal(ErrorCode.CONFLICT, standsNow(stands)) };
}

function planned(resit: StoredResit | null): (StoredResit & { plannedOn: string }) | null {
  return resit?.plannedOn ? { ...resit, plannedOn: resit.plannedOn } : null;
}

/** The mark of a resit stands beside the absence only by the resit. */
function cancelRefusal({ hasMark, attendance }: ResitFacts): Refusal | null {
  if (!hasMark || !attendance || !AWAY.has(attendance)) return null;
  return invalid("Отметка за пересдачу уже стоит, поэтому отменить её нельзя. Сначала уберите отметку.", "plannedOn");
}

function pupilRefusal({ isEnrolled, attendance, hasMark }: ResitFacts, lessonDate: string): Refusal | null {
  const day = russianDate(lessonDate);
  if (!isEnrolled) {
    return new Refusal(
      ErrorCode.NOT_ENROLLED,
      `Учащегося нет в списке журнала на ${day}. Работу пересдают те, кто был в списке на дату урока.`,
    );
  }
  if (hasMark) return invalid("Отметка за эту работу уже стоит: назначать пересдачу не нужно.", "pupilId");
  if (attendance === AttendanceKind.RELEASED)
    return invalid(`Учащийся был освобождён от урока ${day}: отметка за работу не нужна.`, "pupilId");
  if (!attendance || !AWAY.has(attendance)) {
    return invalid(`Учащийся был на уроке ${day}. Поставьте отметку за работу или отметьте его отсутствующим.`, "pupilId");
  }
  return null;
}

function dayRefusal(plannedOn: string, lesson: Pick<LockedLesson, "date" | "yearEndsOn">, { isDayOff }: ResitFacts): Refusal | null {
  if (plannedOn <= lesson.date)
    return invalid(`Пересдача бывает после работы, то есть позже ${russianDate(lesson.date)}. Выберите другой день.`, "plannedOn");
  if (plannedOn > lesson.yearEndsOn) {
    return invalid(`Учебный год кончается ${russianDate(lesson.yearEndsOn)}. Выберите день пересдачи не позже.`, "plannedOn");
  }
  return isDayOff ? invalid(`${russianDate(plannedOn)} — неучебный день. Выберите другой день пересдачи.`, "plannedOn") : null;
}

function standsNow(stands: { plannedOn: string } | null): string {
  const now = stands ? `сейчас она назначена на ${russianDate(stands.plannedOn)}` : "сейчас она отменена";
  return `Пересдачу уже изменили с другого устройства: ${now}. Проверьте и, если нужно, назначьте день ещё раз.`;
}

function invalid(message: string, field: string): Refusal {
  return new Refusal(ErrorCode.INVALID, message, { field });
}

function refused(refusal: Refusal): ResitDecision {
  return { outcome: CellOutcome.REFUSED, refusal };
}
