import { uuidv7 } from "uuidv7";
import { send, setMarks } from "../factories/commands";
import { insert } from "../factories/insert";
import { makeSubstitution } from "../factories/journal";
import { makeSmallSchool, OF_TODAY, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

interface Lesson {
  status: string;
  topic: string;
  version: number;
  recordedAt: string;
  assessments: { id: string; number: number; kind: string; weight: number; title: string | null; mandatory: boolean }[];
}

describe("recording a lesson (2.7, 3.2.2)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let teacher: TestClient;
  const fields = "lesson { status topic version recordedAt assessments { id number kind weight title mandatory } }";
  const ask = (input: object, client = teacher) =>
    send<{ lesson: Lesson }>(
      client,
      "recordLesson",
      { journalId: school.journals.maths5A, lessonId: school.lessons.friday, version: 1, topic: "Сложение дробей", ...input },
      fields,
    );
  const record = async (input: object) => {
    const { data, errors } = await ask(input);
    expect(errors).toEqual([]);
    return data!.recordLesson!.lesson;
  };
  const lessonRow = async (id: string) => (await server.owner.query("SELECT * FROM lesson WHERE id = $1", [id])).rows[0];
  const state = async () =>
    (
      await server.owner.query(
        "SELECT (SELECT count(*) FROM history) AS history, (SELECT count(*) FROM operation) AS operations, (SELECT json_agg(assessment ORDER BY id) FROM assessment) AS columns, (SELECT json_agg(lesson ORDER BY id) FROM lesson) AS lessons",
      )
    ).rows[0];

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server?.stop());
  let schools = 0;
  beforeEach(async () => {
    const suffix = `-${++schools}`;
    school = await makeSmallSchool(server.owner, suffix);
    teacher = await server.signIn(`teacher${suffix}`);
  });

  it("makes the lesson held, with who taught and recorded it and when", async () => {
    const lessonId = school.lessons.today;
    const lesson = await record({ lessonId, topic: "  Вычитание дробей 🎓 " });
    expect(lesson).toMatchObject({
      status: "HELD",
      topic: "Вычитание дробей 🎓",
      version: 2,
      recordedAt: expect.stringMatching(OF_TODAY),
      assessments: [],
    });
    expect(await lessonRow(lessonId)).toMatchObject({ taught_by: school.staff.teacher, recorded_by: school.staff.teacher, status: "HELD" });
    const { rows } = await server.owner.query("SELECT thing, actor_id, before, after FROM history WHERE lesson_id = $1", [lessonId]);
    expect(rows).toEqual([
      {
        thing: "LESSON",
        actor_id: school.staff.teacher,
        before: { status: "PLANNED", topic: null, planTopic: null },
        after: { status: "HELD", topic: "Вычитание дробей 🎓", planTopic: null },
      },
    ]);
  });

  it("keeps when it was first recorded when the topic is corrected later", async () => {
    const { recorded_at } = await lessonRow(school.lessons.friday);
    const lesson = await record({ topic: "Умножение дробей" });
    expect(lesson).toMatchObject({ topic: "Умножение дробей", version: 2, recordedAt: recorded_at.toISOString() });
  });

  it("leaves no trace when nothing is changed", async () => {
    const lesson = await record({});
    expect(lesson.version).toBe(1);
    expect((await server.owner.query("SELECT FROM history WHERE lesson_id = $1", [school.lessons.friday])).rowCount).toBe(0);
  });

  it("names a topic of the journal's own plan and of no other", async () => {
    const [mine, other] = [uuidv7(), uuidv7()];
    const { schoolId, journals } = school;
    await insert(server.owner, "plan_topic", { school_id: schoolId, id: mine, journal_id: journals.maths5A, number: 12, title: "Дроби" });
    await insert(server.owner, "plan_topic", { school_id: schoolId, id: other, journal_id: journals.maths5B, number: 1, title: "Дроби" });
    await record({ planTopicId: mine });
    expect(await lessonRow(school.lessons.friday)).toMatchObject({ plan_topic_id: mine });
    expect((await ask({ version: 2, planTopicId: other })).errors[0]).toMatchObject({
      extensions: { code: "NOT_FOUND" },
      message: expect.stringMatching(/Тема плана/),
    });
    expect((await ask({ version: 2, planTopicId: "12" })).errors[0]).toMatchObject({
      extensions: { code: "INVALID", field: "planTopicId" },
    });
  });

  it("adds, changes and takes away columns of works, each with its history", async () => {
    const [oral, control] = [uuidv7(), uuidv7()];
    const first = await record({
      assessments: [
        { id: oral, kind: "ORAL" },
        { id: control, kind: "CONTROL", title: "Контрольная работа № 2", weight: 2.5, mandatory: true },
      ],
    });
    expect(first.assessments).toEqual([
      { id: oral, number: 1, kind: "ORAL", weight: 1, title: null, mandatory: false },
      { id: control, number: 2, kind: "CONTROL", weight: 2.5, title: "Контрольная работа № 2", mandatory: true },
    ]);
    const second = await record({ version: 2, assessments: [{ id: control, kind: "TEST", weight: 1 }] });
    expect(second).toMatchObject({
      version: 3,
      assessments: [{ id: control, number: 2, kind: "TEST", weight: 1, title: null, mandatory: false }],
    });
    const untouched = await record({ version: 3, topic: "Дроби" });
    expect(untouched.assessments).toHaveLength(1);
    const { rows } = await server.owner.query(
      "SELECT thing, before->>'kind' AS was, after->>'kind' AS is FROM history WHERE lesson_id = $1 ORDER BY seq",
      [school.lessons.friday],
    );
    expect(rows).toEqual([
      { thing: "ASSESSMENT", was: null, is: "ORAL" },
      { thing: "ASSESSMENT", was: null, is: "CONTROL" },
      { thing: "ASSESSMENT", was: "ORAL", is: null },
      { thing: "ASSESSMENT", was: "CONTROL", is: "TEST" },
      { thing: "LESSON", was: null, is: null },
    ]);
  });

  it("does not take away a column that marks were set in", async () => {
    await setMarks(teacher, school.journals.maths5A, [{ lessonId: school.lessons.friday, pupilId: school.pupils.misha, value: "5" }]);
    const before = await state();
    expect((await ask({ topic: "Дроби", assessments: [] })).errors[0]).toMatchObject({
      extensions: { code: "INVALID", field: "assessments" },
      message: expect.stringMatching(/убрать нельзя/),
    });
    expect(await state()).toEqual(before);
  });

  it("tells of a colleague's record instead of writing over it", async () => {
    await record({ topic: "Умножение дробей" });
    const { data, errors } = await ask({ topic: "Деление дробей" });
    expect(data).toBeNull();
    expect(errors[0]).toMatchObject({
      extensions: { code: "CONFLICT", version: 2, topic: "Умножение дробей" },
      message: expect.stringMatching(/уже изменили/),
    });
  });

  it("names the substitute as the one who taught", async () => {
    const { schoolId, lessons, staff } = school;
    await makeSubstitution(server.owner, { schoolId, lessonId: lessons.today, staffId: staff.otherTeacher });
    const substitute = await server.signIn(`otherteacher${school.suffix}`);
    expect((await ask({ lessonId: lessons.today }, substitute)).errors).toEqual([]);
    expect(await lessonRow(lessons.today)).toMatchObject({ taught_by: staff.otherTeacher, recorded_by: staff.otherTeacher });
    expect((await ask({ lessonId: lessons.friday }, substitute)).errors[0]?.extensions.code).toBe("NOT_FOUND");
  });

  it.each<[string, object, string, RegExp]>([
    ["an empty topic", { topic: " " }, "TOPIC_EMPTY", /Напишите тему урока/],
    ["a topic in another language", { topic: "Fractions" }, "TOPIC_NOT_RUSSIAN", /на русском языке/],
    ["a topic of 501 characters", { topic: "я".repeat(501) }, "TEXT_TOO_LONG", /знаков — 501, можно не больше 500/],
    ["a topic with NUL", { topic: "Дроби\u0000" }, "INVALID", /служебные знаки/],
    ["a topic with a control character", { topic: "Дроби\u0008" }, "INVALID", /служебные знаки/],
    [
      "a title in another language",
      { assessments: [{ id: uuidv7(), kind: "TEST", title: "Quiz" }] },
      "TOPIC_NOT_RUSSIAN",
      /Название работы/,
    ],
    ["a weight of 0", { assessments: [{ id: uuidv7(), kind: "TEST", weight: 0 }] }, "INVALID", /Вес работы/],
    ["an operation id that is no UUID", { operationId: "1", topic: "Дроби" }, "INVALID", /operationId/],
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
    const { data, errors } = await ask({ lessonId: school.lessons[lesson], topic: "Дроби" });
    expect([data, errors[0]?.extensions.code]).toEqual([null, code]);
    expect(await state()).toEqual(before);
  });

  it("asks for Russian words beside the foreign ones in a foreign language", async () => {
    const english = await server.signIn(`classteacher${school.suffix}`);
    const input = { journalId: school.journals.english5A, lessonId: school.lessons.english };
    expect((await ask({ ...input, topic: "Present Simple" }, english)).errors[0]).toMatchObject({
      extensions: { code: "TOPIC_NOT_RUSSIAN" },
      message: expect.stringMatching(/рядом с русскими/),
    });
    expect((await ask({ ...input, topic: "Времена глагола: Present Simple" }, english)).errors).toEqual([]);
  });
});
