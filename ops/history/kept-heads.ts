import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { Problem } from "../problem.ts";
import type { KeptHead } from "../../api/dist/kernel/verify-history.js";

/** The heads of schools' histories that a file holds, a line each: school, number of the row, its hash. */
export function readKeptHeads(file: string): Map<string, KeptHead[]> {
  const heads = new Map<string, KeptHead[]>();
  if (!existsSync(file)) return heads;
  for (const [index, line] of readFileSync(file, "utf8").split("\n").entries()) {
    if (line === "") continue;
    const [, schoolId = "", seq = "", hash = ""] = /^([0-9a-f-]{36}) (\d+) ([0-9a-f]{64})$/.exec(line) ?? [];
    if (!schoolId)
      throw new Problem(`${file}, строка ${index + 1}: ожидались школа, номер записи и её хеш. Укажите файл, который вела эта команда.`);
    heads.set(schoolId, [...(heads.get(schoolId) ?? []), { seq, hash }]);
  }
  return heads;
}

/** Notes where a school's history ended today. */
export function keepHead(file: string, schoolId: string, { seq, hash }: KeptHead): void {
  appendFileSync(file, `${schoolId} ${seq} ${hash}\n`);
}
