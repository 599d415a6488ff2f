import pdfmake, { type Content, type TableCell } from "pdfmake";
import type { ClassAnalysis } from "../analysis/class-analysis";
import type { AnalysisComparison, AnalysisFigures } from "../analysis/analysis-figures";
import { PupilCategory } from "../analysis/pupil-category";
import { analysisBars } from "./analysis-bars";
import {
  CATEGORY_NAMES,
  figureText,
  LEARNING_WITHOUT,
  learningName,
  learningOf,
  markNote,
  periodName,
  shortPeriodName,
  signatureText,
} from "./analysis-words";
import { PAPER_FONTS, isPaperFont } from "./paper-fonts";

pdfmake.setFonts(PAPER_FONTS);
// A document of ours names no picture and no address; the fonts are all that is read.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(isPaperFont);

/** The analysis on paper: A4, fonts embedded, bars drawn as vectors beside the same figures in tables. */
export function analysisPaper(analysis: ClassAnalysis, timeZone: string): Promise<Buffer> {
  const { school, label, classTeacher, figures, document } = analysis;
  const period = periodName(figures.summary.period);
  return pdfmake
    .createPdf({
      pageSize: "A4",
      pageMargins: [40, 40, 40, 48],
      defaultStyle: { font: "Roboto", fontSize: 9.5, lineHeight: 1.15 },
      styles: {
        title: { fontSize: 15, bold: true },
        part: { fontSize: 11.5, bold: true, margin: [0, 12, 0, 4] },
        head: { bold: true, fillColor: "#E8EEF7" },
      },
      info: { title: `Анализ успеваемости и посещаемости, ${label}, ${period}`, author: classTeacher ?? school },
      footer: (page, pages) => ({
        text: `${label}, ${period} — страница ${page} из ${pages}`,
        alignment: "center",
        fontSize: 8,
        margin: [0, 12, 0, 0],
      }),
      content: [
        school,
        { text: `Анализ успеваемости и посещаемости класса ${label}`, style: "title" },
        `${period}. Классный руководитель: ${classTeacher ?? "—"}`,
        { text: signatureText(document, timeZone), italics: true },
        ...part("Итоги в сравнении", comparisonTable(figures)),
        ...part(
          "Учащиеся по итогам периода",
          analysisBars(figures.summary.categories.map(({ category, count }) => [CATEGORY_NAMES[category], count])),
        ),
        ...part("Предметы", subjectTable(figures)),
        ...part(
          "Качество знаний по предметам, %",
          analysisBars(
            figures.subjects.map(({ subject, quality }) => [subject, quality.quality === null ? null : Number(quality.quality)]),
            100,
          ),
        ),
        ...part("К классному собранию", { stack: namedPupils(figures) }),
        ...part("Посещаемость", absenceTable(figures)),
        ...words("Выводы", document?.conclusions),
        ...words("Причины", document?.causes),
        ...words("Меры", document?.measures),
        {
          text: "Классный руководитель  ______________________  /  " + (document?.signedBy ?? classTeacher ?? "") + "  /",
          margin: [0, 24, 0, 0],
        },
      ],
    })
    .getBuffer();
}

/** A heading with what follows it, on one page. */
function part(title: string, first: Content, ...more: Content[]): Content[] {
  return [{ unbreakable: true, stack: [{ text: title, style: "part" }, first] }, ...more];
}

/** What the class teacher wrote may be longer than a page. */
function words(title: string, text: string | undefined): Content[] {
  return text ? [{ text: title, style: "part" }, text] : [];
}

/** A table whose first column is words and the others numbers. */
function table(widths: (string | number)[], heads: string[], rows: TableCell[][]): Content {
  const number = (text: string): TableCell => ({ text, alignment: "right" });
  const body = [
    heads.map((text, index): TableCell => ({ text, style: "head", alignment: index === 0 ? "left" : "right", noWrap: text.length < 5 })),
    ...rows.map((cells) => cells.map((cell, index) => (index > 0 && typeof cell === "string" ? number(cell) : cell))),
  ];
  return { layout: "lightHorizontalLines", table: { headerRows: 1, dontBreakRows: true, widths, body } };
}

function comparisonTable(figures: AnalysisFigures): Content {
  const periods = [figures.summary, ...figures.comparison];
  const line = (name: string, value: (period: AnalysisComparison) => string | number): TableCell[] => [
    name,
    ...periods.map((one) => String(value(one))),
  ];
  return table(
    ["*", ...periods.map(() => "auto")],
    ["Показатель", ...periods.map(({ period }) => `${shortPeriodName(period)}\n${period.yearName}`)],
    [
      line("Учащихся на конец периода", ({ pupilCount }) => pupilCount),
      line("Успеваемость класса, %", ({ byPupils }) => figureText(byPupils.success)),
      line("Качество знаний класса, %", ({ byPupils }) => figureText(byPupils.quality)),
      line("Средний балл по всем отметкам", ({ byMarks }) => figureText(byMarks.mean)),
      line(learningName(figures), ({ byMarks }) => figureText(learningOf(byMarks))),
      line(LEARNING_WITHOUT, ({ byMarks }) => figureText(byMarks.learning)),
      line("Пропущено уроков по болезни", ({ absences }) => absences.sickLessons),
      line("Пропущено уроков по уважительной причине", ({ absences }) => absences.excusedLessons),
      line("Пропущено уроков без причины", ({ absences }) => absences.unexcusedLessons),
      line("Опозданий", ({ absences }) => absences.late),
    ],
  );
}

function subjectTable(figures: AnalysisFigures): Content {
  const heads = [
    "Предмет",
    "N",
    "5",
    "4",
    "3",
    "2",
    "н/а",
    "осв",
    "Ср. балл",
    "Усп., %",
    "Кач., %",
    learningName(figures),
    LEARNING_WITHOUT,
  ];
  return table(
    ["*", ...heads.slice(1).map(() => "auto")],
    heads,
    figures.subjects.map(({ subject, teachers, quality }) => {
      const { size, five, four, three, two, notAssessed, released, mean, success, learning, learningWithNotAssessed } = quality;
      const ratios = [mean, success, quality.quality, learningWithNotAssessed, learning].map(figureText);
      return [
        { text: [subject, { text: teachers.length > 0 ? `\n${teachers.join(", ")}` : "", fontSize: 7.5 }] },
        ...[size, five, four, three, two, notAssessed, released].map(String),
        ...ratios,
      ];
    }),
  );
}

/** The categories that are named at a meeting, each with who is in it and by which subject. */
const NAMED = [
  PupilCategory.EXCELLENT,
  PupilCategory.ONE_FOUR,
  PupilCategory.GOOD,
  PupilCategory.ONE_THREE,
  PupilCategory.FAILING,
  PupilCategory.NOT_ASSESSED,
  PupilCategory.WITHOUT_MARKS,
];

function namedPupils({ pupils }: AnalysisFigures): Content[] {
  return NAMED.map((category) => {
    const own = pupils.filter((pupil) => pupil.category === category);
    const names = own.map(({ name, deciding }) => (deciding.length > 0 ? `${name} — ${deciding.map(markNote).join(", ")}` : name));
    return {
      text: [{ text: `${CATEGORY_NAMES[category]} (${own.length}): `, bold: true }, names.join("; ") || "нет"],
      margin: [0, 0, 0, 3],
    };
  });
}

function absenceTable({ pupils, summary }: AnalysisFigures): Content {
  const heads = [
    "Учащийся",
    "Уроков по болезни",
    "по уваж. причине",
    "без причины",
    "Опозданий",
    "Дней по болезни",
    "по уваж. причине",
    "без причины",
  ];
  const cells = ({ absences }: Pick<AnalysisComparison, "absences">): string[] => {
    const { sickLessons, excusedLessons, unexcusedLessons, late, sickDays, excusedDays, unexcusedDays } = absences;
    return [sickLessons, excusedLessons, unexcusedLessons, late, sickDays, excusedDays, unexcusedDays].map(String);
  };
  const away = pupils.filter((pupil) => cells(pupil).some((cell) => cell !== "0"));
  return table(["*", ...heads.slice(1).map(() => 50)], heads, [
    ...away.map((pupil) => [pupil.name, ...cells(pupil)]),
    [{ text: "Всего", bold: true }, ...cells(summary)],
  ]);
}
