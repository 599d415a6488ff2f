import { ErrorCode, notFound, Refusal } from "../../kernel/refusal";
import { isUuid } from "../../kernel/uuid";
import type { AssessmentKind } from "../assessment-rules/assessment-kind";
import type { AssessmentInput } from "./record-lesson.inputs";
import { checkTitle } from "./topic-rule";

/** A column of marks as it is kept. */
export interface Column {
  id: string;
  number: number;
  kind: AssessmentKind;
  weight: number;
  title: string | null;
  mandatory: boolean;
}

/** A column that was found: of this lesson or, by a mistaken id, of another; `hasMarks` also when all of them were cleared, or when a resit was planned. */
export interface FoundColumn extends Column {
  isOfLesson: boolean;
  hasMarks: boolean;
}

/** One change of a column: made, changed or taken away. */
export interface ColumnChange {
  before: Column | null;
  after: Column | null;
}

const MOST_COLUMNS = 9;

/**
 * What has to change so that the lesson has the columns wanted. A column keeps its number; a new one comes after the
 * others. Returns INVALID, TOPIC_NOT_RUSSIAN, TEXT_TOO_LONG, LIMIT_EXCEEDED or NOT_FOUND where that cannot be.
 */
export function decideColumns(
  wanted: readonly AssessmentInput[],
  found: readonly FoundColumn[],
  isForeignLanguage: boolean,
): ColumnChange[] | Refusal {
  const existing = found.filter((column) => column.isOfLesson);
  const ids = wanted.map((column) => column.id.toLowerCase());
  const removed = existing.filter((column) => !ids.includes(column.id));
  const fault = faultOfList(ids, found) ?? faultOfRemoval(removed);
  if (fault) return fault;
  const changes: ColumnChange[] = removed.map((column) => ({ before: plain(column), after: null }));
  const numbers = new Set(existing.filter((column) => !removed.includes(column)).map((column) => column.number));
  for (const [index, input] of wanted.entries()) {
    const title = checkTitle(input.title ?? null, isForeignLanguage);
    if (title instanceof Refusal) return title;
    if (!isWeight(input.weight)) return invalid("Вес работы должен быть больше 0 и не больше 99,99, не более двух знаков после запятой.");
    const before = existing.find((column) => column.id === ids[index]);
    const number = before?.number ?? freeNumber(numbers);
    const after: Column = { id: ids[index]!, number, kind: input.kind, weight: input.weight, title, mandatory: input.mandatory };
    if (!before || !sameColumn(before, after)) changes.push({ before: before ? plain(before) : null, after });
  }
  return changes;
}

function faultOfList(ids: readonly string[], found: readonly FoundColumn[]): Refusal | null {
  if (ids.length > MOST_COLUMNS) {
    return new Refusal(ErrorCode.LIMIT_EXCEEDED, `У урока может быть не больше ${MOST_COLUMNS} колонок отметок. Уберите лишние.`, {
      field: "assessments",
    });
  }
  if (!ids.every(isUuid)) return invalid("Неверный номер колонки отметок: нужен UUID. Обновите страницу и повторите действие.");
  if (new Set(ids).size < ids.length)
    return invalid("Одна и та же колонка отметок указана дважды. Обновите страницу и повторите действие.");
  return found.some((column) => !column.isOfLesson) ? notFound("Колонка отметок") : null;
}

function faultOfRemoval(removed: readonly FoundColumn[]): Refusal | null {
  if (!removed.some((column) => column.hasMarks)) return null;
  return invalid(
    "Колонку, в которой ставились отметки или назначалась пересдача, убрать нельзя: история хранится. Можно изменить её вид и название.",
  );
}

/** After the last column; when the ninth place is taken, the first free place. */
function freeNumber(taken: Set<number>): number {
  const last = Math.max(0, ...taken);
  const places = Array.from({ length: MOST_COLUMNS }, (_, index) => index + 1);
  const number = last < MOST_COLUMNS ? last + 1 : (places.find((place) => !taken.has(place)) ?? last);
  taken.add(number);
  return number;
}

function isWeight(weight: number): boolean {
  return weight > 0 && weight < 100 && Number(weight.toFixed(2)) === weight;
}

function sameColumn(one: Column, other: Column): boolean {
  return one.kind === other.kind && one.weight === other.weight && one.title === other.title && one.mandatory === other.mandatory;
}

function plain({ id, number, kind, weight, title, mandatory }: Column): Column {
  return { id, number, kind, weight, title, mandatory };
}

function invalid(message: string): Refusal {
  return new Refusal(ErrorCode.INVALID, message, { field: "assessments" });
}
