import { uuidv7 } from "uuidv7";
import { verifyHistory } from "../../src/kernel/verify-history";
import { statementsOf } from "../count-statements";
import { marksDocument, send, sendMarks, setMarks, type CellAnswer } from "../factories/commands";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

describe("an operation of a teacher", () => {
  let server: TestServer;
  let school: SmallSchool;
  let teacher: TestClient;
  let place: { journalId: string; lessonId: string };
  const historyRows = async () => (await server.owner.query("SELECT count(*)::int AS n FROM history")).rows[0].n as number;

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    teacher = await server.signIn("teacher");
    place = { journalId: school.journals.maths5A, lessonId: school.lessons.friday };
  });
  afterAll(() => server?.stop());
  beforeEach(() =>
    server.owner.query(
      "TRUNCATE mark, assessment, resit, attendance, homework, operation CASCADE; UPDATE lesson SET version = 1 WHERE status = 'HELD'",
    ),
  );

  const operations = () =>
    [
      [
        "setMarks",
        { journalId: place.journalId, cells: [{ lessonId: place.lessonId, pupilId: school.pupils.misha, value: "5", version: 0 }] },
        "cells { outcome version assessmentId code message mark { value } }",
      ],
      [
        "clearMark",
        { ...place, assessmentId: uuidv7(), pupilId: school.pupils.misha, version: 1 },
        "cell { outcome version code message }",
      ],
      [
        "setAttendance",
        { ...place, cells: [{ pupilId: school.pupils.misha, kind: "SICK", version: 0 }] },
        "cells { outcome version attendance { kind } }",
      ],
      ["setHomework", { ...place, text: `№ ${Math.random()}`, version: 0 }, "version homework { id text }"],
      [
        "recordLesson",
        { ...place, topic: `Дроби ${Math.random()}`, version: 1, assessments: [{ id: uuidv7(), kind: "TEST" }] },
        "lesson { version topic assessments { id } }",
      ],
    ] as const;

  it.each(["setMarks", "setAttendance", "setHomework", "recordLesson"])(
    "%s sent three times, twice at once, answers the same and does it once",
    async (name) => {
      const [, input, selection] = operations().find(([one]) => one === name)!;
      const operation = { ...input, operationId: uuidv7() };
      const before = await historyRows();
      const [first, second] = await Promise.all([send(teacher, name, operation, selection), send(teacher, name, operation, selection)]);
      const written = (await historyRows()) - before;
      const third = await send(teacher, name, operation, selection);
      expect(first.errors).toEqual([]);
      expect(second).toEqual(first);
      expect(third).toEqual(first);
      expect(await historyRows()).toBe(before + written);
      const { rows } = await server.owner.query(
        "SELECT count(*)::int AS n FROM history WHERE operation_id = $1 AND thing <> 'ASSESSMENT'",
        [operation.operationId],
      );
      expect(rows).toEqual([{ n: 1 }]);
    },
  );

  it("clearMark sent twice answers the same and clears once; its versions go on", async () => {
    const { misha } = school.pupils;
    const [set] = await setMarks(teacher, place.journalId, [{ lessonId: place.lessonId, pupilId: misha, value: "2" }]);
    const operation = { ...place, operationId: uuidv7(), assessmentId: set!.assessmentId, pupilId: misha, version: 1 };
    const first = await send(teacher, "clearMark", operation, "cell { outcome version mark { value } average }");
    expect(first.data).toEqual({ clearMark: { cell: { outcome: "SET", version: 2, mark: null, average: null } } });
    const rows = await historyRows();
    expect(await send(teacher, "clearMark", operation, "cell { outcome version mark { value } average }")).toEqual(first);
    expect(await historyRows()).toBe(rows);
    expect(await setMarks(teacher, place.journalId, [{ lessonId: place.lessonId, pupilId: misha, value: "3" }])).toMatchObject([
      { outcome: "SET", version: 3 },
    ]);
  });

  it("clearMark tells of a newer mark, of an empty cell and of a column that is not there", async () => {
    const { misha } = school.pupils;
    const [set] = await setMarks(teacher, place.journalId, [{ lessonId: place.lessonId, pupilId: misha, value: "2" }]);
    const cell = { ...place, assessmentId: set!.assessmentId, pupilId: misha };
    const clear = async (input: object) =>
      (await send<{ cell: CellAnswer }>(teacher, "clearMark", input, "cell { outcome code version mark { value } }")).data!.clearMark!.cell;
    expect(await clear({ ...cell, version: 7 })).toEqual({ outcome: "CONFLICT", code: "CONFLICT", version: 1, mark: { value: "2" } });
    expect(await clear({ ...cell, assessmentId: uuidv7(), version: 1 })).toMatchObject({ outcome: "REFUSED", code: "NOT_FOUND" });
    expect(await clear({ ...cell, pupilId: "misha", version: 1 })).toMatchObject({ outcome: "REFUSED", code: "INVALID" });
    expect(await clear({ ...cell, version: 1 })).toMatchObject({ outcome: "SET", version: 2, mark: null });
    expect(await clear({ ...cell, version: 2 })).toMatchObject({ outcome: "UNCHANGED", version: 2, mark: null });
    expect(await clear({ ...cell, lessonId: school.lessons.closedTerm, version: 2 })).toMatchObject({
      outcome: "REFUSED",
      code: "TERM_CLOSED",
    });
  });

  it("is refused under the id of another one, whoever made it", async () => {
    const operationId = uuidv7();
    const cell = { lessonId: place.lessonId, pupilId: school.pupils.misha, value: "5" };
    await sendMarks(teacher, place.journalId, [cell], { operationId });
    const other = await sendMarks(teacher, place.journalId, [{ ...cell, value: "2" }], { operationId });
    expect(other.errors).toMatchObject([
      { extensions: { code: "OPERATION_REUSED", field: "operationId" }, message: expect.stringMatching(/уже использован/) },
    ]);
    const anotherKind = await send(teacher, "setHomework", { ...place, operationId, text: "№ 5", version: 0 }, "version");
    expect(anotherKind.errors[0]?.extensions.code).toBe("OPERATION_REUSED");
    const { rows } = await server.owner.query("SELECT grade FROM mark");
    expect(rows).toEqual([{ grade: 5 }]);
  });

  it("is not taken from a colleague who has signed in at the same computer since", async () => {
    const cell = { lessonId: place.lessonId, pupilId: school.pupils.misha, value: "5", version: 0 };
    const input = { operationId: uuidv7(), journalId: place.journalId, cells: [cell] };
    const set = async (accountId: string) => {
      const headers = { "content-type": "application/json", "x-journal-client": "test", "x-journal-account": accountId };
      const response = await fetch(`${server.url}/graphql`, {
        method: "POST",
        headers: { ...headers, cookie: teacher.cookie! },
        body: JSON.stringify({ query: marksDocument("outcome"), variables: { input } }),
      });
      return (await response.json()) as object;
    };
    const accounts = await server.owner.query<{ id: string }>("SELECT id FROM account ORDER BY login = 'teacher'");
    const [somebody, own] = [accounts.rows[0]!.id, accounts.rows.at(-1)!.id];
    expect(await set(somebody)).toMatchObject({ errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
    expect((await server.owner.query("SELECT FROM mark")).rows).toEqual([]);
    expect(await set(own)).toMatchObject({ data: { setMarks: { cells: [{ outcome: "SET" }] } } });
  });

  it("wins or is told: of 50 writers on one cell one wins each version", async () => {
    const colleague = await server.signIn("teacher");
    const cell = { lessonId: place.lessonId, pupilId: school.pupils.misha };
    for (let version = 0; version < 3; version++) {
      const before = await historyRows();
      const writers = Array.from({ length: 50 }, (_, index) => (index % 2 ? teacher : colleague));
      const wished = (index: number) => `${2 + (index % 4)} по ${index} после ${version}`;
      const answers = await Promise.all(
        writers.map(
          async (client, index) =>
            (await setMarks(client, place.journalId, [{ ...cell, value: wished(index)[0]!, comment: wished(index), version }]))[0]!,
        ),
      );
      const winners = answers.filter((answer) => answer.outcome === "SET");
      expect(winners).toHaveLength(1);
      const { mark } = winners[0]!;
      expect(
        answers.filter(
          (answer) => answer.outcome === "CONFLICT" && answer.mark?.comment === mark?.comment && answer.version === version + 1,
        ),
      ).toHaveLength(49);
      expect((await historyRows()) - before).toBe(version === 0 ? 2 : 1);
    }
    expect((await server.owner.query("SELECT version FROM mark")).rows).toEqual([{ version: 3 }]);
    expect((await server.owner.query("SELECT FROM assessment")).rowCount).toBe(1);
  });

  it("does not stand in another's way: columns typed at once in crossed order all arrive", async () => {
    const { friday, beforeLeaving, today } = school.lessons;
    const lessons = [friday, beforeLeaving, today];
    const columns = [lessons, [...lessons].reverse(), [today, friday, beforeLeaving]];
    const pupils = [school.pupils.misha, school.pupils.anya];
    const answers = await Promise.all(
      columns.flatMap((order, index) =>
        pupils.map((pupilId) =>
          setMarks(
            teacher,
            place.journalId,
            order.map((lessonId) => ({ lessonId, pupilId, value: String(3 + index) })),
          ),
        ),
      ),
    );
    const outcomes = answers.flat().map((answer) => answer.outcome);
    expect(outcomes.filter((outcome) => outcome === "SET")).toHaveLength(6);
    expect(outcomes.filter((outcome) => outcome === "CONFLICT")).toHaveLength(12);
  });

  it("lies in an unbroken chain of history, which shows every meddling", async () => {
    const { schoolId } = school;
    await setMarks(teacher, place.journalId, [{ lessonId: place.lessonId, pupilId: school.pupils.misha, value: "5" }]);
    const rows = await historyRows();
    expect(await verifyHistory(server.database, schoolId)).toMatchObject({ rows, brokenAt: null });
    const meddled = async (change: string, back: string) => {
      await server.owner.query(change);
      const { brokenAt } = await verifyHistory(server.database, schoolId);
      await server.owner.query(back);
      return brokenAt;
    };
    const mark = `school_id = '${schoolId}' AND seq = ${rows}`;
    expect(
      await meddled(
        `UPDATE history SET after = jsonb_set(after, '{value}', '"4"') WHERE ${mark}`,
        `UPDATE history SET after = jsonb_set(after, '{value}', '"5"') WHERE ${mark}`,
      ),
    ).toBe(String(rows));
    expect(await meddled(`UPDATE history SET seq = -1 WHERE ${mark}`, `UPDATE history SET seq = ${rows} WHERE seq = -1`)).toBe(
      String(rows),
    );
    expect(
      await meddled(
        `UPDATE history SET at = at - interval '1 day' WHERE seq = 1`,
        `UPDATE history SET at = at + interval '1 day' WHERE seq = 1`,
      ),
    ).toBe("1");
    expect(await verifyHistory(server.database, schoolId)).toMatchObject({ rows, brokenAt: null });
  });

  it("takes the same few statements for one cell and for a column", async () => {
    const { misha, anya, arrived } = school.pupils;
    const cells = [misha, anya, arrived].map((pupilId) => ({ lessonId: place.lessonId, pupilId, value: "5", version: 0 }));
    const frame = (inner: string[], news = ["outbox-leave"]) => [
      "viewer",
      "operation-begin",
      "lock-lessons",
      "locked-lessons",
      ...inner,
      "diary-notify",
      ...news, // one row of the outbox for the whole column [1.4.6]
      "history-head",
      "history-append",
      "operation-answer",
    ];
    const marks = frame(["mark-cells", "write-marks"]);
    expect(await statementsOf(() => sendMarks(teacher, place.journalId, cells.slice(0, 1)))).toEqual(marks);
    expect(await statementsOf(() => sendMarks(teacher, place.journalId, cells.slice(1)))).toEqual(marks);
    const input = { operationId: uuidv7(), journalId: place.journalId, cells: cells.map((cell) => ({ ...cell, value: "4", version: 1 })) };
    expect(await statementsOf(() => teacher.send(marksDocument("average suggested"), { input }))).toEqual([...marks, "term-facts"]);
    const away = {
      ...place,
      lessonId: school.lessons.beforeLeaving,
      cells: [misha, anya].map((pupilId) => ({ pupilId, kind: "ABSENT", version: 0 })),
    };
    expect(await statementsOf(() => send(teacher, "setAttendance", away, "cells { outcome }"))).toEqual(
      frame(["attendance-cells", "write-attendance"]),
    );
    const homework = { ...place, text: "№ 5", version: 0 };
    expect(await statementsOf(() => send(teacher, "setHomework", homework, "version"))).toEqual(
      frame(["homework-standing", "write-homework"]),
    );
    const record = { ...place, topic: "Деление дробей", version: 1 };
    expect(await statementsOf(() => send(teacher, "recordLesson", record, "lesson { topic }"))).toEqual([
      ...frame(["lesson-record-facts", "lesson-record"], []),
      "entities",
    ]);
  });
});
