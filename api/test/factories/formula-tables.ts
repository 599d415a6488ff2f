import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Result } from "../../src/modules/marks/quality-figures";

const PAGE = readFileSync(join(__dirname, "..", "..", "..", "docs", "assessment-formulas.md"), "utf8");

/** The rows of the table under `<!-- name -->` of docs/assessment-formulas.md, without its head. */
export function formulaRows(name: string): string[][] {
  const lines = PAGE.split(`<!-- ${name} -->`)[1]?.trimStart().split("\n") ?? [];
  const table = lines.slice(0, lines.findIndex((line) => !line.startsWith("|")) >>> 0);
  const rows = table.slice(2).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  if (rows.length === 0) throw new Error(`docs/assessment-formulas.md has no table «${name}»`);
  return rows;
}

/** A mark as the page writes it. */
export function writtenResult(text: string): Result {
  return WORDS.has(text) ? (WORDS.get(text) ?? null) : (text as Result);
}

const WORDS = new Map<string, Result>([
  ["н/а", "NOT_ASSESSED"],
  ["осв", "RELEASED"],
  ["зч", "PASS"],
  ["нз", "FAIL"],
  ["пусто", null],
]);
