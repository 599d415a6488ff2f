import { uuidv7 } from "uuidv7";
import { ownerTransaction } from "../../src/modules/imports/owner-transaction";
import { checkRecords, sealRecords } from "../../src/modules/imports/records-seal";
import { statementsOf } from "../count-statements";
import { sendTermMarks, setMarks, setTermMarks, type TermMarkWish } from "../factories/commands";
import { insert } from "../factories/insert";
import { makeLesson, makeSubstitution } from "../factories/journal";
import { makeAbsence, makeColumn, makeMark } from "../factories/marks";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

describe("term marks by the journal's teacher (3.2.7)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let teacher: TestClient;
  let column: { journalId: string; termId: string };
  const one = async (cell: TermMarkWish, place: Partial<Parameters<typeof sendTermMarks>[1]> = {}) =>
    (await setTermMarks(teacher, { ...column, ...place }, [cell]))[0]!;
  const history = async () =>
    (
      await server.owner.query(
        "SELECT actor_id, journal_id, pupil_id, before, after, opening_id FROM history WHERE thing = 'TERM_MARK' ORDER BY seq",
      )
    ).rows;

  /** Миша has 5, 5 and 4, Аня one 3; the term ends on 28.12, today is 21.12. */
  beforeAll(async () => {
    server = await startTestServer({ today: "2026-12-21" });
    school = await makeSmallSchool(server.owner);
    teacher = await server.signIn("teacher");
    column = { journalId: school.journals.maths5A, termId: school.quarter2 };
    const { friday, today, beforeLeaving } = school.lessons;
    const { misha, anya } = school.pupils;
    const marks = [friday, today, beforeLeaving].map((lessonId, place) => ({ lessonId, pupilId: misha, value: "554"[place]! }));
    await setMarks(teacher, column.journalId, [...marks, { lessonId: friday, pupilId: anya, value: "3" }]);
  });
  afterAll(() => server?.stop());
  afterEach(() => server.owner.query("TRUNCATE term_mark, operation, outbox, school_setting CASCADE; DELETE FROM term_opening"));

  it("are set as a column; what the rules suggest is kept beside each", async () => {
    const { misha, anya, borya } = school.pupils;
    const cells = await setTermMarks(teacher, column, [
      { pupilId: misha, value: "5" },
      { pupilId: anya, value: "NOT_ASSESSED" },
      { pupilId: borya, value: "4" },
    ]);
    expect(cells).toMatchObject([
      { outcome: "SET", suggested: "5", version: 1, mark: { value: "5", suggested: "5", reason: null, version: 1 } },
      { outcome: "SET", suggested: "NOT_ASSESSED", mark: { value: "NOT_ASSESSED", suggested: "NOT_ASSESSED" } },
      { outcome: "REFUSED", code: "NOT_ENROLLED", mark: null },
    ]);
  });

  it("keep who gave them, from what to what, and why they differ", async () => {
    const { misha } = school.pupils;
    const seen = (await history()).length;
    await one({ pupilId: misha, value: "5" });
    await one({ pupilId: misha, value: "4", reason: " Слабая итоговая работа ", version: 1 });
    await one({ pupilId: misha, value: null, version: 2 });
    const of = { kind: "TERM", termId: school.quarter2, suggested: "5" };
    const lower = { ...of, value: "4", reason: "Слабая итоговая работа" };
    const who = { actor_id: school.staff.teacher, journal_id: column.journalId, pupil_id: misha, opening_id: null };
    expect((await history()).slice(seen)).toEqual([
      { ...who, before: null, after: { ...of, value: "5", reason: null } },
      { ...who, before: { ...of, value: "5", reason: null }, after: lower },
      { ...who, before: lower, after: null },
    ]);
  });

  it("that differ from the suggestion need a reason in words", async () => {
    const cell = { pupilId: school.pupils.misha, value: "4" };
    expect(await one(cell)).toMatchObject({
      code: "REASON_NEEDED",
      suggested: "5",
      mark: null,
      message: "По правилам школы выходит «5». Чтобы поставить «4», напишите, почему отметка отличается.",
    });
    for (const reason of ["...", "ok", "да"]) expect(await one({ ...cell, reason })).toMatchObject({ code: "REASON_NEEDED" });
    expect(await one({ ...cell, reason: "я".repeat(501) })).toMatchObject({ code: "TEXT_TOO_LONG" });
    expect(await one({ ...cell, reason: "Слабая итоговая работа" })).toMatchObject({
      outcome: "SET",
      mark: { reason: "Слабая итоговая работа" },
    });
    expect(await one({ pupilId: school.pupils.anya, value: "RELEASED" })).toMatchObject({ code: "REASON_NEEDED" });
  });

  it("never trust a suggestion of the client's: the one kept is reckoned from the marks as they stand", async () => {
    await insert(server.owner, "school_setting", {
      school_id: school.schoolId,
      name: "assessment_rules",
      valid_from: "2026-09-01",
      value: { bands: { five: 470, four: 370, three: 270 } },
    });
    expect(await one({ pupilId: school.pupils.misha, value: "5" })).toMatchObject({ code: "REASON_NEEDED", suggested: "4" });
    expect(await one({ pupilId: school.pupils.misha, value: "4" })).toMatchObject({ outcome: "SET", mark: { suggested: "4" } });
  });

  describe("are refused, with a code and a sentence:", () => {
    const cases: [string, () => TermMarkWish, Partial<Parameters<typeof sendTermMarks>[1]> | (() => object), string, RegExp][] = [
      ["a mark outside the scale", () => ({ pupilId: school.pupils.misha, value: "6" }), {}, "MARK_OUTSIDE_SCALE", /н\/а или осв/],
      [
        "a 1 where the school has not allowed it",
        () => ({ pupilId: school.pupils.misha, value: "1" }),
        {},
        "MARK_OUTSIDE_SCALE",
        /от 2 до 5/,
      ],
      ["a pass in a five-point journal", () => ({ pupilId: school.pupils.misha, value: "PASS" }), {}, "MARK_OUTSIDE_SCALE", /от 2 до 5/],
      ["a pupil of another class", () => ({ pupilId: school.pupils.borya, value: "5" }), {}, "NOT_ENROLLED", /не было в списке/],
      ["somebody who is not there", () => ({ pupilId: uuidv7(), value: "5" }), {}, "NOT_ENROLLED", /не было в списке/],
      ["an id that is no UUID", () => ({ pupilId: "'; --", value: "5" }), {}, "INVALID", /нужен UUID/],
      [
        "a closed term",
        () => ({ pupilId: school.pupils.misha, value: "NOT_ASSESSED" }),
        () => ({ termId: school.quarter1 }),
        "TERM_CLOSED",
        /по 25\.10\.2026 закрыт/,
      ],
    ];
    it.each(cases)("%s", async (_, cell, place, code, sentence) => {
      const seen = (await history()).length;
      const answer = await one(cell(), typeof place === "function" ? place() : place);
      expect(answer).toMatchObject({ outcome: "REFUSED", code, message: expect.stringMatching(sentence), mark: null, version: 0 });
      expect(await history()).toHaveLength(seen);
    });

    it("the same pupil a second time in one call", async () => {
      const { misha } = school.pupils;
      const cells = await setTermMarks(teacher, column, [
        { pupilId: misha, value: "5" },
        { pupilId: misha, value: "4" },
      ]);
      expect(cells.map(({ outcome, code }) => code ?? outcome)).toEqual(["SET", "INVALID"]);
    });

    it("a term of another year, a term with a year's mark, and more than 200 cells, with the whole request", async () => {
      const cell = { pupilId: school.pupils.misha, value: "5" };
      const code = async (place: object, count = 1) =>
        (await sendTermMarks(teacher, { ...column, ...place }, Array<TermMarkWish>(count).fill(cell))).errors[0]?.extensions.code;
      expect(await code({ termId: uuidv7() })).toBe("NOT_FOUND");
      expect(await code({ kind: "YEAR" })).toBe("INVALID");
      expect(await code({ termId: undefined })).toBe("INVALID");
      expect(await code({}, 201)).toBe("LIMIT_EXCEEDED");
    });
  });

  it("of a closed term are given late while the deputy has opened it, by the teacher alone", async () => {
    const opening = uuidv7();
    const given = { term_id: school.quarter1, opened_at: "2026-12-20", opened_until: "2026-12-25", reason: "не выставлены отметки" };
    await insert(server.owner, "term_opening", { school_id: school.schoolId, id: opening, ...given });
    const cell = { pupilId: school.pupils.misha, value: "NOT_ASSESSED" };
    expect(await one(cell, { termId: school.quarter1 })).toMatchObject({ outcome: "SET" });
    const { rows } = await server.owner.query("SELECT opening_id FROM term_mark");
    expect(rows).toEqual([{ opening_id: opening }]);
    expect((await history()).at(-1)).toMatchObject({ opening_id: opening });
    await server.owner.query("UPDATE history SET opening_id = NULL");
  });

  it("are open to the teacher of the load, and not to a substitute, the class teacher or the office", async () => {
    await makeSubstitution(server.owner, {
      schoolId: school.schoolId,
      lessonId: school.lessons.friday,
      staffId: school.staff.otherTeacher,
    });
    for (const login of ["otherteacher", "classteacher", "deputy", "director", "admin", "mother", "pupil", "formerteacher"]) {
      const client = await server.signIn(login);
      const { data, errors } = await sendTermMarks(client, column, [{ pupilId: school.pupils.misha, value: "5" }]);
      expect([login, data, errors[0]?.extensions.code]).toEqual([login, null, "FORBIDDEN"]);
    }
    await server.owner.query("TRUNCATE substitution");
  });

  it("named with a stale version are a conflict that says what stands", async () => {
    const { misha } = school.pupils;
    await one({ pupilId: misha, value: "5" });
    expect(await one({ pupilId: misha, value: "4", reason: "Слабая работа" })).toMatchObject({
      outcome: "CONFLICT",
      code: "CONFLICT",
      message: expect.stringMatching(/сейчас стоит «5»/),
      mark: { value: "5", version: 1 },
      version: 1,
    });
    expect(await one({ pupilId: misha, value: "5" })).toMatchObject({ outcome: "UNCHANGED" });
    expect(await one({ pupilId: misha, value: null, version: 1 })).toMatchObject({ outcome: "SET", mark: null, version: 2 });
    expect(await one({ pupilId: misha, value: "5" })).toMatchObject({ outcome: "SET", version: 3 });
  });

  it("sent again answer the same and are written once", async () => {
    const operationId = uuidv7();
    const cells = [{ pupilId: school.pupils.misha, value: "5" }];
    const first = await sendTermMarks(teacher, { ...column, operationId }, cells);
    const seen = (await history()).length;
    expect(await sendTermMarks(teacher, { ...column, operationId }, cells)).toEqual(first);
    expect(await history()).toHaveLength(seen);
    const other = await sendTermMarks(teacher, { ...column, operationId }, [{ pupilId: school.pupils.anya, value: "5" }]);
    expect(other.errors[0]?.extensions.code).toBe("OPERATION_REUSED");
  });

  it("written by fifty at once have one winner a version, and the rest are told", async () => {
    const { misha } = school.pupils;
    const seen = (await history()).length;
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => one({ pupilId: misha, value: "4", reason: `Причина номер ${index}` })),
    );
    expect(answers.filter(({ outcome }) => outcome === "SET")).toHaveLength(1);
    expect(answers.filter(({ outcome, mark }) => outcome === "CONFLICT" && mark?.version === 1)).toHaveLength(49);
    expect(await history()).toHaveLength(seen + 1);
  });

  it("are told to the family, once for a column", async () => {
    await one({ pupilId: school.pupils.misha, value: "5" });
    await server.worker.runOnce();
    const mother = await server.signIn("mother");
    const { data, errors } = await mother.send<{ notices: { nodes: object[] } }>(
      "{ notices(first: 50) { nodes { kind pupilName subject title before after lessonDate } } }",
    );
    expect(errors).toEqual([]);
    expect(data!.notices.nodes[0]).toEqual({
      kind: "TERM_MARK",
      pupilName: "Михаил",
      subject: "Математика",
      title: "2-я четверть",
      before: null,
      after: "5",
      lessonDate: "2026-12-28",
    });
  });

  it("stand on the journal's page and in the diary", async () => {
    await one({ pupilId: school.pupils.misha, value: "4", reason: "Слабая итоговая работа" });
    const page = await teacher.send<{
      journalPage: { mayGiveTermMarks: boolean; termMarksFrom: string; pupils: { given: object | null }[] };
    }>(
      `query ($id: ID!) { journalPage(journalId: $id) { mayGiveTermMarks termMarksFrom pupils { name given { value version suggested reason } } } }`,
      { id: column.journalId },
    );
    expect(page.data!.journalPage).toMatchObject({ mayGiveTermMarks: true, termMarksFrom: "2026-12-15" });
    expect(page.data!.journalPage.pupils.filter(({ given }) => given)).toEqual([
      { name: "Орлов Михаил", given: { value: "4", version: 1, suggested: "5", reason: "Слабая итоговая работа" } },
    ]);
    const mother = await server.signIn("mother");
    const diary = await mother.send<{ pupilTerm: { subjects: { subject: string; termMark: string | null }[] } }>(
      `query ($id: ID!) { pupilTerm(pupilId: $id) { subjects { subject termMark } } }`,
      { id: school.pupils.misha },
    );
    expect(diary.data!.pupilTerm.subjects).toContainEqual({ subject: "Математика", termMark: "4" });
  });

  it("cost as many statements for a class as for one pupil", async () => {
    const { misha, anya } = school.pupils;
    const single = await statementsOf(() => one({ pupilId: misha, value: "5" }));
    const both = await statementsOf(() =>
      setTermMarks(teacher, column, [
        { pupilId: misha, value: "4", reason: "Слабая работа", version: 1 },
        { pupilId: anya, value: "NOT_ASSESSED" },
      ]),
    );
    expect(both).toEqual(single);
  });

  it("agree with their history when records are checked, and show what was done behind the system's back", async () => {
    const transaction = ownerTransaction(server.owner, school.schoolId);
    const altered = async () => (await checkRecords(transaction)).altered;
    await server.owner.query("TRUNCATE history, history_head");
    await sealRecords(transaction, new Date());
    await one({ pupilId: school.pupils.misha, value: "5" });
    await one({ pupilId: school.pupils.misha, value: "4", reason: "Слабая работа", version: 1 });
    expect(await altered()).toEqual([]);
    await server.owner.query("UPDATE term_mark SET grade = 5");
    expect(await altered()).toMatchObject([{ thing: "TERM_MARK", expected: { value: "4" }, found: { value: "5" } }]);
    await server.owner.query("TRUNCATE term_mark, history, history_head CASCADE");
  });

  it("count the marks and the lessons of the class that a pupil came from", async () => {
    const { schoolId, pupils, staff, journals } = school;
    const lessons = await Promise.all(
      ["2026-11-09", "2026-11-10", "2026-11-11"].map((date) =>
        makeLesson(server.owner, { schoolId, journalId: journals.maths5B, teacherId: staff.otherTeacher, date, status: "HELD" }),
      ),
    );
    for (const lessonId of lessons) {
      const columnId = await makeColumn(server.owner, { schoolId, lessonId });
      await makeMark(server.owner, { columnId, pupilId: pupils.arrived, grade: 3 });
    }
    expect(await one({ pupilId: pupils.arrived, value: "3" })).toMatchObject({ outcome: "SET", suggested: "3" });
    await server.owner.query("DELETE FROM mark WHERE pupil_id = $1", [pupils.arrived]);
    const missed = await makeLesson(server.owner, {
      schoolId,
      journalId: journals.maths5A,
      teacherId: staff.teacher,
      date: "2026-11-30",
      status: "HELD",
    });
    await makeAbsence(server.owner, { lessonId: missed, pupilId: pupils.arrived, kind: "SICK" });
    expect(await one({ pupilId: pupils.arrived, value: "3", version: 1, reason: "По работам дома" })).toMatchObject({
      outcome: "SET",
      suggested: "NOT_ASSESSED",
    });
  });
});
