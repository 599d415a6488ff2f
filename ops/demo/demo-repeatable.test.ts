import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, it } from "node:test";
import pg from "pg";
import { ProblemList } from "../../api/dist/modules/imports/import-report.js";
import { prepareImport } from "../../api/dist/modules/imports/prepare-import.js";
import { startThrowawayPostgres, type ThrowawayPostgres } from "../database/throwaway-postgres.ts";
import { planDemoSchool } from "./demo-plan.ts";
import { openBooks } from "./journal-book.ts";
import { makeIds } from "./load-demo.ts";
import { recordBook } from "./record-book.ts";
import { RecordKeeper } from "./record-keeper.ts";
import { RecordTables } from "./record-tables.ts";
import { writeRosterFiles } from "./roster-files.ts";
import { TermMarksMaker } from "./term-marks-maker.ts";
import { TermSums } from "./term-sums.ts";
import { RULES } from "./write-rules.ts";

const TODAY = "2026-11-23";

let postgres: ThrowawayPostgres;
let client: pg.Client;
before(async () => {
  postgres = await startThrowawayPostgres();
  const admin = new pg.Client({ connectionString: postgres.url("postgres") });
  await admin.connect();
  await admin.query(`CREATE DATABASE demo TEMPLATE ${postgres.template}`);
  await admin.end();
  client = new pg.Client({ connectionString: postgres.url("demo") });
  await client.connect();
});
after(async () => {
  await client?.end();
  await postgres?.stop();
});

it("the demo school is the same to the last mark whenever it is made", async () => {
  const plan = planDemoSchool(1, TODAY);
  const folder = await mkdtemp(join(tmpdir(), "demo-school-test-"));
  await writeRosterFiles(plan, folder);
  await client.query("BEGIN");
  const prepared = await prepareImport(client, folder, makeIds(plan), new ProblemList(), TODAY);
  await client.query("ROLLBACK");
  await rm(folder, { recursive: true });
  const books = openBooks(prepared!).filter((_, index) => index % 40 === 0);
  const record = (): string[] => {
    const tables = new RecordTables();
    const school = { id: prepared!.school.id, seed: plan.seed, today: TODAY, isForgotten: () => false, replacements: new Map() };
    const keeper = new RecordKeeper(tables, school);
    const sums = new TermSums(RULES.averaging);
    const termMarks = new TermMarksMaker(keeper, RULES, sums);
    for (const book of books) recordBook(keeper, book, sums);
    for (const book of books) termMarks.recordTerms(book);
    for (const book of books) termMarks.recordYear(book);
    return tables.all.flatMap((table) => table.take());
  };
  const lines = record();
  assert.ok(lines.length > 10_000);
  assert.deepEqual(record(), lines);
});
