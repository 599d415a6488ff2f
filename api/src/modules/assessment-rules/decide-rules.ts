import { ErrorCode, Refusal } from "../../kernel/refusal";
import { AssessmentKind } from "./assessment-kind";
import type { AssessmentRules, Bands, LeastMarks, SubjectRules, WorkRule } from "./assessment-rules";
import type { BandsDocument, LeastMarksDocument, RulesDocument, SubjectRulesDocument, WorkRuleDocument } from "./rules-document";
import { workRule, workRules } from "./work-rules";

const MOST_STEPS = 6;
const KINDS = Object.values(AssessmentKind);

/**
 * The rules that a document means, or INVALID with the field at fault: bands that rise, whole numbers within their bounds, at most two decimals, a
 * weight for every kind of work, subjects of the school.
 */
export function decideRules(document: RulesDocument, subjectIds: ReadonlySet<string>): AssessmentRules | Refusal {
  try {
    return toRules(document, subjectIds);
  } catch (fault) {
    if (fault instanceof Refusal) return fault;
    throw fault;
  }
}

/** The document of rules, as the contract tells them. */
export function toDocument(rules: AssessmentRules): RulesDocument {
  const { scales, debt, subjects, bands, leastMarks, yearBands, finalBands, ...plain } = rules;
  return {
    ...plain,
    bands: decimalBands(bands),
    leastMarks: leastMarks.map(decimalSteps),
    works: workRules(rules),
    tenPoint: decimalBands(scales.tenPoint),
    percent: decimalBands(scales.percent),
    debtDays: debt.days,
    debtEnds: debt.ends,
    yearBands: decimalBands(yearBands),
    finalBands: decimalBands(finalBands),
    subjects: Object.entries(subjects).map(([subjectId, own]) => ({
      subjectId,
      bands: own.bands ? decimalBands(own.bands) : null,
      leastMarks: own.leastMarks?.map(decimalSteps) ?? null,
      works: own.works ? Object.entries(own.works).map(([kind, work]) => workRule(kind as AssessmentKind, work)) : null,
    })),
  };
}

function toRules(document: RulesDocument, subjectIds: ReadonlySet<string>): AssessmentRules {
  const { allowsOne, averaging, retakes, twoBarsFive, debtEnds, leastMarksAfterIllness = null } = document;
  const { mostMissedPercent = null, notAssessedInSou = null } = document;
  const works = toWorks(document.works, "works");
  if (KINDS.some((kind) => !works[kind])) throw invalid("works", "Укажите вес каждого вида работы.");
  return {
    allowsOne,
    averaging,
    retakes,
    twoBarsFive,
    bands: toBands(document.bands, "bands", AVERAGES),
    leastMarks: toLeastMarks(document.leastMarks, "leastMarks"),
    leastMarksAfterIllness: leastMarksAfterIllness && {
      sickPercent: whole(leastMarksAfterIllness.sickPercent, [1, 100], "leastMarksAfterIllness", "Доля болезни, %"),
      marks: whole(leastMarksAfterIllness.marks, [1, 30], "leastMarksAfterIllness", "Число отметок после болезни"),
    },
    mostMissedPercent: mostMissedPercent === null ? null : whole(mostMissedPercent, [1, 100], "mostMissedPercent", "Доля пропусков, %"),
    works: works as Record<AssessmentKind, WorkRule>,
    scales: { tenPoint: toBands(document.tenPoint, "tenPoint", [1, 10]), percent: toBands(document.percent, "percent", [1, 100]) },
    debt: { days: whole(document.debtDays, [1, 90], "debtDays", "Срок долга в днях"), ends: debtEnds },
    resitDays: whole(document.resitDays, [1, 60], "resitDays", "Срок пересдачи в днях"),
    questionDays: whole(document.questionDays, [1, 20], "questionDays", "Срок ответа в учебных днях"),
    termMarkDays: whole(document.termMarkDays, [1, 120], "termMarkDays", "Дней до конца периода"),
    yearBands: toBands(document.yearBands, "yearBands", AVERAGES),
    finalBands: toBands(document.finalBands, "finalBands", AVERAGES),
    notAssessedInSou: notAssessedInSou === null ? null : whole(notAssessedInSou, [0, 100], "notAssessedInSou", "Вклад «н/а» в СОУ"),
    subjects: toSubjects(document.subjects, subjectIds),
  };
}

const AVERAGES: readonly [number, number] = [2.01, 5];

function toSubjects(documents: readonly SubjectRulesDocument[], subjectIds: ReadonlySet<string>): Record<string, SubjectRules> {
  const field = "subjects";
  const ids = documents.map(({ subjectId }) => subjectId.toLowerCase());
  if (!ids.every((id) => subjectIds.has(id)))
    throw invalid(field, "Такого предмета в школе нет. Обновите страницу и выберите предмет из списка.");
  if (new Set(ids).size < ids.length) throw invalid(field, "Предмет указан дважды. Оставьте одну строку.");
  return Object.fromEntries(
    documents.map(({ bands, leastMarks, works }, index) => [
      ids[index]!,
      {
        ...(bands && { bands: toBands(bands, field, AVERAGES) }),
        ...(leastMarks && { leastMarks: toLeastMarks(leastMarks, field) }),
        ...(works && { works: toWorks(works, field) }),
      },
    ]),
  );
}

function toBands({ five, four, three }: BandsDocument, field: string, [least, most]: readonly [number, number]): Bands {
  const rises = least <= three && three < four && four < five && five <= most;
  if (!rises || ![five, four, three].every(hasTwoDecimals)) {
    const range = `от ${russian(least)} до ${russian(most)}`;
    throw invalid(field, `Границы отметок должны расти от тройки к пятёрке, ${range}, не более двух знаков после запятой.`);
  }
  return { five: hundredths(five), four: hundredths(four), three: hundredths(three) };
}

function toLeastMarks(steps: readonly LeastMarksDocument[], field: string): LeastMarks[] {
  const hours = steps.map(({ upToHours }) => upToHours);
  const isLadder = hours.every((value, index) => {
    const isLast = index === hours.length - 1;
    if (value === null || isLast) return value === null && isLast;
    return value > (hours[index - 1] ?? 0) && value <= 20 && Number(value.toFixed(1)) === value;
  });
  if (steps.length === 0 || steps.length > MOST_STEPS || !isLadder) {
    throw invalid(field, `Часы в неделю должны расти, последняя строка — «остальные»; строк не больше ${MOST_STEPS}.`);
  }
  return steps.map(({ upToHours, marks }) => ({
    upToHoursTenths: upToHours === null ? null : Math.round(upToHours * 10),
    marks: whole(marks, [1, 30], field, "Наименьшее число отметок"),
  }));
}

function toWorks(documents: readonly WorkRuleDocument[], field: string): Partial<Record<AssessmentKind, WorkRule>> {
  if (new Set(documents.map(({ kind }) => kind)).size < documents.length)
    throw invalid(field, "Вид работы указан дважды. Оставьте одну строку.");
  return Object.fromEntries(
    documents.map(({ kind, weight, isLocked }) => {
      if (!(weight > 0 && weight < 100 && hasTwoDecimals(weight))) {
        throw invalid(field, "Вес работы должен быть больше 0 и не больше 99,99, не более двух знаков после запятой.");
      }
      return [kind, { weightHundredths: hundredths(weight), isLocked }];
    }),
  );
}

function whole(value: number, [least, most]: readonly [number, number], field: string, name: string): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw invalid(field, `${name}: нужно целое число от ${least} до ${most}.`);
}

function hasTwoDecimals(value: number): boolean {
  return Number.isFinite(value) && Number(value.toFixed(2)) === value;
}

function hundredths(value: number): number {
  return Math.round(value * 100);
}

function russian(value: number): string {
  return String(value).replace(".", ",");
}

function invalid(field: string, message: string): Refusal {
  return new Refusal(ErrorCode.INVALID, message, { field: `rules.${field}` });
}

function decimalBands({ five, four, three }: Bands): BandsDocument {
  return { five: five / 100, four: four / 100, three: three / 100 };
}

function decimalSteps({ upToHoursTenths, marks }: LeastMarks): LeastMarksDocument {
  return { upToHours: upToHoursTenths === null ? null : upToHoursTenths / 10, marks };
}
