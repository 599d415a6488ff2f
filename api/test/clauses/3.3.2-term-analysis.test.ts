import { uuidv7 } from "uuidv7";
import { statementsOf } from "../count-statements";
import { CATEGORY_NAMES } from "../../src/modules/exports/analysis-words";
import { furnishAbsences, furnishFirstQuarter, furnishYearBefore, makeWrittenClass } from "../factories/analysed-class";
import { formulaRows } from "../factories/formula-tables";
import { insert } from "../factories/insert";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestServer } from "../test-server";

interface Quality {
  size: number;
  mean: string | null;
  success: string | null;
  quality: string | null;
  learning: string | null;
  learningWithNotAssessed: string | null;
  notAssessed: number;
  released: number;
  unmarked: number;
}
interface Summary {
  period: { termId: string | null; number: number | null; classLabel: string; yearName: string; onDate: string };
  pupilCount: number;
  byPupils: Quality;
  byMarks: Quality;
  categories: { category: string; count: number }[];
  absences: Record<string, number>;
}
interface Analysis {
  label: string;
  classTeacher: string | null;
  terms: { number: number }[];
  figures: {
    summary: Summary;
    notAssessedPoints: number | null;
    subjects: { subject: string; teachers: string[]; quality: Quality }[];
    pupils: {
      name: string;
      category: string;
      deciding: { subject: string; teacher: string; mark: string }[];
      unmarked: { subject: string }[];
      absences: Record<string, number>;
    }[];
    comparison: Summary[];
  };
  document: { status: string } | null;
  mayWrite: boolean;
  isOver: boolean;
}

const QUALITY = "size mean success quality learning learningWithNotAssessed notAssessed released unmarked";
const ABSENCES = "sickLessons excusedLessons unexcusedLessons late sickDays excusedDays unexcusedDays";
const SUMMARY = `period { termId number classLabel yearName onDate } pupilCount byPupils { ${QUALITY} } byMarks { ${QUALITY} } categories { category count } absences { ${ABSENCES} }`;
const ANALYSIS = `query ($classId: ID!, $termId: ID, $wholeYear: Boolean) { classAnalysis(classId: $classId, termId: $termId, wholeYear: $wholeYear) {
  label classTeacher terms { number } mayWrite isOver document { status }
  figures { summary { ${SUMMARY} } notAssessedPoints subjects { subject teachers quality { ${QUALITY} } } comparison { ${SUMMARY} }
    pupils { name category deciding { subject teacher mark } unmarked { subject } absences { ${ABSENCES} } } } } }`;

describe("the class teacher's analysis of a term (3.3.2)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let before: { term: string };
  const ask = async (login: string, more: object = {}) =>
    (await server.signIn(login)).send<{ classAnalysis: Analysis }>(ANALYSIS, { classId: school.class5A, ...more });
  const read = async (...asked: Parameters<typeof ask>): Promise<Analysis> => {
    const { data, errors } = await ask(...asked);
    expect(errors).toEqual([]);
    return data!.classAnalysis;
  };
  const withCount = ({ categories }: Summary) =>
    Object.fromEntries(categories.filter(({ count }) => count > 0).map((one) => [one.category, one.count]));

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    await furnishFirstQuarter(server.owner, school);
    before = await furnishYearBefore(server.owner, school);
    await furnishAbsences(server.owner, school);
  });
  afterAll(() => server?.stop());

  it("opens at the last term that is over, with the pupils of its last day: who left before is out, who left or came later is as it was", async () => {
    const { label, classTeacher, terms, figures, isOver, mayWrite, document } = await read("classteacher");
    expect([label, classTeacher, isOver, mayWrite, document]).toEqual(["5«А»", "Сидорова А. Л.", true, true, null]);
    expect(terms).toEqual([{ number: 1 }, { number: 2 }]);
    expect(figures.summary.period).toMatchObject({ termId: school.quarter1, number: 1, onDate: "2026-10-25", yearName: "2026/2027" });
    expect(figures.pupils.map(({ name }) => name)).toEqual(["Венкова Вера", "Глебов Глеб", "Ёлкина Анна", "Орлов Михаил", "Яшин Олег"]);
  });

  it("counts a subject over its journals of the class, the group and at home, released and unmarked pupils apart, «н/а» in", async () => {
    const { figures } = await read("classteacher");
    expect(figures.notAssessedPoints).toBe(7);
    expect(figures.subjects.map(({ subject, teachers }) => [subject, teachers])).toEqual([
      ["Английский язык", ["Сидорова А. Л.", "Петров П. И."]],
      ["Математика", ["Иванова М. П.", "Петров П. И."]],
      ["Музыка", ["Ушакова Н. П."]],
    ]);
    const [english, maths, music] = figures.subjects.map(({ quality }) => quality);
    // Миша 5, Аня 3 (of the group), Олег 3; Глеб is released, Вера has no mark yet.
    expect(english).toMatchObject({
      size: 3,
      released: 1,
      unmarked: 1,
      mean: "3.67",
      success: "100.00",
      quality: "33.33",
      learning: "57.33",
    });
    // Миша 5, Аня 5, Олег 2, Вера 4 at home, Глеб н/а.
    expect(maths).toMatchObject({ size: 5, mean: "4.00", success: "60.00", quality: "60.00" });
    expect(maths).toMatchObject({ notAssessed: 1, learning: "56.00", learningWithNotAssessed: "57.40" });
    expect(music).toMatchObject({ size: 1, mean: null, success: "100.00", quality: null, unmarked: 4 });
  });

  it("puts each pupil into one category by the worst mark, and names the subject and the teacher", async () => {
    const { pupils, summary } = (await read("classteacher")).figures;
    expect(
      pupils.map(({ category, deciding }) => [category, deciding.map(({ subject, teacher, mark }) => `${subject} ${mark} ${teacher}`)]),
    ).toEqual([
      ["GOOD", []],
      ["NOT_ASSESSED", ["Математика н/а Иванова М. П."]],
      ["ONE_THREE", ["Английский язык 3 Петров П. И."]],
      ["EXCELLENT", []],
      ["FAILING", ["Математика 2 Иванова М. П."]],
    ]);
    expect(withCount(summary)).toEqual({ EXCELLENT: 1, GOOD: 1, ONE_THREE: 1, FAILING: 1, NOT_ASSESSED: 1 });
    expect(summary.byPupils).toMatchObject({ size: 5, success: "60.00", quality: "40.00" });
    expect(summary.byMarks).toMatchObject({ mean: "3.86", size: 9, released: 1 });
    expect(pupils[0]!.unmarked).toEqual([{ subject: "Английский язык" }, { subject: "Музыка" }]);
  });

  it("counts absences by reason, and a day as missed when every lesson of the pupil's own class or group was", async () => {
    const { pupils, summary } = (await read("classteacher")).figures;
    const [, , anya, misha, oleg] = pupils.map(({ absences }) => absences);
    expect(misha).toMatchObject({ sickLessons: 2, sickDays: 1, late: 1, excusedLessons: 0, unexcusedLessons: 0 });
    expect(anya).toMatchObject({ unexcusedLessons: 1, unexcusedDays: 1 });
    expect(oleg).toMatchObject({ excusedLessons: 1, excusedDays: 0 });
    expect(summary.absences).toMatchObject({
      sickLessons: 2,
      excusedLessons: 1,
      unexcusedLessons: 1,
      late: 1,
      sickDays: 1,
      excusedDays: 0,
      unexcusedDays: 1,
    });
  });

  it("compares with the same term of the year before, and a later term with the earlier ones of the year", async () => {
    const [lastYear, ...none] = (await read("classteacher")).figures.comparison;
    expect(none).toEqual([]);
    expect(lastYear).toMatchObject({
      period: { termId: before.term, classLabel: "4«А»", yearName: "2025/2026" },
      pupilCount: 2,
      byPupils: { success: "50.00" },
    });
    const { figures, isOver } = await read("classteacher", { termId: school.quarter2 });
    expect(isOver).toBe(false);
    expect(figures.summary).toMatchObject({ pupilCount: 5, period: { onDate: "2026-11-23" }, byPupils: { size: 0, success: null } });
    expect(figures.pupils.map(({ name, category }) => [name, category])[0]).toEqual(["Абрамова Инна", "WITHOUT_MARKS"]);
    expect(figures.comparison.map(({ period, byPupils }) => [period.number, byPupils.success])).toEqual([[1, "60.00"]]);
  });

  it("analyses the year by its year marks, with the terms beside", async () => {
    await insert(server.owner, "term_mark", {
      ...{
        school_id: school.schoolId,
        id: uuidv7(),
        journal_id: school.journals.maths5A,
        pupil_id: school.pupils.anya,
        kind: "YEAR",
        grade: 4,
      },
      ...{ set_at: "2026-11-20T12:00:00+03:00", set_by: school.staff.teacher },
    });
    const { figures } = await read("deputy", { wholeYear: true });
    expect(figures.summary.period).toMatchObject({ termId: null, number: null, onDate: "2026-11-23" });
    expect(figures.pupils.find(({ name }) => name === "Ёлкина Анна")).toMatchObject({ category: "GOOD" });
    expect(figures.comparison.map(({ period }) => [period.yearName, period.number])).toEqual([
      ["2026/2027", 1],
      ["2026/2027", 2],
      ["2025/2026", null],
    ]);
  });

  it("reckons the class of the page of formulas as it is written there (docs/assessment-formulas.md)", async () => {
    const rows = formulaRows("class");
    const classId = await makeWrittenClass(server.owner, school, ["Математика", "Английский язык", "Физкультура"], rows);
    const { figures } = await read("deputy", { classId, termId: school.quarter1 });
    const category = (name: string) => figures.pupils.find((pupil) => pupil.name === name)?.category as keyof typeof CATEGORY_NAMES;
    expect(rows.map(([name]) => [name, CATEGORY_NAMES[category(name!)] ?? "не в составе"])).toEqual(
      rows.map((row) => [row[0], row.at(-1)]),
    );
    const { summary, subjects } = figures;
    const subject = (name: string) => subjects.find((one) => one.subject === `${name} (пример)`)!.quality;
    const reckoned = [
      summary.pupilCount,
      ...[
        summary.byPupils.success,
        summary.byPupils.quality,
        summary.byMarks.mean,
        summary.byMarks.learning,
        summary.byMarks.learningWithNotAssessed,
      ],
      ...[subject("Математика").size, subject("Математика").success, subject("Английский язык").quality, subject("Физкультура").size],
    ];
    expect(reckoned.map((figure) => String(figure).replace(".", ","))).toEqual(formulaRows("class-figures").map(([, value]) => value));
  });

  it("is the class teacher's, the deputy's and the director's only (2.1, 2.6)", async () => {
    for (const login of ["teacher", "otherteacher", "admin", "specialist", "pupil", "mother", "formerdeputy"]) {
      const { data, errors } = await ask(login);
      expect([login, data, errors[0]?.extensions.code]).toEqual([login, null, "FORBIDDEN"]);
    }
    expect((await ask("deputy", { termId: before.term })).errors[0]?.extensions.code).toBe("NOT_FOUND");
    expect((await ask("deputy", { classId: uuidv7() })).errors[0]?.extensions.code).toBe("NOT_FOUND");
  });

  it("costs one statement beside the viewer's", async () => {
    const deputy = await server.signIn("deputy");
    expect(await statementsOf(() => deputy.send(ANALYSIS, { classId: school.class5A }))).toEqual(["viewer", "class-analysis"]);
  });
});
