import { plainText } from "../../kernel/plain-text";
import { ErrorCode, Refusal } from "../../kernel/refusal";
import { isUuid } from "../../kernel/uuid";
import type { AssessmentRules } from "../assessment-rules/assessment-rules";
import { russianDate } from "../calendar/russian-date";
import { addDays } from "../calendar/school-time";
import type { MarkingScheme } from "../journals/marking-scheme";
import { CellOutcome } from "../lessons/cell-outcome";
import { fitsVersion } from "../lessons/cell-version";
import { readTermMark, type TermMarkValue, termMarkWord } from "./term-mark-value";
import type { TermMarkCellInput } from "./term-marks.inputs";

/** A column of term marks: what decides for all of its cells. */
export interface TermMarkColumn {
  scheme: MarkingScheme;
  /** The term's first and last day; for the year, exams and final marks those of the year's last term. */
  startsOn: string;
  endsOn: string;
  isClosed: boolean;
  rules: Pick<AssessmentRules, "allowsOne" | "scales" | "termMarkDays">;
}

/** One pupil of the column. */
export interface TermMarkFacts {
  /** In the journal's list on some day of the term. */
  isInList: boolean;
  /** The pupil's last day in the list, when it is before the term's end. */
  went: string | null;
  /** What the rules suggest; null: nothing, or the pupil is not in the list. */
  suggested: TermMarkValue | null;
  /** Null: no mark was ever there. A cleared mark has no value. */
  mark: { id: string; value: TermMarkValue | null; reason: string | null; suggested: TermMarkValue | null; version: number } | null;
}

/** What is to become of a cell. */
export type TermMarkDecision =
  | { outcome: CellOutcome.SET; value: TermMarkValue | null; reason: string | null }
  | { outcome: CellOutcome.UNCHANGED }
  | { outcome: CellOutcome.CONFLICT | CellOutcome.REFUSED; refusal: Refusal };

/**
 * May this term mark be set or taken away, and does that change anything [3.2.7]: the term's last days have come and it is open, the pupil was in the
 * list, the value is on the scale, a difference from the suggestion has its reason, and nobody has changed the cell since the teacher saw it.
 */
export function decideTermMark(
  cell: TermMarkCellInput,
  column: TermMarkColumn,
  facts: TermMarkFacts | undefined,
  today: string,
): TermMarkDecision {
  if (!isUuid(cell.pupilId) || !facts)
    return refused(ErrorCode.INVALID, "Неверный pupilId: нужен UUID. Обновите страницу и повторите действие.");
  const untimely = timeRefusal(column, facts, today);
  if (untimely) return { outcome: CellOutcome.REFUSED, refusal: untimely };
  const value = cell.value ?? null;
  const stands = facts.mark;
  if (value !== null) {
    const read = readTermMark(value, column);
    if (read instanceof Refusal) return { outcome: CellOutcome.REFUSED, refusal: read };
    if (!facts.isInList) {
      return refused(
        ErrorCode.NOT_ENROLLED,
        "Учащегося не было в списке журнала ни в один день этого учебного периода: отметка не ставится.",
      );
    }
  }
  const reason = value === null ? null : readReason(cell.reason ?? "");
  if (reason instanceof Refusal) return { outcome: CellOutcome.REFUSED, refusal: reason };
  if ((stands?.value ?? null) === value && (stands?.reason ?? null) === reason) return { outcome: CellOutcome.UNCHANGED };
  if (!fitsVersion(cell.version, stands && { version: stands.version, isEmpty: stands.value === null })) {
    const message = `${standsNow(stands?.value ?? null)} Проверьте и, если нужно, поставьте свою ещё раз.`;
    return { outcome: CellOutcome.CONFLICT, refusal: new Refusal(ErrorCode.CONFLICT, message) };
  }
  if (value !== null && reason === null && facts.suggested !== null && facts.suggested !== value) {
    return refused(
      ErrorCode.REASON_NEEDED,
      `По правилам школы выходит «${termMarkWord(facts.suggested)}». Чтобы поставить «${termMarkWord(value)}», напишите, почему отметка отличается.`,
      "reason",
    );
  }
  return { outcome: CellOutcome.SET, value, reason };
}

/** The same pupil a second time in one call: which of the two was meant, nobody can know. */
export function decideRepeatedPupil(): TermMarkDecision {
  return refused(ErrorCode.INVALID, "Этот учащийся указан в запросе дважды. Оставьте одну отметку.", "cells");
}

/** The first day on which the column's marks may be given. */
export function givenFrom({ endsOn, rules }: { endsOn: string; rules: Pick<AssessmentRules, "termMarkDays"> }): string {
  return addDays(endsOn, 1 - rules.termMarkDays);
}

const REASON_LIMIT = 500;
const LEAST_LETTERS = 3;

/** One who leaves within the term is marked from the last day on. */
function timeRefusal(column: TermMarkColumn, { went }: TermMarkFacts, today: string): Refusal | null {
  if (column.isClosed) {
    return new Refusal(
      ErrorCode.TERM_CLOSED,
      `Учебный период по ${russianDate(column.endsOn)} закрыт. Чтобы изменить отметку, попросите заместителя директора открыть его.`,
    );
  }
  const from = givenFrom(column);
  if (today >= from || (went !== null && went <= today)) return null;
  return new Refusal(
    ErrorCode.TOO_EARLY,
    `Рано: учебный период закончится ${russianDate(column.endsOn)}, эти отметки ставятся с ${russianDate(from)}. Выбывшему ученику отметку можно поставить с последнего дня в классе.`,
  );
}

/** The reason as it is kept; null when it was left out. It is a word in Russian at least, and no row of dots. */
function readReason(typed: string): string | null | Refusal {
  const reason = plainText(typed, { field: "reason", limit: REASON_LIMIT, lines: "MANY" });
  if (reason instanceof Refusal || reason === "") return reason || null;
  if ((reason.match(/[а-яё]/giu) ?? []).length >= LEAST_LETTERS) return reason;
  return new Refusal(
    ErrorCode.REASON_NEEDED,
    "Напишите причину по-русски, хотя бы одним словом: её увидят родители и заместитель директора.",
    {
      field: "reason",
    },
  );
}

function standsNow(value: TermMarkValue | null): string {
  if (value === null) return "Отметку уже убрали с другого устройства: сейчас клетка пустая.";
  return `Отметку уже изменили с другого устройства: сейчас стоит «${termMarkWord(value)}».`;
}

function refused(code: ErrorCode, message: string, field?: string): TermMarkDecision {
  return { outcome: CellOutcome.REFUSED, refusal: new Refusal(code, message, field ? { field } : {}) };
}
