import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { problemLine, ProblemList } from "../../api/dist/modules/imports/import-report.js";
import { recordImport } from "../../api/dist/modules/imports/import-school.js";
import { ownerTransaction } from "../../api/dist/modules/imports/owner-transaction.js";
import { sealRecords } from "../../api/dist/modules/imports/records-seal.js";
import { prepareImport, type PreparedImport } from "../../api/dist/modules/imports/prepare-import.js";
import { writeSchool } from "../../api/dist/modules/imports/write-school.js";
import { namedId } from "./demo-ids.ts";
import { type DemoPlan, planDemoSchool } from "./demo-plan.ts";
import { forgetfulness } from "./forgotten-lessons.ts";
import { openBooks } from "./journal-book.ts";
import { withKeysCheckedAtOnce } from "./key-checks.ts";
import { lockTerms } from "./lock-terms.ts";
import { recordBook } from "./record-book.ts";
import { RecordKeeper } from "./record-keeper.ts";
import { RecordTables } from "./record-tables.ts";
import { planReplacements } from "./staff-absences.ts";
import { writeRosterFiles } from "./roster-files.ts";
import { yearOf } from "./school-calendar.ts";
import { TermMarksMaker } from "./term-marks-maker.ts";
import { TermSums } from "./term-sums.ts";
import { writeAnnouncements } from "./write-announcements.ts";
import { writeConversations } from "./write-conversations.ts";
import { writeResits } from "./write-resits.ts";
import { writeOpeningRequest } from "./write-opening-request.ts";
import { writeQuestions } from "./write-questions.ts";
import { RULES, writeRules } from "./write-rules.ts";

export interface DemoOptions {
  /** URL of the tables' owner. */
  ownerUrl: string;
  schools: number;
  /** Civil date `yyyy-mm-dd` around which the schools are made; without it the date of Moscow. */
  today: string | undefined;
  /** What is being done, and the share of the whole that is done, from 0 to 1. */
  onProgress: (text: string, share: number) => void;
}

/**
 * Loads demo schools, each in one transaction: a load that is killed leaves nothing, and the next one begins again. Schools that are there already are
 * left as they are. The structure goes through the import door, as any school's own files do; the records of lessons are copied in bulk.
 */
export async function loadDemo({ ownerUrl, schools, today, onProgress }: DemoOptions): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const date = today ?? new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Moscow" }).format(new Date());
    for (let number = 1; number <= schools; number++) {
      const tell: Tell = (text, share) =>
        onProgress(schools === 1 ? text : `school ${number} of ${schools}: ${text}`, (number - 1 + share) / schools);
      await loadSchool(client, number, date, tell);
    }
    onProgress("the last touches", 1);
    await client.query("ANALYZE");
  } finally {
    await client.end();
  }
}

type Tell = DemoOptions["onProgress"];

async function loadSchool(client: pg.Client, number: number, today: string, tell: Tell): Promise<void> {
  tell("classes, teachers and the timetable", 0);
  const plan = planDemoSchool(number, today);
  const folder = await mkdtemp(join(tmpdir(), "demo-school-"));
  try {
    await writeRosterFiles(plan, folder);
    await client.query("BEGIN");
    const problems = new ProblemList();
    const prepared = await prepareImport(client, folder, makeIds(plan), problems, today);
    if (!prepared) throw new Error(`The demo school's files are wrong:\n${problems.problems.map(problemLine).join("\n")}`);
    if (!(await isThere(client, prepared.school.id))) await writeEverything(client, plan, prepared, problems, today, tell);
    await client.query("COMMIT");
  } catch (failure) {
    await client.query("ROLLBACK");
    throw failure;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Ids for the import door that the plan always gives again; the structure is as old as its first school year. */
export function makeIds({ seed, years }: DemoPlan): (kind: string, sourceId: string) => string {
  const moment = Date.parse(`${years[0]!.year.startsOn}T05:00:00Z`);
  return (kind, sourceId) => namedId(seed, moment, `${kind} ${sourceId}`);
}

async function isThere(client: pg.Client, schoolId: string): Promise<boolean> {
  return ((await client.query("SELECT FROM school WHERE school_id = $1", [schoolId])).rowCount ?? 0) > 0;
}

async function writeEverything(
  client: pg.Client,
  plan: DemoPlan,
  prepared: PreparedImport,
  problems: ProblemList,
  today: string,
  tell: Tell,
): Promise<void> {
  const transaction = ownerTransaction(client, prepared.school.id);
  const now = new Date(`${today}T05:00:00Z`);
  const { counts } = await writeSchool(transaction, prepared, true, now, problems);
  if (problems.count > 0) throw new Error(`The demo school does not fit:\n${problems.problems.map(problemLine).join("\n")}`);
  await recordImport(transaction, now, counts);
  await writeRules(client, prepared.school.id, plan.years[0]!.year.startsOn);
  await recordLessons(client, plan, prepared, today, tell);
  const school = { id: prepared.school.id, seed: plan.seed, today, now: `${today}T11:30:00+03:00`, personOf: peopleOf(plan, prepared) };
  await writeResits(client, school);
  await writeAnnouncements(client, school);
  await writeConversations(client, school);
  await writeQuestions(client, school);
  await writeOpeningRequest(client, school);
  await sealRecords(transaction, now);
}

/** The people of the demo logins. */
function peopleOf({ staff, pupils }: DemoPlan, { school }: PreparedImport): (login: string) => string {
  const people = [...staff, ...pupils, ...pupils.flatMap(({ family }) => family.guardians)];
  return (login) => school.ids.idOf("PERSON", people.find((person) => person.login === login)!.sourcedId);
}

const BOOKS_AT_ONCE = 40;
/** Of the time of a load, what passes before the first lesson. */
const START_SHARE = 0.08;
/** After these batches PostgreSQL looks at the tables: it checks their keys by plans that it made when they were empty. */
const ANALYZED_AFTER = [1, 4, 16];

async function recordLessons(client: pg.Client, plan: DemoPlan, prepared: PreparedImport, today: string, tell: Tell): Promise<void> {
  const { seed } = plan;
  const tables = new RecordTables();
  const books = openBooks(prepared).filter(({ lessons }) => lessons.length > 0);
  const personOf = peopleOf(plan, prepared);
  const keeper = new RecordKeeper(tables, {
    ...{ id: prepared.school.id, seed, today, isForgotten: forgetfulness(seed, books, today) },
    replacements: planReplacements(seed, books, today, personOf("teacher")),
  });
  const analyze = `ANALYZE ${tables.names.join(", ")}`;
  await lockTerms(client, prepared, today, personOf("deputy"));
  await withKeysCheckedAtOnce(client, prepared.school.id, tables.names, async () => {
    const sums = new TermSums(RULES.averaging);
    for (const [index, book] of books.entries()) {
      recordBook(keeper, book, sums);
      if ((index + 1) % BOOKS_AT_ONCE !== 0 && index + 1 < books.length) continue;
      await tables.send(client);
      if (ANALYZED_AFTER.includes((index + 1) / BOOKS_AT_ONCE)) await client.query(analyze);
      tell(`lessons and marks of ${yearOf(book.lessons[0]!.date)}`, START_SHARE + (0.94 - START_SHARE) * ((index + 1) / books.length));
    }
    tell("marks of terms and years", 0.94);
    const termMarks = new TermMarksMaker(keeper, RULES, sums);
    for (const book of books) termMarks.recordTerms(book);
    for (const book of books) termMarks.recordYear(book);
    await tables.send(client);
    tell("looking it all over", 0.95);
    await client.query(analyze);
  });
}
