import { russianDate } from "../calendar/russian-date";
import { TermKind } from "../calendar/term-kind";
import type { AnalysisFigures, AnalysisMark, AnalysisPeriod, AnalysisQuality } from "../analysis/analysis-figures";
import type { AnalysisDocument } from "../analysis/class-analysis";
import { PupilCategory } from "../analysis/pupil-category";

/** What a school writes of an analysis: the same words in the table and on paper. */

/** «1 четверть 2026/2027 учебного года», «2026/2027 учебный год». */
export function periodName({ termKind, number, yearName }: AnalysisPeriod): string {
  return number === null ? `${yearName} учебный год` : `${shortPeriodName({ termKind, number })} ${yearName} учебного года`;
}

/** «1 четверть», «год». */
export function shortPeriodName({ termKind, number }: Pick<AnalysisPeriod, "termKind" | "number">): string {
  return number === null ? "год" : `${number} ${TERM_NAMES[termKind]}`;
}

const TERM_NAMES: Readonly<Record<TermKind, string>> = {
  [TermKind.QUARTER]: "четверть",
  [TermKind.HALF_YEAR]: "полугодие",
  [TermKind.TRIMESTER]: "триместр",
};

export const CATEGORY_NAMES: Readonly<Record<PupilCategory, string>> = {
  [PupilCategory.EXCELLENT]: "Отличники",
  [PupilCategory.ONE_FOUR]: "С одной «4»",
  [PupilCategory.GOOD]: "Хорошисты",
  [PupilCategory.ONE_THREE]: "С одной «3»",
  [PupilCategory.SATISFACTORY]: "С несколькими «3»",
  [PupilCategory.FAILING]: "Неуспевающие",
  [PupilCategory.NOT_ASSESSED]: "Не аттестованы",
  [PupilCategory.WITHOUT_MARKS]: "Без отметок за период",
};

/** «57,33»; «—» where nobody is counted. */
export function figureText(figure: string | null): string {
  return figure === null ? "—" : figure.replace(".", ",");
}

/** What the СОУ with «н/а» is called: it says which formula it follows. */
export function learningName(figures: AnalysisFigures): string {
  return figures.notAssessedPoints === null ? "СОУ, % (н/а не учитываются)" : `СОУ, % (н/а по ${figures.notAssessedPoints})`;
}

export const LEARNING_WITHOUT = "СОУ, % (н/а по 0)";

/** The СОУ that the school's rule names, for the comparison's one column. */
export function learningOf(quality: AnalysisQuality): string | null {
  return quality.learningWithNotAssessed ?? quality.learning;
}

/** «Математика (3, Иванова М. П.)» */
export function markNote({ subject, mark, teacher }: AnalysisMark): string {
  const note = [mark, teacher].filter(Boolean).join(", ");
  return note ? `${subject} (${note})` : subject;
}

/** «Подписал(а) Сидорова А. Л., 26.10.2026; показатели на этот момент.» */
export function signatureText(document: AnalysisDocument | null, timeZone: string): string {
  if (!document?.signedAt) return "Черновик: анализ не подписан.";
  const date = new Intl.DateTimeFormat("en-CA", { timeZone }).format(document.signedAt);
  return `Подписано: ${document.signedBy}, ${russianDate(date)}. Показатели приведены на момент подписания.`;
}
