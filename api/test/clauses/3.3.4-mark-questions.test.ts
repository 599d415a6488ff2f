import { uuidv7 } from "uuidv7";
import { verifyHistory } from "../../src/kernel/verify-history";
import { statementsOf } from "../count-statements";
import { setMarks } from "../factories/commands";
import { makeTermMark } from "../factories/marks";
import { makeGuardian, makeAccount } from "../factories/person";
import { answer, ask, close, codeOf, fridayMark, listed, openThread, threadOf, write, type ThreadAnswer } from "../factories/questions";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

describe("a question about a mark (3.3.4, 4.1.3)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let mother: TestClient;
  let teacher: TestClient;
  let mark: Awaited<ReturnType<typeof fridayMark>>;

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    const father = await makeGuardian(server.owner, school.schoolId, "Орлов Сергей Павлович", [school.pupils.misha]);
    await makeAccount(server.owner, school.schoolId, father, "father");
    [mother, teacher] = [await server.signIn("mother"), await server.signIn("teacher")];
  });
  afterAll(() => server?.stop());
  beforeEach(async () => {
    await server.owner.query("TRUNCATE mark_question, mark_question_text, mark, assessment, term_mark, outbox, notice, operation CASCADE");
    mark = await fridayMark(server.owner, school);
  });

  const asked = (more: object = {}) => threadOf(ask(mother, school.pupils.misha, mark.markId, more));
  const correct = (value: string, version: number) =>
    setMarks(teacher, school.journals.maths5A, [
      { lessonId: mark.lessonId, pupilId: school.pupils.misha, assessmentId: mark.columnId, value, version },
    ]);

  it("is asked by a guardian, answered by the teacher, and ends with an outcome that names the mark before and after", async () => {
    const { question, ...thread } = await asked();
    expect(question).toMatchObject({
      state: "OPEN",
      askedValue: "3",
      value: "3",
      dueOn: "2026-11-26",
      isOverdue: false,
      lessonDate: "2026-11-20",
      workKind: "CONTROL",
      pupilName: "Орлов Михаил",
      classLabel: "5«А»",
      subject: "Математика",
      teachers: ["Иванова М. П."],
    });
    expect(thread).toMatchObject({
      texts: [{ seq: 1, side: "FAMILY", authorName: "Орлова Ирина Сергеевна", isMine: true, text: "Почему тройка?" }],
      mayWrite: true,
      mayAnswer: false,
      outcomes: ["WITHDRAWN"],
    });
    expect(await openThread(teacher, question.id)).toMatchObject({ mayWrite: true, mayAnswer: true, outcomes: [] });
    const answered = await threadOf(answer(teacher, question.id, 1));
    expect(answered).toMatchObject({
      question: { state: "ANSWERED", answeredByName: "Иванова М. П.", version: 2 },
      outcomes: ["EXPLAINED", "STAYS"],
    });
    await correct("4", 1);
    const seen = (await openThread(mother, question.id)) as ThreadAnswer;
    expect(seen).toMatchObject({ question: { askedValue: "3", value: "4" }, changes: [{ before: "3", after: "4" }] });
    const ended = await threadOf(close(teacher, question.id, 2, "CORRECTED"));
    expect(ended.question).toMatchObject({
      state: "CLOSED",
      outcome: "CORRECTED",
      askedValue: "3",
      value: "4",
      closedByName: "Иванова М. П.",
    });
    await correct("5", 2);
    expect(await openThread(mother, question.id)).toMatchObject({ question: { value: "4" }, mayWrite: false, outcomes: [] });
  });

  it("goes on between both sides until it is closed", async () => {
    const { question } = await asked();
    await threadOf(answer(teacher, question.id, 1));
    await threadOf(write(mother, question.id, "А за что сняли балл?"));
    const thread = await threadOf(write(teacher, question.id, "За единицы измерения."));
    expect(thread.texts.map(({ side, text }) => `${side} ${text}`)).toEqual([
      "FAMILY Почему тройка?",
      "STAFF Две ошибки в решении.",
      "FAMILY А за что сняли балл?",
      "STAFF За единицы измерения.",
    ]);
    expect(await codeOf(close(mother, question.id, 3, "EXPLAINED"))).toBe("CONFLICT");
    expect((await threadOf(close(mother, question.id, 4, "EXPLAINED"))).question).toMatchObject({ state: "CLOSED", outcome: "EXPLAINED" });
    expect(await codeOf(write(mother, question.id, "Ещё вопрос"))).toBe("CONFLICT");
    expect(await codeOf(write(teacher, question.id, "Ещё ответ"))).toBe("CONFLICT");
    expect((await asked()).question.state).toBe("OPEN");
  });

  it("is one at a time for a mark, also when both parents ask at once", async () => {
    const father = await server.signIn("father");
    const codes = await Promise.all([mother, father].map((parent) => codeOf(ask(parent, school.pupils.misha, mark.markId))));
    expect(codes.sort()).toEqual(["CONFLICT", null]);
    const again = await ask(mother, school.pupils.misha, mark.markId);
    const questions = (await listed(father, "markQuestionsOfPupil", `(pupilId: "${school.pupils.misha}")`)) as { id: string }[];
    expect(again.errors[0]?.extensions).toMatchObject({ code: "CONFLICT", questionId: questions[0]!.id });
    expect(await openThread(father, questions[0]!.id)).toMatchObject({ mayWrite: true });
  });

  it("is answered once where two answer at once, and the other is told", async () => {
    const { question } = await asked();
    const codes = await Promise.all(["Первый", "Второй"].map((text) => codeOf(answer(teacher, question.id, 1, { text }))));
    expect(codes.sort()).toEqual(["CONFLICT", null]);
    expect(await openThread(teacher, question.id)).toMatchObject({ question: { textCount: 2, version: 2 } });
  });

  it("is done once, however often it is sent", async () => {
    const operationId = uuidv7();
    const [one, other] = [await asked({ operationId }), await asked({ operationId })];
    expect(other).toEqual(one);
    const again = { operationId: uuidv7() };
    await threadOf(answer(teacher, one.question.id, 1, again));
    expect((await threadOf(answer(teacher, one.question.id, 1, again))).question.textCount).toBe(2);
    expect(await codeOf(answer(teacher, one.question.id, 1, { ...again, text: "Иное" }))).toBe("OPERATION_REUSED");
  });

  it("is answered and closed with one text; an outcome must be true of the mark", async () => {
    const { question } = await asked();
    expect(await codeOf(answer(teacher, question.id, 1, { outcome: "CORRECTED" }))).toBe("INVALID");
    expect(await openThread(teacher, question.id)).toMatchObject({ question: { state: "OPEN", textCount: 1 } });
    const thread = await threadOf(answer(teacher, question.id, 1, { outcome: "STAYS" }));
    expect(thread.question).toMatchObject({ state: "CLOSED", outcome: "STAYS", value: "3", textCount: 2 });
  });

  it("may be withdrawn by a guardian before an answer", async () => {
    const { question } = await asked();
    expect(await codeOf(close(mother, question.id, 1, "EXPLAINED"))).toBe("INVALID");
    expect(await codeOf(close(mother, question.id, 1, "STAYS"))).toBe("INVALID");
    expect(await codeOf(close(teacher, question.id, 1, "EXPLAINED"))).toBe("INVALID");
    expect(await codeOf(close(teacher, question.id, 1, "WITHDRAWN"))).toBe("INVALID");
    expect((await threadOf(close(mother, question.id, 1, "WITHDRAWN"))).question).toMatchObject({ state: "CLOSED", outcome: "WITHDRAWN" });
  });

  it.each(["otherMother", "formerGuardian", "pupil", "otherPupil", "otherTeacher", "formerTeacher", "admin", "specialist", "formerDeputy"])(
    "is not there for %s",
    async (login) => {
      const { question } = await asked();
      const stranger = await server.signIn(login.toLowerCase());
      expect(await openThread(stranger, question.id)).toBe("NOT_FOUND");
      expect(await openThread(stranger, uuidv7())).toBe("NOT_FOUND");
      const codes = [
        await codeOf(ask(stranger, school.pupils.misha, mark.markId)),
        await codeOf(write(stranger, question.id, "И я здесь")),
        await codeOf(answer(stranger, question.id, 1)),
        await codeOf(close(stranger, question.id, 1, "WITHDRAWN")),
        await listed(stranger, "markQuestionsOfPupil", `(pupilId: "${school.pupils.misha}")`),
      ];
      for (const code of codes) expect(["NOT_FOUND", "FORBIDDEN"]).toContain(code);
      expect(["FORBIDDEN", []]).toContainEqual(await listed(stranger, "markQuestionsToAnswer"));
      expect(["FORBIDDEN", []]).toContainEqual(await listed(stranger, "overdueMarkQuestions"));
    },
  );

  it.each(["classTeacher", "deputy", "director"])("is read by %s, who has no part in it", async (login) => {
    const { question } = await asked();
    const reader = await server.signIn(login.toLowerCase());
    expect(await openThread(reader, question.id)).toMatchObject({
      mayWrite: false,
      mayAnswer: false,
      outcomes: [],
      texts: [{ isMine: false }],
    });
    expect(await codeOf(write(reader, question.id, "Разберитесь"))).toBe("FORBIDDEN");
    expect(await codeOf(answer(reader, question.id, 1))).toBe("FORBIDDEN");
    expect(await codeOf(close(reader, question.id, 1, "STAYS"))).toBe("FORBIDDEN");
  });

  it("follows the rights of the day: a new teacher answers, who had set the mark too, and a guardianship that has ended opens nothing", async () => {
    const { question } = await asked();
    const other = await server.signIn("otherteacher");
    await server.owner.query("UPDATE teaching_load SET staff_id = $1 WHERE journal_id = $2", [
      school.staff.otherTeacher,
      school.journals.maths5A,
    ]);
    expect(await openThread(other, question.id)).toMatchObject({ mayAnswer: true });
    expect(await openThread(teacher, question.id)).toMatchObject({ mayAnswer: true });
    await server.owner.query("UPDATE staff SET left_on = '2026-11-22' WHERE id = $1", [school.staff.teacher]);
    expect(await openThread(teacher, question.id)).toBe("NOT_FOUND");
    await server.owner.query("UPDATE staff SET left_on = NULL WHERE id = $1", [school.staff.teacher]);
    await server.owner.query("UPDATE teaching_load SET staff_id = $1 WHERE journal_id = $2", [
      school.staff.teacher,
      school.journals.maths5A,
    ]);
    const end = (to: string | null) =>
      server.owner.query("UPDATE guardianship SET valid_to = $1 WHERE guardian_id = $2", [to, school.guardians.mother]);
    await end("2026-11-22");
    expect(await openThread(mother, question.id)).toBe("NOT_FOUND");
    expect(await codeOf(ask(mother, school.pupils.misha, mark.markId))).toBe("FORBIDDEN");
    await end(null);
  });

  it("is about a mark of the own child that stands", async () => {
    const of = (pupilId: string, more: object) => codeOf(ask(mother, pupilId, mark.markId, more));
    expect(await of(school.pupils.anya, {})).toBe("FORBIDDEN");
    expect(await of(school.pupils.misha, { markId: uuidv7() })).toBe("NOT_FOUND");
    expect(await of(school.pupils.misha, { markId: "none" })).toBe("INVALID");
    expect(await of(school.pupils.misha, { markId: null })).toBe("INVALID");
    expect(await of(school.pupils.misha, { termMarkId: mark.markId })).toBe("INVALID");
    expect(await of(school.pupils.misha, { text: "  " })).toBe("INVALID");
    expect(await of(school.pupils.misha, { text: "а".repeat(2_001) })).toBe("TEXT_TOO_LONG");
    await server.owner.query("UPDATE mark SET grade = NULL");
    expect(await of(school.pupils.misha, {})).toBe("NOT_FOUND");
  });

  it("stays readable when the mark is taken away, and says so", async () => {
    const { question } = await asked();
    const input = { operationId: uuidv7(), journalId: school.journals.maths5A, lessonId: mark.lessonId, assessmentId: mark.columnId };
    const cleared = await teacher.send(`mutation ($input: ClearMarkInput!) { clearMark(input: $input) { cell { outcome } } }`, {
      input: { ...input, pupilId: school.pupils.misha, version: 1 },
    });
    expect(cleared.errors).toEqual([]);
    expect(await openThread(mother, question.id)).toMatchObject({
      question: { askedValue: "3", value: null },
      changes: [{ before: "3", after: null }],
    });
    expect((await threadOf(answer(teacher, question.id, 1, { outcome: "CORRECTED" }))).question).toMatchObject({
      outcome: "CORRECTED",
      value: null,
    });
  });

  it("is asked about a term mark too", async () => {
    const { schoolId, pupils, journals, quarter1, staff } = school;
    await makeTermMark(server.owner, {
      schoolId,
      journalId: journals.maths5A,
      pupilId: pupils.misha,
      termId: quarter1,
      special: "NOT_ASSESSED",
      by: staff.teacher,
    });
    const { rows } = await server.owner.query<{ id: string }>("SELECT id FROM term_mark");
    const { question } = await asked({ markId: null, termMarkId: rows[0]!.id });
    expect(question).toMatchObject({
      askedValue: "NOT_ASSESSED",
      markId: null,
      termMarkId: rows[0]!.id,
      termMarkKind: "TERM",
      termNumber: 1,
    });
    expect(await listed(teacher, "markQuestionsToAnswer")).toMatchObject([{ id: question.id }]);
  });

  it("is not asked about a closed year", async () => {
    await server.owner.query("UPDATE academic_year SET status = 'CLOSED' WHERE id = $1", [school.year]);
    expect(await codeOf(ask(mother, school.pupils.misha, mark.markId))).toBe("TERM_CLOSED");
    await server.owner.query("UPDATE academic_year SET status = 'CURRENT' WHERE id = $1", [school.year]);
  });

  it("costs one statement a screen, however many there are", async () => {
    const { question } = await asked();
    expect(await statementsOf(() => openThread(teacher, question.id))).toEqual(["viewer", "mark-question"]);
    expect(await statementsOf(() => listed(teacher, "markQuestionsToAnswer"))).toEqual([
      "viewer",
      "mark-questions-toAnswer",
      "mark-questions-toAnswer-count",
    ]);
  });

  it("is kept in the school's history, text by text", async () => {
    const { question } = await asked();
    await threadOf(answer(teacher, question.id, 1, { outcome: "STAYS" }));
    const { rows } = await server.owner.query<{ before: object; after: object }>(
      "SELECT before, after FROM history WHERE thing_id = $1 ORDER BY seq",
      [question.id],
    );
    expect(rows).toMatchObject([
      { before: null, after: { value: "3", dueOn: "2026-11-26", text: "Почему тройка?" } },
      { after: { seq: 2, side: "STAFF", text: "Две ошибки в решении." } },
      { before: { value: "3" }, after: { outcome: "STAYS", value: "3" } },
    ]);
    expect(await verifyHistory(server.database, school.schoolId)).toMatchObject({ brokenAt: null });
  });
});
