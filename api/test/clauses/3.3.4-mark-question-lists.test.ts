import { answer, ask, close, codeOf, fridayMark, listed, threadOf, write } from "../factories/questions";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

describe("questions about marks, many of them (3.3.4)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let mother: TestClient;
  let teacher: TestClient;
  let mark: Awaited<ReturnType<typeof fridayMark>>;

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    [mother, teacher] = [await server.signIn("mother"), await server.signIn("teacher")];
  });
  afterAll(() => server?.stop());
  beforeEach(async () => {
    await server.owner.query("TRUNCATE mark_question, mark_question_text, mark, assessment, outbox, notice, operation CASCADE");
    mark = await fridayMark(server.owner, school);
  });

  it("are at most ten a day, and sixty texts an hour", async () => {
    const { question } = await threadOf(ask(mother, school.pupils.misha, mark.markId));
    await server.owner.query(
      `INSERT INTO mark_question (school_id, id, pupil_id, journal_id, mark_id, asked_value, marked_by, asked_by, asked_at, asked_on, due_on, closed_by, closed_at, outcome)
       SELECT school_id, gen_random_uuid(), pupil_id, journal_id, mark_id, asked_value, marked_by, asked_by, asked_at, asked_on, due_on, asked_by, asked_at, 'WITHDRAWN'
       FROM mark_question, generate_series(1, 9)`,
    );
    const other = await fridayMark(server.owner, school, 2, 2);
    expect(await codeOf(ask(mother, school.pupils.misha, other.markId))).toBe("LIMIT_EXCEEDED");
    await server.owner.query(
      `INSERT INTO mark_question_text (school_id, question_id, seq, author_id, side, text, written_at)
       SELECT school_id, question_id, seq + place, author_id, side, text, written_at FROM mark_question_text, generate_series(1, 59) AS place`,
    );
    expect(await codeOf(write(mother, question.id, "Ещё"))).toBe("LIMIT_EXCEEDED");
  });

  it("are listed for the teacher by its deadline, for the deputy and the class teacher once they are overdue, page by page", async () => {
    const marks = [mark, await fridayMark(server.owner, school, 2, 2), await fridayMark(server.owner, school, 4, 3)];
    const ids: string[] = [];
    for (const { markId } of marks) ids.push((await threadOf(ask(mother, school.pupils.misha, markId))).question.id);
    await server.owner.query("UPDATE mark_question SET due_on = '2026-11-20', asked_on = '2026-11-17' WHERE id = $1", [ids[2]]);
    await server.owner.query("UPDATE mark_question SET due_on = '2026-11-19', asked_on = '2026-11-16' WHERE id = $1", [ids[1]]);
    await threadOf(answer(teacher, ids[0]!, 1));
    const toAnswer = (await listed(teacher, "markQuestionsToAnswer")) as { id: string; isOverdue: boolean }[];
    expect(toAnswer.map(({ id, isOverdue }) => [id, isOverdue])).toEqual([
      [ids[1], true],
      [ids[2], true],
      [ids[0], false],
    ]);
    for (const login of ["deputy", "director", "classteacher"]) {
      const overdue = (await listed(await server.signIn(login), "overdueMarkQuestions")) as { id: string }[];
      expect(overdue.map(({ id }) => id)).toEqual([ids[1], ids[2]]);
    }
    const page = await teacher.send<{
      markQuestionsToAnswer: { totalCount: number; nodes: { id: string }[]; pageInfo: { endCursor: string } };
    }>(`{ markQuestionsToAnswer(first: 1) { totalCount nodes { id } pageInfo { endCursor } } }`);
    expect(page.data!.markQuestionsToAnswer).toMatchObject({ totalCount: 3, nodes: [{ id: ids[1] }] });
    const next = (await listed(teacher, "markQuestionsToAnswer", `(after: "${page.data!.markQuestionsToAnswer.pageInfo.endCursor}")`)) as {
      id: string;
    }[];
    expect(next.map(({ id }) => id)).toEqual([ids[2], ids[0]]);
    expect(await threadOf(answer(teacher, ids[1]!, 1))).toMatchObject({ question: { isOverdue: false, isAnsweredLate: true } });
    await threadOf(close(teacher, ids[0]!, 2, "STAYS"));
    expect(await listed(teacher, "markQuestionsToAnswer", "(closed: true)")).toMatchObject([{ id: ids[0] }]);
  });
});
