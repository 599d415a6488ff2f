import { send } from "../factories/commands";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

interface Payload {
  lessonId: string;
  version: number;
  homework: { text: string; dueOn: string | null; expectedMinutes: number | null; version: number } | null;
}

describe("giving homework (3.2.6)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let teacher: TestClient;
  const ask = (input: object, client = teacher) =>
    send<Payload>(
      client,
      "setHomework",
      { journalId: school.journals.maths5A, lessonId: school.lessons.friday, version: 0, ...input },
      "lessonId version homework { text dueOn expectedMinutes version }",
    );
  const give = async (input: object) => {
    const { data, errors } = await ask(input);
    expect(errors).toEqual([]);
    return data!.setHomework!;
  };
  const state = async () =>
    (
      await server.owner.query(
        "SELECT (SELECT count(*) FROM history) AS history, (SELECT count(*) FROM operation) AS operations, (SELECT json_agg(homework) FROM homework) AS homework",
      )
    ).rows[0];

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    teacher = await server.signIn("teacher");
  });
  afterAll(() => server?.stop());
  afterEach(() => server.owner.query("TRUNCATE homework, operation"));

  it("keeps the text in its lines, the day it is due and how long it should take", async () => {
    const given = await give({ text: "  № 5, 6\r\nПовторить § 2 📐 ", dueOn: "2026-11-25", expectedMinutes: 20 });
    const homework = { text: "№ 5, 6\nПовторить § 2 📐", dueOn: "2026-11-25", expectedMinutes: 20, version: 1 };
    expect(given).toEqual({ lessonId: school.lessons.friday, version: 1, homework });
  });

  it("is due at the journal's next lesson when no day is named", async () => {
    expect(await give({ text: "№ 7" })).toMatchObject({ homework: { dueOn: null } });
  });

  it("changes and takes it away, and keeps all of it in the history", async () => {
    await give({ text: "№ 5" });
    expect(await give({ text: "№ 5", version: 1 })).toMatchObject({ version: 1 });
    await give({ text: "№ 6", version: 1 });
    expect(await give({ text: " ", version: 2 })).toEqual({ lessonId: school.lessons.friday, version: 3, homework: null });
    expect(await give({ text: "№ 8", version: 0 })).toMatchObject({ version: 4, homework: { text: "№ 8" } });
    const { rows } = await server.owner.query(
      "SELECT before->>'text' AS was, after->>'text' AS is, actor_id FROM history WHERE thing = 'HOMEWORK' ORDER BY seq DESC LIMIT 4",
    );
    expect(rows.map(({ was, is }) => [was, is])).toEqual([
      [null, "№ 8"],
      ["№ 6", null],
      ["№ 5", "№ 6"],
      [null, "№ 5"],
    ]);
    expect(rows[0].actor_id).toBe(school.staff.teacher);
  });

  it("tells of a colleague's change instead of writing over it", async () => {
    await give({ text: "№ 5" });
    expect((await ask({ text: "№ 9" })).errors[0]).toMatchObject({
      extensions: { code: "CONFLICT", version: 1, text: "№ 5" },
      message: expect.stringMatching(/уже изменили/),
    });
  });

  it.each<[string, object, string, RegExp]>([
    ["10,000 characters", { text: "я".repeat(10_000) }, "TEXT_TOO_LONG", /знаков — 10000, можно не больше 4000/],
    ["NUL", { text: "№ 5\u0000" }, "INVALID", /служебные знаки/],
    ["a control character", { text: "№ 5\u001b" }, "INVALID", /служебные знаки/],
    ["a day before the lesson", { text: "№ 5", dueOn: "2026-11-19" }, "INVALID", /после 20\.11\.2026 и не позже 31\.05\.2027/],
    ["the day of the lesson itself", { text: "№ 5", dueOn: "2026-11-20" }, "INVALID", /Срок домашнего задания/],
    ["a day after the year", { text: "№ 5", dueOn: "2027-06-01" }, "INVALID", /Срок домашнего задания/],
    ["301 minutes", { text: "№ 5", expectedMinutes: 301 }, "INVALID", /от 1 до 300 минут/],
    ["0 minutes", { text: "№ 5", expectedMinutes: 0 }, "INVALID", /от 1 до 300 минут/],
  ])("refuses %s and leaves nothing half done", async (_, input, code, sentence) => {
    const before = await state();
    const { data, errors } = await ask(input);
    expect([data ?? null, errors[0]]).toMatchObject([null, { extensions: { code }, message: expect.stringMatching(sentence) }]);
    expect(await state()).toEqual(before);
  });

  it.each<[string, keyof SmallSchool["lessons"], string]>([
    ["a cancelled lesson", "cancelled", "LESSON_CANCELLED"],
    ["a lesson of tomorrow", "tomorrow", "LESSON_NOT_HELD"],
    ["a closed term", "closedTerm", "TERM_CLOSED"],
    ["a lesson of another journal", "today5B", "NOT_FOUND"],
  ])("refuses %s and leaves nothing half done", async (_, lesson, code) => {
    const before = await state();
    const { data, errors } = await ask({ lessonId: school.lessons[lesson], text: "№ 5" });
    expect([data, errors[0]?.extensions.code]).toEqual([null, code]);
    expect(await state()).toEqual(before);
  });

  it.each(["otherteacher", "classteacher", "deputy", "director", "mother", "pupil"])("is not for %s", async (login) => {
    const { data, errors } = await ask({ text: "№ 5" }, await server.signIn(login));
    expect([data, errors[0]?.extensions.code]).toEqual([null, "FORBIDDEN"]);
  });
});
