import { CsvError, type Options, parse } from "csv-parse";
import { pipeline } from "node:stream/promises";
import { checkCell } from "./check-cell";
import { CsvRow } from "./csv-row";
import { decodeText, UnreadableText } from "./decode-text";
import type { ColumnShape, FileShape } from "./file-shape";
import type { ProblemList } from "./import-report";
import type { PackageFile } from "./package-file";

const OPTIONS: Options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: 256 * 1024 };
const MOST_ROWS = 2_000_000;

/** One record as the parser gives it, with the count of lines up to its end. */
interface ParsedRecord {
  record: string[];
  info: { lines: number };
}

/** A file as read: the lines that are well, and the sourcedIds of the others, so that a reference to one of them is not reported again. */
export interface CsvFile {
  rows: readonly CsvRow[];
  brokenIds: Set<string>;
  /** False when the reading ended early: any line may be missing. */
  isWhole: boolean;
}

/** Reads one file as a stream and checks every cell by the shape; everything wrong is among the problems. */
export async function readCsv(file: PackageFile, shape: FileShape, problems: ProblemList): Promise<CsvFile> {
  const rows: CsvRow[] = [];
  const brokenIds = new Set<string>();
  let isWhole = false;
  try {
    await pipeline(await file.open(), decodeText(), parse(OPTIONS), async (records: AsyncIterable<ParsedRecord>) => {
      let header: Header | null = null;
      for await (const { record, info } of records) {
        if (header === null) {
          header = readHeader(file.name, record, shape, problems);
          if (header === null) return;
          continue;
        }
        if (rows.length >= MOST_ROWS)
          throw new UnreadableText("В файле больше двух миллионов строк. Выгрузите одну школу, а не несколько.");
        const { row, isWell } = readRow(file.name, info.lines, record, header, problems);
        if (isWell) rows.push(row);
        else brokenIds.add(row.text("sourcedId"));
      }
      if (header === null) problems.add({ file: file.name }, "Файл пуст. В первой строке должны быть названия столбцов.");
      isWhole = header !== null;
    });
  } catch (failure) {
    reportUnreadable(file.name, failure, problems);
  }
  return { rows, brokenIds, isWhole };
}

/** The position of each column that is read, and the count of columns. */
interface Header {
  width: number;
  columns: readonly { shape: ColumnShape; index: number }[];
}

function readHeader(file: string, names: string[], shape: FileShape, problems: ProblemList): Header | null {
  const place = { file, line: 1 };
  const before = problems.count;
  const trimmed = names.map((name) => name.trim());
  for (const name of new Set(trimmed.filter((name, index) => name && trimmed.indexOf(name) !== index))) {
    problems.add({ ...place, column: name }, "Столбец указан дважды. Оставьте один.");
  }
  for (const { name, required } of shape.columns) {
    if (required && !trimmed.includes(name)) problems.add({ ...place, column: name }, "Нет обязательного столбца. Добавьте его.");
  }
  if (problems.count > before) return null;
  const columns = shape.columns.map((column) => ({ shape: column, index: trimmed.indexOf(column.name) })).filter(({ index }) => index >= 0);
  return { width: names.length, columns };
}

function readRow(file: string, line: number, record: string[], header: Header, problems: ProblemList): { row: CsvRow; isWell: boolean } {
  const before = problems.count;
  if (record.length !== header.width) {
    problems.add({ file, line }, `В строке столбцов: ${record.length}, а в заголовке: ${header.width}. Проверьте запятые и кавычки.`);
  }
  const cells = new Map<string, string>();
  for (const { shape, index } of header.columns) {
    const value = record[index]?.trim() ?? "";
    if (value !== "") cells.set(shape.name, value);
    const wrong = record.length === header.width ? checkCell(shape, value) : null;
    if (wrong) problems.add({ file, line, column: shape.name }, wrong);
  }
  return { row: new CsvRow(file, line, cells), isWell: problems.count === before };
}

function reportUnreadable(file: string, failure: unknown, problems: ProblemList): void {
  if (failure instanceof UnreadableText) return problems.add({ file }, failure.message);
  if (failure instanceof CsvError) return problems.add({ file, line: Number(failure["lines"]) }, csvSentence(failure));
  problems.add({ file }, "Файл не удалось прочитать до конца: он повреждён. Выгрузите его заново.");
}

function csvSentence({ code }: CsvError): string {
  switch (code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return "Кавычка открыта и не закрыта до конца файла. Закройте её или удвойте внутри значения.";
    case "CSV_MAX_RECORD_SIZE":
      return "Строка длиннее 256 КБ. Скорее всего, кавычка открыта и не закрыта.";
    case "CSV_INVALID_CLOSING_QUOTE":
    case "INVALID_OPENING_QUOTE":
      return "Кавычка стоит внутри значения. Возьмите всё значение в кавычки и удвойте внутренние.";
    default:
      return "Строку не удалось разобрать как CSV. Проверьте запятые и кавычки.";
  }
}
