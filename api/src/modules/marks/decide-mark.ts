import { plainText } from "../../kernel/plain-text";
import { ErrorCode, notFound, Refusal } from "../../kernel/refusal";
import { isUuid } from "../../kernel/uuid";
import { readRules } from "../assessment-rules/assessment-rules";
import { AWAY } from "../attendance/attendance-kind";
import { russianDate } from "../calendar/russian-date";
import { CellOutcome } from "../lessons/cell-outcome";
import { fitsVersion } from "../lessons/cell-version";
import { lessonRefusal } from "../lessons/lesson-rule";
import type { LockedLesson } from "../lessons/lock-lessons";
import type { CellPlace, MarkCellFacts } from "./load-mark-cells";
import { readMark, type StoredMark } from "./mark-scale";
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
  const mark = readMark(cell.value, { scheme: lesson.markingScheme, allowsOne: readRules(facts.rules).allowsOne });
  if (mark instanceof Refusal) return refused(mark);
  const comment = plainText(cell.comment ?? "", { field: "comment", limit: COMMENT_LIMIT, lines: "MANY" });
  if (comment instanceof Refusal) return refused(comment);
  const wrongPupil = pupilRefusal(cell, lesson, facts, today);
  if (wrongPupil) return refused(wrongPupil);
  return compare(cell, facts.mark, { outcome: CellOutcome.SET, mark, value: cell.value, comment: comment || null });
}

/** May this mark be taken away: the lesson is open and the cell stands as the teacher saw it. Also of a pupil who has left since. */
export function decideClearing(cell: CellPlace & { version: number }, { lesson, facts }: FoundCell, today: string): MarkDecision {
  if (!lesson || !facts) return refused(missing(cell));
  const closed = lessonRefusal(lesson, today);
  if (closed) return refused(closed);
  if (!facts.assessment) return refused(notFound("Колонка отметок"));
  return compare(cell, facts.mark, { outcome: CellOutcome.SET, mark: { grade: null, passed: null }, value: null, comment: null });
}

/** The same cell a second time in one call: which of the two was meant, nobody can know. */
export function decideRepeated(): MarkDecision {
  return refused(new Refusal(ErrorCode.INVALID, "Эта клетка указана в запросе дважды. Оставьте одну отметку.", { field: "cells" }));
}

const COMMENT_LIMIT = 500;

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
  return facts.attendance && AWAY.has(facts.attendance) ? absentRefusal(day, facts, today) : null;
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

function compare(
  cell: { version: number },
  stands: MarkCellFacts["mark"],
  wanted: MarkDecision & { outcome: CellOutcome.SET },
): MarkDecision {
  const value = stands?.value ?? null;
  if (value === wanted.value && (stands?.comment ?? null) === wanted.comment) return { outcome: CellOutcome.UNCHANGED };
  if (fitsVersion(cell.version, stands && { version: stands.version, isEmpty: value === null })) return wanted;
  const message = `${standsNow(value)} Проверьте и, если нужно, поставьте свою ещё раз.`;
  return { outcome: CellOutcome.CONFLICT, refusal: new Refusal(ErrorCode.CONFLICT, message) };
}

function standsNow(value: string | null): string {
  if (value === null) return "Отметку уже убрали с другого устройства: сейчас клетка пустая.";
  const shown = value === "PASS" ? "зачёт" : value === "FAIL" ? "незачёт" : value;
  return `Отметку уже изменили с другого устройства: сейчас стоит «${shown}».`;
}

function refused(refusal: Refusal): MarkDecision {
  return { outcome: CellOutcome.REFUSED, refusal };
}
