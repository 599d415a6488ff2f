import { uuidv7 } from "uuidv7";
import { statementsOf } from "../count-statements";
import { makeAbsence, makeColumn, makeMark, makeTermMark } from "../factories/marks";
import { makeAccount } from "../factories/person";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestServer } from "../test-server";

interface Term {
  pupilName: string;
  classLabel: string;
  term: { number: number; isClosed: boolean };
  terms: { number: number }[];
  missedLessons: number;
  missedBySickness: number;
  lateCount: number;
  subjects: {
    journalId: string;
    subject: string;
    teachers: string[];
    marks: { date: string; value: string; topic: string | null; comment: string | null }[];
    average: string | null;
    suggested: number | null;
    termMark: string | null;
    yearMark: string | null;
    pastTermMarks: { termId: string; value: string }[];
    missedLessons: number;
  }[];
}

const TERM = `query ($pupilId: ID!, $termId: ID) { pupilTerm(pupilId: $pupilId, termId: $termId) { pupilId pupilName classLabel
  term { id number isClosed } terms { number } missedLessons missedBySickness lateCount
  subjects { journalId subject teachers marks { lessonId date value kind title weight topic comment } average suggested termMark yearMark
    pastTermMarks { termId value } missedLessons } } }`;

describe("a pupil's term (2.2, 4.2)", () => {
  let server: TestServer;
  let school: SmallSchool;
  const open = async (login: string, pupilId: string, termId?: string) =>
    (await server.signIn(login)).send<{ pupilTerm: Term }>(TERM, { pupilId, termId });
  const read = async (...asked: Parameters<typeof open>): Promise<Term> => {
    const { data, errors } = await open(...asked);
    expect(errors).toEqual([]);
    return data!.pupilTerm;
  };

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    const { schoolId, lessons, pupils, journals, staff } = school;
    const friday = await makeColumn(server.owner, { schoolId, lessonId: lessons.friday });
    const control = await makeColumn(server.owner, { schoolId, lessonId: lessons.friday, number: 2, kind: "CONTROL", weight: 2 });
    const earlier = await makeColumn(server.owner, { schoolId, lessonId: lessons.beforeLeaving });
    await makeMark(server.owner, { columnId: friday, pupilId: pupils.misha, grade: 5, comment: "Молодец" });
    await makeMark(server.owner, { columnId: control, pupilId: pupils.misha, grade: 3 });
    await makeMark(server.owner, { columnId: earlier, pupilId: pupils.misha, grade: 4 });
    await makeMark(server.owner, { columnId: friday, pupilId: pupils.anya, grade: 2 });
    await makeAbsence(server.owner, { lessonId: lessons.today, pupilId: pupils.misha, kind: "SICK" });
    await makeAbsence(server.owner, { lessonId: lessons.english, pupilId: pupils.misha, kind: "LATE" });
    const mark = { schoolId, pupilId: pupils.misha, by: staff.teacher };
    await makeTermMark(server.owner, { ...mark, journalId: journals.maths5A, termId: school.quarter1, grade: 4 });
    await makeTermMark(server.owner, { ...mark, journalId: journals.english5A, termId: school.quarter2, special: "RELEASED" });
    await makeTermMark(server.owner, { ...mark, journalId: journals.music5A, termId: null, kind: "YEAR", passed: true });
  });
  afterAll(() => server?.stop());

  it("shows marks in order, the average, the suggested mark, and those of earlier terms", async () => {
    const term = await read("pupil", school.pupils.misha);
    expect(term).toMatchObject({
      pupilName: "Орлов Михаил",
      classLabel: "5«А»",
      term: { number: 2, isClosed: false },
      terms: [{ number: 1 }, { number: 2 }],
    });
    expect(term.subjects.map(({ subject }) => subject)).toEqual(["Английский язык", "Математика", "Музыка"]);
    expect(term.subjects[1]).toMatchObject({
      journalId: school.journals.maths5A,
      teachers: ["Иванова М. П."],
      average: "3.75",
      suggested: 4,
      termMark: null,
      pastTermMarks: [{ termId: school.quarter1, value: "4" }],
      missedLessons: 1,
    });
    expect(term.subjects[1]!.marks.map(({ date, value, topic, comment }) => [date, value, topic, comment])).toEqual([
      ["2026-11-12", "4", "Сложение дробей", null],
      ["2026-11-20", "5", "Сложение дробей", "Молодец"],
      ["2026-11-20", "3", "Сложение дробей", null],
    ]);
  });

  it("counts missed lessons apart from coming late, and writes special marks as the journal does", async () => {
    const term = await read("mother", school.pupils.misha);
    expect(term).toMatchObject({ missedLessons: 1, missedBySickness: 1, lateCount: 1 });
    expect(term.subjects.map(({ termMark, yearMark }) => [termMark, yearMark])).toEqual([
      ["осв", null],
      [null, null],
      [null, "зч"],
    ]);
  });

  it("opens an earlier term by its id", async () => {
    const term = await read("pupil", school.pupils.misha, school.quarter1);
    expect(term.term).toMatchObject({ number: 1, isClosed: true });
    expect(term.subjects.map(({ subject, termMark, marks }) => [subject, termMark, marks.length])).toContainEqual(["Математика", "4", 0]);
  });

  it("counts both classes of a pupil who changed class as one subject (1.4.7)", async () => {
    const { schoolId, pupils, class5B, lessons } = school;
    await server.owner.query("UPDATE enrolment SET valid_from = '2026-11-16' WHERE pupil_id = $1", [pupils.arrived]);
    await server.owner.query(
      "INSERT INTO enrolment (school_id, id, pupil_id, class_id, valid_from, valid_to, end_kind) VALUES ($1, $2, $3, $4, '2026-09-01', '2026-11-15', 'TRANSFER')",
      [schoolId, uuidv7(), pupils.arrived, class5B],
    );
    await server.owner.query(
      "UPDATE lesson SET date = '2026-11-10', status = 'HELD', topic = 'Дроби', taught_by = teacher_id, recorded_at = now() WHERE id = $1",
      [lessons.today5B],
    );
    const [column5B, column5A] = [
      await makeColumn(server.owner, { schoolId, lessonId: lessons.today5B }),
      await makeColumn(server.owner, { schoolId, lessonId: lessons.friday, number: 3 }),
    ];
    await makeMark(server.owner, { columnId: column5B, pupilId: pupils.arrived, grade: 5 });
    await makeMark(server.owner, { columnId: column5A, pupilId: pupils.arrived, grade: 4 });
    await makeAccount(server.owner, schoolId, pupils.arrived, "arrived");
    const term = await read("arrived", pupils.arrived);
    const maths = term.subjects.filter(({ subject }) => subject === "Математика");
    expect(maths).toMatchObject([
      {
        journalId: school.journals.maths5A,
        average: "4.50",
        marks: [{ value: "5" }, { value: "4" }],
        teachers: ["Иванова М. П.", "Петров П. И."],
      },
    ]);
  });

  it("is refused to a classmate, another family, a former guardian, staff and strangers (2.2)", async () => {
    const { misha } = school.pupils;
    for (const login of ["otherpupil", "othermother", "formerguardian", "leftpupil", "teacher", "classteacher", "deputy"]) {
      expect([login, (await open(login, misha)).errors[0]?.extensions.code]).toEqual([login, "FORBIDDEN"]);
    }
    expect((await open("pupil", misha, uuidv7())).errors[0]?.extensions.code).toBe("NOT_FOUND");
    expect((await open("pupil", misha, "2")).errors[0]?.extensions).toMatchObject({ code: "INVALID", field: "termId" });
    expect((await server.anonymous.send(TERM, { pupilId: misha })).errors[0]?.extensions.code).toBe("UNAUTHENTICATED");
  });

  it("costs one statement beside the viewer's", async () => {
    const pupil = await server.signIn("pupil");
    expect(await statementsOf(() => pupil.send(TERM, { pupilId: school.pupils.misha }))).toEqual(["viewer", "pupil-term"]);
  });
});
