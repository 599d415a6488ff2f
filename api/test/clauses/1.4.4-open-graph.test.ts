import { uuidv7 } from "uuidv7";
import { statementsOf } from "../count-statements";
import { insert } from "../factories/insert";
import { makeJournal, makeLesson, makeSubstitution, makeSubject } from "../factories/journal";
import { makeAbsence, makeColumn, makeHomework, makeMark, makeTermMark } from "../factories/marks";
import { makeGuardian, makePupil } from "../factories/person";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

describe("the open graph tells a reporting tool what the school's journals hold (1.4.4, 1.4.5)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let deputy: TestClient;
  beforeAll(async () => {
    server = await startTestServer();
    const { owner } = server;
    school = await makeSmallSchool(owner);
    const { schoolId, lessons, pupils } = school;
    const oral = await makeColumn(owner, { schoolId, lessonId: lessons.friday });
    const control = await makeColumn(owner, {
      schoolId,
      lessonId: lessons.friday,
      number: 2,
      kind: "CONTROL",
      weight: 1.5,
      title: "Дроби",
      mandatory: true,
    });
    await makeMark(owner, { columnId: oral, pupilId: pupils.misha, grade: 5, comment: "Молодец" });
    await makeMark(owner, { columnId: control, pupilId: pupils.anya, grade: 4 });
    await makeMark(owner, { columnId: control, pupilId: pupils.misha, version: 3 });
    await makeAbsence(owner, { lessonId: lessons.friday, pupilId: pupils.arrived, kind: "SICK", reason: "Справка" });
    await makeHomework(owner, { lessonId: lessons.friday, text: "№ 5", dueOn: "2026-11-23" });
    await makeHomework(owner, { lessonId: lessons.today, text: "", version: 2 });
    deputy = await server.signIn("deputy");
  });
  afterAll(() => server?.stop());

  const ask = async (query: string, variables?: Record<string, unknown>): Promise<unknown> => {
    const { data, errors } = await deputy.send(query, variables);
    expect(errors).toEqual([]);
    return data;
  };

  it("the school and its years with their terms, the newest year first", async () => {
    expect(
      await ask(
        "{ school { shortName fullName address timeZone } academicYears { name status startsOn terms { kind number startsOn endsOn } } }",
      ),
    ).toEqual({
      school: { shortName: "Школа № 1", fullName: "МАОУ «Школа № 1»", address: null, timeZone: "Europe/Moscow" },
      academicYears: [
        {
          ...{ name: "2026/2027", status: "CURRENT", startsOn: "2026-09-01" },
          terms: [
            { kind: "QUARTER", number: 1, startsOn: "2026-09-01", endsOn: "2026-10-25" },
            { kind: "QUARTER", number: 2, startsOn: "2026-11-05", endsOn: "2026-12-28" },
          ],
        },
        { name: "2025/2026", status: "CLOSED", startsOn: "2025-09-01", terms: [] },
      ],
    });
  });

  it("subjects in the school's order, with the area of the curriculum", async () => {
    expect(await ask("{ subjects { name subjectArea isForeignLanguage } }")).toEqual({
      subjects: [
        { name: "Английский язык", subjectArea: "Иностранные языки", isForeignLanguage: true },
        { name: "Математика", subjectArea: "Математика и информатика", isForeignLanguage: false },
        { name: "Музыка", subjectArea: "Математика и информатика", isForeignLanguage: false },
      ],
    });
  });

  it("classes with their teacher, the pupils of today and the journals", async () => {
    const selection = `{ classes { label grade weekDays academicYear { name } classTeacher { surname } pupils { surname }
      journals { subject { name } className weeklyHours teachers { surname } } } }`;
    const { classes } = (await ask(selection)) as { classes: unknown[] };
    expect(classes[0]).toEqual({
      ...{ label: "5«А»", grade: 5, weekDays: 5, academicYear: { name: "2026/2027" }, classTeacher: { surname: "Сидорова" } },
      pupils: [{ surname: "Абрамова" }, { surname: "Ёлкина" }, { surname: "Орлов" }],
      journals: [
        { subject: { name: "Английский язык" }, className: "5«А»", weeklyHours: 5, teachers: [{ surname: "Сидорова" }] },
        { subject: { name: "Математика" }, className: "5«А»", weeklyHours: 5, teachers: [{ surname: "Иванова" }] },
        { subject: { name: "Музыка" }, className: "5«А»", weeklyHours: 0, teachers: [] },
      ],
    });
    expect(classes[1]).toMatchObject({ label: "5«Б»", classTeacher: null, pupils: [{ surname: "Борисов" }] });
  });

  it("a group's journal under its name, in every class that it is made of", async () => {
    const { owner } = server;
    const groupId = uuidv7();
    await insert(owner, "study_group", { school_id: school.schoolId, id: groupId, academic_year_id: school.year, name: "Шахматы" });
    for (const classId of [school.class5A, school.class5B]) {
      await insert(owner, "study_group_class", { school_id: school.schoolId, group_id: groupId, class_id: classId });
    }
    const journal = {
      school_id: school.schoolId,
      id: uuidv7(),
      academic_year_id: school.year,
      group_id: groupId,
      kind: "GROUP",
      term_kind: "QUARTER",
    };
    await insert(owner, "journal", { ...journal, subject_id: school.subjects.english, marking_scheme: "NONE" });
    const { classes } = (await ask("{ classes { journals { className schoolClass { label } } } }")) as {
      classes: { journals: unknown[] }[];
    };
    for (const { journals } of classes) expect(journals).toContainEqual({ className: "Шахматы", schoolClass: null });
  });

  it("a pupil with the class and the guardians of today; one who left has no class", async () => {
    const PUPIL =
      "query ($id: ID!) { pupil(id: $id) { surname givenName patronymic sex bornOn schoolClass { label } guardians { surname email phone } } }";
    expect(await ask(PUPIL, { id: school.pupils.misha })).toEqual({
      pupil: {
        ...{ surname: "Орлов", givenName: "Михаил", patronymic: "Андреевич", sex: null, bornOn: null },
        ...{ schoolClass: { label: "5«А»" }, guardians: [{ surname: "Орлова", email: null, phone: null }] },
      },
    });
    expect(await ask(PUPIL, { id: school.pupils.left })).toMatchObject({ pupil: { surname: "Яшин", schoolClass: null, guardians: [] } });
  });

  it("staff with the roles of today", async () => {
    expect(await ask('{ staff(search: "зотова") { nodes { surname position roles { role } } } }')).toEqual({
      staff: { nodes: [{ surname: "Зотова", position: "учитель", roles: [] }] },
    });
  });

  const LESSON = `query ($journalId: ID!, $id: ID!) { lesson(journalId: $journalId, id: $id) {
    date slot startsAt endsAt status topic journal { className } teacher { surname }
    assessments { number kind weight title mandatory } marks { value attempt comment pupil { surname } }
    attendance { kind minutesLate reason pupil { surname } } homework { text dueOn expectedMinutes } } }`;

  it("a lesson with its columns, the marks that are set, the absences and the homework", async () => {
    expect(await ask(LESSON, { journalId: school.journals.maths5A, id: school.lessons.friday })).toEqual({
      lesson: {
        ...{ date: "2026-11-20", slot: 1, startsAt: "08:30", endsAt: "09:15", status: "HELD", topic: "Сложение дробей" },
        ...{ journal: { className: "5«А»" }, teacher: { surname: "Иванова" } },
        assessments: [
          { number: 1, kind: "ORAL", weight: 1, title: null, mandatory: false },
          { number: 2, kind: "CONTROL", weight: 1.5, title: "Дроби", mandatory: true },
        ],
        marks: [
          { value: "5", attempt: 1, comment: "Молодец", pupil: { surname: "Орлов" } },
          { value: "4", attempt: 1, comment: null, pupil: { surname: "Ёлкина" } },
        ],
        attendance: [{ kind: "SICK", minutesLate: null, reason: "Справка", pupil: { surname: "Абрамова" } }],
        homework: { text: "№ 5", dueOn: "2026-11-23", expectedMinutes: 20 },
      },
    });
  });

  it("a lesson whose homework was taken away has none", async () => {
    expect(await ask(LESSON, { journalId: school.journals.maths5A, id: school.lessons.today })).toMatchObject({
      lesson: { homework: null },
    });
  });

  it("the substitute as the teacher of a substituted lesson", async () => {
    const { schoolId, lessons, staff } = school;
    await makeSubstitution(server.owner, { schoolId, lessonId: lessons.tomorrow, staffId: staff.otherTeacher });
    expect(await ask(LESSON, { journalId: school.journals.maths5A, id: school.lessons.tomorrow })).toMatchObject({
      lesson: { teacher: { surname: "Петров" } },
    });
  });

  it("the marks for terms and the year of a journal, by name; not those that were cleared", async () => {
    const { schoolId, journals, pupils, quarter1, staff } = school;
    const inMaths = { schoolId, journalId: journals.maths5A, by: staff.teacher };
    await makeTermMark(server.owner, { ...inMaths, pupilId: pupils.misha, termId: quarter1, grade: 4 });
    await makeTermMark(server.owner, { ...inMaths, pupilId: pupils.misha, termId: null, kind: "YEAR", grade: 5 });
    await makeTermMark(server.owner, { ...inMaths, pupilId: pupils.anya, termId: quarter1, special: "NOT_ASSESSED" });
    await makeTermMark(server.owner, { ...inMaths, pupilId: pupils.left, termId: quarter1 });
    const query = `query ($id: ID!, $kind: TermMarkKind) {
      journal(id: $id) { termMarks(kind: $kind) { kind term { number } value special pupil { surname } } } }`;
    const anya = { kind: "TERM", term: { number: 1 }, value: null, special: "NOT_ASSESSED", pupil: { surname: "Ёлкина" } };
    const misha = { kind: "TERM", term: { number: 1 }, value: "4", special: null, pupil: { surname: "Орлов" } };
    const mishasYear = { kind: "YEAR", term: null, value: "5", special: null, pupil: { surname: "Орлов" } };
    expect(await ask(query, { id: journals.maths5A })).toEqual({ journal: { termMarks: [anya, misha, mishasYear] } });
    expect(await ask(query, { id: journals.maths5A, kind: "YEAR" })).toEqual({ journal: { termMarks: [mishasYear] } });
  });

  it("a lesson only under its own journal", async () => {
    expect(await ask(LESSON, { journalId: school.journals.maths5B, id: school.lessons.friday })).toEqual({ lesson: null });
  });

  it("finds things by an id in capital letters too", async () => {
    const query = "query ($id: ID!, $lesson: ID!) { journal(id: $id) { className } lesson(journalId: $id, id: $lesson) { date } }";
    const ids = { id: school.journals.maths5A.toUpperCase(), lesson: school.lessons.friday.toUpperCase() };
    expect(await ask(query, ids)).toEqual({ journal: { className: "5«А»" }, lesson: { date: "2026-11-20" } });
  });

  it.each([
    '{ schoolClass(id: "5А") { id } }',
    '{ pupil(id: "1") { id } }',
    '{ journal(id: "\' OR 1=1 --") { id } }',
    '{ classes(academicYearId: "x") { id } }',
    '{ pupils(filter: { classId: "x" }) { nodes { id } } }',
    '{ lessons(journalId: "x") { nodes { id } } }',
  ])("refuses an id that is none: %s", async (query) => {
    expect((await deputy.send(query)).errors[0]!.extensions.code).toBe("INVALID");
  });

  it.each([
    [
      "classes",
      8,
      "{ classes { academicYear { name } classTeacher { surname roles { role } } pupils { schoolClass { label } guardians { surname } } } }",
    ],
    [
      "journals",
      9,
      "{ classes { journals { className subject { subjectArea } teachers { surname } weeklyHours academicYear { name } schoolClass { label } } } }",
    ],
    [
      "lessons",
      12,
      `{ classes { journals { lessons(first: 2) { nodes { journal { kind } teacher { surname } assessments { number }
      marks { value pupil { surname } } attendance { kind pupil { surname } } homework { text } } } } } }`,
    ],
  ])("%s with one statement an edge, however many rows there are", async (_what, most, query) => {
    const few = await statementsOf(() => ask(query));
    await addMore();
    const many = await statementsOf(() => ask(query));
    expect(many.length).toBe(few.length);
    expect(many.length).toBeLessThanOrEqual(most);
  });

  /** A new pupil with a guardian, and a new journal with marked lessons, in 5«Б». */
  async function addMore(): Promise<void> {
    const { owner } = server;
    const { schoolId, year: yearId, class5B, staff } = school;
    const teacherId = staff.otherTeacher;
    const pupilId = await makePupil(owner, schoolId, "Новиков Пётр", class5B);
    await makeGuardian(owner, schoolId, "Новикова Ольга", [pupilId]);
    const subjectId = await makeSubject(owner, schoolId, `Предмет ${uuidv7()}`, 20);
    const journalId = await makeJournal(owner, { schoolId, yearId, subjectId, classId: class5B, teacherId });
    for (const date of ["2026-11-17", "2026-11-18"]) {
      const lessonId = await makeLesson(owner, { schoolId, journalId, teacherId, date, status: "HELD" });
      await makeMark(owner, { columnId: await makeColumn(owner, { schoolId, lessonId }), pupilId, grade: 3 });
      await makeAbsence(owner, { lessonId, pupilId: school.pupils.borya });
    }
  }
});
