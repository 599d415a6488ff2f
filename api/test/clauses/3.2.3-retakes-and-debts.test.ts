import { marksDocument, send, setMarks, type CellAnswer } from "../factories/commands";
import { insert } from "../factories/insert";
import { makeAbsence, makeColumn } from "../factories/marks";
import { told } from "../factories/notices";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

interface Cell extends CellAnswer {
  mark: (CellAnswer["mark"] & { attempt: number; points: string | null; debtUntil: string | null }) | null;
}

const CELL = "outcome code message version assessmentId average suggested mark { value comment version attempt points debtUntil }";

describe("retakes, debts and works counted in points (3.2.3)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let teacher: TestClient;
  let column: string;
  type Wish = { value: string; attempt?: number; version?: number; debtUntil?: string; assessmentId?: string; pupilId?: string };
  const set = async (...wishes: Wish[]): Promise<Cell[]> => {
    const place = { lessonId: school.lessons.friday, assessmentId: column, pupilId: school.pupils.misha };
    const cells = wishes.map((wish) => ({ ...place, ...wish }));
    return (await setMarks(teacher, school.journals.maths5A, cells, CELL)) as Cell[];
  };
  const clear = async (attempt: number, version: number) => {
    const place = { journalId: school.journals.maths5A, lessonId: school.lessons.friday, assessmentId: column };
    const answer = await send<{ cell: Cell }>(
      teacher,
      "clearMark",
      { ...place, pupilId: school.pupils.misha, attempt, version },
      `cell { ${CELL} }`,
    );
    expect(answer.errors).toEqual([]);
    return answer.data!.clearMark!.cell;
  };
  const rules = (value: object) =>
    insert(server.owner, "school_setting", { school_id: school.schoolId, name: "assessment_rules", valid_from: "2026-09-01", value });

  beforeEach(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    teacher = await server.signIn("teacher");
    column = await makeColumn(server.owner, { schoolId: school.schoolId, lessonId: school.lessons.friday, kind: "CONTROL" });
  });
  afterEach(() => server?.stop());

  it("sets a retake beside the first mark, and by default the last one counts", async () => {
    await set({ value: "2" });
    const [retake] = await set({ value: "4", attempt: 2 });
    expect(retake).toMatchObject({ outcome: "SET", version: 1, average: "4.00", mark: { value: "4", attempt: 2 } });
    const { rows } = await server.owner.query("SELECT attempt, grade, share FROM mark ORDER BY attempt");
    expect(rows).toEqual([
      { attempt: 1, grade: 2, share: 0 },
      { attempt: 2, grade: 4, share: 2520 },
    ]);
    const { rows: history } = await server.owner.query("SELECT after FROM history WHERE thing = 'MARK' ORDER BY seq DESC LIMIT 1");
    expect(history).toEqual([{ after: { assessmentId: column, value: "4", comment: null, attempt: 2 } }]);
  });

  it.each([
    ["LAST", "2.00"],
    ["BEST", "4.00"],
    ["BOTH", "3.00"],
    ["MEAN", "3.00"],
  ])("counts 4/2 by the school's rule %s as %s", async (retakes, average) => {
    await rules({ retakes });
    const cells = await set({ value: "4" }, { value: "2", attempt: 2 });
    expect(cells.map((cell) => [cell.outcome, cell.average])).toEqual([
      ["SET", average],
      ["SET", average],
    ]);
  });

  it("gives the first mark its weight back when the retake is taken away, and lets no mark be taken from under a retake", async () => {
    await set({ value: "2" }, { value: "4", attempt: 2 });
    expect(await clear(1, 1)).toMatchObject({
      outcome: "REFUSED",
      code: "INVALID",
      message: expect.stringContaining("уберите исправление"),
    });
    expect(await clear(2, 1)).toMatchObject({ outcome: "SET", average: "2.00" });
    expect(await clear(1, 1)).toMatchObject({ outcome: "SET", average: null });
  });

  it("refuses a retake of nothing, one of a debt and a tenth attempt", async () => {
    expect(await set({ value: "4", attempt: 2 })).toMatchObject([{ code: "INVALID", message: expect.stringContaining("пока нечего") }]);
    await set({ value: "DEBT" });
    expect(await set({ value: "4", attempt: 2 })).toMatchObject([{ code: "INVALID" }]);
    expect(await set({ value: "4", attempt: 10 }, { value: "4", attempt: 0 })).toMatchObject([{ code: "INVALID" }, { code: "INVALID" }]);
  });

  it("sets a debt with a day, of an absent pupil too, and then takes the mark for it", async () => {
    await makeAbsence(server.owner, { lessonId: school.lessons.friday, pupilId: school.pupils.misha });
    expect(await set({ value: "4" })).toMatchObject([{ code: "PUPIL_ABSENT" }]);
    const [debt] = await set({ value: "DEBT" });
    expect(debt).toMatchObject({ outcome: "SET", average: null, mark: { value: "DEBT", debtUntil: "2026-12-07" } });
    expect(await set({ value: "DEBT", debtUntil: "2026-12-01", version: 1 })).toMatchObject([{ outcome: "SET", version: 2 }]);
    expect(await set({ value: "DEBT", debtUntil: "2026-11-22", version: 2 })).toMatchObject([
      { code: "INVALID", message: expect.stringContaining("не раньше сегодняшнего дня") },
    ]);
    expect(await set({ value: "4", version: 2 })).toMatchObject([
      { outcome: "SET", average: "4.00", mark: { value: "4", debtUntil: null, version: 3 } },
    ]);
  });

  it("reminds the family the day before, and tells it and the teacher when the day is over", async () => {
    await set({ value: "DEBT", debtUntil: "2026-12-01" });
    await server.worker.runOnce();
    expect(await told(server, "mother")).toMatchObject([{ kind: "MARK", after: "DEBT" }]);
    await server.worker.runOnce(new Date("2026-11-30T08:00:00+03:00"));
    expect((await told(server, "mother"))[0]).toMatchObject({ kind: "DEBT", before: "ENDS", after: "2026-12-01" });
    expect(await told(server, "teacher")).toEqual([]);
    await server.worker.runOnce(new Date("2026-12-02T08:00:00+03:00"));
    expect((await told(server, "mother"))[0]).toMatchObject({ kind: "DEBT", before: "ENDED" });
    expect(await told(server, "teacher")).toMatchObject([{ kind: "DEBT", before: "ENDED", after: "2026-12-01" }]);
    expect((await server.owner.query("SELECT FROM outbox")).rowCount).toBe(0);
  });

  it("turns a debt into a 2 where the school has it so, by nobody's hand, and tells the family", async () => {
    await rules({ debt: { days: 7, ends: "BECOMES_TWO" } });
    await set({ value: "DEBT" });
    await server.worker.runOnce(new Date("2026-12-01T08:00:00+03:00"));
    const { rows } = await server.owner.query("SELECT grade, debt_until, version FROM mark");
    expect(rows).toEqual([{ grade: 2, debt_until: null, version: 2 }]);
    const { rows: history } = await server.owner.query("SELECT actor_id, before, after FROM history ORDER BY seq DESC LIMIT 1");
    expect(history).toMatchObject([{ actor_id: null, before: { value: "DEBT", debtUntil: "2026-11-30" }, after: { value: "2" } }]);
    expect((await told(server, "mother"))[0]).toMatchObject({ kind: "MARK", before: "DEBT", after: "2" });
  });

  it("says nothing of a debt that was paid in time", async () => {
    await set({ value: "DEBT", debtUntil: "2026-12-01" });
    await set({ value: "5", version: 1 });
    await server.worker.runOnce(new Date("2026-12-02T08:00:00+03:00"));
    expect((await told(server, "mother")).map(({ kind }) => kind)).not.toContain("DEBT");
    expect((await server.owner.query("SELECT grade FROM mark")).rows).toEqual([{ grade: 5 }]);
  });

  it("keeps the points of a work beside the grade of the school's table", async () => {
    await server.owner.query("UPDATE assessment SET scale = 'POINTS', max_points = 20");
    expect(await set({ value: "17.5" })).toMatchObject([{ outcome: "SET", average: "5.00", mark: { value: "5", points: "17.5" } }]);
    expect(await set({ value: "21", version: 1 })).toMatchObject([{ code: "MARK_OUTSIDE_SCALE", mark: { points: "17.5" } }]);
    await rules({ scales: { tenPoint: { five: 900, four: 700, three: 400 }, percent: { five: 9000, four: 7000, three: 5000 } } });
    expect(await set({ value: "17.5", version: 1 })).toMatchObject([{ outcome: "SET", mark: { value: "4", points: "17.5" } }]);
  });

  it.each([
    ["POINTS", 20, "17.5", { points: "17.5", most: 20, scale: "POINTS" }],
    ["PERCENT", null, "87", { points: "87", most: 100, scale: "PERCENT" }],
    ["TEN_POINT", null, "9", { points: "9", most: 10, scale: "TEN_POINT" }],
  ])("tells the family of how many points they are, in the week and in the term: %s", async (scale, most, value, points) => {
    await server.owner.query("UPDATE assessment SET scale = $1, max_points = $2", [scale, most]);
    await set({ value });
    const mother = await server.signIn("mother");
    const { data } = await mother.send<{
      diaryWeek: { days: { lessons: { marks: object[] }[] }[] };
      pupilTerm: { subjects: { marks: object[] }[] };
    }>(
      `query ($pupilId: ID!) {
        diaryWeek(pupilId: $pupilId, week: "2026-11-20") { days { lessons { marks { value points { points most scale } } } } }
        pupilTerm(pupilId: $pupilId) { subjects { marks { value points { points most scale } } } } }`,
      { pupilId: school.pupils.misha },
    );
    expect(data!.diaryWeek.days.flatMap((day) => day.lessons.flatMap(({ marks }) => marks))).toEqual([{ value: "5", points }]);
    expect(data!.pupilTerm.subjects.flatMap(({ marks }) => marks)).toEqual([{ value: "5", points }]);
  });

  it("shows all of it to the family", async () => {
    await set({ value: "2" }, { value: "4", attempt: 2 }, { value: "DEBT", pupilId: school.pupils.misha, attempt: 3 });
    const mother = await server.signIn("mother");
    const { data } = await mother.send<{ diaryWeek: { days: { lessons: { marks: object[] }[] }[] } }>(
      `query ($pupilId: ID!) { diaryWeek(pupilId: $pupilId, week: "2026-11-20") { days { lessons { marks { value attempt debtUntil } } } } }`,
      { pupilId: school.pupils.misha },
    );
    const marks = data!.diaryWeek.days.flatMap((day) => day.lessons.flatMap((lesson) => lesson.marks));
    expect(marks).toEqual([
      { value: "2", attempt: 1, debtUntil: null },
      { value: "4", attempt: 2, debtUntil: null },
      { value: "DEBT", attempt: 3, debtUntil: "2026-12-07" },
    ]);
  });

  it("lists the open debts on every week of the diary, and none that was paid", async () => {
    await set({ value: "DEBT" });
    const mother = await server.signIn("mother");
    const debts = async () => {
      const { data } = await mother.send<{ diaryWeek: { debts: object[] } }>(
        `query ($pupilId: ID!) { diaryWeek(pupilId: $pupilId, week: "2026-12-14") { debts { kind date until } } }`,
        { pupilId: school.pupils.misha },
      );
      return data!.diaryWeek.debts;
    };
    expect(await debts()).toEqual([{ kind: "CONTROL", date: "2026-11-20", until: "2026-12-07" }]);
    await set({ value: "5", version: 1 });
    expect(await debts()).toEqual([]);
  });

  it("tells the teacher the weights of the school's rules and which marks of a retaken work count", async () => {
    await rules({ retakes: "BEST", works: { CONTROL: { weightHundredths: 200, isLocked: true } } });
    const { data } = await teacher.send<{ journalPage: { retakes: string; works: { kind: string }[] } }>(
      `query ($journalId: ID!) { journalPage(journalId: $journalId) { retakes works { kind weight isLocked } } }`,
      { journalId: school.journals.maths5A },
    );
    expect(data!.journalPage.retakes).toBe("BEST");
    expect(data!.journalPage.works.find(({ kind }) => kind === "CONTROL")).toEqual({ kind: "CONTROL", weight: 2, isLocked: true });
    expect(data!.journalPage.works.find(({ kind }) => kind === "ORAL")).toEqual({ kind: "ORAL", weight: 1, isLocked: false });
  });

  it("answers the same cell and attempt twice in one call with a refusal", async () => {
    const { data } = await teacher.send<{ setMarks: { cells: Cell[] } }>(marksDocument("outcome code"), {
      input: {
        operationId: crypto.randomUUID(),
        journalId: school.journals.maths5A,
        cells: ["4", "5"].map((value) => ({
          lessonId: school.lessons.friday,
          assessmentId: column,
          pupilId: school.pupils.misha,
          value,
          version: 0,
        })),
      },
    });
    expect(data!.setMarks.cells).toMatchObject([{ outcome: "SET" }, { code: "INVALID" }]);
  });
});
