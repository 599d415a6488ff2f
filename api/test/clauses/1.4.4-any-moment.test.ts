import { systemClock } from "../../src/kernel/clock";
import { TABLES_THEN } from "../../src/modules/history/tables-then";
import { statementsOf } from "../count-statements";
import { send } from "../factories/commands";
import { makeColumn, makeMark, makeTermMark } from "../factories/marks";
import { randomNumbers, teachAtRandom, type TaughtPage } from "../factories/random-teaching";
import { closeTerm, openTerm } from "../factories/term-locks";
import { makeSmallSchool, TODAY, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

/** What is there to see: all but the versions, and who may write. */
const SEEN = `subject className kind teachers term { number } pupils { pupilId name from to average suggested termMark }
  lessons { id date slot status topic planTopicId homework homeworkDueOn homeworkMinutes recordedAt teacher }
  assessments { id lessonId number kind weight title mandatory scale maxPoints } marks { assessmentId lessonId pupilId attempt value points debtUntil comment }
  attendance { lessonId pupilId kind minutesLate reason }`;
const PAGE = `query ($journalId: ID!, $termId: ID, $at: DateTime) { journalPage(journalId: $journalId, termId: $termId, at: $at) { mayEdit ${SEEN} } }`;
const VERSIONS = `query ($journalId: ID!) { journalPage(journalId: $journalId) { pupils { pupilId }
  lessons { id date status version homework homeworkVersion } assessments { id lessonId number kind weight title mandatory scale maxPoints }
  marks { assessmentId lessonId pupilId attempt value version } attendance { lessonId pupilId kind version } } }`;
const WEEK = `query ($pupilId: ID!, $week: LocalDate!, $at: DateTime) { diaryWeek(pupilId: $pupilId, week: $week, at: $at) { days { date
  lessons { lessonId status topic teacher homeworkDue { text givenOn } homeworkGiven { text dueOn expectedMinutes }
    marks { value points { points most scale } debtUntil attempt kind title weight comment setAt } attendance { kind minutesLate reason } } } } }`;
const TERM = `query ($pupilId: ID!, $at: DateTime) { pupilTerm(pupilId: $pupilId, at: $at) { missedLessons missedBySickness lateCount
  subjects { subject marks { lessonId date value kind title weight topic comment } average suggested termMark missedLessons } } }`;

type Page = Pick<TaughtPage, "marks" | "attendance"> & {
  mayEdit: boolean;
  pupils: { name: string; termMark: string | null }[];
  lessons: { status: string }[];
};

/** The moment of the pinned clock, after whatever was done before and ahead of whatever is done next. */
async function moment(): Promise<string> {
  await pause();
  const now = systemClock(TODAY).now().toISOString();
  await pause();
  return now;
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 3));
}

/** Lists without an order of their own, sorted. */
function sorted(page: Page): Page {
  const byText = <Item>(items: readonly Item[]): Item[] =>
    [...items].sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  return { ...page, mayEdit: false, marks: byText(page.marks), attendance: byText(page.attendance) };
}

describe("the journal and the diary as they stood at any moment (1.4.4)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let teacher: TestClient;
  let mother: TestClient;
  let journalId: string;
  const seen: { at: string; page: Page; diary: object[] }[] = [];
  const ask = async <Data>(client: TestClient, query: string, variables: Record<string, unknown>): Promise<Data> => {
    const { data, errors } = await client.send<Record<string, Data>>(query, variables);
    expect(errors).toEqual([]);
    return Object.values(data!)[0]!;
  };
  const page = async (at?: string) => sorted(await ask<Page>(teacher, PAGE, { journalId, at }));
  const diary = async (at?: string) => {
    const pupilId = school.pupils.misha;
    return [
      await ask<object>(mother, WEEK, { pupilId, week: "2026-11-20", at }),
      await ask<object>(mother, WEEK, { pupilId, week: TODAY, at }),
      await ask<object>(mother, TERM, { pupilId, at }),
    ];
  };

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    journalId = school.journals.maths5A;
    [teacher, mother] = [await server.signIn("teacher"), await server.signIn("mother")];
    const { schoolId, lessons, pupils, staff, quarter2 } = school;
    const columnId = await makeColumn(server.owner, { schoolId, lessonId: lessons.beforeLeaving, weight: 2 });
    for (const pupilId of [pupils.misha, pupils.anya, pupils.left])
      await makeMark(server.owner, { columnId, pupilId, grade: 4, comment: "было" });
    await makeTermMark(server.owner, { schoolId, journalId, pupilId: pupils.anya, termId: quarter2, grade: 4, by: staff.teacher });
  });
  afterAll(() => server?.stop());

  it("equal what was seen then, after any commands since, over what was copied in bulk and what was not", async () => {
    const random = randomNumbers(20_261_123);
    for (let step = 0; step < 60; step += 1) {
      if (step % 4 === 0) seen.push({ page: await page(), diary: await diary(), at: await moment() });
      await teachAtRandom(teacher, journalId, await ask<TaughtPage>(teacher, VERSIONS, { journalId }), random);
    }
    for (const past of seen) {
      expect(await page(past.at)).toEqual(past.page);
      expect(await diary(past.at)).toEqual(past.diary);
    }
    const at = await moment();
    expect([await page(at), await diary(at)]).toEqual([await page(), await diary()]);
    const differing = new Set(seen.map((past) => JSON.stringify(past.page)));
    expect(differing.size).toBeGreaterThan(12);
    const { rows } = await server.owner.query(
      "SELECT thing, count(*) FILTER (WHERE before IS NULL)::int AS made, count(*) FILTER (WHERE after IS NULL)::int AS taken FROM history GROUP BY 1 ORDER BY 1",
    );
    expect(rows.map(({ thing }) => thing)).toEqual(["ASSESSMENT", "ATTENDANCE", "HOMEWORK", "LESSON", "MARK"]);
    for (const { thing, made, taken } of rows)
      expect([thing, made > 0, taken > 0]).toEqual([thing, thing !== "LESSON", thing !== "LESSON"]);
  }, 120_000);

  it("differ by what is told of the time between: each cell once, from what to what, with all its steps", async () => {
    const CHANGES = `query ($journalId: ID!, $from: DateTime!, $to: DateTime, $after: String) {
      journalChanges(journalId: $journalId, from: $from, to: $to, first: 20, after: $after) {
        nodes { id thing lessonId date pupilId assessmentId attempt at actor stepCount changes { field from to } steps { at actor changes { field from to } } }
        pageInfo { hasNextPage endCursor } } }`;
    interface Difference {
      thing: string;
      assessmentId: string | null;
      attempt: number | null;
      lessonId: string;
      pupilId: string;
      actor: string;
      stepCount: number;
      changes: { field: string; from: string | null; to: string | null }[];
      steps: { changes: { field: string; from: string | null; to: string | null }[] }[];
    }
    const differences = async (from: string, to?: string) => {
      const found: Difference[] = [];
      for (let after: string | null = null, more = true; more;) {
        const list: { nodes: Difference[]; pageInfo: { hasNextPage: boolean; endCursor: string } } = await ask(teacher, CHANGES, {
          journalId,
          from,
          to,
          after,
        });
        found.push(...list.nodes);
        [after, more] = [list.pageInfo.endCursor, list.pageInfo.hasNextPage];
      }
      return found;
    };
    for (const [one, other] of [
      [0, seen.length - 1],
      [3, 9],
      [11, 12],
    ] as const) {
      const [from, to] = [seen[one]!, seen[other]!];
      const found = await differences(from.at, to.at);
      const marks = found.filter(({ thing }) => thing === "MARK");
      const at = (marks: Page["marks"]) =>
        new Map(marks.map((mark) => [`${mark.assessmentId} ${mark.pupilId} ${mark.attempt}`, mark.value]));
      const [before, after] = [at(from.page.marks), at(to.page.marks)];
      const told = new Map(
        marks.flatMap(({ assessmentId, pupilId, attempt, changes }) =>
          changes
            .filter(({ field }) => field === "value")
            .map(({ from: was, to: is }) => [`${assessmentId} ${pupilId} ${attempt}`, [was, is]]),
        ),
      );
      const cells = [...new Set([...before.keys(), ...after.keys()])];
      const expected = cells
        .map((cell) => [cell, [before.get(cell) ?? null, after.get(cell) ?? null]] as const)
        .filter(([, [was, is]]) => was !== is);
      expect(told).toEqual(new Map(expected));
      expect(found.every(({ actor, stepCount, steps }) => actor === "Иванова М. П." && Math.min(20, stepCount) === steps.length)).toBe(
        true,
      );
    }
    expect(await differences(seen[9]!.at)).toEqual(await differences(seen[9]!.at, await moment()));
    const { errors } = await teacher.send(CHANGES, { journalId, from: seen[3]!.at, to: seen[2]!.at });
    expect(errors[0]?.extensions).toMatchObject({ code: "INVALID", field: "from" });
  });

  it("are of that day: nothing before it was written, no pupil before the first day in the class, and nobody may write", async () => {
    const before = await page("2026-11-11T12:00:00+03:00");
    expect(before.pupils.map(({ name }) => name)).toEqual(["Ёлкина Анна", "Орлов Михаил", "Яшин Олег"]);
    expect(before.lessons.map(({ status }) => status)).toEqual(["PLANNED", "PLANNED", "PLANNED", "CANCELLED", "PLANNED"]);
    expect([before.marks, before.pupils.map(({ termMark }) => termMark)]).toEqual([[], [null, null, null]]);
    const live = await ask<Page>(teacher, PAGE, { journalId });
    const past = await ask<Page>(teacher, PAGE, { journalId, at: await moment() });
    expect([live.mayEdit, past.mayEdit]).toEqual([true, false]);
  });

  it("open the term of that day", async () => {
    const past = await ask<{ term: { number: number } }>(teacher, PAGE, { journalId, at: "2026-10-20T10:00:00Z" });
    expect(past.term.number).toBe(1);
  });

  it("say whether the term was closed then, opened for a time, or not closed yet", async () => {
    const CLOSED = `query ($journalId: ID!, $termId: ID, $at: DateTime) { journalPage(journalId: $journalId, termId: $termId, at: $at) { term { isClosed openUntil } } }`;
    const closed = async (at?: string) => (await ask<{ term: object }>(teacher, CLOSED, { journalId, termId: school.quarter1, at })).term;
    const deputy = await server.signIn("deputy");
    const place = { termId: school.quarter1, journalId };
    const until = `${TODAY}T23:30:00.000Z`;
    const past: { at: string; term: object }[] = [];
    const then = async (order: Promise<{ errors: object[] }>) => {
      expect((await order).errors).toEqual([]);
      past.push({ term: await closed(), at: await moment() });
    };
    past.push({ term: await closed(), at: await moment() });
    expect(await closed("2026-10-20T10:00:00Z")).toEqual({ isClosed: false, openUntil: null });
    await then(openTerm(deputy, [place], until));
    await then(closeTerm(deputy, [place]));
    const [own] = (await server.owner.query("SELECT id, version FROM term_lock WHERE journal_id = $1", [journalId])).rows;
    const whole = (await server.owner.query("SELECT id, version FROM term_lock WHERE journal_id IS NULL")).rows[0];
    for (const lock of [own, whole])
      await then(send(deputy, "liftTermLock", { lockId: lock.id, version: lock.version, reason: "закрыли рано" }, "lock { id }"));
    await then(closeTerm(deputy, [{ termId: school.quarter1 }]));
    for (const { at, term } of past) expect(await closed(at)).toEqual(term);
    expect(past.map(({ term }) => (term as { isClosed: boolean }).isClosed)).toEqual([true, false, true, true, false, true]);
  });

  it("keep the term marks as they stood, with what was suggested and why they differed", async () => {
    const GIVEN = `query ($journalId: ID!, $at: DateTime) { journalPage(journalId: $journalId, at: $at) { pupils { pupilId termMark given { value version suggested reason } } } }`;
    interface Given {
      pupils: {
        pupilId: string;
        termMark: string | null;
        given: { value: string; version: number; suggested: string | null; reason: string | null } | null;
      }[];
    }
    const given = async (at?: string) =>
      (await ask<Given>(teacher, GIVEN, { journalId, at })).pupils.filter(({ pupilId }) => pupilId !== school.pupils.left);
    const give = async (value: string | null) => {
      const cells = (await given()).map((pupil) => ({
        pupilId: pupil.pupilId,
        value,
        reason: value && "По решению педсовета",
        version: pupil.given?.version ?? 0,
      }));
      const input = { journalId, kind: "TERM", termId: school.quarter2, cells };
      const { data, errors } = await send<{ cells: { outcome: string }[] }>(teacher, "setTermMarks", input, "cells { outcome }");
      expect([errors, data!.setTermMarks!.cells.map(({ outcome }) => outcome)]).toEqual([[], cells.map(() => "SET")]);
    };
    await server.owner.query("UPDATE term SET ends_on = '2026-11-24' WHERE id = $1", [school.quarter2]);
    const unversioned = (pupils: Given["pupils"]) =>
      pupils.map(({ given: mark, ...pupil }) => ({ ...pupil, given: mark && { ...mark, version: 0 } }));
    const past: { at: string; pupils: object[] }[] = [];
    for (const value of ["5", "NOT_ASSESSED", null, "RELEASED"]) {
      past.push({ pupils: unversioned(await given()), at: await moment() });
      await give(value);
    }
    for (const { at, pupils } of past) expect(unversioned(await given(at))).toEqual(pupils);
    expect(past.map(({ pupils }) => (pupils as Given["pupils"]).map(({ termMark }) => termMark).at(-1))).toEqual([null, "5", "н/а", null]);
  });

  it("count back every column of the tables that teachers write in, so that no page can miss one", async () => {
    for (const { name, rows } of TABLES_THEN) {
      const text = rows({ at: "'2026-11-20'", date: "'2026-11-20'" }).replaceAll("$1", `'${school.schoolId}'`);
      const then = await server.owner.query(`SELECT * FROM (${text}) one LIMIT 0`);
      const table = await server.owner.query(`SELECT * FROM ${name} LIMIT 0`);
      const columns = ({ fields }: typeof table) => fields.map((field) => field.name).sort();
      expect([name, columns(then)]).toEqual([name, columns(table)]);
    }
  });

  it("do not show a moment that has not come", async () => {
    const { errors } = await teacher.send(PAGE, { journalId, at: "2026-11-24T12:00:00+03:00" });
    expect(errors[0]).toMatchObject({ message: expect.stringMatching(/ещё не наступил/), extensions: { code: "INVALID", field: "at" } });
  });

  it("are open to those who read them as they stand, and to nobody else (2.1, 2.2)", async () => {
    const at = await moment();
    for (const login of ["otherteacher", "formerteacher", "admin", "mother", "pupil"]) {
      const { errors } = await (await server.signIn(login)).send(PAGE, { journalId, at });
      expect([login, errors[0]?.extensions.code]).toEqual([login, "FORBIDDEN"]);
    }
    for (const login of ["teacher", "classteacher", "deputy", "othermother", "otherpupil", "formerguardian"]) {
      const client = await server.signIn(login);
      for (const query of [WEEK, TERM]) {
        const { errors } = await client.send(query, { pupilId: school.pupils.misha, week: TODAY, at });
        expect([login, errors[0]?.extensions.code]).toEqual([login, "FORBIDDEN"]);
      }
    }
  });

  it("cost one statement more than the viewer's for a journal, and none for a diary", async () => {
    const at = await moment();
    const ofViewer = (names: string[]) => names.filter((name) => /-at$|removed/.test(name));
    expect(ofViewer(await statementsOf(() => page(at)))).toEqual(["journal-page-at", "journal-page-removed-columns"]);
    expect(ofViewer(await statementsOf(() => diary(at)))).toEqual(["diary-week-at", "diary-week-at", "pupil-term-at"]);
  });
});
