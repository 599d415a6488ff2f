import { uuidv7 } from "uuidv7";
import { makeSubstitution } from "../factories/journal";
import { makeColumn, makeMark } from "../factories/marks";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

/** Refused as a whole, or cell by cell. */
interface Outcome {
  errors: string[];
  cells: (string | null)[];
}

describe("a right to one thing does not carry another one in (2.1, 3.2, 3.4.2)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let foreign: SmallSchool;
  let teacherOf5B: TestClient;
  let columnOf5A: string;
  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    foreign = await makeSmallSchool(server.owner, "-2");
    teacherOf5B = await server.signIn("otherteacher");
    columnOf5A = await makeColumn(server.owner, { schoolId: school.schoolId, lessonId: school.lessons.friday });
    await makeMark(server.owner, { columnId: columnOf5A, pupilId: school.pupils.misha, grade: 5 });
    await server.owner.query(
      "UPDATE lesson SET status = 'HELD', topic = 'Дроби', taught_by = teacher_id, recorded_at = now() WHERE id = $1",
      [school.lessons.today5B],
    );
  });
  afterAll(() => server?.stop());

  const DOCUMENTS = {
    setMarks: "mutation ($input: SetMarksInput!) { setMarks(input: $input) { cells { outcome code } } }",
    clearMark: "mutation ($input: ClearMarkInput!) { clearMark(input: $input) { cell { outcome code } } }",
    setAttendance: "mutation ($input: SetAttendanceInput!) { setAttendance(input: $input) { cells { outcome code } } }",
    recordLesson: "mutation ($input: RecordLessonInput!) { recordLesson(input: $input) { lesson { id } } }",
    setHomework: "mutation ($input: SetHomeworkInput!) { setHomework(input: $input) { version } }",
  };
  const send = async (client: TestClient, name: keyof typeof DOCUMENTS, input: object): Promise<Outcome> => {
    const { data, errors } = await client.send<Record<string, { cells?: Cell[]; cell?: Cell }>>(DOCUMENTS[name], {
      input: { operationId: uuidv7(), ...input },
    });
    const { cells, cell } = data?.[name] ?? {};
    return {
      errors: errors.map(({ extensions }) => extensions.code),
      cells: (cells ?? (cell ? [cell] : [])).map(({ outcome, code }) => code ?? outcome),
    };
  };
  /** Everything that is written down, to see that nothing was changed. */
  const written = async () => {
    const tables = ["lesson", "assessment", "mark", "attendance", "homework", "term_mark", "history"];
    const digests: unknown[] = [];
    for (const table of tables) {
      digests.push((await server.owner.query(`SELECT md5(string_agg(t::text, ',' ORDER BY t::text)) AS digest FROM ${table} t`)).rows);
    }
    return digests;
  };
  const nothingHappens = async (client: TestClient, name: keyof typeof DOCUMENTS, input: object) => {
    const before = await written();
    const { errors, cells } = await send(client, name, input);
    expect(await written()).toEqual(before);
    expect([...errors, ...cells]).not.toEqual([]);
    for (const code of [...errors, ...cells]) expect(["FORBIDDEN", "NOT_FOUND", "NOT_ENROLLED", "INVALID"]).toContain(code);
  };
  const mine = () => school.journals.maths5B;

  it.each([
    ["a lesson of another journal", () => school.lessons.friday],
    ["a lesson of another school", () => foreign.lessons.friday],
    ["a lesson that is not there", () => uuidv7()],
  ])("not %s under one's own journal", async (_what, lesson) => {
    const lessonId = lesson();
    const pupilId = school.pupils.borya;
    await nothingHappens(teacherOf5B, "setMarks", { journalId: mine(), cells: [{ lessonId, pupilId, value: "5", version: 0 }] });
    await nothingHappens(teacherOf5B, "setMarks", {
      journalId: mine(),
      cells: [{ lessonId, pupilId: school.pupils.misha, value: "2", version: 1, assessmentId: columnOf5A }],
    });
    await nothingHappens(teacherOf5B, "clearMark", {
      journalId: mine(),
      lessonId,
      assessmentId: columnOf5A,
      pupilId: school.pupils.misha,
      version: 1,
    });
    await nothingHappens(teacherOf5B, "setAttendance", { journalId: mine(), lessonId, cells: [{ pupilId, kind: "ABSENT", version: 0 }] });
    await nothingHappens(teacherOf5B, "recordLesson", { journalId: mine(), lessonId, version: 1, topic: "Чужая тема" });
    await nothingHappens(teacherOf5B, "setHomework", { journalId: mine(), lessonId, version: 0, text: "№ 1" });
  });

  it.each([
    ["a pupil of another class", () => school.pupils.misha],
    ["a pupil of another school", () => foreign.pupils.borya],
    ["somebody who is no pupil", () => school.staff.director],
  ])("not %s into one's own lesson", async (_what, pupil) => {
    const place = { journalId: mine(), lessonId: school.lessons.today5B };
    await nothingHappens(teacherOf5B, "setMarks", {
      journalId: mine(),
      cells: [{ lessonId: place.lessonId, pupilId: pupil(), value: "5", version: 0 }],
    });
    await nothingHappens(teacherOf5B, "setAttendance", { ...place, cells: [{ pupilId: pupil(), kind: "ABSENT", version: 0 }] });
  });

  it("not a column of another lesson", async () => {
    const cell = { lessonId: school.lessons.today5B, pupilId: school.pupils.borya, version: 0 };
    await nothingHappens(teacherOf5B, "setMarks", { journalId: mine(), cells: [{ ...cell, assessmentId: columnOf5A, value: "5" }] });
    await nothingHappens(teacherOf5B, "clearMark", { ...cell, journalId: mine(), assessmentId: columnOf5A });
  });

  it("not another lesson's history, nor the lesson itself, under a journal of one's own", async () => {
    const variables = { journalId: mine(), lessonId: school.lessons.friday };
    const history =
      "query ($journalId: ID!, $lessonId: ID!) { lessonHistory(journalId: $journalId, lessonId: $lessonId) { nodes { id } } }";
    const { data } = await teacherOf5B.send<{ lessonHistory: { nodes: object[] } | null }>(history, variables);
    expect(data?.lessonHistory?.nodes ?? []).toEqual([]);
    const lesson = "query ($journalId: ID!, $lessonId: ID!) { lesson(journalId: $journalId, id: $lessonId) { topic } }";
    expect((await teacherOf5B.send(lesson, variables)).data).toEqual({ lesson: null });
  });

  it("not the rest of a journal with the one lesson that is substituted in it", async () => {
    const { schoolId, staff, lessons, journals, pupils } = school;
    await makeSubstitution(server.owner, { schoolId, lessonId: lessons.beforeLeaving, staffId: staff.otherTeacher });
    const journalId = journals.maths5A;
    const mark = (lessonId: string, value: string) => ({ lessonId, pupilId: pupils.anya, value, version: 0 });
    const { cells } = await send(teacherOf5B, "setMarks", {
      journalId,
      cells: [mark(lessons.beforeLeaving, "4"), mark(lessons.friday, "4")],
    });
    expect(cells).toEqual(["SET", "NOT_FOUND"]);
    const lessonId = lessons.friday;
    await nothingHappens(teacherOf5B, "clearMark", { journalId, lessonId, assessmentId: columnOf5A, pupilId: pupils.misha, version: 1 });
    await nothingHappens(teacherOf5B, "setAttendance", {
      journalId,
      lessonId,
      cells: [{ pupilId: pupils.anya, kind: "ABSENT", version: 0 }],
    });
    await nothingHappens(teacherOf5B, "recordLesson", { journalId, lessonId, version: 1, topic: "Чужая тема" });
    await nothingHappens(teacherOf5B, "setHomework", { journalId, lessonId, version: 0, text: "№ 1" });
  });

  it("not an operation of somebody else, by its id", async () => {
    const teacher = await server.signIn("teacher");
    const operationId = uuidv7();
    const input = { operationId, journalId: school.journals.maths5A, lessonId: school.lessons.friday, version: 0, text: "№ 7" };
    expect(await send(teacher, "setHomework", input)).toEqual({ errors: [], cells: [] });
    const again = { ...input, journalId: mine(), lessonId: school.lessons.today5B };
    expect(await send(teacherOf5B, "setHomework", again)).toEqual({ errors: ["OPERATION_REUSED"], cells: [] });
  });
});

interface Cell {
  outcome: string;
  code: string | null;
}
