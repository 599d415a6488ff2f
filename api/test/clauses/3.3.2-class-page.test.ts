import { uuidv7 } from "uuidv7";
import { statementsOf } from "../count-statements";
import { insert } from "../factories/insert";
import { makeLesson } from "../factories/journal";
import { makeAbsence, makeColumn, makeMark, makeTermMark } from "../factories/marks";
import { makeSmallSchool, TODAY, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestServer } from "../test-server";

interface Page {
  label: string;
  classTeacher: string | null;
  date: string;
  term: { number: number };
  lessonsToday: { lessonId: string; subject: string; groupName: string | null; status: string; recorded: boolean }[];
  absences: { lessonId: string; pupilId: string; kind: string; reason: string | null }[];
  subjects: { subjectId: string; subject: string }[];
  pupils: {
    pupilId: string;
    name: string;
    guardians: string[];
    missedLessons: number;
    subjects: {
      subjectId: string;
      journalId: string;
      marks: string[];
      average: string | null;
      termMark: string | null;
      yearMark: string | null;
      examMark: string | null;
      finalMark: string | null;
    }[];
  }[];
}

const PAGE = `query ($classId: ID!, $date: LocalDate, $termId: ID) { classPage(classId: $classId, date: $date, termId: $termId) {
  classId label classTeacher date term { id number } terms { id number } lessonsToday { lessonId journalId slot subject groupName status recorded }
  absences { lessonId pupilId kind minutesLate reason } subjects { subjectId subject shortName }
  pupils { pupilId name guardians missedLessons subjects { subjectId journalId marks average termMark yearMark examMark finalMark } } } }`;

describe("the class page (2.1, 3.3.2)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let groupJournal: string;
  const open = async (login: string, classId = school.class5A, more: object = {}) =>
    (await server.signIn(login)).send<{ classPage: Page }>(PAGE, { classId, ...more });
  const read = async (...asked: Parameters<typeof open>): Promise<Page> => {
    const { data, errors } = await open(...asked);
    expect(errors).toEqual([]);
    return data!.classPage;
  };

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    const { schoolId, lessons, pupils, journals, staff } = school;
    const oral = await makeColumn(server.owner, { schoolId, lessonId: lessons.friday });
    const control = await makeColumn(server.owner, { schoolId, lessonId: lessons.friday, number: 2, weight: 1.5 });
    await makeMark(server.owner, { columnId: oral, pupilId: pupils.misha, grade: 5 });
    await makeMark(server.owner, { columnId: control, pupilId: pupils.misha, grade: 4 });
    await makeMark(server.owner, { columnId: oral, pupilId: pupils.arrived, grade: 2, share: 0 });
    await makeMark(server.owner, { columnId: oral, pupilId: pupils.arrived, grade: 4, attempt: 2 });
    await makeMark(server.owner, { columnId: control, pupilId: pupils.arrived, grade: 3 });
    await makeMark(server.owner, { columnId: oral, pupilId: pupils.anya });
    await makeAbsence(server.owner, { lessonId: lessons.today, pupilId: pupils.anya, kind: "EXCUSED", reason: "заявление" });
    await makeAbsence(server.owner, { lessonId: lessons.friday, pupilId: pupils.anya, kind: "LATE" });
    await makeTermMark(server.owner, {
      schoolId,
      journalId: journals.maths5A,
      pupilId: pupils.misha,
      termId: school.quarter2,
      grade: 4,
      by: staff.teacher,
    });
    groupJournal = await makeGroupJournal();
  });
  afterAll(() => server?.stop());

  it("shows the class teacher the day: lessons of the class and its groups, and who is absent", async () => {
    const page = await read("classteacher");
    expect(page).toMatchObject({ label: "5«А»", classTeacher: "Сидорова А. Л.", date: TODAY, term: { number: 2 } });
    expect(page.lessonsToday.map(({ subject, groupName, status, recorded }) => [subject, groupName, status, recorded])).toEqual([
      ["Математика", null, "PLANNED", false],
      ["Математика", null, "CANCELLED", false],
      ["Английский язык", null, "PLANNED", false],
      ["Английский язык", "5«А» английский 1", "PLANNED", false],
    ]);
    expect(page.absences).toMatchObject([
      { lessonId: school.lessons.today, pupilId: school.pupils.anya, kind: "EXCUSED", reason: "заявление" },
    ]);
  });

  it("shows each pupil's marks, exact averages, term marks and missed lessons by subject", async () => {
    const { subjects, pupils } = await read("classteacher");
    expect(subjects.map(({ subject }) => subject)).toEqual(["Английский язык", "Математика", "Музыка"]);
    expect(pupils.map(({ name, missedLessons }) => [name, missedLessons])).toEqual([
      ["Абрамова Инна", 0],
      ["Ёлкина Анна", 1],
      ["Орлов Михаил", 0],
    ]);
    const misha = pupils[2]!;
    expect(misha.guardians).toEqual(["Орлова Ирина Сергеевна"]);
    expect(misha.subjects).toMatchObject([
      { subjectId: school.subjects.english, journalId: groupJournal, marks: [] },
      { subjectId: school.subjects.mathematics, journalId: school.journals.maths5A, marks: ["5", "4"], average: "4.40", termMark: "4" },
      { subjectId: school.subjects.music, marks: [], average: null, termMark: null },
    ]);
    expect(pupils[1]!.subjects).toMatchObject([{ journalId: school.journals.english5A }, { marks: [], average: null }, {}]);
    expect(pupils[0]!.subjects[1]).toMatchObject({ marks: ["2/4", "3"], average: "3.40" });
  });

  it("shows another date with the roll of that date, and another term", async () => {
    const page = await read("deputy", school.class5A, { date: "2026-11-12" });
    expect(page.lessonsToday).toMatchObject([{ lessonId: school.lessons.beforeLeaving, recorded: true }]);
    expect(page.pupils.map(({ name }) => name)).toEqual(["Ёлкина Анна", "Орлов Михаил", "Яшин Олег"]);
    expect(await read("director", school.class5A, { termId: school.quarter1 })).toMatchObject({ term: { number: 1 }, date: TODAY });
  });

  it("shows the marks of the year, the exam and in the end beside those of every term, of this year's journals alone", async () => {
    const { schoolId, pupils, journals, staff, quarter1 } = school;
    const mark = { schoolId, pupilId: pupils.anya, by: staff.teacher, termId: null };
    await makeTermMark(server.owner, { ...mark, journalId: journals.maths5A, kind: "YEAR", grade: 4 });
    await makeTermMark(server.owner, { ...mark, journalId: journals.maths5A, kind: "EXAM", grade: 3 });
    await makeTermMark(server.owner, { ...mark, journalId: journals.maths5A, kind: "FINAL", grade: 5 });
    for (const termId of [quarter1, school.quarter2]) {
      const { pupils: shown } = await read("classteacher", school.class5A, { termId });
      const anya = shown.find(({ pupilId }) => pupilId === pupils.anya);
      expect(anya?.subjects.find(({ journalId }) => journalId === journals.maths5A)).toMatchObject({
        termMark: null,
        yearMark: "4",
        examMark: "3",
        finalMark: "5",
      });
    }
  });

  it("tells nothing of a pupil who has left from after the last day there: the next class's marks, absences and year (2.1)", async () => {
    const { schoolId, pupils, journals, staff, lessons, quarter2 } = school;
    const goes = { school_id: schoolId, id: uuidv7(), pupil_id: pupils.left, class_id: school.class5B, valid_from: "2026-11-14" };
    await insert(server.owner, "enrolment", goes);
    const next = await makeLesson(server.owner, {
      schoolId,
      journalId: journals.maths5B,
      teacherId: staff.otherTeacher,
      date: "2026-11-20",
    });
    const before = await makeColumn(server.owner, { schoolId, lessonId: lessons.beforeLeaving });
    const after = await makeColumn(server.owner, { schoolId, lessonId: next });
    await makeMark(server.owner, { columnId: before, pupilId: pupils.left, grade: 5 });
    await makeMark(server.owner, { columnId: after, pupilId: pupils.left, grade: 2 });
    await makeAbsence(server.owner, { lessonId: lessons.beforeLeaving, pupilId: pupils.left });
    await makeAbsence(server.owner, { lessonId: lessons.today5B, pupilId: pupils.left });
    const given = { schoolId, pupilId: pupils.left, journalId: journals.maths5B, by: staff.otherTeacher };
    await makeTermMark(server.owner, { ...given, termId: quarter2, grade: 2 });
    await makeTermMark(server.owner, { ...given, termId: null, kind: "YEAR", grade: 3 });
    const seen = async (login: string, classId: string, date: string) => {
      const pupil = (await read(login, classId, { date })).pupils.find(({ pupilId }) => pupilId === pupils.left);
      const maths = pupil?.subjects.find(({ subjectId }) => subjectId === school.subjects.mathematics);
      return pupil && [pupil.missedLessons, maths?.marks, maths?.average, maths?.termMark, maths?.yearMark];
    };
    expect(await seen("classteacher", school.class5A, "2026-11-12")).toEqual([1, ["5"], "5.00", null, null]);
    expect(await seen("classteacher", school.class5A, TODAY)).toBeUndefined();
    expect(await seen("deputy", school.class5B, TODAY)).toEqual([2, ["5", "2"], "3.50", "2", "3"]);
    await makeTermMark(server.owner, { ...given, journalId: journals.maths5A, termId: quarter2, grade: 5 });
    expect(await seen("classteacher", school.class5A, "2026-11-12")).toEqual([1, ["5"], "5.00", "5", null]);
  });

  it("is the class teacher's, the deputy's and the director's only (2.1, 2.6)", async () => {
    for (const login of ["teacher", "otherteacher", "admin", "specialist", "pupil", "mother", "formerdeputy"]) {
      const { data, errors } = await open(login);
      expect([login, data, errors[0]?.extensions.code]).toEqual([login, null, "FORBIDDEN"]);
    }
    expect((await open("classteacher", school.class5B)).errors[0]?.extensions.code).toBe("FORBIDDEN");
    expect((await open("classteacher", uuidv7())).errors[0]?.extensions.code).toBe("FORBIDDEN");
    expect((await open("deputy", uuidv7())).errors[0]?.extensions.code).toBe("NOT_FOUND");
    expect((await open("deputy", "5А")).errors[0]?.extensions).toMatchObject({ code: "INVALID", field: "classId" });
    expect((await server.anonymous.send(PAGE, { classId: school.class5A })).errors[0]?.extensions.code).toBe("UNAUTHENTICATED");
  });

  it("costs one statement beside the viewer's", async () => {
    const deputy = await server.signIn("deputy");
    expect(await statementsOf(() => deputy.send(PAGE, { classId: school.class5A }))).toEqual(["viewer", "class-page"]);
  });

  async function makeGroupJournal(): Promise<string> {
    const { schoolId, year, class5A, subjects, pupils, staff } = school;
    const [groupId, journalId] = [uuidv7(), uuidv7()];
    await insert(server.owner, "study_group", { school_id: schoolId, id: groupId, academic_year_id: year, name: "5«А» английский 1" });
    await insert(server.owner, "study_group_class", { school_id: schoolId, group_id: groupId, class_id: class5A });
    await insert(server.owner, "group_membership", {
      school_id: schoolId,
      id: uuidv7(),
      group_id: groupId,
      pupil_id: pupils.misha,
      valid_from: "2026-09-01",
    });
    const journal = { kind: "GROUP", group_id: groupId, marking_scheme: "FIVE_POINT", term_kind: "QUARTER" };
    await insert(server.owner, "journal", {
      school_id: schoolId,
      id: journalId,
      academic_year_id: year,
      subject_id: subjects.english,
      ...journal,
    });
    await makeLesson(server.owner, { schoolId, journalId, teacherId: staff.classTeacher, date: TODAY, slot: 4 });
    return journalId;
  }
});
