import type { Place } from "./import-report";

/** One line of a file: the checked values by column, "" where a cell is empty. */
export class CsvRow {
  constructor(
    readonly file: string,
    readonly line: number,
    private readonly cells: ReadonlyMap<string, string>,
  ) {}

  text(column: string): string {
    return this.cells.get(column) ?? "";
  }

  /** The text, or null for an empty cell. */
  optional(column: string): string | null {
    return this.cells.get(column) || null;
  }

  /** The items of a cell such as "a,b". */
  list(column: string): string[] {
    return this.text(column)
      .split(",")
      .map((item) => item.trim())
      .filter(Boolean);
  }

  integer(column: string): number | null {
    const text = this.text(column);
    return text === "" ? null : Number(text);
  }

  at(column?: string): Place {
    return { file: this.file, line: this.line, ...(column && { column }) };
  }
}
