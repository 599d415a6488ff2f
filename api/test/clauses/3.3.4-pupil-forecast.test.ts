import { statementsOf } from "../count-statements";
import { insert } from "../factories/insert";
import { makeAbsence, makeColumn, makeMark, makeTermMark } from "../factories/marks";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestServer } from "../test-server";

interface Subject {
  journalId: string;
  subject: string;
  average: string | null;
  suggestion: { value: string; cause: string };
  termMark: string | null;
  lessonsLeft: number;
  grades: {
    grade: number;
    outlook: string;
    fewest: number | null;
    paths: { kinds: string[]; weight: number; fives: number; same: number | null }[];
  }[];
}

const FORECAST = `query ($pupilId: ID!, $termId: ID) { pupilForecast(pupilId: $pupilId, termId: $termId) { term { number } isOver subjects {
  journalId subject teachers average suggestion { value cause } termMark lessonsLeft grades { grade outlook fewest paths { kinds weight fives same } } } } }`;

describe("what a pupil needs for a 5 (3.3.4)", () => {
  let server: TestServer;
  let school: SmallSchool;
  const open = async (login: string, pupilId: string, termId?: string) =>
    (await server.signIn(login)).send<{ pupilForecast: { term: { number: number }; isOver: boolean; subjects: Subject[] } }>(FORECAST, {
      pupilId,
      termId,
    });
  const read = async (...asked: Parameters<typeof open>) => {
    const { data, errors } = await open(...asked);
    expect(errors).toEqual([]);
    return data!.pupilForecast;
  };
  const maths = async (login: string) =>
    (await read(login, school.pupils.misha)).subjects.find(({ journalId }) => journalId === school.journals.maths5A)!;

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    const { schoolId, lessons, pupils, journals, staff } = school;
    const friday = await makeColumn(server.owner, { schoolId, lessonId: lessons.friday });
    const second = await makeColumn(server.owner, { schoolId, lessonId: lessons.friday, number: 2 });
    const earlier = await makeColumn(server.owner, { schoolId, lessonId: lessons.beforeLeaving });
    for (const columnId of [friday, second, earlier]) await makeMark(server.owner, { columnId, pupilId: pupils.misha, grade: 4 });
    await makeTermMark(server.owner, {
      schoolId,
      pupilId: pupils.misha,
      by: staff.teacher,
      journalId: journals.english5A,
      termId: school.quarter2,
      grade: 4,
    });
  });
  afterAll(() => server?.stop());

  it("tells the family when it is out of reach: more marks are needed than lessons are left", async () => {
    expect(await maths("pupil")).toMatchObject({
      subject: "Математика",
      average: "4.00",
      suggestion: { value: "4", cause: "AVERAGE" },
      lessonsLeft: 2,
      grades: [{ grade: 5, outlook: "TOO_FEW_LESSONS", fewest: 3, paths: [] }],
    });
  });

  it("tells the fewest marks of each kind of work, by the school's weights", async () => {
    await insert(server.owner, "school_setting", {
      school_id: school.schoolId,
      name: "assessment_rules",
      valid_from: "2026-09-01",
      value: JSON.stringify({
        works: { CONTROL: { weightHundredths: 300, isLocked: true }, TEST: { weightHundredths: 150, isLocked: false } },
      }),
    });
    const { grades } = await maths("mother");
    expect(grades).toMatchObject([{ grade: 5, outlook: "REACHABLE", fewest: 1 }]);
    expect(grades[0]!.paths).toEqual([
      { kinds: ["CONTROL"], weight: 3, fives: 1, same: 1 },
      { kinds: ["TEST"], weight: 1.5, fives: 2, same: 2 },
    ]);
  });

  it("says nothing of a subject without grades, of one with its term mark, and of a term that is over", async () => {
    const { subjects } = await read("mother", school.pupils.misha);
    expect(subjects.map(({ subject, termMark, grades }) => [subject, termMark, grades.length])).toEqual([
      ["Английский язык", "4", 0],
      ["Математика", null, 1],
    ]);
    const past = await read("mother", school.pupils.misha, school.quarter1);
    expect(past).toMatchObject({ term: { number: 1 }, isOver: true });
    expect(past.subjects.flatMap(({ grades }) => grades)).toEqual([]);
  });

  it("says kindly early that missed lessons bar a mark", async () => {
    await makeAbsence(server.owner, { lessonId: school.lessons.friday, pupilId: school.pupils.misha });
    await makeAbsence(server.owner, { lessonId: school.lessons.beforeLeaving, pupilId: school.pupils.misha });
    const one = await maths("mother");
    expect(one.suggestion).toEqual({ value: "н/а", cause: "MISSED_TOO_MUCH" });
    expect(one.grades.map(({ grade, outlook, fewest }) => [grade, outlook, fewest])).toEqual([
      [3, "REACHABLE", 0],
      [4, "REACHABLE", 0],
      [5, "REACHABLE", 1],
    ]);
    await server.owner.query("UPDATE lesson SET status = 'CANCELLED' WHERE id = $1", [school.lessons.tomorrow]);
    expect((await maths("mother")).grades[0]).toMatchObject({ outlook: "MISSED_TOO_MUCH", paths: [] });
  });

  it("is refused to everybody but the pupil and the guardians of today (2.2)", async () => {
    for (const login of ["otherpupil", "othermother", "formerguardian", "leftpupil", "teacher", "classteacher", "deputy"]) {
      expect([login, (await open(login, school.pupils.misha)).errors[0]?.extensions.code]).toEqual([login, "FORBIDDEN"]);
    }
  });

  it("costs one statement beside the viewer's", async () => {
    const pupil = await server.signIn("pupil");
    const asked = () => pupil.send(FORECAST, { pupilId: school.pupils.misha });
    expect(await statementsOf(asked)).toEqual(["viewer", "pupil-forecast"]);
  });
});
