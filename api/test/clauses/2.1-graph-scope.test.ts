import { uuidv7 } from "uuidv7";
import { insert } from "../factories/insert";
import { makeAbsence, makeColumn, makeHomework, makeMark } from "../factories/marks";
import { makeGuardian } from "../factories/person";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { type Answer, startTestServer, type TestClient, type TestServer } from "../test-server";

describe("the open graph shows each role its own part and no more (2.1, 2.5, 2.6)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let other: SmallSchool;
  beforeAll(async () => {
    server = await startTestServer();
    const { owner } = server;
    school = await makeSmallSchool(owner);
    other = await makeSmallSchool(owner, "-2");
    for (const { schoolId, lessons, pupils } of [school, other]) {
      await makeMark(owner, { columnId: await makeColumn(owner, { schoolId, lessonId: lessons.friday }), pupilId: pupils.misha, grade: 5 });
      await makeAbsence(owner, { lessonId: lessons.friday, pupilId: pupils.anya, reason: "Болезнь" });
      await makeHomework(owner, { lessonId: lessons.friday, text: "№ 5" });
    }
  });
  afterAll(() => server?.stop());

  const clients = new Map<string, Promise<TestClient>>();
  const as = async (login: string, query: string, variables?: Record<string, unknown>): Promise<Answer> => {
    if (!clients.has(login)) clients.set(login, server.signIn(login));
    return (await clients.get(login)!).send(query, variables);
  };
  const codes = ({ errors }: Answer): string[] => [...new Set(errors.map(({ extensions }) => extensions.code))];

  const LISTS: Record<string, string> = {
    academicYears: "{ academicYears { id terms { id } } }",
    subjects: "{ subjects { id } }",
    classes: "{ classes { id } }",
    pupils: "{ pupils { totalCount nodes { id } edges { cursor } } }",
    staff: "{ staff { totalCount nodes { id } edges { cursor } } }",
  };

  it("a specialist reads the school and the names of staff, and nothing else", async () => {
    expect((await as("specialist", "{ school { shortName } staff { nodes { surname position } } }")).errors).toEqual([]);
    for (const list of ["academicYears", "subjects", "classes", "pupils"])
      expect(codes(await as("specialist", LISTS[list]!))).toEqual(["FORBIDDEN"]);
    expect(codes(await as("specialist", "{ staff { nodes { roles { role } } } }"))).toEqual(["FORBIDDEN"]);
    expect(codes(await as("specialist", "query ($id: ID!) { pupil(id: $id) { surname } }", { id: school.pupils.misha }))).toEqual([
      "FORBIDDEN",
    ]);
  });

  it("a former deputy and somebody who is not signed in read nothing", async () => {
    for (const list of Object.values(LISTS)) {
      expect(codes(await as("formerdeputy", list))).toEqual(["FORBIDDEN"]);
      expect(codes(await server.anonymous.send(list))).toEqual(["UNAUTHENTICATED"]);
    }
  });

  describe("a teacher", () => {
    it("lists the classes and pupils of the own load, and not those of a colleague", async () => {
      const { data } = await as("teacher", "{ classes { label } pupils { totalCount nodes { surname } } }");
      expect(data).toEqual({
        classes: [{ label: "5«А»" }],
        pupils: { totalCount: 3, nodes: [{ surname: "Абрамова" }, { surname: "Ёлкина" }, { surname: "Орлов" }] },
      });
    });

    it("goes from the class to the own journals only", async () => {
      const { data } = await as("teacher", "{ classes { pupils { surname } journals { subject { name } } } }");
      expect(data).toMatchObject({ classes: [{ journals: [{ subject: { name: "Математика" } }] }] });
    });

    it("gets the same answer for a colleague's class, pupil, journal and lesson as for one that is not there", async () => {
      const answers = async (ids: Record<"schoolClass" | "pupil" | "journal" | "lesson", string>): Promise<Answer> =>
        as(
          "teacher",
          `query ($schoolClass: ID!, $pupil: ID!, $journal: ID!, $lesson: ID!) {
            schoolClass(id: $schoolClass) { label } pupil(id: $pupil) { surname } journal(id: $journal) { className }
            lesson(journalId: $journal, id: $lesson) { topic } lessons(journalId: $journal) { nodes { topic } }
            pupils(filter: { classId: $schoolClass }) { totalCount } }`,
          ids,
        );
      const nothing = await answers({ schoolClass: uuidv7(), pupil: uuidv7(), journal: uuidv7(), lesson: uuidv7() });
      expect(nothing.data).toEqual({
        schoolClass: null,
        pupil: null,
        journal: null,
        lesson: null,
        lessons: { nodes: [] },
        pupils: { totalCount: 0 },
      });
      for (const { class5B, pupils, journals, lessons } of [school, other]) {
        expect(await answers({ schoolClass: class5B, pupil: pupils.borya, journal: journals.maths5B, lesson: lessons.today5B })).toEqual(
          nothing,
        );
      }
    });

    it("reads the marks, absences and homework of the own lessons", async () => {
      const ids = { journalId: school.journals.maths5A, id: school.lessons.friday };
      const query = `query ($journalId: ID!, $id: ID!) { lesson(journalId: $journalId, id: $id) {
        marks { value pupil { surname } } attendance { reason } homework { text } assessments { kind } } }`;
      expect((await as("teacher", query, ids)).data).toEqual({
        lesson: {
          ...{ marks: [{ value: "5", pupil: { surname: "Орлов" } }], attendance: [{ reason: "Болезнь" }] },
          ...{ homework: { text: "№ 5" }, assessments: [{ kind: "ORAL" }] },
        },
      });
    });

    it("does not get from a mark to the family's telephone, nor to roles", async () => {
      const ids = { journalId: school.journals.maths5A, id: school.lessons.friday };
      const lesson = (edge: string): string => `query ($journalId: ID!, $id: ID!) { lesson(journalId: $journalId, id: $id) { ${edge} } }`;
      expect(codes(await as("teacher", lesson("marks { pupil { guardians { phone } } }"), ids))).toEqual(["FORBIDDEN"]);
      expect(codes(await as("teacher", lesson("teacher { roles { role } }"), ids))).toEqual(["FORBIDDEN"]);
    });

    it("who has left the load, or the school, lists nothing any more", async () => {
      const { data } = await as("formerteacher", "{ classes { label } pupils { totalCount } }");
      expect(data).toEqual({ classes: [], pupils: { totalCount: 0 } });
    });

    it("who is also a parent sees the own child in a class that is not taught, and no classmate there", async () => {
      await makeGuardianOf(school, school.staff.teacher, school.pupils.borya);
      const { data } = await as(
        "teacher",
        "query ($id: ID!) { pupil(id: $id) { surname schoolClass { label pupils { surname } journals { id } } } }",
        {
          id: school.pupils.borya,
        },
      );
      expect(data).toEqual({
        pupil: { surname: "Борисов", schoolClass: { label: "5«Б»", pupils: [{ surname: "Борисов" }], journals: [] } },
      });
    });
  });

  describe("a class teacher", () => {
    it("reads every journal of the class", async () => {
      const { data } = await as("classteacher", "{ classes { label journals { subject { name } } } }");
      expect(data).toEqual({
        classes: [
          {
            label: "5«А»",
            journals: [{ subject: { name: "Английский язык" } }, { subject: { name: "Математика" } }, { subject: { name: "Музыка" } }],
          },
        ],
      });
    });

    it("calls the guardians of the own class, and of no pupil met elsewhere", async () => {
      const guardians = "query ($id: ID!) { pupil(id: $id) { surname guardians { surname } } }";
      expect((await as("classteacher", guardians, { id: school.pupils.misha })).data).toEqual({
        pupil: { surname: "Орлов", guardians: [{ surname: "Орлова" }] },
      });
      const load = { school_id: school.schoolId, id: uuidv7(), journal_id: school.journals.maths5B, staff_id: school.staff.classTeacher };
      await insert(server.owner, "teaching_load", { ...load, weekly_hours: 1, valid_from: "2026-09-01" });
      expect((await as("classteacher", guardians, { id: school.pupils.borya })).data).toEqual({
        pupil: { surname: "Борисов", guardians: [] },
      });
    });

    it("does not call the guardians of a pupil who has left the class", async () => {
      const id = school.pupils.left;
      await makeGuardian(server.owner, school.schoolId, "Яшина Ольга", [id]);
      expect((await as("classteacher", "query ($id: ID!) { pupil(id: $id) { guardians { phone } } }", { id })).data).toEqual({
        pupil: { guardians: [] },
      });
    });
  });

  describe("the administrator", () => {
    it("reads structure and people", async () => {
      const { data, errors } = await as(
        "admin",
        "{ classes { label } pupils { totalCount nodes { guardians { surname } } } staff { nodes { roles { role } } } }",
      );
      expect(errors).toEqual([]);
      expect(data).toMatchObject({ classes: [{ label: "5«А»" }, { label: "5«Б»" }], pupils: { totalCount: 4 } });
    });

    it.each(["marks { value }", "attendance { reason }", "homework { text }", "assessments { title }"])(
      "never reads a lesson's %s",
      async (edge) => {
        const lesson = await as("admin", `query ($id: ID!) { lessons(journalId: $id) { nodes { ${edge} } } }`, {
          id: school.journals.maths5A,
        });
        expect(codes(lesson)).toEqual(["FORBIDDEN"]);
        expect(JSON.stringify(lesson.data)).not.toMatch(/№ 5|Болезнь|"5"/);
      },
    );

    it("never reads a journal's term marks", async () => {
      const query = "query ($id: ID!) { journal(id: $id) { className termMarks { value } } }";
      expect(codes(await as("admin", query, { id: school.journals.maths5A }))).toEqual(["FORBIDDEN"]);
    });

    it("reads when lessons are and who gives them", async () => {
      const query = "query ($id: ID!) { lessons(journalId: $id, first: 1) { nodes { date status teacher { surname } } } }";
      expect((await as("admin", query, { id: school.journals.maths5A })).data).toEqual({
        lessons: { nodes: [{ date: "2026-10-20", status: "HELD", teacher: { surname: "Иванова" } }] },
      });
    });
  });

  it.each(["director", "deputy", "admin"])("the %s of one school sees nothing of another", async (login) => {
    const { data } = await as(
      login,
      `query ($schoolClass: ID!, $pupil: ID!, $journal: ID!, $lesson: ID!, $year: ID!) {
        schoolClass(id: $schoolClass) { label } pupil(id: $pupil) { surname } journal(id: $journal) { className }
        lesson(journalId: $journal, id: $lesson) { topic } lessons(journalId: $journal) { nodes { topic } }
        classes(academicYearId: $year) { label } pupils(filter: { classId: $schoolClass }) { totalCount } }`,
      {
        schoolClass: other.class5A,
        pupil: other.pupils.misha,
        journal: other.journals.maths5A,
        lesson: other.lessons.friday,
        year: other.year,
      },
    );
    expect(data).toEqual({
      schoolClass: null,
      pupil: null,
      journal: null,
      lesson: null,
      lessons: { nodes: [] },
      classes: [],
      pupils: { totalCount: 0 },
    });
  });

  async function makeGuardianOf({ schoolId }: SmallSchool, guardianId: string, pupilId: string): Promise<void> {
    await insert(server.owner, "guardian", { school_id: schoolId, id: guardianId });
    const guardianship = { school_id: schoolId, id: uuidv7(), guardian_id: guardianId, pupil_id: pupilId };
    await insert(server.owner, "guardianship", { ...guardianship, relation: "MOTHER", valid_from: "2026-09-01" });
  }
});
