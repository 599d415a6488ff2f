import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it } from "node:test";
import type pg from "pg";
import type { KeptHead } from "../../api/dist/kernel/verify-history.js";
import { ownerTransaction } from "../../api/dist/modules/imports/owner-transaction.js";
import { checkRecords } from "../../api/dist/modules/imports/records-seal.js";
import { prepareAppRole } from "../database/app-role.ts";
import { checkSchool } from "./check-school.ts";
import { type DemoTerm, findDemoTerm, teachWholeTerm } from "./demo-term.ts";
import { startTeaching } from "./teach-by-api.ts";

/** A day of the last two weeks of the running term, when its marks are given. */
const LATER = "2026-12-21";

/** What the tests of the demo school say of its history; they change the school, so they come last. */
export function testDemoHistory(loaded: () => { client: pg.Client; ownerUrl: string }): void {
  const one = async (text: string, values: unknown[] = []): Promise<unknown> =>
    Object.values((await loaded().client.query<Record<string, unknown>>(text, values)).rows[0]!)[0];
  const schoolId = async (): Promise<string> => String(await one("SELECT school_id FROM school"));
  const check = async (kept: KeptHead[] = []) => checkSchool(loaded().client, await schoolId(), kept);
  const heads: KeptHead[] = [];
  const wholeAnd = { altered: [], oldSeals: 0, brokenAt: null };

  /** What the check finds after something was done in the database, which is then undone. */
  const foundAfter = async (meddlings: readonly string[], values: unknown[] = []): Promise<unknown[]> => {
    const { client } = loaded();
    await client.query("BEGIN");
    try {
      for (const meddling of meddlings) assert.ok(((await client.query(meddling, values)).rowCount ?? 0) > 0, meddling);
      const { altered } = await checkRecords(ownerTransaction(client, await schoolId()));
      return altered.map(({ thing, journalId }) => [thing, journalId]);
    } finally {
      await client.query("ROLLBACK");
    }
  };

  it("is sealed journal by journal: a record altered behind the system's back is found", async () => {
    const { altered, oldSeals, brokenAt, head } = await check();
    assert.deepEqual({ altered, oldSeals, brokenAt }, wholeAnd);
    const journalId = await one("SELECT journal_id FROM mark WHERE grade = 3 ORDER BY id LIMIT 1");
    const mark = "id = (SELECT id FROM mark WHERE grade = 3 ORDER BY id LIMIT 1)";
    for (const meddling of [`UPDATE mark SET grade = 5 WHERE ${mark}`, `DELETE FROM mark WHERE ${mark}`])
      assert.deepEqual(await foundAfter([meddling]), [["JOURNAL", journalId]]);
    const brokenBy = async (seq: string, hash: string) => (await check([{ seq, hash }])).brokenAt;
    heads.push(head);
    assert.equal(await brokenBy(head.seq, "0".repeat(64)), head.seq);
    assert.equal(await brokenBy(String(Number(head.seq) + 5), head.hash), String(Number(head.seq) + 1));
  });

  it("has a journal's term that, replayed from its history, equals the live one after a term's worth of changes through the api", async () => {
    const { client, ownerUrl } = loaded();
    const appUrl = await prepareAppRole(ownerUrl, join(mkdtempSync(join(tmpdir(), "app-role-")), "password"));
    const teacher = await startTeaching(appUrl, LATER, "teacher");
    const term = await findDemoTerm(client, LATER);
    try {
      assert.deepEqual(await teachWholeTerm(client, teacher, term), []);
    } finally {
      await teacher.stop();
    }
    const { rows } = await client.query<{ thing: string; changes: number }>(CHANGED, [term.journalId]);
    assert.deepEqual(
      rows.map(({ thing }) => thing),
      ["ASSESSMENT", "ATTENDANCE", "HOMEWORK", "LESSON", "MARK", "RESIT", "TERM_MARK"],
    );
    const changes = rows.reduce((sum, row) => sum + row.changes, 0);
    assert.ok(changes > 150, `${changes} changes`);
    const { altered, oldSeals, brokenAt } = await check(heads);
    assert.deepEqual({ altered, oldSeals, brokenAt }, wholeAnd);
    await findsWhatIsAltered(term);
  });

  /** Of every kind one record that history tells of, and one that it does not. */
  async function findsWhatIsAltered({ journalId, termId }: DemoTerm): Promise<void> {
    const told = (table: string): string =>
      `id = (SELECT thing_id FROM history JOIN ${table} changed ON changed.id = thing_id WHERE history.journal_id = $1 LIMIT 1)`;
    const meddlings = {
      ATTENDANCE: `UPDATE attendance SET reason = 'иначе', kind = 'RELEASED' WHERE ${told("attendance")}`,
      LESSON: `UPDATE lesson SET topic = 'Иное' WHERE ${told("lesson")}`,
      MARK: `UPDATE mark SET grade = 6 - COALESCE(grade, 1), passed = NULL, debt_until = NULL WHERE ${told("mark")}`,
      RESIT: `UPDATE resit SET planned_on = planned_on + 1 WHERE ${told("resit")}`,
      TERM_MARK: `UPDATE term_mark SET grade = 6 - COALESCE(grade, 1), special = NULL WHERE ${told("term_mark")}`,
    };
    assert.deepEqual(
      await foundAfter(Object.values(meddlings), [journalId]),
      Object.keys(meddlings).map((thing) => [thing, journalId]),
    );
    const untold = `UPDATE mark SET grade = 6 - grade WHERE id = (SELECT mark.id FROM mark JOIN term ON term.id = $2 AND lesson_date BETWEEN starts_on AND ends_on
      WHERE journal_id = $1 AND grade <> 3 AND grade IS NOT NULL AND NOT EXISTS (SELECT FROM history WHERE thing_id = mark.id) LIMIT 1)`;
    assert.deepEqual(await foundAfter([untold], [journalId, termId]), [["JOURNAL", journalId]]);
  }
}

const CHANGED =
  "SELECT thing, count(*)::int AS changes FROM history WHERE journal_id = $1 AND thing <> 'IMPORT' GROUP BY thing ORDER BY thing";
