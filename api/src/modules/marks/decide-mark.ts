import { plainText } from "../../kernel/plain-text";
import { ErrorCode, notFound, Refusal } from "../../kernel/refusal";
import { isUuid } from "../../kernel/uuid";
import { readRules } from "../assessment-rules/assessment-rules";
import { WorkScale } from "../assessment-rules/work-scale";
import { AWAY } from "../attendance/attendance-kind";
import { russianDate } from "../calendar/russian-date";
import { addDays } from "../calendar/school-time";
import { MarkingScheme } from "../journals/marking-scheme";
import { CellOutcome } from "../lessons/cell-outcome";
import { fitsVersion } from "../lessons/cell-version";
import { lessonRefusal } from "../lessons/lesson-rule";
import type { LockedLesson } from "../lessons/lock-lessons";
import type { CellPlace, MarkCellFacts, StandingMark } from "./load-mark-cells";
import { NO_MARK, readMark, type StoredMark } from "./mark-scale";
import type { MarkCellInput } from "./mark.inputs";

/** What is to become of a cell. */
export type MarkDecision =
  | { outcome: CellOutcome.SET; mark: StoredMark; value: string | null; comment: string | null }
  | { outcome: CellOutcome.UNCHANGED }
  | { outcome: CellOutcome.CONFLICT | CellOutcome.REFUSED; refusal: Refusal };

/** A cell with what was found of it under the lock: the lesson when it is the viewer's to write, the facts when the ids are well formed. */
export interface FoundCell {
  lesson: LockedLesson | undefined;
  facts: MarkCellFacts | undefined;
}

/**
 * May this mark be set, and does that change anything: the lesson is open, the value is on the scale, the pupil was in
 * the list and at the lesson on its date [3.2.3] (or resits the work), and nobody has changed the cell since the teacher saw it.
 */
export function decideMark(cell: MarkCellInput, { lesson, facts }: FoundCell, today: string): MarkDecision {
  if (!lesson || !facts) return refused(missing(cell));
  const closed = lessonRefusal(lesson, today);
  if (closed) return refused(closed);
  const mark = readValue(cell, lesson, facts, today);
  if (mark instanceof Refusal) return refused(mark);
  const comment = plainText(cell.comment ?? "", { field: "comment", limit: COMMENT_LIMIT, lines: "MANY" });
  if (comment instanceof Refusal) return refused(comment);
  const wrongPlace = pupilRefusal(cell, lesson, facts, today) ?? attemptRefusal(cell, facts, mark);
  if (wrongPlace) return refused(wrongPlace);
  return compare(cell, facts, { outcome: CellOutcome.SET, mark, value: valueOf(mark), comment: comment || null });
}

/** May this mark be taken away: the lesson is open and the cell stands as the teacher saw it. Also of a pupil who has left since. */
export function decideClearing(cell: CellPlace & { version: number }, { lesson, facts }: FoundCell, today: string): MarkDecision {
  if (!lesson || !facts) return refused(missing(cell));
  const closed = lessonRefusal(lesson, today);
  if (closed) return refused(closed);
  if (!facts.assessment) return refused(notFound("Колонка отметок"));
  const retaken = attemptRefusal(cell, facts, NO_MARK);
  if (retaken) return refused(retaken);
  return compare(cell, facts, { outcome: CellOutcome.SET, mark: NO_MARK, value: null, comment: null });
}

/** The same cell a second time in one call: which of the two was meant, nobody can know. */
export function decideRepeated(): MarkDecision {
  return refused(new Refusal(ErrorCode.INVALID, "Эта клетка указана в запросе дважды. Оставьте одну отметку.", { field: "cells" }));
}

const COMMENT_LIMIT = 500;
const MOST_ATTEMPTS = 9;

/** A debt (точка) as the contract writes it. */
const DEBT = "DEBT";

const SHOWN: ReadonlyMap<string, string> = new Map([
  ["PASS", "зачёт"],
  ["FAIL", "незачёт"],
  [DEBT, "долг"],
]);

function missing({ lessonId, assessmentId, pupilId }: Pick<MarkCellInput, "lessonId" | "assessmentId" | "pupilId">): Refusal {
  const malformed = Object.entries({ lessonId, assessmentId, pupilId }).find(([, id]) => id && !isUuid(id));
  if (!malformed) return notFound("Урок");
  return new Refusal(ErrorCode.INVALID, `Неверный ${malformed[0]}: нужен UUID. Обновите страницу и повторите действие.`, {
    field: malformed[0],
  });
}

function pupilRefusal(cell: MarkCellInput, lesson: LockedLesson, facts: MarkCellFacts, today: string): Refusal | null {
  if (cell.assessmentId && !facts.assessment) return notFound("Колонка отметок");
  const day = russianDate(lesson.date);
  if (!facts.isEnrolled) {
    return new Refusal(
      ErrorCode.NOT_ENROLLED,
      `Учащегося нет в списке журнала на ${day}. Отметка ставится только тем, кто зачислен на дату урока.`,
    );
  }
  const isAway = facts.attendance !== null && AWAY.has(facts.attendance);
  return isAway && !isWrittenLater(cell, facts) ? absentRefusal(day, facts, today) : null;
}

/** Who was absent at a control work gets the mark of its resit, from the day on which that is planned; the absence stays [3.2.4]. */
function absentRefusal(day: string, { resitOn, assessment }: MarkCellFacts, today: string): Refusal | null {
  if (resitOn && resitOn <= today) return null;
  const absent = `Учащийся отмечен отсутствующим на уроке ${day}.`;
  if (resitOn)
    return new Refusal(ErrorCode.PUPIL_ABSENT, `${absent} Пересдача назначена на ${russianDate(resitOn)}: отметка ставится с этого дня.`);
  const advice = assessment?.mandatory
    ? "Назначьте день пересдачи контрольной работы или снимите отметку об отсутствии."
    : "Сначала снимите отметку об отсутствии.";
  return new Refusal(ErrorCode.PUPIL_ABSENT, `${absent} ${advice}`);
}

/** A debt may be set of one who was away; what is handed in later, and a retake, are not of that lesson. */
function isWrittenLater({ attempt, value }: Pick<MarkCellInput, "attempt" | "value">, { attempts }: MarkCellFacts): boolean {
  return value === DEBT || attempt > 1 || attempts[0]?.value === DEBT;
}

/** A retake stands beside a mark that is there, and holds it: the marks of one work come and go in their order. */
function attemptRefusal({ attempt }: { attempt: number }, { attempts }: MarkCellFacts, wanted: StoredMark): Refusal | null {
  const invalid = (message: string) => new Refusal(ErrorCode.INVALID, message, { field: "attempt" });
  if (!Number.isInteger(attempt) || attempt < 1 || attempt > MOST_ATTEMPTS) {
    return invalid(`За одну работу может быть не больше ${MOST_ATTEMPTS} отметок. Исправьте последнюю.`);
  }
  const isGraded = (wantedAttempt: number) => {
    const value = attempts.find((mark) => mark.attempt === wantedAttempt)?.value ?? null;
    return value !== null && value !== DEBT;
  };
  if (attempt > 1 && valueOf(wanted) !== null && !isGraded(attempt - 1)) {
    return invalid("Исправлять пока нечего: сначала поставьте первую отметку за эту работу.");
  }
  if (wanted.grade === null && wanted.passed === null && isRetaken(attempt, attempts)) {
    return invalid("Эту отметку исправили следующей. Сначала уберите исправление.");
  }
  return null;
}

function isRetaken(attempt: number, attempts: readonly StandingMark[]): boolean {
  return attempts.some((mark) => mark.attempt === attempt + 1 && mark.value !== null);
}

/** The mark that the cell asks for on the column's scale; a debt with its day. */
function readValue(cell: MarkCellInput, lesson: LockedLesson, facts: MarkCellFacts, today: string): StoredMark | Refusal {
  const rules = readRules(facts.rules);
  if (cell.value === DEBT && lesson.markingScheme !== MarkingScheme.NONE) {
    const debtUntil = cell.debtUntil ?? addDays(today, rules.debt.days);
    if (debtUntil >= today && debtUntil <= lesson.yearEndsOn) return { ...NO_MARK, debtUntil };
    const message = `Срок сдачи должен быть не раньше сегодняшнего дня и не позже ${russianDate(lesson.yearEndsOn)}. Укажите другой день.`;
    return new Refusal(ErrorCode.INVALID, message, { field: "debtUntil" });
  }
  const { scale = WorkScale.FIVE_POINT, maxPoints = null } = facts.assessment ?? {};
  const maxHundredths = maxPoints === null ? null : Math.round(maxPoints * 100);
  return readMark(cell.value, { scheme: lesson.markingScheme, rules, scale, maxHundredths });
}

/** What stands as the contract writes it. */
function valueOf({ grade, passed, debtUntil }: StoredMark): string | null {
  if (grade !== null) return String(grade);
  if (passed !== null) return passed ? "PASS" : "FAIL";
  return debtUntil === null ? null : DEBT;
}

function compare(
  cell: { version: number; attempt: number },
  { attempts }: MarkCellFacts,
  wanted: MarkDecision & { outcome: CellOutcome.SET },
): MarkDecision {
  const stands = attempts.find(({ attempt }) => attempt === cell.attempt) ?? null;
  const value = stands?.value ?? null;
  if (stands ? isSame(stands, wanted) : wanted.value === null) return { outcome: CellOutcome.UNCHANGED };
  if (fitsVersion(cell.version, stands && { version: stands.version, isEmpty: value === null })) return wanted;
  const message = `${standsNow(value)} Проверьте и, если нужно, поставьте свою ещё раз.`;
  return { outcome: CellOutcome.CONFLICT, refusal: new Refusal(ErrorCode.CONFLICT, message) };
}

function isSame(stands: StandingMark, { value, mark, comment }: MarkDecision & { outcome: CellOutcome.SET }): boolean {
  const isSameMark = stands.value === value && stands.pointsHundredths === mark.pointsHundredths && stands.debtUntil === mark.debtUntil;
  return isSameMark && stands.comment === comment;
}

function standsNow(value: string | null): string {
  if (value === null) return "Отметку уже убрали с другого устройства: сейчас клетка пустая.";
  const shown = SHOWN.get(value) ?? value;
  return `Отметку уже изменили с другого устройства: сейчас стоит «${shown}».`;
}

function refused(refusal: Refusal): MarkDecision {
  return { outcome: CellOutcome.REFUSED, refusal };
}
