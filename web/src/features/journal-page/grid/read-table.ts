/** The cells of a piece of a spreadsheet as it lies in the clipboard: tabs and newlines, quotes around cells that hold either. */
export function readTable(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r\n|\r|\n|$)/y;
  while (cell.lastIndex <= text.length) {
    const [, written = "", end = ""] = cell.exec(text) ?? quoteInside(text, cell);
    rows.at(-1)?.push(unquote(written));
    if (end === "") break;
    if (end !== "\t") rows.push([]);
  }
  // Spreadsheets end the last row too.
  if (rows.length > 1 && rows.at(-1)?.join("") === "") rows.pop();
  return rows;
}

/** The same the other way: what is put into the clipboard. Cells of a journal hold neither tabs nor newlines. */
export function writeTable(rows: readonly string[][]): string {
  return rows.map((row) => row.join("\t")).join("\n");
}

/** A cell that starts with a quote but is not a quoted one: taken to its end as it stands. */
function quoteInside(text: string, cell: RegExp): string[] {
  const plain = /([^\t\r\n]*)(\t|\r\n|\r|\n|$)/y;
  plain.lastIndex = cell.lastIndex;
  const found = plain.exec(text) ?? ["", "", ""];
  cell.lastIndex = plain.lastIndex;
  return found;
}

function unquote(written: string): string {
  return /^".*"$/s.test(written) && written.length > 1 ? written.slice(1, -1).replaceAll('""', '"') : written;
}
