import { uuidv7 } from "uuidv7";
import { statementsOf } from "../count-statements";
import { send, setMarks } from "../factories/commands";
import { insert } from "../factories/insert";
import { makeAbsence, makeColumn, makeMark } from "../factories/marks";
import { makeResit, sendResits, type ResitWish } from "../factories/resits";
import { makeSmallSchool, TODAY, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

describe("resits of a control work (3.2.4)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let teacher: TestClient;
  let work: { journalId: string; lessonId: string; assessmentId: string };
  const plan = async (wish: ResitWish) => (await sendResits(teacher, work, [wish])).data!.planResits!.resits[0]!;
  const mark = async (pupilId: string, value = "4", version = 0) =>
    (await setMarks(teacher, work.journalId, [{ lessonId: work.lessonId, assessmentId: work.assessmentId, pupilId, value, version }]))[0]!;
  const setAttendance = async (pupilId: string, kind: string | null, version: number) => {
    const input = { journalId: work.journalId, lessonId: work.lessonId, cells: [{ pupilId, kind, version }] };
    const { data } = await send<{ cells: { outcome: string; code: string | null }[] }>(
      teacher,
      "setAttendance",
      input,
      "cells { outcome code }",
    );
    return data!.setAttendance!.cells[0];
  };

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    teacher = await server.signIn("teacher");
  });
  afterAll(() => server?.stop());
  beforeEach(async () => {
    await server.owner.query("TRUNCATE mark, assessment, attendance, resit, operation, outbox CASCADE");
    const { schoolId, lessons, pupils } = school;
    const assessmentId = await makeColumn(server.owner, {
      schoolId,
      lessonId: lessons.friday,
      kind: "CONTROL",
      title: "Дроби",
      mandatory: true,
    });
    work = { journalId: school.journals.maths5A, lessonId: lessons.friday, assessmentId };
    await makeAbsence(server.owner, { lessonId: lessons.friday, pupilId: pupils.misha, kind: "SICK" });
  });

  it("are planned for one who was absent, moved and cancelled, each change with its history", async () => {
    const { misha } = school.pupils;
    expect(await plan({ pupilId: misha, plannedOn: "2026-11-27", note: "каб. 12" })).toMatchObject({
      outcome: "SET",
      resit: { plannedOn: "2026-11-27", note: "каб. 12", version: 1 },
    });
    expect(await plan({ pupilId: misha, plannedOn: "2026-11-27", note: "каб. 12", version: 1 })).toMatchObject({ outcome: "UNCHANGED" });
    expect(await plan({ pupilId: misha, plannedOn: "2026-11-30", version: 1 })).toMatchObject({ outcome: "SET", resit: { version: 2 } });
    expect(await plan({ pupilId: misha, plannedOn: null, version: 2 })).toMatchObject({ outcome: "SET", resit: null });
    expect(await plan({ pupilId: misha, plannedOn: null, version: 0 })).toMatchObject({ outcome: "UNCHANGED", resit: null });
    expect(await plan({ pupilId: misha, plannedOn: "2026-12-01" })).toMatchObject({ outcome: "SET", resit: { version: 4 } });
    const { rows } = await server.owner.query(
      "SELECT actor_id, pupil_id, lesson_id, before, after FROM history WHERE thing = 'RESIT' ORDER BY seq DESC LIMIT 4",
    );
    const who = { actor_id: school.staff.teacher, pupil_id: misha, lesson_id: work.lessonId };
    const on = (plannedOn: string, note: string | null = null) => ({ assessmentId: work.assessmentId, plannedOn, note });
    expect(rows).toEqual([
      { ...who, before: null, after: on("2026-12-01") },
      { ...who, before: on("2026-11-30"), after: null },
      { ...who, before: on("2026-11-27", "каб. 12"), after: on("2026-11-30") },
      { ...who, before: null, after: on("2026-11-27", "каб. 12") },
    ]);
  });

  it("are planned for all who were absent in one call, and one bad pupil does not lose the others", async () => {
    const { misha, anya, arrived, borya } = school.pupils;
    await makeAbsence(server.owner, { lessonId: work.lessonId, pupilId: anya });
    const wishes = [misha, anya, arrived, borya, misha, "nobody"].map((pupilId) => ({ pupilId, plannedOn: "2026-11-27" }));
    const { data } = await sendResits(teacher, work, wishes);
    expect(data!.planResits!.resits.map(({ outcome, code }) => code ?? outcome)).toEqual([
      "SET",
      "SET",
      "INVALID",
      "NOT_ENROLLED",
      "INVALID",
      "INVALID",
    ]);
    const { rows } = await server.owner.query("SELECT payload FROM outbox WHERE kind = 'RESIT'");
    expect(rows).toMatchObject([{ payload: { resits: [{ pupilId: misha, before: null, after: "2026-11-27" }, { pupilId: anya }] } }]);
  });

  it("let the mark of the same column be set from their day on, and the absence stays", async () => {
    const { misha } = school.pupils;
    expect(await mark(misha)).toMatchObject({
      code: "PUPIL_ABSENT",
      message: expect.stringContaining("Назначьте день пересдачи") as string,
    });
    await plan({ pupilId: misha, plannedOn: "2026-11-24" });
    expect(await mark(misha)).toMatchObject({ code: "PUPIL_ABSENT", message: expect.stringContaining("24.11.2026") as string });
    await plan({ pupilId: misha, plannedOn: TODAY, version: 1 });
    expect(await mark(misha)).toMatchObject({ outcome: "SET", mark: { value: "4" } });
    const { rows } = await server.owner.query("SELECT kind FROM attendance WHERE pupil_id = $1", [misha]);
    expect(rows).toEqual([{ kind: "SICK" }]);
    expect(await mark(misha, "5", 1)).toMatchObject({ outcome: "SET" });
    expect(await setAttendance(misha, "EXCUSED", 1)).toEqual({ outcome: "SET", code: null });
  });

  it("open no other column of the lesson, and no cell once they are cancelled", async () => {
    const { schoolId, pupils, lessons } = school;
    await makeResit(server.owner, { columnId: work.assessmentId, pupilId: pupils.misha, plannedOn: "2026-11-21" });
    const other = await makeColumn(server.owner, { schoolId, lessonId: lessons.friday, number: 2 });
    const cell = { lessonId: lessons.friday, assessmentId: other, pupilId: pupils.misha, value: "5" };
    expect((await setMarks(teacher, work.journalId, [cell]))[0]).toMatchObject({ code: "PUPIL_ABSENT" });
    await plan({ pupilId: pupils.misha, plannedOn: null, version: 1 });
    expect(await mark(pupils.misha)).toMatchObject({ code: "PUPIL_ABSENT" });
  });

  it("keep the mark beside the absence consistent: no cancelling under a mark, no absence over one of the lesson itself", async () => {
    const { misha, anya } = school.pupils;
    await plan({ pupilId: misha, plannedOn: TODAY });
    await mark(misha);
    expect(await plan({ pupilId: misha, plannedOn: null, version: 1 })).toMatchObject({ code: "INVALID", resit: { plannedOn: TODAY } });
    expect(await plan({ pupilId: misha, plannedOn: "2026-11-27", version: 1 })).toMatchObject({ code: "INVALID" });
    await mark(anya);
    expect(await setAttendance(anya, "ABSENT", 0)).toEqual({ outcome: "REFUSED", code: "PUPIL_HAS_MARK" });
  });

  describe("are refused, with a code and a sentence:", () => {
    const day = (plannedOn: string) => () => plan({ pupilId: school.pupils.misha, plannedOn });
    it.each([
      ["on the day of the work itself", "INVALID", day("2026-11-20")],
      ["on a Sunday", "INVALID", day("2026-11-29")],
      ["after the school year", "INVALID", day("2027-06-01")],
      ["for one who was there", "INVALID", () => plan({ pupilId: school.pupils.anya, plannedOn: "2026-11-27" })],
      ["for one of another class", "NOT_ENROLLED", () => plan({ pupilId: school.pupils.borya, plannedOn: "2026-11-27" })],
      [
        "with a note that is too long",
        "TEXT_TOO_LONG",
        () => plan({ pupilId: school.pupils.misha, plannedOn: "2026-11-27", note: "а".repeat(501) }),
      ],
    ])("%s: %s", async (_what, code, ask) => {
      expect(await ask()).toMatchObject({
        outcome: "REFUSED",
        code,
        resit: null,
        message: expect.stringMatching(/^[А-ЯЁ\d].+[.!]$/s) as string,
      });
    });

    it("on a holiday, and for one who was released", async () => {
      const { schoolId, pupils } = school;
      await insert(server.owner, "calendar_exception", { school_id: schoolId, date: "2026-11-26", name: "День учителя" });
      expect(await plan({ pupilId: pupils.misha, plannedOn: "2026-11-26" })).toMatchObject({ code: "INVALID" });
      await makeAbsence(server.owner, { lessonId: work.lessonId, pupilId: pupils.anya, kind: "RELEASED" });
      expect(await plan({ pupilId: pupils.anya, plannedOn: "2026-11-27" })).toMatchObject({ code: "INVALID" });
    });

    it("over what a colleague has planned meanwhile: CONFLICT with the day as it stands", async () => {
      const { misha } = school.pupils;
      await plan({ pupilId: misha, plannedOn: "2026-11-27" });
      const answer = await plan({ pupilId: misha, plannedOn: "2026-11-30" });
      expect(answer).toMatchObject({ outcome: "CONFLICT", code: "CONFLICT", resit: { plannedOn: "2026-11-27", version: 1 } });
      expect(answer.message).toContain("27.11.2026");
    });

    it("for a column that is not a control work's, and in a closed term", async () => {
      const { schoolId, lessons, pupils } = school;
      const wish = [{ pupilId: pupils.misha, plannedOn: "2026-11-27" }];
      const oral = await makeColumn(server.owner, { schoolId, lessonId: lessons.friday, number: 2 });
      expect((await sendResits(teacher, { ...work, assessmentId: oral }, wish)).errors[0]!.extensions.code).toBe("NOT_FOUND");
      const closed = { ...work, lessonId: lessons.closedTerm };
      expect((await sendResits(teacher, closed, wish)).errors[0]!.extensions.code).toBe("TERM_CLOSED");
      expect((await sendResits(await server.signIn("otherteacher"), work, wish)).errors[0]!.extensions.code).toBe("FORBIDDEN");
    });
  });

  it("stand in the family's diary on their day, until they have their mark", async () => {
    const { misha } = school.pupils;
    const resitsOf = async (login: string, week: string) => {
      const { data } = await (
        await server.signIn(login)
      ).send<{ diaryWeek: { days: { date: string; resits: object[] }[] } }>(
        `query ($pupilId: ID!, $week: LocalDate!) { diaryWeek(pupilId: $pupilId, week: $week) { days { date resits { subject kind title workDate note isDone } } } }`,
        { pupilId: misha, week },
      );
      return data!.diaryWeek.days.filter(({ resits }) => resits.length > 0);
    };
    await plan({ pupilId: misha, plannedOn: TODAY, note: "каб. 12" });
    const resit = { subject: "Математика", kind: "CONTROL", title: "Дроби", workDate: "2026-11-20", note: "каб. 12" };
    for (const login of ["mother", "pupil"]) {
      expect(await resitsOf(login, TODAY)).toEqual([{ date: TODAY, resits: [{ ...resit, isDone: false }] }]);
    }
    await mark(misha);
    expect(await resitsOf("mother", TODAY)).toMatchObject([{ resits: [{ isDone: true }] }]);
    await server.owner.query("TRUNCATE mark CASCADE");
    await plan({ pupilId: misha, plannedOn: null, version: 1 });
    expect(await resitsOf("mother", TODAY)).toEqual([]);
  });

  it("keep their column: it cannot be taken away any more", async () => {
    await plan({ pupilId: school.pupils.misha, plannedOn: "2026-11-27" });
    const input = { journalId: work.journalId, lessonId: work.lessonId, version: 1, topic: "Дроби", assessments: [] };
    const { errors } = await send(teacher, "recordLesson", input, "lesson { id }");
    expect(errors[0]).toMatchObject({ extensions: { code: "INVALID" } });
  });

  it("are planned for a class in as many statements as for one pupil", async () => {
    const { misha, anya } = school.pupils;
    await makeAbsence(server.owner, { lessonId: work.lessonId, pupilId: anya });
    const one = await statementsOf(() => sendResits(teacher, work, [{ pupilId: misha, plannedOn: "2026-11-27" }]));
    await server.owner.query("TRUNCATE resit");
    const both = await statementsOf(() =>
      sendResits(
        teacher,
        work,
        [misha, anya].map((pupilId) => ({ pupilId, plannedOn: "2026-11-27" })),
      ),
    );
    expect(both).toEqual(one);
    expect(both).toContain("write-resits");
  });

  it("the operation sent again answers the same and does nothing twice", async () => {
    const { misha } = school.pupils;
    const input = { operationId: uuidv7(), ...work, resits: [{ pupilId: misha, plannedOn: "2026-11-27", version: 0 }] };
    const answers = [];
    for (let time = 0; time < 2; time++)
      answers.push((await send(teacher, "planResits", input, "resits { outcome resit { version } }")).data);
    expect(answers[1]).toEqual(answers[0]);
    await makeMark(server.owner, { columnId: work.assessmentId, pupilId: misha, grade: 3 });
    expect((await server.owner.query("SELECT version FROM resit")).rows).toEqual([{ version: 1 }]);
  });
});
