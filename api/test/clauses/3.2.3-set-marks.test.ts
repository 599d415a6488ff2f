import { uuidv7 } from "uuidv7";
import { sendMarks, setMarks } from "../factories/commands";
import { insert } from "../factories/insert";
import { makeLesson, makeSubstitution } from "../factories/journal";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

describe("setting marks (3.2.3)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let teacher: TestClient;
  let journal: string;
  const refused = async (cell: Parameters<typeof setMarks>[2][number]) => (await setMarks(teacher, journal, [cell]))[0];
  const rows = async (table: string) => (await server.owner.query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0].n as number;

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    journal = school.journals.maths5A;
    teacher = await server.signIn("teacher");
  });
  afterAll(() => server?.stop());
  afterEach(() => server.owner.query("TRUNCATE mark, assessment, resit, attendance, school_setting, operation CASCADE"));

  it("makes the first column of a lesson with its first mark and answers the cell", async () => {
    const [cell] = await setMarks(teacher, journal, [
      { lessonId: school.lessons.friday, pupilId: school.pupils.misha, value: "5", comment: " Молодец! 🎉 " },
    ]);
    expect(cell).toMatchObject({
      outcome: "SET",
      code: null,
      version: 1,
      mark: { value: "5", comment: "Молодец! 🎉", version: 1 },
      assessment: { id: cell!.assessmentId, number: 1, kind: "ORAL", weight: 1 },
    });
  });

  it("keeps who set the mark, when, from what and to what", async () => {
    const place = { lessonId: school.lessons.friday, pupilId: school.pupils.misha };
    await setMarks(teacher, journal, [{ ...place, value: "4" }]);
    await setMarks(teacher, journal, [{ ...place, value: "5", comment: "исправил", version: 1 }]);
    const { rows: history } = await server.owner.query(
      "SELECT thing, actor_id, lesson_id, pupil_id, before, after FROM history ORDER BY seq DESC LIMIT 3",
    );
    const who = { actor_id: school.staff.teacher, lesson_id: school.lessons.friday };
    expect(history).toMatchObject([
      { ...who, thing: "MARK", pupil_id: place.pupilId, before: { value: "4", comment: null }, after: { value: "5", comment: "исправил" } },
      { ...who, thing: "MARK", pupil_id: place.pupilId, before: null, after: { value: "4", comment: null } },
      { ...who, thing: "ASSESSMENT", before: null, after: { kind: "ORAL", number: 1 } },
    ]);
  });

  it("takes a mark for a lesson of today whose topic is not written yet, and leaves the lesson to be recorded", async () => {
    const [cell] = await setMarks(teacher, journal, [{ lessonId: school.lessons.today, pupilId: school.pupils.misha, value: "4" }]);
    expect(cell).toMatchObject({ outcome: "SET" });
    const { rows: lessons } = await server.owner.query("SELECT status FROM lesson WHERE id = $1", [school.lessons.today]);
    expect(lessons).toEqual([{ status: "PLANNED" }]);
  });

  it("takes a whole column, and one bad cell does not lose the others", async () => {
    const { friday } = school.lessons;
    const { misha, anya, borya } = school.pupils;
    const cells = await setMarks(teacher, journal, [
      { lessonId: friday, pupilId: misha, value: "5" },
      { lessonId: friday, pupilId: borya, value: "5" },
      { lessonId: friday, pupilId: anya, value: "3" },
    ]);
    expect(cells.map((cell) => cell.code ?? cell.outcome)).toEqual(["SET", "NOT_ENROLLED", "SET"]);
    expect(new Set([cells[0]!.assessmentId, cells[2]!.assessmentId]).size).toBe(1);
    expect(await rows("assessment")).toBe(1);
  });

  it("takes a pass or a fail where the journal is kept so", async () => {
    const music = school.journals.music5A;
    await insert(server.owner, "teaching_load", {
      school_id: school.schoolId,
      id: uuidv7(),
      journal_id: music,
      staff_id: school.staff.teacher,
      weekly_hours: 1,
      valid_from: "2026-11-01",
    });
    const lessonId = await makeLesson(server.owner, {
      schoolId: school.schoolId,
      journalId: music,
      teacherId: school.staff.teacher,
      date: "2026-11-19",
      status: "HELD",
    });
    const place = { lessonId, pupilId: school.pupils.misha };
    const [pass] = await setMarks(teacher, music, [{ ...place, value: "PASS" }], "outcome mark { value } average");
    expect(pass).toEqual({ outcome: "SET", mark: { value: "PASS" }, average: null });
    expect((await setMarks(teacher, music, [{ ...place, value: "5", version: 1 }]))[0]).toMatchObject({
      code: "MARK_OUTSIDE_SCALE",
      mark: { value: "PASS" },
    });
  });

  it("tells the pupil's average of the term and the suggested mark after the operation", async () => {
    const { friday, today } = school.lessons;
    const { misha, anya } = school.pupils;
    const { lessons } = { lessons: [friday, today, school.lessons.beforeLeaving] };
    const marks = ["5", "5", "4"].map((value, index) => ({ lessonId: lessons[index]!, pupilId: misha, value }));
    const cells = await setMarks(teacher, journal, [...marks, { lessonId: friday, pupilId: anya, value: "3" }], "average suggested");
    expect(cells).toEqual([...Array<object>(3).fill({ average: "4.67", suggested: 5 }), { average: "3.00", suggested: null }]);
    await insert(server.owner, "school_setting", {
      school_id: school.schoolId,
      name: "assessment_rules",
      valid_from: "2026-09-01",
      value: { bands: { five: 470, four: 370, three: 270 } },
    });
    const [stricter] = await setMarks(teacher, journal, [{ ...marks[0]!, version: 1 }], "outcome average suggested");
    expect(stricter).toEqual({ outcome: "UNCHANGED", average: "4.67", suggested: 4 });
  });

  describe("refuses, with a code and a sentence, and leaves nothing half done:", () => {
    const mark = (lesson: keyof SmallSchool["lessons"], pupil: keyof SmallSchool["pupils"], value = "5") => ({
      lessonId: school.lessons[lesson],
      pupilId: school.pupils[pupil],
      value,
    });
    const cases: [string, () => Parameters<typeof setMarks>[2][number], string, RegExp][] = [
      ["a mark outside the scale", () => mark("friday", "misha", "6"), "MARK_OUTSIDE_SCALE", /поставьте от 2 до 5/],
      ["a 1 where the school has not allowed it", () => mark("friday", "misha", "1"), "MARK_OUTSIDE_SCALE", /поставьте от 2 до 5/],
      ["a pass in a five-point journal", () => mark("friday", "misha", "PASS"), "MARK_OUTSIDE_SCALE", /от 2 до 5/],
      ["a cancelled lesson", () => mark("cancelled", "misha"), "LESSON_CANCELLED", /Урок 23\.11\.2026 отменён/],
      ["a lesson of tomorrow", () => mark("tomorrow", "misha"), "LESSON_NOT_HELD", /Урок 24\.11\.2026 ещё не наступил/],
      ["a closed term", () => mark("closedTerm", "misha"), "TERM_CLOSED", /период с уроком 20\.10\.2026 закрыт/],
      ["a pupil who had left the class by that day", () => mark("friday", "left"), "NOT_ENROLLED", /нет в списке журнала на 20\.11\.2026/],
      ["a pupil who had not arrived yet", () => mark("beforeLeaving", "arrived"), "NOT_ENROLLED", /нет в списке/],
      ["a pupil of another class", () => mark("friday", "borya"), "NOT_ENROLLED", /нет в списке/],
      ["somebody who does not exist", () => ({ ...mark("friday", "misha"), pupilId: uuidv7() }), "NOT_ENROLLED", /нет в списке/],
      ["a lesson of another journal", () => mark("today5B", "misha"), "NOT_FOUND", /Урок: ничего не найдено/],
      ["a lesson that does not exist", () => ({ ...mark("friday", "misha"), lessonId: uuidv7() }), "NOT_FOUND", /Урок: ничего не найдено/],
      [
        "a column that is not there",
        () => ({ ...mark("friday", "misha"), assessmentId: uuidv7() }),
        "NOT_FOUND",
        /Колонка отметок: ничего не найдено/,
      ],
      ["an id that is no UUID", () => ({ ...mark("friday", "misha"), pupilId: "' OR 1=1 --" }), "INVALID", /Неверный pupilId/],
      ["a comment with a control character", () => ({ ...mark("friday", "misha"), comment: "да\u0007нет" }), "INVALID", /служебные знаки/],
      [
        "a comment of 501 characters",
        () => ({ ...mark("friday", "misha"), comment: "я".repeat(501) }),
        "TEXT_TOO_LONG",
        /знаков — 501, можно не больше 500/,
      ],
    ];
    it.each(cases)("%s", async (_, cell, code, sentence) => {
      const before = [await rows("history"), await rows("mark"), await rows("assessment")];
      expect(await refused(cell())).toMatchObject({
        outcome: "REFUSED",
        code,
        message: expect.stringMatching(sentence),
        mark: null,
        version: 0,
      });
      expect([await rows("history"), await rows("mark"), await rows("assessment")]).toEqual(before);
    });

    it("a pupil noted absent", async () => {
      const { schoolId, lessons, pupils, staff } = school;
      const place = {
        school_id: schoolId,
        lesson_id: lessons.friday,
        journal_id: journal,
        lesson_date: "2026-11-20",
        pupil_id: pupils.misha,
      };
      await insert(server.owner, "attendance", { ...place, id: uuidv7(), kind: "SICK", set_at: new Date(), set_by: staff.teacher });
      expect(await refused(mark("friday", "misha"))).toMatchObject({
        code: "PUPIL_ABSENT",
        message: expect.stringMatching(/Сначала снимите отметку об отсутствии/),
      });
    });

    it("the same cell a second time in one call", async () => {
      const cells = await setMarks(teacher, journal, [mark("friday", "misha", "5"), mark("friday", "misha", "4")]);
      expect(cells.map((cell) => [cell.outcome, cell.code])).toEqual([
        ["SET", null],
        ["REFUSED", "INVALID"],
      ]);
    });

    it("NUL, which PostgreSQL cannot keep, with the whole request", async () => {
      const { errors } = await sendMarks(teacher, journal, [
        mark("friday", "anya"),
        { ...mark("friday", "misha"), comment: "да\u0000нет" },
      ]);
      expect(errors).toMatchObject([
        { message: expect.stringMatching(/служебные знаки/), extensions: { code: "INVALID", field: expect.stringMatching(/comment/) } },
      ]);
      expect(await rows("mark")).toBe(0);
    });

    it("more than 200 cells at once", async () => {
      const { data, errors } = await sendMarks(
        teacher,
        journal,
        Array.from({ length: 201 }, () => mark("friday", "misha")),
      );
      expect(data).toBeNull();
      expect(errors).toMatchObject([
        { message: "За один раз можно передать не больше 200 отметок. Разделите их на части.", extensions: { code: "LIMIT_EXCEEDED" } },
      ]);
    });
  });

  it("takes a 1 from the day on which the school allows it", async () => {
    await insert(server.owner, "school_setting", {
      school_id: school.schoolId,
      name: "assessment_rules",
      valid_from: "2026-11-20",
      value: { allowsOne: true },
    });
    const cell = { pupilId: school.pupils.misha, value: "1" };
    expect(await refused({ ...cell, lessonId: school.lessons.friday })).toMatchObject({ outcome: "SET" });
    expect(await refused({ ...cell, lessonId: school.lessons.beforeLeaving })).toMatchObject({ code: "MARK_OUTSIDE_SCALE" });
  });

  it("takes marks of a closed term while the deputy has opened it again", async () => {
    const cell = { lessonId: school.lessons.closedTerm, pupilId: school.pupils.misha, value: "4" };
    const given = { term_id: school.quarter1, opened_at: "2026-11-22", reason: "ошибка в отметке" };
    await insert(server.owner, "term_opening", { school_id: school.schoolId, id: uuidv7(), ...given, opened_until: "2026-11-25" });
    expect(await refused(cell)).toMatchObject({ outcome: "SET" });
    await server.owner.query("UPDATE term_opening SET opened_until = '2026-11-22 12:00'");
    expect(await refused({ ...cell, value: "5", version: 1 })).toMatchObject({ code: "TERM_CLOSED", mark: { value: "4" }, version: 1 });
  });

  it("is open to the teacher of the load and to the one who substitutes that lesson, and to nobody else", async () => {
    const cell = { lessonId: school.lessons.friday, pupilId: school.pupils.misha, value: "5" };
    for (const login of ["otherteacher", "classteacher", "deputy", "director", "admin", "mother", "pupil", "formerteacher"]) {
      const { data, errors } = await sendMarks(await server.signIn(login), journal, [cell]);
      expect([login, data, errors[0]?.extensions.code]).toEqual([login, null, "FORBIDDEN"]);
    }
    const { schoolId, lessons, staff } = school;
    await makeSubstitution(server.owner, { schoolId, lessonId: lessons.friday, staffId: staff.otherTeacher });
    const substitute = await server.signIn("otherteacher");
    const cells = await setMarks(substitute, journal, [cell, { ...cell, lessonId: lessons.today }]);
    expect(cells.map((one) => one.code ?? one.outcome)).toEqual(["SET", "NOT_FOUND"]);
    await server.owner.query("TRUNCATE substitution");
  });
});
