import { uuidv7 } from "uuidv7";
import { send, setMarks } from "../factories/commands";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

interface Cell {
  outcome: string;
  code: string | null;
  message: string | null;
  version: number;
  attendance: { kind: string; minutesLate: number | null; reason: string | null; version: number } | null;
}

describe("noting who was not at a lesson (3.2.2)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let teacher: TestClient;
  const ask = (cells: object[], lesson: keyof SmallSchool["lessons"] = "friday", client = teacher) => {
    const input = {
      journalId: school.journals.maths5A,
      lessonId: school.lessons[lesson],
      cells: cells.map((cell) => ({ version: 0, ...cell })),
    };
    return send<{ cells: Cell[] }>(
      client,
      "setAttendance",
      input,
      "cells { outcome code message version attendance { kind minutesLate reason version } }",
    );
  };
  const note = async (...cells: object[]) => {
    const { data, errors } = await ask(cells);
    expect(errors).toEqual([]);
    return data!.setAttendance!.cells;
  };
  const rows = async (table: string) => (await server.owner.query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0].n as number;

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    teacher = await server.signIn("teacher");
  });
  afterAll(() => server?.stop());
  afterEach(() => server.owner.query("TRUNCATE mark, assessment, resit, attendance, operation CASCADE"));

  it("answers pupil by pupil how each stands now", async () => {
    const { misha, anya } = school.pupils;
    const cells = await note({ pupilId: misha, kind: "ABSENT", reason: " по заявлению " }, { pupilId: anya, kind: "LATE", minutesLate: 7 });
    expect(cells).toMatchObject([
      { outcome: "SET", code: null, version: 1, attendance: { kind: "ABSENT", minutesLate: null, reason: "по заявлению", version: 1 } },
      { outcome: "SET", code: null, version: 1, attendance: { kind: "LATE", minutesLate: 7, reason: null, version: 1 } },
    ]);
  });

  it("changes and withdraws an absence, and keeps all of it in the history", async () => {
    const pupilId = school.pupils.misha;
    await note({ pupilId, kind: "ABSENT" });
    expect(await note({ pupilId, kind: "SICK", reason: "справка", version: 1 })).toMatchObject([{ outcome: "SET", version: 2 }]);
    expect(await note({ pupilId, version: 2 })).toMatchObject([{ outcome: "SET", version: 3, attendance: null }]);
    expect(await note({ pupilId, version: 3 })).toMatchObject([{ outcome: "UNCHANGED", version: 3, attendance: null }]);
    const { rows: history } = await server.owner.query(
      "SELECT actor_id, before, after FROM history WHERE thing = 'ATTENDANCE' AND pupil_id = $1 ORDER BY seq DESC LIMIT 3",
      [pupilId],
    );
    const sick = { kind: "SICK", minutesLate: null, reason: "справка" };
    const absent = { kind: "ABSENT", minutesLate: null, reason: null };
    expect(history.map(({ before, after }) => [before, after])).toEqual([
      [sick, null],
      [absent, sick],
      [null, absent],
    ]);
    expect(history[0].actor_id).toBe(school.staff.teacher);
  });

  it("tells of a colleague's change instead of writing over it", async () => {
    const pupilId = school.pupils.misha;
    await note({ pupilId, kind: "ABSENT" });
    expect(await note({ pupilId, kind: "LATE", minutesLate: 5 })).toMatchObject([
      { outcome: "CONFLICT", code: "CONFLICT", version: 1, attendance: { kind: "ABSENT" } },
    ]);
    await note({ pupilId, version: 1 });
    expect(await note({ pupilId, kind: "LATE", minutesLate: 5 })).toMatchObject([{ outcome: "SET", version: 3 }]);
  });

  it("refuses an absence beside a mark of the same lesson, but not beside a retake, and lets a late pupil keep the mark", async () => {
    const place = { lessonId: school.lessons.friday, pupilId: school.pupils.misha };
    await setMarks(teacher, school.journals.maths5A, [{ ...place, value: "4" }]);
    for (const kind of ["ABSENT", "SICK", "EXCUSED"]) {
      expect(await note({ pupilId: place.pupilId, kind })).toMatchObject([
        {
          outcome: "REFUSED",
          code: "PUPIL_HAS_MARK",
          message: expect.stringMatching(/Сначала уберите её/),
          version: 0,
          attendance: null,
        },
      ]);
    }
    expect(await note({ pupilId: place.pupilId, kind: "LATE", minutesLate: 90 })).toMatchObject([{ outcome: "SET" }]);
    await server.owner.query("UPDATE mark SET attempt = 2");
    expect(await note({ pupilId: place.pupilId, kind: "ABSENT", version: 1 })).toMatchObject([{ outcome: "SET" }]);
  });

  it("refuses a mark beside an absence, and takes it once the absence is withdrawn", async () => {
    const cell = { lessonId: school.lessons.friday, pupilId: school.pupils.misha, value: "4" };
    await note({ pupilId: cell.pupilId, kind: "EXCUSED" });
    expect(await setMarks(teacher, school.journals.maths5A, [cell])).toMatchObject([
      { outcome: "REFUSED", code: "PUPIL_ABSENT", mark: null },
    ]);
    await note({ pupilId: cell.pupilId, version: 1 });
    expect(await setMarks(teacher, school.journals.maths5A, [cell])).toMatchObject([{ outcome: "SET" }]);
  });

  it("lets only one of a mark and an absence through when both come at once", async () => {
    const cell = { lessonId: school.lessons.friday, pupilId: school.pupils.misha, value: "4" };
    for (let round = 0; round < 10; round++) {
      const [[mark], [absence]] = await Promise.all([
        setMarks(teacher, school.journals.maths5A, [cell]),
        note({ pupilId: cell.pupilId, kind: "ABSENT" }),
      ]);
      expect([mark!.code ?? mark!.outcome, absence!.code ?? absence!.outcome].sort()).toEqual(
        mark!.outcome === "SET" ? ["PUPIL_HAS_MARK", "SET"] : ["PUPIL_ABSENT", "SET"],
      );
      await server.owner.query("TRUNCATE mark, attendance CASCADE");
    }
  });

  describe("refuses, and leaves nothing half done:", () => {
    const cases: [string, () => object, string, RegExp][] = [
      ["a pupil who had left by that day", () => ({ pupilId: school.pupils.left, kind: "ABSENT" }), "NOT_ENROLLED", /нет в списке журнала/],
      ["a pupil of another class", () => ({ pupilId: school.pupils.borya, kind: "ABSENT" }), "NOT_ENROLLED", /нет в списке журнала/],
      ["an id that is no UUID", () => ({ pupilId: "misha", kind: "ABSENT" }), "INVALID", /Неверный pupilId/],
      [
        "minutes of somebody who was not late",
        () => ({ pupilId: school.pupils.misha, kind: "SICK", minutesLate: 5 }),
        "INVALID",
        /Минуты указывают только при опоздании/,
      ],
      ["0 minutes", () => ({ pupilId: school.pupils.misha, kind: "LATE", minutesLate: 0 }), "INVALID", /от 1 до 90 минут/],
      ["91 minutes", () => ({ pupilId: school.pupils.misha, kind: "LATE", minutesLate: 91 }), "INVALID", /от 1 до 90 минут/],
      [
        "a reason of 501 characters",
        () => ({ pupilId: school.pupils.misha, kind: "SICK", reason: "я".repeat(501) }),
        "TEXT_TOO_LONG",
        /можно не больше 500/,
      ],
    ];
    it.each(cases)("%s", async (_, cell, code, sentence) => {
      const before = [await rows("attendance"), await rows("history")];
      expect(await note(cell())).toMatchObject([{ outcome: "REFUSED", code, message: expect.stringMatching(sentence), attendance: null }]);
      expect([await rows("attendance"), await rows("history")]).toEqual(before);
    });

    const lessons: [string, keyof SmallSchool["lessons"], string][] = [
      ["a cancelled lesson", "cancelled", "LESSON_CANCELLED"],
      ["a lesson of tomorrow", "tomorrow", "LESSON_NOT_HELD"],
      ["a closed term", "closedTerm", "TERM_CLOSED"],
      ["a lesson of another journal", "today5B", "NOT_FOUND"],
    ];
    it.each(lessons)("%s", async (_, lesson, code) => {
      const before = [await rows("attendance"), await rows("history"), await rows("operation")];
      const { data, errors } = await ask([{ pupilId: school.pupils.misha, kind: "ABSENT" }], lesson);
      expect([data, errors[0]?.extensions.code]).toEqual([null, code]);
      expect([await rows("attendance"), await rows("history"), await rows("operation")]).toEqual(before);
    });

    it("the same pupil twice, and more than 200 at once", async () => {
      const { misha } = school.pupils;
      const cells = await note({ pupilId: misha, kind: "ABSENT" }, { pupilId: misha, kind: "SICK" });
      expect(cells.map((cell) => cell.code ?? cell.outcome)).toEqual(["SET", "INVALID"]);
      const { errors } = await ask(Array.from({ length: 201 }, () => ({ pupilId: uuidv7() })));
      expect(errors[0]?.extensions.code).toBe("LIMIT_EXCEEDED");
    });

    it.each(["otherteacher", "classteacher", "deputy", "director", "mother", "pupil"])("the hand of %s", async (login) => {
      const { data, errors } = await ask([{ pupilId: school.pupils.misha, kind: "ABSENT" }], "friday", await server.signIn(login));
      expect([data, errors[0]?.extensions.code]).toEqual([null, "FORBIDDEN"]);
    });
  });
});
