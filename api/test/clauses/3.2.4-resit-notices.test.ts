import { makeAbsence, makeColumn } from "../factories/marks";
import { minutesPass, told } from "../factories/notices";
import { sendResits, type ResitWish } from "../factories/resits";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

describe("a family is told of the day of a resit (3.2.4, 1.4.6)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let teacher: TestClient;
  let work: { journalId: string; lessonId: string; assessmentId: string };
  beforeEach(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    teacher = await server.signIn("teacher");
    const { schoolId, lessons, pupils, journals } = school;
    const column = { schoolId, lessonId: lessons.friday, kind: "CONTROL", title: "Дроби", mandatory: true };
    work = { journalId: journals.maths5A, lessonId: lessons.friday, assessmentId: await makeColumn(server.owner, column) };
    await makeAbsence(server.owner, { lessonId: lessons.friday, pupilId: pupils.misha, kind: "SICK" });
  });
  afterEach(() => server?.stop());

  /** Plans Миша's resit, and lets the news out. */
  const plan = async (wish: Omit<ResitWish, "pupilId">) => {
    const { data } = await sendResits(teacher, work, [{ pupilId: school.pupils.misha, ...wish }]);
    expect(data!.planResits!.resits).toMatchObject([{ outcome: "SET" }]);
    await server.worker.runOnce();
  };
  const about = { kind: "RESIT", pupilName: "Михаил", subject: "Математика", lessonDate: "2026-11-20", title: "Дроби" };

  it("that it is planned, moved and cancelled: the pupil and the guardian of today, and nobody else", async () => {
    await plan({ plannedOn: "2026-11-27" });
    for (const login of ["mother", "pupil"])
      expect([login, await told(server, login)]).toMatchObject([login, [{ ...about, before: null, after: "2026-11-27", readAt: null }]]);
    await minutesPass(server, 6);
    await plan({ plannedOn: "2026-11-30", version: 1 });
    await minutesPass(server, 6);
    await plan({ plannedOn: null, version: 2 });
    expect(await told(server, "mother")).toMatchObject([
      { ...about, before: "2026-11-30", after: null },
      { ...about, before: "2026-11-27", after: "2026-11-30" },
      { ...about, before: null, after: "2026-11-27" },
    ]);
    for (const login of ["formerguardian", "othermother", "teacher", "classteacher", "deputy"])
      expect([login, await told(server, login)]).toEqual([login, []]);
  });

  it("by one notice that changes where it stands, while it is fresh", async () => {
    await plan({ plannedOn: "2026-11-27" });
    await plan({ plannedOn: "2026-11-30", version: 1 });
    expect(await told(server, "mother")).toMatchObject([{ ...about, before: null, after: "2026-11-30" }]);
  });

  it("by none, when it is taken back within five minutes", async () => {
    await plan({ plannedOn: "2026-11-27" });
    await plan({ plannedOn: null, version: 1 });
    expect(await told(server, "mother")).toEqual([]);
    await plan({ plannedOn: "2026-11-27", version: 2 });
    await minutesPass(server, 6);
    await plan({ plannedOn: "2026-11-30", version: 3 });
    await plan({ plannedOn: "2026-11-27", version: 4 });
    expect(await told(server, "mother")).toMatchObject([{ before: null, after: "2026-11-27" }]);
  });

  it("and of nothing, when only the teacher's words to it change", async () => {
    await plan({ plannedOn: "2026-11-27" });
    await minutesPass(server, 6);
    await plan({ plannedOn: "2026-11-27", note: "каб. 12", version: 1 });
    expect(await told(server, "mother")).toHaveLength(1);
  });
});
