import { send, setMarks } from "../factories/commands";
import { makeColumn } from "../factories/marks";
import { sendResits } from "../factories/resits";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { openTerm } from "../factories/term-locks";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

/** Later than the test school's today, 23.11.2026. */
const TOMORROW = "2026-11-24T20:59:00.000Z";

describe("what is written in a closed term by the deputy's leave (3.4.2, 3.4.9)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let deputy: TestClient;
  let teacher: TestClient;
  let journal: string;
  beforeEach(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    journal = school.journals.maths5A;
    deputy = await server.signIn("deputy");
    teacher = await server.signIn("teacher");
  });
  afterEach(() => server?.stop());

  const place = () => ({ lessonId: school.lessons.closedTerm, pupilId: school.pupils.misha });
  const write = async (cell: { lessonId: string; pupilId: string }, value: string) =>
    (await setMarks(teacher, journal, [{ ...cell, value, version: 0 }]))[0]!;
  const isLate = async (table: string) =>
    (await server.owner.query(`SELECT opening_id IS NOT NULL AS late FROM ${table} ORDER BY opening_id NULLS LAST LIMIT 1`)).rows[0]
      ?.late as boolean;

  it("tells every reader of the journal which cells stand as they were written late", async () => {
    await openTerm(deputy, [{ termId: school.quarter1, journalId: journal }], TOMORROW);
    const { lessonId, pupilId } = place();
    const cells = async (client: TestClient) => {
      const { data } = await client.send<{ journalTermLock: { lateCells: object[] } }>(
        `query ($journalId: ID!, $termId: ID!) { journalTermLock(journalId: $journalId, termId: $termId) { lateCells { lessonId pupilId assessmentId } } }`,
        { journalId: journal, termId: school.quarter1 },
      );
      return data!.journalTermLock.lateCells;
    };
    expect(await cells(teacher)).toEqual([]);
    const { assessmentId } = await write({ lessonId, pupilId }, "4");
    const absence = { journalId: journal, lessonId, cells: [{ pupilId: school.pupils.anya, kind: "SICK", version: 0 }] };
    await send(teacher, "setAttendance", absence, "cells { outcome }");
    const late = [
      { lessonId, pupilId, assessmentId },
      { lessonId, pupilId: school.pupils.anya, assessmentId: null },
    ];
    for (const login of ["teacher", "classteacher", "deputy"]) {
      const found = await cells(await server.signIn(login));
      expect(found).toHaveLength(2);
      expect(found).toEqual(expect.arrayContaining(late));
    }
    await send(teacher, "clearMark", { journalId: journal, lessonId, assessmentId, pupilId, version: 1 }, "cell { outcome }");
    expect(await cells(teacher)).toEqual([late[1]]);
  });

  it("marks every kind of entry late: the lesson, its homework, an absence, a mark and the day of a resit", async () => {
    await openTerm(deputy, [{ termId: school.quarter1 }], TOMORROW);
    const lesson = { journalId: journal, lessonId: school.lessons.closedTerm };
    const { version } = (await server.owner.query("SELECT version FROM lesson WHERE id = $1", [lesson.lessonId])).rows[0];
    for (const [name, input, selection] of [
      ["recordLesson", { ...lesson, version, topic: "Обыкновенные дроби" }, "lesson { id }"],
      ["setHomework", { ...lesson, text: "№ 15", version: 0 }, "version"],
      ["setAttendance", { ...lesson, cells: [{ pupilId: school.pupils.anya, kind: "SICK", version: 0 }] }, "cells { outcome }"],
    ] as const) {
      expect([name, (await send(teacher, name, input, selection)).errors]).toEqual([name, []]);
    }
    expect(await write(place(), "4")).toMatchObject({ outcome: "SET" });
    const work = { schoolId: school.schoolId, lessonId: lesson.lessonId, number: 2, kind: "CONTROL", mandatory: true };
    const assessmentId = await makeColumn(server.owner, work);
    const resits = [{ pupilId: school.pupils.anya, plannedOn: "2026-11-27" }];
    expect((await sendResits(teacher, { ...lesson, assessmentId }, resits)).data!.planResits!.resits).toMatchObject([{ outcome: "SET" }]);
    for (const table of ["lesson", "homework", "attendance", "mark"]) expect([table, await isLate(table)]).toEqual([table, true]);
    const openings = await deputy.send<{ termOpenings: { nodes: { lateEntries: number }[] } }>(
      "{ termOpenings(inForce: true) { nodes { lateEntries } } }",
    );
    expect(openings.data!.termOpenings.nodes).toEqual([{ lateEntries: 6 }]);
  });
});
