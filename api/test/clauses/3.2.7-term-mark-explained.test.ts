import { uuidv7 } from "uuidv7";
import { statementsOf } from "../count-statements";
import { setTermMarks } from "../factories/commands";
import { insert } from "../factories/insert";
import { makeJournal, makeLesson, makeSubject } from "../factories/journal";
import { makeColumn, makeMark, makeTermMark } from "../factories/marks";
import { makePupil } from "../factories/person";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

const EXPLAINED = `query ($journalId: ID!, $termId: ID!, $pupilId: ID!) { termMarkExplained(journalId: $journalId, termId: $termId, pupilId: $pupilId) {
  marks { date value weight share isCounted elsewhere } weightedSum weightSum mean average averaging retakes bands rulesFrom
  suggestion { value cause markCount leastMarks } given { value reason } } }`;
const TOTALS = `query ($id: ID!) { journalTermMarks(journalId: $id) { columns { kind termId givenFrom mayGive }
  pupils { name marks { kind given { value version suggested reason } } year { value cause mean } final { value cause mean } } } }`;

interface Explained {
  marks: { share: string; isCounted: boolean; elsewhere: string | null }[];
  [field: string]: unknown;
}
interface Totals {
  columns: object[];
  pupils: { name: string; marks: object[]; year: object | null; final: object | null }[];
}

describe("a term mark explained, and the totals of the year (3.2.7, 3.4.9)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let teacher: TestClient;
  let place: { journalId: string; termId: string; pupilId: string };
  const explain = async (login: string, changed: Partial<typeof place> = {}) =>
    (await server.signIn(login)).send<{ termMarkExplained: Explained }>(EXPLAINED, { ...place, ...changed });
  const totals = async (login = "teacher") =>
    (await server.signIn(login)).send<{ journalTermMarks: Totals }>(TOTALS, { id: place.journalId });
  const rowOf = async (name: string) => (await totals()).data!.journalTermMarks.pupils.find((pupil) => pupil.name === name)!;

  /** Миша: 5 of weight 2, and 2/4 and 4 of weight 1. */
  beforeAll(async () => {
    server = await startTestServer({ today: "2026-12-21" });
    school = await makeSmallSchool(server.owner);
    teacher = await server.signIn("teacher");
    const { schoolId, lessons, pupils } = school;
    place = { journalId: school.journals.maths5A, termId: school.quarter2, pupilId: pupils.misha };
    const heavy = await makeColumn(server.owner, { schoolId, lessonId: lessons.friday, kind: "CONTROL", weight: 2 });
    const retaken = await makeColumn(server.owner, { schoolId, lessonId: lessons.beforeLeaving });
    const light = await makeColumn(server.owner, { schoolId, lessonId: lessons.today });
    await makeMark(server.owner, { columnId: heavy, pupilId: pupils.misha, grade: 5 });
    await makeMark(server.owner, { columnId: retaken, pupilId: pupils.misha, grade: 2 });
    await makeMark(server.owner, { columnId: light, pupilId: pupils.misha, grade: 4 });
    await server.owner.query("UPDATE mark SET share = 0 WHERE grade = 2");
    await server.owner.query(
      `INSERT INTO mark (school_id, id, assessment_id, lesson_id, journal_id, lesson_date, pupil_id, attempt, grade, set_at, set_by)
       SELECT school_id, gen_random_uuid(), assessment_id, lesson_id, journal_id, lesson_date, pupil_id, 2, 4, set_at, set_by FROM mark WHERE grade = 2`,
    );
  });
  afterAll(() => server?.stop());

  it("tells every mark with its weight and share, the exact sums, the bands and the cause, in one statement", async () => {
    await setTermMarks(teacher, place, [{ pupilId: place.pupilId, value: "5", reason: "Победа в олимпиаде" }]);
    const client = await server.signIn("teacher");
    let answer: Awaited<ReturnType<typeof explain>>;
    const statements = await statementsOf(async () => (answer = await client.send(EXPLAINED, place)));
    expect(statements.filter((name) => name === "term-mark-explanation")).toHaveLength(1);
    expect(answer!.data!.termMarkExplained).toEqual({
      marks: [
        { date: "2026-11-12", value: "2", weight: 1, share: "0", isCounted: false, elsewhere: null },
        { date: "2026-11-12", value: "4", weight: 1, share: "1", isCounted: true, elsewhere: null },
        { date: "2026-11-20", value: "5", weight: 2, share: "1", isCounted: true, elsewhere: null },
        { date: "2026-11-23", value: "4", weight: 1, share: "1", isCounted: true, elsewhere: null },
      ],
      weightedSum: "18",
      weightSum: "4",
      mean: "9/2",
      average: "4.50",
      averaging: "WEIGHTED",
      retakes: "LAST",
      bands: [450, 350, 250],
      rulesFrom: null,
      suggestion: { value: "5", cause: "AVERAGE", markCount: 3, leastMarks: 3 },
      given: { value: "5", reason: "Победа в олимпиаде" },
    });
    expect(statementsNamed(statements)).toEqual(["term-mark-explanation"]);
  });

  it("is read by the teacher, the class teacher, the office, the pupil and the guardian, and by nobody else (2.1, 2.2)", async () => {
    for (const login of ["teacher", "classteacher", "deputy", "director", "mother", "pupil"]) {
      expect([login, (await explain(login)).errors]).toEqual([login, []]);
    }
    for (const login of ["otherteacher", "admin", "othermother", "otherpupil", "formerguardian"]) {
      expect([login, (await explain(login)).errors[0]?.extensions.code]).toEqual([login, "FORBIDDEN"]);
    }
    const { errors } = await explain("teacher", { pupilId: school.pupils.borya });
    expect(errors[0]?.extensions.code).toBe("NOT_FOUND");
    expect((await explain("mother", { journalId: school.journals.maths5B })).errors[0]?.extensions.code).toBe("NOT_FOUND");
  });

  it("counts the marks of the class that the pupil came from, and names it", async () => {
    const { schoolId, pupils, staff, journals } = school;
    await insert(server.owner, "enrolment", {
      school_id: schoolId,
      id: uuidv7(),
      pupil_id: pupils.arrived,
      class_id: school.class5B,
      valid_from: "2026-09-01",
      valid_to: "2026-11-19",
    });
    const lesson = { schoolId, journalId: journals.maths5B, teacherId: staff.otherTeacher, date: "2026-11-10", status: "HELD" };
    const columnId = await makeColumn(server.owner, { schoolId, lessonId: await makeLesson(server.owner, lesson) });
    await makeMark(server.owner, { columnId, pupilId: pupils.arrived, grade: 3 });
    const { data } = await explain("teacher", { pupilId: pupils.arrived });
    expect(data!.termMarkExplained).toMatchObject({
      marks: [{ value: "3", elsewhere: "5«Б»" }],
      mean: "3",
      suggestion: { cause: "TOO_FEW_MARKS" },
    });
  });

  it("a past term is explained by the rule of its time", async () => {
    const rule = { school_id: school.schoolId, name: "assessment_rules" };
    await insert(server.owner, "school_setting", {
      ...rule,
      valid_from: "2026-09-01",
      value: { leastMarks: [{ upToHoursTenths: null, marks: 1 }] },
    });
    await insert(server.owner, "school_setting", {
      ...rule,
      valid_from: "2026-11-01",
      value: { bands: { five: 465, four: 365, three: 265 } },
    });
    expect((await explain("teacher", { termId: school.quarter1 })).data!.termMarkExplained).toMatchObject({
      rulesFrom: "2026-09-01",
      bands: [450, 350, 250],
      suggestion: { leastMarks: 1 },
    });
    expect((await explain("teacher")).data!.termMarkExplained).toMatchObject({ rulesFrom: "2026-11-01", suggestion: { value: "4" } });
    await server.owner.query("TRUNCATE school_setting");
  });

  it("the totals hold each term's marks, and suggest the year when every term has one", async () => {
    expect(await rowOf("Орлов Михаил")).toMatchObject({ year: null, final: null });
    const first = {
      schoolId: school.schoolId,
      journalId: place.journalId,
      pupilId: place.pupilId,
      termId: school.quarter1,
      by: school.staff.teacher,
    };
    await makeTermMark(server.owner, { ...first, grade: 4 });
    expect(await rowOf("Орлов Михаил")).toMatchObject({ year: { value: "5", cause: "TERM_MARKS", mean: "4.50" }, final: null });
    const { data } = await totals();
    expect(data!.journalTermMarks.columns).toEqual([
      { kind: "TERM", termId: school.quarter1, givenFrom: "2026-10-12", mayGive: false },
      { kind: "TERM", termId: school.quarter2, givenFrom: "2026-12-15", mayGive: true },
      { kind: "YEAR", termId: null, givenFrom: "2026-12-15", mayGive: true },
    ]);
    expect((await totals("deputy")).data!.journalTermMarks.columns).toContainEqual(
      expect.objectContaining({ kind: "YEAR", mayGive: false }),
    );
    expect((await totals("otherteacher")).errors[0]?.extensions.code).toBe("FORBIDDEN");
  });

  it("the year's mark, the exam's and the final one follow each other; one that differs needs a reason", async () => {
    const give = async (kind: string, value: string, reason?: string) =>
      (await setTermMarks(teacher, { journalId: place.journalId, kind }, [{ pupilId: place.pupilId, value, reason }]))[0]!;
    expect(await give("YEAR", "4")).toMatchObject({ code: "REASON_NEEDED", suggested: "5" });
    expect(await give("YEAR", "4", "Ниже по итогам года")).toMatchObject({ outcome: "SET", mark: { suggested: "5" } });
    expect(await rowOf("Орлов Михаил")).toMatchObject({ final: { value: "4", cause: "YEAR_ALONE" } });
    expect(await give("EXAM", "3")).toMatchObject({ outcome: "SET", suggested: null });
    expect(await rowOf("Орлов Михаил")).toMatchObject({ final: { value: "4", cause: "YEAR_AND_EXAM", mean: "3.50" } });
    expect(await give("FINAL", "4")).toMatchObject({ outcome: "SET", mark: { value: "4", suggested: "4" } });
    expect((await totals()).data!.journalTermMarks.columns).toHaveLength(5);
  });

  it("the year counts the terms of the class that the pupil came from, and none before the pupil came to the school", async () => {
    const { schoolId, pupils, staff } = school;
    const elsewhere = {
      schoolId,
      journalId: school.journals.maths5B,
      pupilId: pupils.arrived,
      termId: school.quarter1,
      by: staff.otherTeacher,
    };
    await makeTermMark(server.owner, { ...elsewhere, grade: 3 });
    await setTermMarks(teacher, place, [{ pupilId: pupils.arrived, value: "5", reason: "По устным ответам" }]);
    expect(await rowOf("Абрамова Инна")).toMatchObject({ year: { value: "4", mean: "4.00" } });
    await server.owner.query("DELETE FROM term_mark WHERE pupil_id = $1 AND term_id = $2", [pupils.arrived, school.quarter1]);
    await server.owner.query("DELETE FROM enrolment WHERE pupil_id = $1 AND class_id = $2", [pupils.arrived, school.class5B]);
    expect(await rowOf("Абрамова Инна")).toMatchObject({ year: { value: "5" } });
  });

  it("the year of a pupil who left before its last term is the next class's, and the old journal tells nothing of it (2.1)", async () => {
    const { schoolId, staff, class5A, class5B, journals, quarter1, quarter2 } = school;
    const pupilId = await makePupil(server.owner, schoolId, "Юдин Глеб", class5A, "2026-09-01", "2026-10-10");
    const moved = { school_id: schoolId, id: uuidv7(), pupil_id: pupilId, class_id: class5B, valid_from: "2026-10-11" };
    await insert(server.owner, "enrolment", moved);
    const next = { schoolId, journalId: journals.maths5B, pupilId, by: staff.otherTeacher };
    await makeTermMark(server.owner, { ...next, termId: quarter1, grade: 3 });
    await makeTermMark(server.owner, { ...next, termId: quarter2, grade: 2 });
    expect(await rowOf("Юдин Глеб")).toMatchObject({ marks: [], year: null, final: null });
    const { data } = await (await server.signIn("otherteacher")).send<{ journalTermMarks: Totals }>(TOTALS, { id: journals.maths5B });
    expect(data!.journalTermMarks.pupils.find(({ name }) => name === "Юдин Глеб")).toMatchObject({ year: { mean: "2.50" } });
  });

  it("a pupil of another class is refused a mark, and the teacher is not told what would be suggested (2.1)", async () => {
    const { schoolId, staff, journals, pupils, quarter1, quarter2 } = school;
    const there = { schoolId, journalId: journals.maths5B, pupilId: pupils.borya, by: staff.otherTeacher };
    await makeTermMark(server.owner, { ...there, termId: quarter1, grade: 3 });
    await makeTermMark(server.owner, { ...there, termId: quarter2, grade: 2 });
    const year = { journalId: journals.maths5A, kind: "YEAR" };
    const [refused] = await setTermMarks(teacher, year, [{ pupilId: pupils.borya, value: "5" }]);
    expect(refused).toMatchObject({ outcome: "REFUSED", code: "NOT_ENROLLED", suggested: null });
    const [emptied] = await setTermMarks(teacher, year, [{ pupilId: pupils.borya, value: null }]);
    expect(emptied).toMatchObject({ outcome: "UNCHANGED", mark: null, suggested: null });
    const asTerm = await setTermMarks(teacher, place, [{ pupilId: pupils.borya, value: null }]);
    expect(asTerm).toMatchObject([{ outcome: "UNCHANGED", suggested: null }]);
  });

  it("a half-year has its own terms, and passes make a year of passes", async () => {
    const { schoolId, year, class5A, staff, pupils } = school;
    const subjectId = await makeSubject(server.owner, schoolId, "Физкультура", 12);
    const halves = [uuidv7(), uuidv7()];
    const half = { school_id: schoolId, academic_year_id: year, kind: "HALF_YEAR" };
    await insert(server.owner, "term", { ...half, id: halves[0], number: 1, starts_on: "2026-09-01", ends_on: "2026-12-28" });
    await insert(server.owner, "term", { ...half, id: halves[1], number: 2, starts_on: "2027-01-11", ends_on: "2027-05-31" });
    const journalId = await makeJournal(server.owner, {
      ...{ schoolId, yearId: year, subjectId, classId: class5A, teacherId: staff.teacher },
      scheme: "PASS_FAIL",
    });
    await server.owner.query("UPDATE journal SET term_kind = 'HALF_YEAR' WHERE id = $1", [journalId]);
    const client = await server.signIn("teacher");
    const cell = { pupilId: pupils.anya, value: "PASS" };
    expect(await setTermMarks(client, { journalId, termId: halves[0] }, [cell])).toMatchObject([{ outcome: "SET", suggested: null }]);
    expect(await setTermMarks(client, { journalId, termId: halves[1] }, [cell])).toMatchObject([{ code: "TOO_EARLY" }]);
    expect(await setTermMarks(client, { journalId, kind: "YEAR" }, [cell])).toMatchObject([{ code: "TOO_EARLY" }]);
    const second = { schoolId, journalId, pupilId: pupils.anya, termId: halves[1]!, by: staff.teacher };
    await makeTermMark(server.owner, { ...second, passed: false });
    const { data } = await client.send<{ journalTermMarks: Totals }>(TOTALS, { id: journalId });
    expect(data!.journalTermMarks.pupils.find(({ name }) => name === "Ёлкина Анна")).toMatchObject({
      year: { value: "FAIL", cause: "PASSES" },
    });
  });
});

/** Beside those that say who asks. */
function statementsNamed(names: string[]): string[] {
  return names.filter((name) => name.startsWith("term"));
}
