import { ErrorCode, notFound, Refusal } from "../../kernel/refusal";
import { isUuid } from "../../kernel/uuid";
import type { AssessmentKind } from "../assessment-rules/assessment-kind";
import type { AssessmentRules } from "../assessment-rules/assessment-rules";
import { WorkScale } from "../assessment-rules/work-scale";
import { MarkingScheme } from "../journals/marking-scheme";
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
  scale: WorkScale;
  maxPoints: number | null;
}

/** A column that was found: of this lesson or, by a mistaken id, of another; `hasMarks` also when all of them were cleared, or when a resit was planned. */
export interface FoundColumn extends Column {
  isOfLesson: boolean;
  hasMarks: boolean;
}

/** What the columns of a journal obey: its subject's and its scheme's rules on the lesson's date. */
export interface ColumnRules {
  isForeignLanguage: boolean;
  scheme: MarkingScheme;
  works: AssessmentRules["works"];
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
  rules: ColumnRules,
): ColumnChange[] | Refusal {
  const existing = found.filter((column) => column.isOfLesson);
  const ids = wanted.map((column) => column.id.toLowerCase());
  const removed = existing.filter((column) => !ids.includes(column.id));
  const fault = faultOfList(ids, found) ?? faultOfRemoval(removed);
  if (fault) return fault;
  const changes: ColumnChange[] = removed.map((column) => ({ before: plain(column), after: null }));
  const numbers = new Set(existing.filter((column) => !removed.includes(column)).map((column) => column.number));
  for (const [index, input] of wanted.entries()) {
    const title = checkTitle(input.title ?? null, rules.isForeignLanguage);
    if (title instanceof Refusal) return title;
    const before = existing.find((column) => column.id === ids[index]);
    const weight = weightOf(input, before, rules);
    if (weight instanceof Refusal) return weight;
    const scaleFault = faultOfScale(input, before, rules);
    if (scaleFault) return scaleFault;
    const number = before?.number ?? freeNumber(numbers);
    const { kind, mandatory, scale, maxPoints = null } = input;
    const after: Column = { id: ids[index]!, number, kind, weight, title, mandatory, scale, maxPoints };
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

/** The weight asked for, or that of the kind; a locked one is the school's, except where a column of an earlier rule stays as it is. */
function weightOf({ kind, weight: wanted }: AssessmentInput, before: FoundColumn | undefined, { works }: ColumnRules): number | Refusal {
  const { weightHundredths, isLocked } = works[kind];
  const weight = wanted ?? weightHundredths / 100;
  if (!isWeight(weight)) return invalid("Вес работы должен быть больше 0 и не больше 99,99, не более двух знаков после запятой.");
  const stays = before?.kind === kind && before.weight === weight;
  if (!isLocked || stays || Math.round(weight * 100) === weightHundredths) return weight;
  const locked = String(weightHundredths / 100).replace(".", ",");
  return invalid(`Вес этого вида работы задан школой: ${locked}. Оставьте его или выберите другой вид работы.`);
}

function faultOfScale(
  { scale, maxPoints = null }: AssessmentInput,
  before: FoundColumn | undefined,
  { scheme }: ColumnRules,
): Refusal | null {
  if (scale !== WorkScale.FIVE_POINT && scheme !== MarkingScheme.FIVE_POINT) {
    return invalid("В этом журнале нет отметок по пятибалльной шкале: баллы и проценты перевести не во что.");
  }
  const isMost = maxPoints !== null && maxPoints > 0 && maxPoints <= 9999 && Number(maxPoints.toFixed(2)) === maxPoints;
  if ((scale === WorkScale.POINTS) !== (maxPoints !== null) || (maxPoints !== null && !isMost)) {
    return invalid("Для работы в баллах укажите наибольший балл: больше 0 и не больше 9999, не более двух знаков после запятой.");
  }
  if (before?.hasMarks && (before.scale !== scale || before.maxPoints !== maxPoints)) {
    return invalid("За эту работу уже ставили отметки: изменить её шкалу нельзя. Добавьте другую работу.");
  }
  return null;
}

function isWeight(weight: number): boolean {
  return weight > 0 && weight < 100 && Number(weight.toFixed(2)) === weight;
}

function sameColumn(one: Column, other: Column): boolean {
  const isSameScale = one.scale === other.scale && one.maxPoints === other.maxPoints;
  return (
    isSameScale && one.kind === other.kind && one.weight === other.weight && one.title === other.title && one.mandatory === other.mandatory
  );
}

function plain({ id, number, kind, weight, title, mandatory, scale, maxPoints }: Column): Column {
  return { id, number, kind, weight, title, mandatory, scale, maxPoints };
}

function invalid(message: string): Refusal {
  return new Refusal(ErrorCode.INVALID, message, { field: "assessments" });
}
