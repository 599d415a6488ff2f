import fc from "fast-check";
import type { Client } from "pg";
import { uuidv7 } from "uuidv7";
import {
  gateOf,
  HOLD_TERM_LOCKS,
  termGate,
  type GatedJournal,
  type GivenOpening,
  type StandingLock,
} from "../../src/modules/calendar/term-gate";
import { classesOfJournal } from "../../src/modules/journals/classes-of-journal";
import { sendMarks, setMarks } from "../factories/commands";
import { insert } from "../factories/insert";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { closeTerm, endOpening, openTerm } from "../factories/term-locks";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

const NOW = new Date("2026-11-23T12:00:00Z");
const TOMORROW = "2026-11-24T20:59:00.000Z";
const hours = (count: number): Date => new Date(NOW.getTime() + count * 3_600_000);

describe("what closes a term (3.4.2)", () => {
  let server: TestServer;
  let school: SmallSchool;
  /** A group of pupils of both classes. */
  let groupJournal: string;

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    const { schoolId, year, class5A, class5B, subjects } = school;
    const groupId = uuidv7();
    groupJournal = uuidv7();
    await insert(server.owner, "study_group", { school_id: schoolId, id: groupId, academic_year_id: year, name: "Общая группа" });
    for (const class_id of [class5A, class5B])
      await insert(server.owner, "study_group_class", { school_id: schoolId, group_id: groupId, class_id });
    const journal = {
      school_id: schoolId,
      id: groupJournal,
      academic_year_id: year,
      subject_id: subjects.music,
      kind: "GROUP",
      group_id: groupId,
    };
    await insert(server.owner, "journal", { ...journal, marking_scheme: "FIVE_POINT", term_kind: "QUARTER" });
  });
  afterAll(() => server?.stop());

  it("is told alike by the statement and by the rule, for every mixture of locks and openings", async () => {
    const { class5A, class5B, journals } = school;
    const places: GatedJournal[] = [
      { journalId: journals.maths5A, classIds: [class5A] },
      { journalId: journals.maths5B, classIds: [class5B] },
      { journalId: groupJournal, classIds: [class5A, class5B] },
    ];
    const scope = fc.constantFrom(
      { classId: null, journalId: null },
      { classId: class5A, journalId: null },
      { classId: class5B, journalId: null },
      { classId: null, journalId: journals.maths5A },
      { classId: null, journalId: groupJournal },
    );
    const hour = fc.integer({ min: -6, max: 6 });
    const lock = fc.record({ scope, hour }).map(({ scope: of, hour: at }): StandingLock => ({ ...of, lockedAt: hours(at) }));
    const opening = fc
      .record({ scope, at: hour, lasts: fc.integer({ min: 1, max: 9 }), ended: fc.boolean() })
      .map(({ scope: of, at, lasts, ended }): GivenOpening => {
        return { ...of, id: uuidv7(), openedAt: hours(at), openedUntil: hours(at + lasts), endedAt: ended ? NOW : null };
      });
    const locks = fc.uniqueArray(lock, { maxLength: 4, selector: ({ classId, journalId }) => `${classId} ${journalId}` });
    await fc.assert(
      fc.asyncProperty(locks, fc.array(opening, { maxLength: 5 }), async (put, given) => {
        await write(server.owner, school, put, given);
        for (const place of places) {
          const ruled = gateOf(place, put, given, NOW);
          const found = await gateInSql(server.owner, school, place.journalId!);
          expect(found && { isClosed: found.is_closed, until: found.opened_until }).toEqual(
            ruled && { isClosed: ruled.opening === null, until: ruled.opening?.openedUntil ?? null },
          );
        }
      }),
      { numRuns: 60 },
    );
    await server.owner.query("DELETE FROM term_opening; DELETE FROM term_lock");
  });

  it("leaves a group of two classes closed until both are open", () => {
    const place = { journalId: "group", classIds: ["5A", "5B"] };
    const lock = { classId: null, journalId: null, lockedAt: hours(-2) };
    const openedFor = (classId: string): GivenOpening => {
      return { id: classId, classId, journalId: null, openedAt: hours(-1), openedUntil: hours(1), endedAt: null };
    };
    expect(gateOf(place, [lock], [openedFor("5A")], NOW)).toEqual({ opening: null });
    expect(gateOf(place, [lock], [openedFor("5A"), openedFor("5B")], NOW)?.opening).toMatchObject({ id: "5A" });
  });

  describe("while somebody writes", () => {
    let teacher: TestClient;
    let deputy: TestClient;
    beforeAll(async () => {
      teacher = await server.signIn("teacher");
      deputy = await server.signIn("deputy");
      await closeTerm(deputy, [{ termId: school.quarter1 }]);
    });
    const cell = () => ({ lessonId: school.lessons.closedTerm, pupilId: school.pupils.misha, value: "5" });

    it("an opening ended while the teacher waits for the lesson opens nothing any more", async () => {
      const opened = await openTerm(deputy, [{ termId: school.quarter1 }], TOMORROW);
      await server.owner.query("BEGIN");
      await server.owner.query("SELECT FROM lesson WHERE id = $1 FOR UPDATE", [school.lessons.closedTerm]);
      const writing = sendMarks(teacher, school.journals.maths5A, [cell()]);
      await untilSomebodyWaits(server.owner);
      // The teacher holds the locks of terms by now: the deputy is through only after the write, or before its decision.
      const ending = endOpening(deputy, opened.data!.openTerm!.openings[0]!);
      await server.owner.query("COMMIT");
      const [{ data }, ended] = await Promise.all([writing, ending]);
      expect(data!.setMarks.cells).toMatchObject([{ outcome: "SET" }]);
      expect(ended.errors).toEqual([]);
      expect(await setMarks(teacher, school.journals.maths5A, [{ ...cell(), value: "4", version: 1 }])).toMatchObject([
        { code: "TERM_CLOSED" },
      ]);
      const { rows } = await server.owner.query("SELECT thing FROM history WHERE thing IN ('MARK', 'TERM_LOCK') ORDER BY seq DESC LIMIT 2");
      expect(rows).toEqual([{ thing: "TERM_LOCK" }, { thing: "MARK" }]);
    });

    it("a teacher who comes while an opening is being ended finds the term closed", async () => {
      await openTerm(deputy, [{ termId: school.quarter1 }], TOMORROW);
      await server.owner.query("BEGIN");
      const taken = HOLD_TERM_LOCKS.replace("_shared", "").replaceAll("$1::text", `'${school.schoolId}'`);
      await server.owner.query(`SELECT ${taken}`);
      await server.owner.query("UPDATE term_opening SET ended_at = now(), ended_by = $1 WHERE ended_at IS NULL", [school.staff.deputy]);
      const writing = sendMarks(teacher, school.journals.maths5A, [{ ...cell(), value: "3", version: 1 }]);
      await untilSomebodyWaits(server.owner);
      await server.owner.query("COMMIT");
      expect((await writing).data!.setMarks.cells).toMatchObject([{ code: "TERM_CLOSED" }]);
    });
  });
});

async function write(owner: Client, school: SmallSchool, locks: readonly StandingLock[], openings: readonly GivenOpening[]): Promise<void> {
  const own = { school_id: school.schoolId, term_id: school.quarter1 };
  await owner.query("DELETE FROM term_opening; DELETE FROM term_lock");
  for (const { classId, journalId, lockedAt } of locks)
    await insert(owner, "term_lock", { ...own, id: uuidv7(), class_id: classId, journal_id: journalId, locked_at: lockedAt });
  for (const { id, classId, journalId, openedAt, openedUntil, endedAt } of openings) {
    const given = { id, class_id: classId, journal_id: journalId, opened_at: openedAt, opened_until: openedUntil, reason: "ошибка" };
    await insert(owner, "term_opening", { ...own, ...given, ended_at: endedAt, ended_by: endedAt && school.staff.deputy });
  }
}

async function gateInSql(owner: Client, school: SmallSchool, journalId: string) {
  const gate = termGate({ termId: "term.id", now: "$4", journalId: "journal.id", classes: classesOfJournal("journal", "term") });
  const { rows } = await owner.query<{ is_closed: boolean; opened_until: Date | null }>(
    `SELECT gate.is_closed, gate.opened_until FROM journal JOIN term ON term.id = $3 CROSS JOIN LATERAL ${gate} AS gate
     WHERE journal.school_id = $1 AND journal.id = $2`,
    [school.schoolId, journalId, school.quarter1, NOW],
  );
  return rows[0] ?? null;
}

/** Until a command of the api waits for a lock. */
async function untilSomebodyWaits(owner: Client): Promise<void> {
  for (;;) {
    // Within a transaction what others do is seen as it was at the first look.
    await owner.query("SELECT pg_stat_clear_snapshot()");
    const { rows } = await owner.query("SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
