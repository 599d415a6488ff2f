import type { Transaction } from "../../src/kernel/database";
import { ownerTransaction } from "../../src/modules/imports/owner-transaction";
import { checkRecords, sealRecords } from "../../src/modules/imports/records-seal";
import { send, setMarks } from "../factories/commands";
import { makeColumn } from "../factories/marks";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

/** The mark stands in a new column, and history does not know the column either. */
const MOVED = `
  WITH other AS (INSERT INTO assessment (school_id, id, lesson_id, number, kind)
    SELECT school_id, gen_random_uuid(), lesson_id, 9, 'CONTROL' FROM assessment LIMIT 1 RETURNING *)
  UPDATE mark SET assessment_id = other.id, lesson_id = other.lesson_id FROM other`;

describe("records and their history (3.2.3)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let teacher: TestClient;
  let transaction: Transaction;
  let place: { journalId: string; lessonId: string };
  const found = async () =>
    (await checkRecords(transaction)).altered.map(({ thing, expected, found: stands }) => [thing, expected, stands] as const);
  const write = async (value: string, version: number) => {
    const [answer] = await setMarks(teacher, place.journalId, [{ lessonId: place.lessonId, pupilId: school.pupils.misha, value, version }]);
    expect(answer).toMatchObject({ outcome: "SET" });
    return answer!.assessmentId!;
  };
  const order = async (name: string, input: object, selection: string) => {
    const { errors } = await send(teacher, name, { ...place, ...input }, selection);
    expect(errors).toEqual([]);
  };

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    teacher = await server.signIn("teacher");
    place = { journalId: school.journals.maths5A, lessonId: school.lessons.friday };
    await makeColumn(server.owner, { schoolId: school.schoolId, lessonId: school.lessons.beforeLeaving, weight: 2.5 });
    transaction = ownerTransaction(server.owner, school.schoolId);
  });
  afterAll(() => server?.stop());

  it("are told apart from history where nobody sealed what was there before it", async () => {
    expect((await found()).every(([thing, expected]) => ["LESSON", "ASSESSMENT"].includes(thing) && expected === null)).toBe(true);
    await sealRecords(transaction, new Date());
    expect(await found()).toEqual([]);
  });

  it("agree after every change that the system makes: a mark set, changed, cleared; an absence, homework, a lesson", async () => {
    await write("5", 0);
    const assessmentId = await write("4", 1);
    await order("clearMark", { assessmentId, pupilId: school.pupils.misha, version: 2 }, "cell { outcome }");
    await order("setAttendance", { cells: [{ pupilId: school.pupils.anya, kind: "SICK", version: 0 }] }, "cells { outcome }");
    await order("setHomework", { text: "№ 5", version: 0 }, "version");
    await order("recordLesson", { topic: "Вычитание дробей", version: 1 }, "lesson { version }");
    expect(await found()).toEqual([]);
    await write("3", 3);
    expect(await found()).toEqual([]);
  });

  it("agree when a column that was copied in bulk is weighed anew, and taken away", async () => {
    const [{ id }] = (await server.owner.query("SELECT id FROM assessment WHERE lesson_id = $1", [school.lessons.beforeLeaving])).rows as [
      { id: string },
    ];
    const column = { id, kind: "ORAL", weight: 2, title: null, mandatory: false };
    const lesson = { lessonId: school.lessons.beforeLeaving, topic: "Сложение дробей" };
    await order("recordLesson", { ...lesson, version: 1, assessments: [column] }, "lesson { version }");
    expect(await found()).toEqual([]);
    await order("recordLesson", { ...lesson, version: 2, assessments: [] }, "lesson { version }");
    expect(await found()).toEqual([]);
  });

  it.each([
    ["a mark changed", "UPDATE mark SET grade = 5", [["MARK", { value: "3", comment: null }, { value: "5", comment: null }]]],
    ["a mark deleted", "DELETE FROM mark", [["MARK", { value: "3", comment: null }, null]]],
    ["a column's weight changed", "UPDATE assessment SET weight = 3", [["ASSESSMENT", { weight: 1 }, { weight: 3 }]]],
    ["an absence excused", "UPDATE attendance SET kind = 'EXCUSED'", [["ATTENDANCE", { kind: "SICK" }, { kind: "EXCUSED" }]]],
    ["homework withdrawn", "UPDATE homework SET text = ''", [["HOMEWORK", { text: "№ 5" }, null]]],
    [
      "a lesson renamed",
      "UPDATE lesson SET topic = 'Иное' WHERE topic = 'Вычитание дробей'",
      [["LESSON", { topic: "Вычитание дробей" }, { topic: "Иное" }]],
    ],
    [
      "a mark that nobody set",
      `INSERT INTO mark (school_id, id, assessment_id, lesson_id, journal_id, lesson_date, pupil_id, grade, set_at, set_by)
       SELECT school_id, gen_random_uuid(), assessment_id, lesson_id, journal_id, lesson_date, (SELECT id FROM pupil WHERE id <> mark.pupil_id LIMIT 1), 5, set_at, set_by FROM mark`,
      [["JOURNAL", {}, {}]],
    ],
    [
      "a mark given to another pupil",
      "UPDATE mark SET pupil_id = (SELECT id FROM pupil WHERE id <> mark.pupil_id LIMIT 1)",
      [["MARK", {}, {}]],
    ],
    [
      "a mark moved to another column",
      MOVED,
      [
        ["MARK", { value: "3" }, { value: "3" }],
        ["JOURNAL", {}, {}],
      ],
    ],
    [
      "a mark under another teacher's name",
      "UPDATE mark SET set_by = (SELECT id FROM staff WHERE id <> mark.set_by LIMIT 1)",
      [["MARK", {}, {}]],
    ],
    ["a mark dated back", "UPDATE mark SET set_at = set_at - interval '1 day'", [["MARK", { value: "3" }, { value: "3" }]]],
    ["a mark that counts for less", "UPDATE mark SET share = 1", [["MARK", { share: 2520 }, { share: 1 }]]],
  ])("show what was done behind the system's back: %s", async (_, meddling, expected) => {
    await server.owner.query("BEGIN");
    await server.owner.query(meddling);
    const altered = await found();
    await server.owner.query("ROLLBACK");
    expect(altered).toMatchObject(expected);
    expect(await found()).toEqual([]);
  });

  it("show what was altered before a later change wrote over it", async () => {
    await server.owner.query("UPDATE mark SET grade = 5, version = version + 1");
    const { rows } = await server.owner.query("SELECT version FROM mark");
    await write("4", rows[0].version);
    expect(await found()).toMatchObject([["MARK", { value: "3", comment: null }, { value: "5", comment: null }]]);
  });
});
