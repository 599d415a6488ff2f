import fc from "fast-check";
import type { Transaction } from "../../src/kernel/database";
import { verifyHistory } from "../../src/kernel/verify-history";
import { RetakeRule } from "../../src/modules/assessment-rules/assessment-rules";
import { ownerTransaction } from "../../src/modules/imports/owner-transaction";
import { checkRecords, sealRecords } from "../../src/modules/imports/records-seal";
import { send, sendTermMarks } from "../factories/commands";
import { insert } from "../factories/insert";
import { makeColumn, makeMark, makeTermMark } from "../factories/marks";
import { randomNumbers, teachAtRandom, type TaughtPage } from "../factories/random-teaching";
import { copyTables, replayTables, termPage } from "../factories/replayed-term";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

const VERSIONS = `query ($journalId: ID!) { journalPage(journalId: $journalId) { pupils { pupilId given { value version } }
  lessons { id date status version homework homeworkVersion } assessments { id lessonId number kind weight title mandatory scale maxPoints }
  marks { assessmentId lessonId pupilId attempt value version } attendance { lessonId pupilId kind version } } }`;

type Page = Omit<TaughtPage, "pupils"> & { pupils: { pupilId: string; given: { version: number } | null }[] };

/** One thing that somebody does, in one of the journals. */
interface Deed {
  journal: number;
  what: "TEACH" | "TERM_MARKS" | "RESITS";
  seed: number;
}

const JOURNALS = [
  ["maths5A", "teacher"],
  ["english5A", "classteacher"],
  ["maths5B", "otherteacher"],
] as const;

const deed: fc.Arbitrary<Deed> = fc.record({
  journal: fc.nat(JOURNALS.length - 1),
  what: fc.oneof(
    { weight: 8, arbitrary: fc.constant("TEACH" as const) },
    { weight: 1, arbitrary: fc.constant("TERM_MARKS" as const) },
    { weight: 1, arbitrary: fc.constant("RESITS" as const) },
  ),
  seed: fc.nat(),
});

describe("a term replayed from its history (1.4.4)", () => {
  let server: TestServer;
  let schools = 0;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server?.stop());

  it("equals the live one, journal by journal, whatever was done: lessons, columns, marks, retakes, debts, absences, homework, term marks, clears", async () => {
    const told = new Set<string>();
    const schoolOf = fc.record({ retakes: fc.constantFrom(...Object.values(RetakeRule)), isCopied: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(schoolOf, fc.array(deed, { minLength: 25, maxLength: 45 }), async ({ retakes, isCopied }, deeds) => {
        const { school, transaction, clients } = await openSchool(retakes, isCopied);
        const copied = await copyTables(server.owner, school.schoolId);
        for (const one of deeds) await act(school, clients, one);
        const replayed = await replayTables(server.owner, school.schoolId, copied, retakes);
        for (const [journal] of JOURNALS) {
          const place = { schoolId: school.schoolId, journalId: school.journals[journal], termId: school.quarter2 };
          expect(await termPage(server.owner, place, replayed)).toEqual(await termPage(server.owner, place));
        }
        expect(await checkRecords(transaction)).toEqual({ altered: [], oldSeals: 0 });
        expect((await verifyHistory(server.database, school.schoolId)).brokenAt).toBeNull();
        const { rows } = await server.owner.query<{ said: string }>(
          "SELECT DISTINCT thing || CASE WHEN before IS NULL THEN ' made' WHEN after IS NULL THEN ' cleared' ELSE ' changed' END AS said FROM history WHERE school_id = $1",
          [school.schoolId],
        );
        for (const { said } of rows) told.add(said);
      }),
      { numRuns: 12, seed: 20_261_123, endOnFailure: true },
    );
    for (const thing of ["MARK", "ASSESSMENT", "ATTENDANCE", "HOMEWORK", "TERM_MARK", "RESIT"])
      expect([...told]).toEqual(expect.arrayContaining([`${thing} made`, `${thing} changed`, `${thing} cleared`]));
    expect([...told]).toContain("LESSON changed");
  }, 240_000);

  async function openSchool(retakes: RetakeRule, isCopied: boolean) {
    const suffix = `-${schools++}`;
    const school = await makeSmallSchool(server.owner, suffix);
    const { schoolId, lessons, pupils, journals, quarter2, staff } = school;
    const rules = { retakes, termMarkDays: 60 };
    await insert(server.owner, "school_setting", { school_id: schoolId, name: "assessment_rules", valid_from: "2026-09-01", value: rules });
    if (isCopied) {
      const columnId = await makeColumn(server.owner, {
        schoolId,
        lessonId: lessons.beforeLeaving,
        weight: 2,
        kind: "CONTROL",
        mandatory: true,
      });
      for (const pupilId of [pupils.misha, pupils.anya]) await makeMark(server.owner, { columnId, pupilId, grade: 4, comment: "было" });
      const place = { schoolId, journalId: journals.maths5A, termId: quarter2, by: staff.teacher };
      await makeTermMark(server.owner, { ...place, pupilId: pupils.anya, grade: 4 });
    }
    const transaction: Transaction = ownerTransaction(server.owner, schoolId);
    await sealRecords(transaction, new Date("2026-11-20T12:00:00+03:00"));
    const clients = await Promise.all(JOURNALS.map(([, login]) => server.signIn(`${login}${suffix}`)));
    return { school, transaction, clients };
  }

  async function act(school: SmallSchool, clients: readonly TestClient[], { journal, what, seed }: Deed): Promise<void> {
    const client = clients[journal]!;
    const journalId = school.journals[JOURNALS[journal]![0]];
    const { data } = await client.send<{ journalPage: Page }>(VERSIONS, { journalId });
    const page = data!.journalPage;
    const random = randomNumbers(seed);
    if (what === "TEACH") await teachAtRandom(client, journalId, page, random);
    else if (what === "TERM_MARKS") await giveTermMarks(client, { journalId, termId: school.quarter2 }, page, random);
    else await planResits(client, journalId, page, random);
  }

  async function giveTermMarks(
    client: TestClient,
    place: { journalId: string; termId: string },
    page: Page,
    random: (below: number) => number,
  ): Promise<void> {
    const cells = page.pupils.map(({ pupilId, given }) => {
      const value = [...(given ? [null] : []), "3", "4", "5", "NOT_ASSESSED", "RELEASED"][random(5)]!;
      return { pupilId, value, reason: value && "По решению педсовета", version: given?.version ?? 0 };
    });
    await sendTermMarks(client, place, cells);
  }

  async function planResits(client: TestClient, journalId: string, page: Page, random: (below: number) => number): Promise<void> {
    const work = page.assessments.filter(({ mandatory }) => mandatory)[0];
    if (!work) return;
    const { rows } = await server.owner.query<{ pupil_id: string; version: number; state: string }>(
      "SELECT pupil_id, version, state FROM resit WHERE assessment_id = $1",
      [work.id],
    );
    const pupilId = page.pupils[random(page.pupils.length)]!.pupilId;
    const absence = page.attendance.find((one) => one.lessonId === work.lessonId && one.pupilId === pupilId);
    const cells = [{ pupilId, kind: "SICK", version: absence?.version ?? 0 }];
    await send(client, "setAttendance", { journalId, lessonId: work.lessonId, cells }, "cells { outcome }");
    const stands = rows.find((row) => row.pupil_id === pupilId);
    const plannedOn = stands?.state === "PLANNED" && random(2) === 0 ? null : ["2026-11-27", "2026-11-30", "2026-12-01"][random(3)];
    const resits = [{ pupilId, plannedOn, note: "каб. 12", version: stands?.version ?? 0 }];
    await send(client, "planResits", { journalId, lessonId: work.lessonId, assessmentId: work.id, resits }, "resits { outcome }");
  }
});
