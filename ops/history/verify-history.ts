/**
 * Checks the history of every school: `npm run verify-history`. With `--kept FILE` it also compares the heads that the file holds from earlier checks and
 * adds today's; keep the file away from the database. With `--seal` journals whose seals an earlier version made are sealed anew, when nothing else is wrong.
 * Ends with 1 when something is wrong, or cannot be checked.
 */
import { parseArgs } from "node:util";
import pg from "pg";
import { withOwnerDatabase } from "../database/owner-database.ts";
import { reportAndExit } from "../problem.ts";
import { say } from "../terminal.ts";
import { checkSchool, sealAnew, type SchoolCheck } from "./check-school.ts";
import { keepHead, readKeptHeads } from "./kept-heads.ts";

try {
  const { values } = parseArgs({ options: { kept: { type: "string" }, seal: { type: "boolean", default: false } } });
  process.exitCode = (await withOwnerDatabase((ownerUrl) => verify(ownerUrl, values.kept, values.seal))) ? 0 : 1;
} catch (failure) {
  reportAndExit(failure);
}

async function verify(ownerUrl: string, file: string | undefined, mayBeSealed: boolean): Promise<boolean> {
  const kept = file === undefined ? new Map() : readKeptHeads(file);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows: schools } = await client.query<{ id: string; name: string }>(
      "SELECT school_id AS id, short_name AS name FROM school ORDER BY short_name, school_id",
    );
    let isRight = true;
    for (const { id, name } of schools) {
      let check = await checkSchool(client, id, kept.get(id) ?? []);
      if (mayBeSealed && check.oldSeals > 0 && isWhole(check)) {
        say(`${name}: опечатаны заново журналы, ${await sealAnew(client, id)}.`);
        check = await checkSchool(client, id, kept.get(id) ?? []);
      }
      for (const line of report(name, check)) say(line);
      if (!isWhole(check) || check.oldSeals > 0) isRight = false;
      else if (file !== undefined) keepHead(file, id, check.head);
    }
    return isRight;
  } finally {
    await client.end();
  }
}

function isWhole({ brokenAt, altered }: SchoolCheck): boolean {
  return brokenAt === null && altered.length === 0;
}

function report(name: string, check: SchoolCheck): string[] {
  const { oldSeals } = check;
  if (oldSeals === 0) return whatWasFound(name, check);
  return [
    ...whatWasFound(name, check),
    `${name}: журналов с печатью прежней версии: ${oldSeals}. Записи, загруженные в них целиком, по ней не проверить: она считала не всё, что считается теперь.`,
    "  Если этим записям можно верить, опечатайте журналы заново: npm run verify-history -- --seal. Изменённое до этого печать уже не покажет.",
  ];
}

function whatWasFound(name: string, { rows, brokenAt, head, altered }: SchoolCheck): string[] {
  if (brokenAt !== null) {
    return [`${name}: история нарушена на записи № ${brokenAt}: она изменена, удалена или переставлена. Дальше история не проверялась.`];
  }
  if (altered.length === 0) return [`${name}: история цела, записей ${rows}. Последняя: № ${head.seq}, ${head.hash}`];
  return [
    `${name}: цепочка истории цела (записей ${rows}), но данные изменены в обход системы, найдено ${altered.length}:`,
    ...altered.map(({ thing, id, journalId, date, expected, found }) =>
      [
        `  ${THINGS[thing]} ${id}`,
        thing !== "JOURNAL" && journalId !== null && `журнал ${journalId}`,
        date,
        `по истории ${told(expected)}`,
        `в базе ${told(found)}`,
      ]
        .filter(Boolean)
        .join(", "),
    ),
  ];
}

const THINGS = {
  MARK: "отметка",
  ATTENDANCE: "пропуск",
  HOMEWORK: "домашнее задание",
  LESSON: "урок",
  ASSESSMENT: "вид работы",
  TERM_MARK: "отметка за период",
  RESIT: "пересдача",
  QUESTION: "вопрос об отметке",
  ANALYSIS: "анализ класса",
  FORECAST: "отправленный прогноз",
  JOURNAL: "журнал",
} as const;

function told(state: unknown): string {
  return state === null ? "нет" : JSON.stringify(state);
}
