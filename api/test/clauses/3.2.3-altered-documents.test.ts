import { uuidv7 } from "uuidv7";
import type { Transaction } from "../../src/kernel/database";
import { ownerTransaction } from "../../src/modules/imports/owner-transaction";
import { checkRecords, renewSeals, sealRecords } from "../../src/modules/imports/records-seal";
import { furnishFirstQuarter } from "../factories/analysed-class";
import { send } from "../factories/commands";
import { insert } from "../factories/insert";
import { makeAbsence } from "../factories/marks";
import { answer, ask, close, fridayMark, threadOf, write } from "../factories/questions";
import { makeResit, sendResits } from "../factories/resits";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

const WORDS = { conclusions: "Класс успевает.", causes: "Пропуски.", measures: "Консультации." };

const ANOTHER_ANALYSIS = `
  INSERT INTO term_analysis (school_id, id, class_id, term_id, status, figures, conclusions, causes, measures, saved_at, saved_by, signed_at, signed_by)
  SELECT school_id, gen_random_uuid(), class_id, NULL, status, figures, conclusions, causes, measures, saved_at, saved_by, signed_at, signed_by FROM term_analysis`;
const ANOTHER_RECIPIENT = `
  INSERT INTO forecast_recipient (school_id, forecast_id, person_id) SELECT school_id, id, sent_by FROM forecast`;

describe("resits, questions, analyses and sent forecasts, and their history (3.2.3)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let transaction: Transaction;
  let teacher: TestClient;
  let work: { journalId: string; lessonId: string; assessmentId: string };
  const found = async () =>
    (await checkRecords(transaction)).altered.map(({ thing, expected, found: stands }) => [thing, expected, stands] as const);
  const order = async (client: TestClient, name: string, input: object, selection: string) => {
    const { errors } = await send(client, name, input, selection);
    expect(errors).toEqual([]);
  };

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    await furnishFirstQuarter(server.owner, school);
    const { lessons, pupils, schoolId, journals } = school;
    const { columnId, markId } = await fridayMark(server.owner, school);
    await server.owner.query("UPDATE assessment SET mandatory = true");
    for (const pupilId of [pupils.anya, pupils.arrived]) await makeAbsence(server.owner, { lessonId: lessons.friday, pupilId });
    await makeResit(server.owner, { columnId, pupilId: pupils.arrived, plannedOn: "2026-11-30", note: "каб. 7" });
    transaction = ownerTransaction(server.owner, schoolId);
    await sealRecords(transaction, new Date());
    work = { journalId: journals.maths5A, lessonId: lessons.friday, assessmentId: columnId };
    teacher = await server.signIn("teacher");
    await writeAll(markId);
  });
  afterAll(() => server?.stop());

  async function writeAll(markId: string): Promise<void> {
    const { pupils, class5A: classId, quarter1, quarter2 } = school;
    for (const [version, plannedOn] of ["2026-11-27", "2026-12-01"].entries())
      await sendResits(teacher, work, [{ pupilId: pupils.anya, plannedOn, version }]);
    const mother = await server.signIn("mother");
    const { question } = await threadOf(ask(mother, pupils.misha, markId));
    await threadOf(write(mother, question.id, "И ещё: можно ли исправить?"));
    const answered = await threadOf(answer(teacher, question.id, 2));
    await threadOf(close(teacher, question.id, answered.question.version, "STAYS"));
    const classTeacher = await server.signIn("classteacher");
    const place = { classId, termId: quarter1 };
    for (const [version, name, words] of [
      [0, "saveAnalysis", WORDS],
      [1, "signAnalysis", {}],
      [2, "reopenAnalysis", {}],
      [3, "saveAnalysis", { ...WORDS, causes: "" }],
      [4, "signAnalysis", {}],
    ] as const)
      await order(classTeacher, name, { ...place, version, ...words }, "analysis { document { status } }");
    const forecast = { classId, termId: quarter2, pupilIds: [pupils.misha], text: "Подтянем математику" };
    await order(classTeacher, "sendForecasts", forecast, "forecastIds");
  }

  it("agree after everything that the system does", async () => {
    expect(await checkRecords(transaction)).toEqual({ altered: [], oldSeals: 0 });
    const { rows } = await server.owner.query("SELECT DISTINCT thing FROM history WHERE thing <> 'IMPORT' ORDER BY 1");
    expect(rows.map(({ thing }) => thing)).toEqual(["ANALYSIS", "FORECAST", "QUESTION", "RESIT"]);
  });

  it("agree when a resit that was copied in bulk is moved, and cancelled", async () => {
    const { arrived: pupilId } = school.pupils;
    for (const [index, plannedOn] of ["2026-12-02", null].entries()) {
      await sendResits(teacher, work, [{ pupilId, plannedOn, version: index + 1 }]);
      expect(await found()).toEqual([]);
    }
  });

  it.each([
    [
      "a signed analysis reads otherwise",
      "UPDATE term_analysis SET conclusions = 'Всё хорошо.'",
      [["ANALYSIS", { conclusions: WORDS.conclusions }, {}]],
    ],
    [
      "the figures of a signed analysis are better",
      "UPDATE term_analysis SET figures = jsonb_set(figures, '{summary,byPupils,success}', '\"100.00\"')",
      [["ANALYSIS", { status: "SIGNED" }, { status: "SIGNED" }]],
    ],
    [
      "an analysis belongs to another class",
      "UPDATE term_analysis SET class_id = (SELECT id FROM school_class WHERE label = '5«Б»')",
      [["ANALYSIS", {}, {}]],
    ],
    ["an analysis was signed on another day", "UPDATE term_analysis SET signed_at = signed_at - interval '1 day'", [["ANALYSIS", {}, {}]]],
    ["an analysis is gone", "DELETE FROM term_analysis", [["ANALYSIS", { status: "SIGNED" }, null]]],
    ["an analysis that nobody wrote", ANOTHER_ANALYSIS, [["ANALYSIS", null, { status: "SIGNED" }]]],
    [
      "a resit is on another day",
      "UPDATE resit SET planned_on = '2026-12-07' WHERE state = 'PLANNED'",
      [["RESIT", { plannedOn: "2026-12-01" }, {}]],
    ],
    ["a resit is cancelled", "UPDATE resit SET state = 'CANCELLED'", [["RESIT", { plannedOn: "2026-12-01" }, null]]],
    ["a resit is gone", "DELETE FROM resit WHERE state = 'PLANNED'", [["RESIT", { plannedOn: "2026-12-01" }, null]]],
    [
      "what a family wrote reads otherwise",
      "UPDATE mark_question_text SET text = 'Спасибо!' WHERE seq = 2",
      [["QUESTION", { outcome: "STAYS" }, { outcome: "STAYS" }]],
    ],
    ["an answer is dated back", "UPDATE mark_question SET answered_at = answered_at - interval '1 day'", [["QUESTION", {}, {}]]],
    [
      "a question ends otherwise",
      "UPDATE mark_question SET outcome = 'EXPLAINED'",
      [["QUESTION", { outcome: "STAYS" }, { outcome: "EXPLAINED" }]],
    ],
    [
      "a deadline is later",
      "UPDATE mark_question SET due_on = due_on + 7",
      [["QUESTION", { dueOn: "2026-11-26" }, { dueOn: "2026-12-03" }]],
    ],
    ["a question is gone", "WITH texts AS (DELETE FROM mark_question_text) DELETE FROM mark_question", [["QUESTION", {}, null]]],
    ["a forecast was sent to one more", ANOTHER_RECIPIENT, [["FORECAST", {}, {}]]],
    [
      "a forecast says otherwise",
      "UPDATE forecast SET words = 'Всё хорошо'",
      [["FORECAST", { words: "Подтянем математику" }, { words: "Всё хорошо" }]],
    ],
  ])("show what was done behind the system's back: %s", async (_, meddling, expected) => {
    await server.owner.query("BEGIN");
    await server.owner.query(meddling);
    const altered = await found();
    await server.owner.query("ROLLBACK");
    expect(altered).toMatchObject(expected);
    expect(await found()).toEqual([]);
  });

  it("show a resit that was copied in bulk and taken away, by the journal's seal", async () => {
    const other = await makeSmallSchool(server.owner, "-2");
    const { columnId } = await fridayMark(server.owner, other);
    await makeResit(server.owner, { columnId, pupilId: other.pupils.anya, plannedOn: "2026-11-30" });
    const apart = ownerTransaction(server.owner, other.schoolId);
    await sealRecords(apart, new Date());
    expect((await checkRecords(apart)).altered).toEqual([]);
    await server.owner.query("DELETE FROM resit WHERE school_id = $1", [other.schoolId]);
    expect((await checkRecords(apart)).altered).toMatchObject([{ thing: "JOURNAL", expected: { records: 6 }, found: { records: 5 } }]);
  });

  it("are not called altered by a seal of before all of them were counted, which can be renewed", async () => {
    const other = await makeSmallSchool(server.owner, "-3");
    const { schoolId, journals } = other;
    const old = { thing: "IMPORT", before: null, after: JSON.stringify({ records: 3, digest: "of another form" }) };
    const place = {
      school_id: schoolId,
      seq: 1,
      at: new Date(),
      operation_id: uuidv7(),
      thing_id: journals.maths5A,
      journal_id: journals.maths5A,
    };
    await insert(server.owner, "history", { ...place, ...old, hash: Buffer.alloc(32) });
    await insert(server.owner, "history_head", { school_id: schoolId, seq: 1, hash: Buffer.alloc(32) });
    const apart = ownerTransaction(server.owner, schoolId);
    expect(await checkRecords(apart)).toEqual({ altered: [], oldSeals: 1 });
    expect(await renewSeals(apart, new Date())).toBe(1);
    expect(await checkRecords(apart)).toEqual({ altered: [], oldSeals: 0 });
    await server.owner.query("UPDATE lesson SET topic = 'Иное' WHERE school_id = $1 AND status = 'HELD'", [schoolId]);
    expect((await checkRecords(apart)).altered).toMatchObject([{ thing: "JOURNAL", id: journals.maths5A }]);
  });
});
