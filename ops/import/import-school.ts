/** Makes or renews a school from its own files: `npm run import -- FOLDER-OR-ZIP`. */
import pg from "pg";
import { type ImportReport, problemLine } from "../../api/dist/modules/imports/import-report.js";
import { importSchool } from "../../api/dist/modules/imports/import-school.js";
import { withOwnerDatabase } from "../database/owner-database.ts";
import { Problem, reportAndExit } from "../problem.ts";
import { say } from "../terminal.ts";
import { TABLE_NAMES } from "./table-names.ts";

try {
  const [path, ...others] = process.argv.slice(2);
  if (!path || others.length > 0) throw new Problem("Укажите одну папку или один zip-архив: npm run import -- ПАПКА-ИЛИ-ZIP");
  await withOwnerDatabase((ownerUrl) => run(ownerUrl, path));
} catch (failure) {
  reportAndExit(failure);
}

async function run(ownerUrl: string, path: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const report = await importSchool(client, path, process.env.TODAY);
    tell(report);
    if (report.outcome === "IMPORTED") await client.query("ANALYZE");
    if (report.outcome === "REFUSED") process.exitCode = 1;
  } finally {
    await client.end();
  }
}

function tell({ outcome, problems, problemCount, notes, counts }: ImportReport): void {
  for (const problem of problems) say(problemLine(problem));
  if (problemCount > problems.length) say(`… и ещё ошибок: ${problemCount - problems.length}`);
  for (const note of notes) say(`К сведению: ${problemLine(note)}`);
  if (outcome === "REFUSED") return say(`\nНичего не загружено. Ошибок: ${problemCount}. Исправьте файлы и повторите.`);
  if (outcome === "UNCHANGED") return say("Файлы совпадают с тем, что уже загружено. Ничего не изменилось.");
  for (const { table, inserted, updated, deleted } of counts)
    say(`${TABLE_NAMES[table] ?? table}: добавлено ${inserted}, изменено ${updated}, убрано ${deleted}`);
  say("\nШкола загружена. Чтобы выдать пароль для входа: npm run password -- ЛОГИН");
}
