import type { ClientBase } from "pg";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";

/** A value as COPY takes it; null is its own word. */
export type Cell = string | number | boolean | null;

const LINES_AT_ONCE = 500;

/** Rows of one table in the text form of COPY, waiting to be sent. */
export class CopyBuffer {
  private lines: string[] = [];
  readonly table: string;
  private readonly columns: readonly string[];

  constructor(table: string, columns: readonly string[]) {
    this.table = table;
    this.columns = columns;
  }

  add(cells: readonly Cell[]): void {
    let line = "";
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index]!;
      line += (index === 0 ? "" : "\t") + (cell === null ? "\\N" : cell);
    }
    this.lines.push(line);
  }

  /** The lines that wait; they wait no more. */
  take(): string[] {
    const taken = this.lines;
    this.lines = [];
    return taken;
  }

  /** Sends what waits, and waits for it to be written. */
  async send(client: ClientBase): Promise<void> {
    const lines = this.take();
    if (lines.length === 0) return;
    const chunks: string[] = [];
    for (let start = 0; start < lines.length; start += LINES_AT_ONCE)
      chunks.push(`${lines.slice(start, start + LINES_AT_ONCE).join("\n")}\n`);
    await pipeline(Readable.from(chunks), client.query(copyFrom(`COPY ${this.table} (${this.columns.join(", ")}) FROM STDIN`)));
  }
}
