import { uuidv7 } from "uuidv7";
import { statementsOf } from "../count-statements";
import { insert } from "../factories/insert";
import { makeLesson } from "../factories/journal";
import { makeAbsence, makeColumn, makeMark } from "../factories/marks";
import { makeResit } from "../factories/resits";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

type Counts = Record<"planned" | "notHeld" | "held" | "complete" | "incomplete" | "resits" | "overdue", number>;
interface Row {
  journalId: string;
  subject: string;
  className: string;
  teacher: string | null;
  counts: Counts;
  works: { assessmentId: string; lessonId: string; state: string; lacking: number; absent: number; overdue: number }[];
}
interface Board {
  term: { id: string };
  terms: { id: string }[];
  controlWorks: { nodes: Row[]; total: Counts; journalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string } };
}

const COUNTS = "{ planned notHeld held complete incomplete resits overdue }";
const BOARD = `query ($termId: ID, $filter: BoardFilter, $first: Int, $after: String) { controlBoard(termId: $termId) {
  term { id kind number isClosed } terms { id kind number }
  controlWorks(filter: $filter, first: $first, after: $after) { journalCount total ${COUNTS} pageInfo { hasNextPage endCursor }
    nodes { journalId subject className teacher counts ${COUNTS} works { assessmentId lessonId date title state lacking absent overdue } } } } }`;

describe("control works on the control board (3.4.4)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let deputy: TestClient;
  const board = async (variables: Record<string, unknown> = {}): Promise<Board> => {
    const { data, errors } = await deputy.send<{ controlBoard: Board }>(BOARD, variables);
    expect(errors).toEqual([]);
    return data!.controlBoard;
  };
  const narrowed = async (filter: object) => (await board({ filter })).controlWorks.nodes.map(({ journalId }) => journalId);
  let works: Record<"incomplete" | "resits" | "other", string>;

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    deputy = await server.signIn("deputy");
    const { schoolId, journals, lessons, staff, pupils } = school;
    const { owner } = server;
    const control = { schoolId, kind: "CONTROL", mandatory: true };
    const incomplete = await makeColumn(owner, { ...control, lessonId: lessons.friday, title: "Дроби" });
    for (const pupilId of [pupils.misha, pupils.arrived]) await makeMark(owner, { columnId: incomplete, pupilId, grade: 4 });
    const resits = await makeColumn(owner, { ...control, lessonId: lessons.beforeLeaving });
    await makeMark(owner, { columnId: resits, pupilId: pupils.misha, grade: 5 });
    await makeAbsence(owner, { lessonId: lessons.beforeLeaving, pupilId: pupils.anya });
    await makeAbsence(owner, { lessonId: lessons.beforeLeaving, pupilId: pupils.left });
    await makeResit(owner, { columnId: resits, pupilId: pupils.anya, plannedOn: "2026-11-20" });
    const topic = async (journalId: string, number: number, planned_on: string, work_kind: string | null) => {
      const id = uuidv7();
      await insert(owner, "plan_topic", { school_id: schoolId, id, journal_id: journalId, number, title: "Дроби", planned_on, work_kind });
      return id;
    };
    const held = await topic(journals.maths5A, 1, "2026-11-20", "CONTROL");
    await owner.query("UPDATE lesson SET plan_topic_id = $1 WHERE id = $2", [held, lessons.friday]);
    await topic(journals.maths5A, 2, "2026-11-16", "CONTROL");
    await topic(journals.maths5A, 3, "2026-12-10", "DICTATION");
    await topic(journals.maths5A, 4, "2026-11-17", "PRACTICAL");
    await topic(journals.maths5A, 5, "2026-10-01", "CONTROL");
    const lessonId = await makeLesson(owner, {
      schoolId,
      journalId: journals.maths5B,
      teacherId: staff.otherTeacher,
      date: "2026-11-18",
      status: "HELD",
    });
    const other = await makeColumn(owner, { ...control, lessonId });
    await makeMark(owner, { columnId: other, pupilId: pupils.borya, grade: 3 });
    works = { incomplete, resits, other };
  });
  afterAll(() => server?.stop());

  it("counts by journal what is planned, held, complete, and owed, with the way to each cell", async () => {
    const { controlWorks, term } = await board();
    expect(term).toMatchObject({ id: school.quarter2, isClosed: false });
    expect(controlWorks.nodes).toMatchObject([
      {
        journalId: school.journals.maths5A,
        subject: "Математика",
        className: "5«А»",
        teacher: "Иванова М. П.",
        counts: { planned: 3, notHeld: 1, held: 2, complete: 1, incomplete: 1, resits: 1, overdue: 1 },
        works: [
          { assessmentId: works.resits, lessonId: school.lessons.beforeLeaving, state: "RESITS", lacking: 0, absent: 1, overdue: 1 },
          { assessmentId: works.incomplete, lessonId: school.lessons.friday, state: "LACKS_MARKS", lacking: 1, absent: 0, overdue: 0 },
        ],
      },
      { journalId: school.journals.maths5B, counts: { planned: 0, held: 1, complete: 1, incomplete: 0 }, works: [] },
    ]);
    expect(controlWorks.total).toEqual({ planned: 3, notHeld: 1, held: 3, complete: 2, incomplete: 1, resits: 1, overdue: 1 });
    expect(controlWorks.journalCount).toBe(2);
  });

  it("is of the term asked for", async () => {
    const { term, terms, controlWorks } = await board({ termId: school.quarter1 });
    expect([term.id, terms.map(({ id }) => id)]).toEqual([school.quarter1, [school.quarter1, school.quarter2]]);
    expect(controlWorks.nodes).toMatchObject([{ journalId: school.journals.maths5A, counts: { planned: 1, notHeld: 1, held: 0 } }]);
    const { errors } = await deputy.send(BOARD, { termId: uuidv7() });
    expect(errors[0]?.extensions.code).toBe("NOT_FOUND");
  });

  it("narrows to a class, a teacher, a subject, and to what is wrong", async () => {
    const { maths5A, maths5B } = school.journals;
    expect(await narrowed({ classId: school.class5B })).toEqual([maths5B]);
    expect(await narrowed({ teacherId: school.staff.teacher })).toEqual([maths5A]);
    expect(await narrowed({ subjectId: school.subjects.english })).toEqual([]);
    expect(await narrowed({ onlyProblems: true })).toEqual([maths5A]);
  });

  it("comes by page with the sum of all pages on each", async () => {
    const first = (await board({ first: 1 })).controlWorks;
    expect([first.nodes.length, first.pageInfo.hasNextPage, first.total.held]).toEqual([1, true, 3]);
    const second = (await board({ first: 1, after: first.pageInfo.endCursor })).controlWorks;
    expect([second.nodes[0]!.journalId, second.pageInfo.hasNextPage, second.total.held]).toEqual([school.journals.maths5B, false, 3]);
  });

  it("is the office's alone, and costs one statement a direction beside the terms", async () => {
    for (const login of ["teacher", "classteacher", "admin", "mother"]) {
      expect((await (await server.signIn(login)).send(BOARD)).errors[0]?.extensions.code).toBe("FORBIDDEN");
    }
    expect((await statementsOf(() => board())).filter((name) => !name.startsWith("viewer"))).toEqual([
      "control-board",
      "board-control-works",
    ]);
  });
});
