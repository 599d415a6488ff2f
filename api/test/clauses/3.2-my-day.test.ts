import { uuidv7 } from "uuidv7";
import { statementsOf } from "../count-statements";
import { insert } from "../factories/insert";
import { makeJournal, makeLesson, makeSubstitution } from "../factories/journal";
import { makeAbsence, makeColumn, makeHomework, makeMark } from "../factories/marks";
import { makeSmallSchool, TODAY, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestServer } from "../test-server";

interface Day {
  date: string;
  isToday: boolean;
  lessons: {
    lessonId: string;
    subject: string;
    className: string;
    status: string;
    isSubstitution: boolean;
    pupilCount: number;
    absentCount: number;
    markCount: number;
    homework: string | null;
    missing: string[];
  }[];
}

const DAY = `query ($date: LocalDate) { myDay(date: $date) { date isToday lessons {
  lessonId journalId slot startsAt endsAt room subject className status topic plannedTopic homework isSubstitution pupilCount absentCount markCount missing } } }`;

describe("a teacher's day (3.2)", () => {
  let server: TestServer;
  let school: SmallSchool;
  const open = async (login: string, date?: string) => (await server.signIn(login)).send<{ myDay: Day }>(DAY, { date });
  const day = async (login: string, date?: string): Promise<Day> => {
    const { data, errors } = await open(login, date);
    expect(errors).toEqual([]);
    return data!.myDay;
  };

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
  });
  afterAll(() => server?.stop());

  it("shows today's own lessons by the bell, and not those of colleagues", async () => {
    const today = await day("teacher");
    expect(today).toMatchObject({ date: TODAY, isToday: true });
    expect(today.lessons).toMatchObject([
      { lessonId: school.lessons.today, subject: "Математика", className: "5«А»", status: "PLANNED", pupilCount: 3, isSubstitution: false },
      { lessonId: school.lessons.cancelled, status: "CANCELLED", missing: [] },
    ]);
  });

  it("names what a held lesson still lacks: homework, and marks of the control work for everybody present (3.2.4, 3.2.6)", async () => {
    const { lessons, pupils, schoolId } = school;
    const control = await makeColumn(server.owner, { schoolId, lessonId: lessons.friday, kind: "CONTROL", mandatory: true });
    await makeMark(server.owner, { columnId: control, pupilId: pupils.misha, grade: 4 });
    await makeMark(server.owner, { columnId: control, pupilId: pupils.arrived, grade: 3 });
    expect((await day("teacher", "2026-11-20")).lessons).toMatchObject([
      { pupilCount: 3, absentCount: 0, markCount: 2, missing: ["HOMEWORK", "CONTROL_MARKS"] },
    ]);
    await makeAbsence(server.owner, { lessonId: lessons.friday, pupilId: pupils.anya, kind: "SICK" });
    await makeHomework(server.owner, { lessonId: lessons.friday, text: "№ 5" });
    expect((await day("teacher", "2026-11-20")).lessons).toMatchObject([{ absentCount: 1, markCount: 2, homework: "№ 5", missing: [] }]);
  });

  it("asks for the topic of a past lesson that nobody has recorded, and not of one to come (3.2.3)", async () => {
    const lessonId = await makeLesson(server.owner, {
      schoolId: school.schoolId,
      journalId: school.journals.maths5A,
      teacherId: school.staff.teacher,
      date: "2026-11-18",
    });
    expect((await day("teacher", "2026-11-18")).lessons).toMatchObject([{ lessonId, missing: ["TOPIC"] }]);
    expect((await day("teacher", "2026-11-24")).lessons).toMatchObject([{ lessonId: school.lessons.tomorrow, missing: [] }]);
  });

  it("asks for no homework in grade 1", async () => {
    const { schoolId, year, bells, subjects, staff } = school;
    const classId = uuidv7();
    await insert(server.owner, "school_class", {
      school_id: schoolId,
      id: classId,
      academic_year_id: year,
      grade: 1,
      label: "1«А»",
      term_kind: "QUARTER",
      bell_schedule_id: bells,
    });
    await insert(server.owner, "enrolment", {
      school_id: schoolId,
      id: uuidv7(),
      pupil_id: await newPupil(),
      class_id: classId,
      valid_from: "2026-09-01",
    });
    const journalId = await makeJournal(server.owner, {
      schoolId,
      yearId: year,
      subjectId: subjects.mathematics,
      classId,
      teacherId: staff.teacher,
      scheme: "NONE",
    });
    await makeLesson(server.owner, { schoolId, journalId, teacherId: staff.teacher, date: "2026-11-19", status: "HELD" });
    expect((await day("teacher", "2026-11-19")).lessons).toMatchObject([{ className: "1«А»", pupilCount: 1, missing: [] }]);
  });

  it("moves a substituted lesson from one teacher's day to the other's", async () => {
    const { schoolId, lessons, staff } = school;
    await makeSubstitution(server.owner, { schoolId, lessonId: lessons.tomorrow, staffId: staff.otherTeacher });
    expect((await day("teacher", "2026-11-24")).lessons).toEqual([]);
    expect((await day("otherteacher", "2026-11-24")).lessons).toMatchObject([{ lessonId: lessons.tomorrow, isSubstitution: true }]);
  });

  it("shows the next day with lessons when today has none", async () => {
    const { schoolId, journals, staff } = school;
    await makeLesson(server.owner, { schoolId, journalId: journals.english5A, teacherId: staff.formerTeacher, date: "2026-11-30" });
    expect(await day("formerteacher")).toMatchObject({ date: "2026-11-30", isToday: false, lessons: [{ subject: "Английский язык" }] });
    expect(await day("deputy")).toEqual({ date: TODAY, isToday: true, lessons: [] });
  });

  it("is the staff's: a pupil and a guardian have none, and a date is a real day", async () => {
    for (const login of ["pupil", "mother", "specialist"]) expect((await open(login)).errors[0]?.extensions.code).toBe("FORBIDDEN");
    expect((await open("teacher", "2026-02-30")).errors[0]?.extensions.code).toBe("INVALID");
    expect((await server.anonymous.send(DAY)).errors[0]?.extensions.code).toBe("UNAUTHENTICATED");
  });

  it("costs one statement beside the viewer's", async () => {
    const teacher = await server.signIn("teacher");
    expect(await statementsOf(() => teacher.send(DAY))).toEqual(["viewer", "my-day"]);
  });

  async function newPupil(): Promise<string> {
    const id = uuidv7();
    await insert(server.owner, "person", { school_id: school.schoolId, id, surname: "Малышев", given_name: "Иван" });
    await insert(server.owner, "pupil", { school_id: school.schoolId, id });
    return id;
  }
});
