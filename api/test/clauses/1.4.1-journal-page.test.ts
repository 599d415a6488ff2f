import { uuidv7 } from "uuidv7";
import { statementsOf } from "../count-statements";
import { insert } from "../factories/insert";
import { makeSubstitution } from "../factories/journal";
import { makeAbsence, makeColumn, makeHomework, makeMark, makeTermMark } from "../factories/marks";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

interface Page {
  subject: string;
  className: string;
  teachers: string[];
  mayEdit: boolean;
  term: { number: number; isClosed: boolean };
  terms: { number: number; isClosed: boolean }[];
  pupils: {
    pupilId: string;
    name: string;
    from: string | null;
    to: string | null;
    average: string | null;
    suggested: number | null;
    termMark: string | null;
  }[];
  lessons: {
    id: string;
    date: string;
    status: string;
    topic: string | null;
    homework: string | null;
    homeworkVersion: number | null;
    teacher: string;
    mayEdit: boolean;
  }[];
  assessments: { id: string; lessonId: string; number: number; weight: number }[];
  marks: { assessmentId: string; lessonId: string; pupilId: string; value: string; comment: string | null; version: number }[];
  attendance: { lessonId: string; pupilId: string; kind: string; reason: string | null }[];
}

const PAGE = `query ($journalId: ID!, $termId: ID) { journalPage(journalId: $journalId, termId: $termId) {
  subject className kind markingScheme isForeignLanguage teachers mayEdit
  term { id number isClosed startsOn endsOn kind } terms { number isClosed }
  pupils { pupilId name from to average suggested termMark }
  lessons { id date slot startsAt endsAt room status topic planTopicId homework homeworkDueOn homeworkMinutes homeworkVersion version recordedAt teacher mayEdit }
  assessments { id lessonId number kind weight title mandatory }
  marks { assessmentId lessonId pupilId value comment version }
  attendance { lessonId pupilId kind minutesLate reason version } } }`;

describe("the journal page (1.4.1, 3.2.3)", () => {
  let server: TestServer;
  let school: SmallSchool;
  const open = async (login: string, journalId = school.journals.maths5A, termId?: string) => {
    const client = await server.signIn(login);
    return client.send<{ journalPage: Page }>(PAGE, { journalId, termId });
  };
  const page = async (...asked: Parameters<typeof open>): Promise<Page> => {
    const { data, errors } = await open(...asked);
    expect(errors).toEqual([]);
    return data!.journalPage;
  };

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    const { schoolId, lessons, pupils } = school;
    const oral = await makeColumn(server.owner, { schoolId, lessonId: lessons.friday });
    const control = await makeColumn(server.owner, {
      schoolId,
      lessonId: lessons.friday,
      number: 2,
      kind: "CONTROL",
      weight: 2.5,
      mandatory: true,
    });
    const earlier = await makeColumn(server.owner, { schoolId, lessonId: lessons.beforeLeaving });
    await makeMark(server.owner, { columnId: oral, pupilId: pupils.misha, grade: 5, comment: "Молодец; 5 1 за доску" });
    await makeMark(server.owner, { columnId: control, pupilId: pupils.misha, grade: 4, version: 3 });
    await makeMark(server.owner, { columnId: earlier, pupilId: pupils.misha, grade: 4 });
    await makeMark(server.owner, { columnId: earlier, pupilId: pupils.left, grade: 3 });
    await makeMark(server.owner, { columnId: oral, pupilId: pupils.anya, version: 2 });
    await makeAbsence(server.owner, { lessonId: lessons.friday, pupilId: pupils.anya, kind: "SICK", reason: "грипп" });
    await makeHomework(server.owner, { lessonId: lessons.friday, text: "§ 12, № 340", dueOn: "2026-11-24" });
    await makeHomework(server.owner, { lessonId: lessons.beforeLeaving, text: "", version: 2 });
  });
  afterAll(() => server?.stop());

  it("shows a teacher the term of today: pupils by the Russian alphabet, lessons by date", async () => {
    const shown = await page("teacher");
    expect(shown).toMatchObject({
      subject: "Математика",
      className: "5«А»",
      teachers: ["Иванова М. П."],
      mayEdit: true,
      term: { number: 2, isClosed: false },
    });
    expect(shown.pupils.map(({ name, from, to }) => [name, from, to])).toEqual([
      ["Абрамова Инна", "2026-11-20", null],
      ["Ёлкина Анна", null, null],
      ["Орлов Михаил", null, null],
      ["Яшин Олег", null, "2026-11-13"],
    ]);
    expect(shown.lessons.map(({ date, status, teacher }) => [date, status, teacher])).toEqual([
      ["2026-11-12", "HELD", "Иванова М. П."],
      ["2026-11-20", "HELD", "Иванова М. П."],
      ["2026-11-23", "PLANNED", "Иванова М. П."],
      ["2026-11-23", "CANCELLED", "Иванова М. П."],
      ["2026-11-24", "PLANNED", "Иванова М. П."],
    ]);
  });

  it("shows marks that are set with their comments, and not the cleared ones; absences; homework with its version", async () => {
    const { marks, attendance, lessons } = await page("teacher");
    const { misha, anya, left } = school.pupils;
    expect(marks.map(({ lessonId, pupilId, value, comment, version }) => ({ lessonId, pupilId, value, comment, version }))).toEqual(
      expect.arrayContaining([
        { lessonId: school.lessons.friday, pupilId: misha, value: "5", comment: "Молодец; 5 1 за доску", version: 1 },
        { lessonId: school.lessons.friday, pupilId: misha, value: "4", comment: null, version: 3 },
        { lessonId: school.lessons.beforeLeaving, pupilId: misha, value: "4", comment: null, version: 1 },
        { lessonId: school.lessons.beforeLeaving, pupilId: left, value: "3", comment: null, version: 1 },
      ]),
    );
    expect(marks).toHaveLength(4);
    expect(attendance).toMatchObject([{ lessonId: school.lessons.friday, pupilId: anya, kind: "SICK", reason: "грипп" }]);
    expect(lessons.filter((lesson) => lesson.homeworkVersion).map(({ homework, homeworkVersion }) => [homework, homeworkVersion])).toEqual([
      [null, 2],
      ["§ 12, № 340", 1],
    ]);
  });

  it("weighs the average exactly and suggests nothing with fewer than three grades", async () => {
    const { pupils } = await page("teacher");
    const of = (pupilId: string) => pupils.find((pupil) => pupil.pupilId === pupilId);
    expect(of(school.pupils.misha)).toMatchObject({ average: "4.22", suggested: 4 });
    expect(of(school.pupils.left)).toMatchObject({ average: "3.00", suggested: null });
    expect(of(school.pupils.anya)).toMatchObject({ average: null, suggested: null });
  });

  it("rounds by the threshold that the school has set for the time", async () => {
    const { schoolId } = school;
    await insert(server.owner, "school_setting", {
      school_id: schoolId,
      name: "assessment_rules",
      valid_from: "2026-09-01",
      value: { bands: { five: 422, four: 322, three: 222 } },
    });
    const { pupils } = await page("teacher");
    expect(pupils.find((pupil) => pupil.pupilId === school.pupils.misha)?.suggested).toBe(5);
    await server.owner.query("DELETE FROM school_setting WHERE school_id = $1", [schoolId]);
  });

  it("counts the grades that a pupil who changed class has brought along (1.4.7)", async () => {
    const { schoolId, lessons, pupils, journals, staff } = school;
    const { rows } = await server.owner.query(
      `UPDATE lesson SET status = 'HELD', topic = 'Дроби', taught_by = teacher_id, recorded_at = now(), date = '2026-11-13' WHERE id = $1 RETURNING id`,
      [lessons.today5B],
    );
    const columnId = await makeColumn(server.owner, { schoolId, lessonId: rows[0].id });
    await makeMark(server.owner, { columnId, pupilId: pupils.arrived, grade: 5 });
    await makeTermMark(server.owner, {
      schoolId,
      journalId: journals.maths5A,
      pupilId: pupils.arrived,
      termId: school.quarter2,
      special: "NOT_ASSESSED",
      by: staff.teacher,
    });
    const shown = await page("teacher");
    expect(shown.pupils[0]).toMatchObject({ name: "Абрамова Инна", average: "5.00", termMark: "н/а" });
    expect(shown.marks.some((mark) => mark.pupilId === pupils.arrived)).toBe(false);
  });

  it("shows a closed term without the right to write in it", async () => {
    const shown = await page("teacher", school.journals.maths5A, school.quarter1);
    expect(shown).toMatchObject({ term: { number: 1, isClosed: true }, mayEdit: false, lessons: [{ date: "2026-10-20", mayEdit: false }] });
    expect(shown.terms.map((term) => term.isClosed)).toEqual([true, false]);
  });

  it("lets the class teacher, the deputy and the director read, and only read (2.1, 3.4.2)", async () => {
    for (const login of ["classteacher", "deputy", "director"]) {
      const shown = await page(login);
      expect(shown.pupils).toHaveLength(4);
      expect([shown.mayEdit, ...shown.lessons.map((lesson) => lesson.mayEdit)]).not.toContain(true);
    }
  });

  it("lets the one who substitutes a lesson write in that lesson only (3.2)", async () => {
    const { schoolId, lessons, staff } = school;
    await makeSubstitution(server.owner, { schoolId, lessonId: lessons.today, staffId: staff.otherTeacher });
    const shown = await page("otherteacher");
    expect(shown.mayEdit).toBe(true);
    expect(shown.lessons.filter((lesson) => lesson.mayEdit)).toMatchObject([{ id: lessons.today, teacher: "Петров П. И." }]);
    await server.owner.query("DELETE FROM substitution WHERE school_id = $1", [schoolId]);
  });

  it("is closed to teachers of other journals, former ones, the administrator and the specialist", async () => {
    for (const login of ["otherteacher", "formerteacher", "admin", "specialist", "formerdeputy"]) {
      const { data, errors } = await open(login);
      expect([login, data, errors[0]?.extensions.code]).toEqual([login, null, "FORBIDDEN"]);
    }
    expect((await open("formerteacher", school.journals.music5A)).errors[0]?.extensions.code).toBe("FORBIDDEN");
  });

  it("is never opened to a pupil or a guardian, nor to anybody who is not signed in (2.1, 2.2)", async () => {
    for (const login of ["pupil", "mother", "otherpupil", "formerguardian"]) {
      expect((await open(login)).errors[0]?.extensions.code).toBe("FORBIDDEN");
    }
    const { errors } = await server.anonymous.send(PAGE, { journalId: school.journals.maths5A });
    expect(errors[0]?.extensions.code).toBe("UNAUTHENTICATED");
  });

  it("answers alike for a stranger's journal and one that is not there, and names a wrong id", async () => {
    expect((await open("teacher", uuidv7())).errors[0]?.extensions.code).toBe("FORBIDDEN");
    expect((await open("teacher", school.journals.maths5B)).errors[0]?.extensions.code).toBe("FORBIDDEN");
    expect((await open("deputy", uuidv7())).errors[0]?.extensions.code).toBe("NOT_FOUND");
    expect((await open("deputy", "5«А»")).errors[0]?.extensions).toMatchObject({ code: "INVALID", field: "journalId" });
    expect((await open("teacher", school.journals.maths5A, uuidv7())).errors[0]?.extensions.code).toBe("NOT_FOUND");
  });

  it("does not open the journal of another school to its director (2.5)", async () => {
    const other = await makeSmallSchool(server.owner, "-2");
    const director: TestClient = await server.signIn("director-2");
    const { errors } = await director.send(PAGE, { journalId: school.journals.maths5A });
    expect(errors[0]?.extensions.code).toBe("NOT_FOUND");
    expect((await director.send(PAGE, { journalId: other.journals.maths5A })).errors).toEqual([]);
  });

  it("costs one statement beside the viewer's, with the plan's topics too", async () => {
    await insert(server.owner, "plan_topic", {
      school_id: school.schoolId,
      id: uuidv7(),
      journal_id: school.journals.maths5A,
      number: 1,
      title: "Дроби",
    });
    const teacher = await server.signIn("teacher");
    const variables = { journalId: school.journals.maths5A };
    const document =
      "query ($journalId: ID!) { journalPage(journalId: $journalId) { ...Plan } } fragment Plan on JournalPage { subject planTopics { number title } }";
    expect(await statementsOf(() => teacher.send(PAGE, variables))).toEqual(["viewer", "journal-page"]);
    expect(
      await statementsOf(async () => {
        const { data } = await teacher.send(document, variables);
        expect(data).toEqual({ journalPage: { subject: "Математика", planTopics: [{ number: 1, title: "Дроби" }] } });
      }),
    ).toEqual(["viewer", "journal-page"]);
  });
});
