import writeXlsxFile, { type Cell, type Row, type Sheet } from "write-excel-file/node";
import type { AnalysisAbsences, AnalysisComparison, AnalysisFigures, AnalysisQuality } from "../analysis/analysis-figures";
import type { ClassAnalysis } from "../analysis/class-analysis";
import {
  CATEGORY_NAMES,
  LEARNING_WITHOUT,
  learningName,
  learningOf,
  markNote,
  periodName,
  shortPeriodName,
  signatureText,
} from "./analysis-words";

/** The analysis as a workbook of three sheets: summary, subjects, pupils. Figures are numbers, so that a school may reckon on. */
export function analysisSheet(analysis: ClassAnalysis, timeZone: string): Promise<Buffer> {
  const { figures } = analysis;
  return writeXlsxFile(
    [
      sheet("Сводка", [44, 14, 14, 14, 14, 14, 14, 14], summaryRows(analysis, timeZone)),
      sheet("Предметы", [28, 30, 9, 7, 7, 7, 7, 7, 7, 12, 12, 15, 15, 18, 18], subjectRows(figures), 1),
      sheet("Учащиеся", [30, 24, 50, 40, 14, 14, 14, 12, 12, 12, 12], pupilRows(figures), 1),
    ],
    { fontFamily: "Arial", fontSize: 10 },
  ).toBuffer();
}

type NamedSheet = Sheet<never>;

function sheet(name: string, widths: readonly number[], data: Row[], stickyRowsCount = 0): NamedSheet {
  return { sheet: name, columns: widths.map((width) => ({ width })), data, stickyRowsCount, orientation: "landscape" } as NamedSheet;
}

function summaryRows({ school, label, classTeacher, figures, document }: ClassAnalysis, timeZone: string): Row[] {
  const { summary, comparison } = figures;
  const compared = [summary, ...comparison];
  return [
    [school],
    [{ value: `Анализ успеваемости и посещаемости. Класс ${label}`, fontWeight: "bold", fontSize: 14 }],
    [`${periodName(summary.period)}. Классный руководитель: ${classTeacher ?? "—"}`],
    [signatureText(document, timeZone)],
    [],
    heads("Показатель", ...compared.map(({ period }) => `${shortPeriodName(period)} ${period.yearName}`)),
    line("Учащихся на конец периода", compared, ({ pupilCount }) => pupilCount),
    line("Успеваемость класса, %", compared, ({ byPupils }) => figure(byPupils.success)),
    line("Качество знаний класса, %", compared, ({ byPupils }) => figure(byPupils.quality)),
    line("Средний балл по всем отметкам", compared, ({ byMarks }) => figure(byMarks.mean)),
    line(`${learningName(figures)}, по всем отметкам`, compared, ({ byMarks }) => figure(learningOf(byMarks))),
    line(`${LEARNING_WITHOUT}, по всем отметкам`, compared, ({ byMarks }) => figure(byMarks.learning)),
    ...summary.categories.map(({ category }) => line(CATEGORY_NAMES[category], compared, (one) => countOf(one, category))),
    line("Пропущено уроков: по болезни", compared, ({ absences }) => absences.sickLessons),
    line("Пропущено уроков: по уважительной причине", compared, ({ absences }) => absences.excusedLessons),
    line("Пропущено уроков: без причины", compared, ({ absences }) => absences.unexcusedLessons),
    line("Опозданий", compared, ({ absences }) => absences.late),
    line("Пропущено полных дней: по болезни", [summary], ({ absences }) => absences.sickDays),
    line("Пропущено полных дней: по уважительной причине", [summary], ({ absences }) => absences.excusedDays),
    line("Пропущено полных дней: без причины", [summary], ({ absences }) => absences.unexcusedDays),
    ...words("Выводы", document?.conclusions),
    ...words("Причины", document?.causes),
    ...words("Меры", document?.measures),
  ];
}

function countOf({ categories }: AnalysisComparison, category: string): number {
  return categories.find((one) => one.category === category)?.count ?? 0;
}

function line(name: string, periods: readonly AnalysisComparison[], value: (period: AnalysisComparison) => Cell): Row {
  return [name, ...periods.map(value)];
}

function words(title: string, text: string | undefined): Row[] {
  if (!text) return [];
  return [[], [{ value: title, fontWeight: "bold" }], ...text.split("\n").map((row): Row => [row])];
}

function subjectRows(figures: AnalysisFigures): Row[] {
  const titles = ["Предмет", "Учителя", "Оценено", "«5»", "«4»", "«3»", "«2»", "н/а", "осв", "Без отметки", "Средний балл"];
  return [
    heads(...titles, "Успеваемость, %", "Качество, %", learningName(figures), LEARNING_WITHOUT, "Зачтено", "Не зачтено"),
    ...figures.subjects.map(({ subject, teachers, quality }): Row => [subject, teachers.join(", "), ...qualityCells(quality)]),
  ];
}

function qualityCells(quality: AnalysisQuality): Cell[] {
  const { size, five, four, three, two, notAssessed, released, unmarked, passed, failed } = quality;
  const { mean, success, learning, learningWithNotAssessed } = quality;
  const ratios = [mean, success, quality.quality, learningWithNotAssessed, learning].map(figure);
  return [size, five, four, three, two, notAssessed, released, unmarked, ...ratios, passed, failed];
}

function pupilRows({ pupils }: AnalysisFigures): Row[] {
  const lessons = ["Уроков по болезни", "По уважительной", "Без причины", "Опозданий"];
  return [
    heads("Учащийся", "Категория", "Чем определена", "Нет отметки", ...lessons, "Дней по болезни", "По уважительной", "Без причины"),
    ...pupils.map(({ name, category, deciding, unmarked, absences }): Row => {
      const notes = [deciding, unmarked].map((marks) => ({ value: marks.map(markNote).join("; "), wrap: true }));
      return [name, CATEGORY_NAMES[category], ...notes, ...absenceCells(absences)];
    }),
  ];
}

function absenceCells({
  sickLessons,
  excusedLessons,
  unexcusedLessons,
  late,
  sickDays,
  excusedDays,
  unexcusedDays,
}: AnalysisAbsences): Cell[] {
  return [sickLessons, excusedLessons, unexcusedLessons, late, sickDays, excusedDays, unexcusedDays];
}

function heads(...titles: string[]): Row {
  return titles.map((value) => ({ value, fontWeight: "bold", wrap: true, alignVertical: "center", backgroundColor: "#E8EEF7" }));
}

/** A figure as a number of two digits after the comma; «—» where nobody is counted. */
function figure(text: string | null): Cell {
  return text === null ? { value: "—", align: "right" } : { value: Number(text), type: Number, format: "0.00" };
}
