import { statementsOf } from "../count-statements";
import { makeLesson } from "../factories/journal";
import { makeAbsence, makeColumn, makeMark } from "../factories/marks";
import { makeSmallSchool, TODAY, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestServer } from "../test-server";

const OVERVIEW = `query ($date: LocalDate) { schoolOverview(date: $date) { date pupilCount staffCount classCount journalCount lessonsToday recordedToday
  absentToday marksToday unrecorded { staffId name count } accountCount } }`;

describe("the school's figures for the office (2.6, 3.4.4)", () => {
  let server: TestServer;
  let school: SmallSchool;
  const open = async (login: string, date?: string) => (await server.signIn(login)).send<{ schoolOverview: object }>(OVERVIEW, { date });

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    await makeSmallSchool(server.owner, "-2");
    const { schoolId, journals, staff, lessons, pupils } = school;
    for (const date of ["2026-11-17", "2026-11-18", "2026-11-13"]) {
      await makeLesson(server.owner, { schoolId, journalId: journals.maths5A, teacherId: staff.teacher, date });
    }
    const column = await makeColumn(server.owner, { schoolId, lessonId: lessons.friday });
    await makeMark(server.owner, { columnId: column, pupilId: pupils.misha, grade: 5 });
    await makeMark(server.owner, { columnId: column, pupilId: pupils.arrived });
    await makeAbsence(server.owner, { lessonId: lessons.friday, pupilId: pupils.anya });
    await makeAbsence(server.owner, { lessonId: lessons.friday, pupilId: pupils.misha, kind: "LATE" });
  });
  afterAll(() => server?.stop());

  it("counts what exists in the own school today, and the lessons of the last seven days that nobody recorded", async () => {
    const { data, errors } = await open("deputy");
    expect(errors).toEqual([]);
    expect(data!.schoolOverview).toEqual({
      date: TODAY,
      pupilCount: 4,
      staffCount: 9,
      classCount: 2,
      journalCount: 4,
      lessonsToday: 3,
      recordedToday: 0,
      absentToday: 0,
      marksToday: 0,
      unrecorded: [{ staffId: school.staff.teacher, name: "Иванова М. П.", count: 2 }],
      accountCount: 15,
    });
  });

  it("counts another date: recorded lessons, pupils absent (late is not absent), marks that are set", async () => {
    const { data } = await open("director", "2026-11-20");
    expect(data!.schoolOverview).toMatchObject({ lessonsToday: 1, recordedToday: 1, absentToday: 1, marksToday: 1 });
  });

  it("gives the administrator the counts too, and nobody else anything (2.6)", async () => {
    expect((await open("admin")).errors).toEqual([]);
    for (const login of ["teacher", "classteacher", "specialist", "pupil", "mother", "formerdeputy"]) {
      expect([login, (await open(login)).errors[0]?.extensions.code]).toEqual([login, "FORBIDDEN"]);
    }
    expect((await server.anonymous.send(OVERVIEW)).errors[0]?.extensions.code).toBe("UNAUTHENTICATED");
  });

  it("costs one statement beside the viewer's", async () => {
    const deputy = await server.signIn("deputy");
    expect(await statementsOf(() => deputy.send(OVERVIEW))).toEqual(["viewer", "school-overview"]);
  });
});
