import { uuidv7 } from "uuidv7";
import { statementsOf } from "../count-statements";
import { setMarks } from "../factories/commands";
import { insert } from "../factories/insert";
import { makeLesson } from "../factories/journal";
import { makeAbsence, makeColumn, makeMark } from "../factories/marks";
import { makePupil } from "../factories/person";
import { makeResit } from "../factories/resits";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { closeTerm, openTerm } from "../factories/term-locks";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

interface Pupil {
  name: string;
  owed: string;
  attendance: string | null;
  value: string | null;
  isOverdue: boolean;
  resit: { plannedOn: string } | null;
}
interface Work {
  assessmentId: string;
  canEdit: boolean;
  pupils: Pupil[];
  figures: Record<string, number | string | null>;
  averageBefore: string | null;
  resitBy: string;
  suggestedResitOn: string | null;
}
interface Card {
  assessmentId: string;
  date: string;
  className: string;
  state: string;
  present: number;
  marked: number;
  lacking: number;
  absent: number;
  overdue: number;
  pupils: Pupil[];
}

const PUPILS = "pupils { pupilId name owed attendance value isOverdue resit { plannedOn note version } }";
const WORK = `query ($journalId: ID!, $assessmentId: ID!) { controlWork(journalId: $journalId, assessmentId: $assessmentId) {
  assessmentId lessonId journalId date kind title topic subject className teacher canEdit isClosed averageBefore resitBy suggestedResitOn ${PUPILS}
  figures { five four three two one passed failed present lacking absent released size mean success quality learning } } }`;
const WORKS = `query ($journalId: ID, $termId: ID, $onlyIncomplete: Boolean, $first: Int, $after: String) {
  controlWorks(journalId: $journalId, termId: $termId, onlyIncomplete: $onlyIncomplete, first: $first, after: $after) {
    nodes { assessmentId lessonId journalId date kind title subject className state present marked lacking absent overdue ${PUPILS} }
    pageInfo { hasNextPage endCursor } } }`;

describe("control works of a teacher (3.2.4)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let teacher: TestClient;
  let column: string;
  let pupils: Record<"late" | "released" | "absent" | "home" | "gone" | "moved" | "homeless", string>;

  const work = async (client = teacher, assessmentId = column, journalId = school.journals.maths5A): Promise<Work> => {
    const { data, errors } = await client.send<{ controlWork: Work }>(WORK, { journalId, assessmentId });
    expect(errors).toEqual([]);
    return data!.controlWork;
  };
  const works = async (variables: Record<string, unknown> = {}, client = teacher) => {
    const { data, errors } = await client.send<{ controlWorks: { nodes: Card[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }>(
      WORKS,
      variables,
    );
    expect(errors).toEqual([]);
    return data!.controlWorks;
  };
  const owed = (found: Work) => Object.fromEntries(found.pupils.map((pupil) => [pupil.name, pupil.owed]));

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    teacher = await server.signIn("teacher");
    const { schoolId, class5A, class5B, year, subjects, staff, lessons } = school;
    const join = (name: string, until?: string) => makePupil(server.owner, schoolId, name, class5A, "2026-09-01", until ?? null);
    pupils = {
      late: await join("Ветров Иван"),
      released: await join("Глебова Яна"),
      absent: await join("Дымов Егор"),
      home: await join("Зайцев Лев"),
      gone: await join("Исаева Ева", "2026-11-21"),
      moved: await join("Котов Глеб", "2026-11-21"),
      homeless: await join("Лисин Пётр"),
    };
    const own = { school_id: schoolId };
    await insert(server.owner, "enrolment", { ...own, id: uuidv7(), pupil_id: pupils.moved, class_id: class5B, valid_from: "2026-11-22" });
    const homeJournal = async (pupilId: string, from: string, to: string | null) => {
      const id = uuidv7();
      const journal = {
        kind: "HOME",
        academic_year_id: year,
        subject_id: subjects.mathematics,
        pupil_id: pupilId,
        marking_scheme: "FIVE_POINT",
      };
      await insert(server.owner, "journal", { ...own, id, ...journal, term_kind: "QUARTER" });
      const load = { journal_id: id, staff_id: staff.otherTeacher, weekly_hours: 2, valid_from: from, valid_to: to };
      await insert(server.owner, "teaching_load", { ...own, id: uuidv7(), ...load });
      return id;
    };
    await homeJournal(pupils.home, "2026-11-01", null);
    await homeJournal(pupils.homeless, "2026-09-01", "2026-10-31");
    column = await makeColumn(server.owner, { schoolId, lessonId: lessons.friday, kind: "CONTROL", title: "Дроби", mandatory: true });
    await makeAbsence(server.owner, { lessonId: lessons.friday, pupilId: pupils.late, kind: "LATE" });
    await makeAbsence(server.owner, { lessonId: lessons.friday, pupilId: pupils.released, kind: "RELEASED" });
    for (const pupilId of [pupils.absent, pupils.moved])
      await makeAbsence(server.owner, { lessonId: lessons.friday, pupilId, kind: "SICK" });
  });
  afterAll(() => server?.stop());

  it("lack a mark of everybody present, late ones too; nobody released, taught at home, gone or moved owes one", async () => {
    expect(owed(await work())).toEqual({
      "Абрамова Инна": "LACKS_MARK",
      "Ветров Иван": "LACKS_MARK",
      "Глебова Яна": "RELEASED",
      "Дымов Егор": "RESIT",
      "Ёлкина Анна": "LACKS_MARK",
      "Зайцев Лев": "TAUGHT_ELSEWHERE",
      "Исаева Ева": "LEFT",
      "Котов Глеб": "LEFT",
      "Лисин Пётр": "LACKS_MARK",
      "Орлов Михаил": "LACKS_MARK",
    });
  });

  it("are on the teacher's list, with who lacks a mark and who is to resit, until each of them has one", async () => {
    const [card, ...others] = (await works()).nodes;
    expect(others).toEqual([]);
    expect(card).toMatchObject({
      date: "2026-11-20",
      className: "5«А»",
      state: "LACKS_MARKS",
      present: 5,
      marked: 0,
      lacking: 5,
      absent: 1,
      overdue: 0,
    });
    expect(card!.pupils.map(({ name }) => name)).toEqual([
      "Абрамова Инна",
      "Ветров Иван",
      "Дымов Егор",
      "Ёлкина Анна",
      "Лисин Пётр",
      "Орлов Михаил",
    ]);
    const { misha, anya, arrived } = school.pupils;
    const cells = [misha, anya, arrived, pupils.late, pupils.homeless].map((pupilId, index) => ({
      lessonId: school.lessons.friday,
      assessmentId: column,
      pupilId,
      value: String(5 - (index % 4)),
    }));
    await setMarks(teacher, school.journals.maths5A, cells);
    expect((await works()).nodes).toMatchObject([{ state: "RESITS", present: 5, marked: 5, lacking: 0, absent: 1 }]);
  });

  it("show the distribution of their results, with success and quality of those who wrote them", async () => {
    const { figures } = await work();
    expect(figures).toEqual({
      ...{ five: 2, four: 1, three: 1, two: 1, one: 0, passed: 0, failed: 0 },
      ...{ present: 5, lacking: 0, absent: 1, released: 1, size: 5, mean: "3.80", success: "80.0", quality: "60.0", learning: "63.2" },
    });
  });

  it("are compared with the average of the journal's marks of the term before them", async () => {
    expect((await work()).averageBefore).toBeNull();
    const { schoolId, lessons, pupils: known } = school;
    const oral = await makeColumn(server.owner, { schoolId, lessonId: lessons.beforeLeaving });
    const test = await makeColumn(server.owner, { schoolId, lessonId: lessons.beforeLeaving, number: 2, weight: 2 });
    await makeMark(server.owner, { columnId: oral, pupilId: known.misha, grade: 5 });
    await makeMark(server.owner, { columnId: test, pupilId: known.anya, grade: 2 });
    expect((await work()).averageBefore).toBe("3.00");
  });

  it("suggest the journal's next lesson for resits, and tell the last day by the school's rule of the work's date", async () => {
    expect(await work()).toMatchObject({ suggestedResitOn: "2026-11-24", resitBy: "2026-12-04" });
    const rule = {
      school_id: school.schoolId,
      name: "assessment_rules",
      valid_from: "2026-09-01",
      value: JSON.stringify({ resitDays: 2 }),
    };
    await insert(server.owner, "school_setting", rule);
    expect(await work()).toMatchObject({ resitBy: "2026-11-22" });
    expect((await works()).nodes).toMatchObject([{ overdue: 1 }]);
    await server.owner.query("DELETE FROM school_setting WHERE name = 'assessment_rules'");
  });

  it("show the day of a resit, when it is overdue, and who has resat beside the absence", async () => {
    await makeResit(server.owner, { columnId: column, pupilId: pupils.absent, plannedOn: "2026-11-21" });
    const find = async () => (await work()).pupils.find(({ name }) => name === "Дымов Егор");
    expect(await find()).toMatchObject({ owed: "RESIT", isOverdue: true, attendance: "SICK", resit: { plannedOn: "2026-11-21" } });
    expect((await works()).nodes).toMatchObject([{ overdue: 1, pupils: [{ name: "Дымов Егор", isOverdue: true }] }]);
    const cell = { lessonId: school.lessons.friday, assessmentId: column, pupilId: pupils.absent, value: "4" };
    await setMarks(teacher, school.journals.maths5A, [cell]);
    expect(await find()).toMatchObject({
      owed: "MARKED",
      isOverdue: false,
      attendance: "SICK",
      value: "4",
      resit: { plannedOn: "2026-11-21" },
    });
    expect(await work()).toMatchObject({ figures: { present: 5, absent: 0, size: 6 } });
    expect((await works()).nodes).toEqual([]);
    expect((await works({ onlyIncomplete: false })).nodes).toMatchObject([{ state: "DONE", marked: 6, pupils: [] }]);
  });

  it("owe the mark of one taught at home in the journal of the home, and of a pupil of a group in the group's", async () => {
    const { schoolId, journals, staff } = school;
    const { rows } = await server.owner.query<{ id: string }>("SELECT id FROM journal WHERE pupil_id = $1", [pupils.home]);
    const home = rows[0]!.id;
    const lessonId = await makeLesson(server.owner, {
      schoolId,
      journalId: home,
      teacherId: staff.otherTeacher,
      date: "2026-11-19",
      status: "HELD",
    });
    const atHome = await makeColumn(server.owner, { schoolId, lessonId, kind: "CONTROL", mandatory: true });
    const otherTeacher = await server.signIn("otherteacher");
    expect((await works({}, otherTeacher)).nodes).toMatchObject([{ assessmentId: atHome, className: "Зайцев Л.", lacking: 1, present: 1 }]);
    const groupId = uuidv7();
    const own = { school_id: schoolId };
    await insert(server.owner, "study_group", { ...own, id: groupId, academic_year_id: school.year, name: "5«А», группа 1" });
    await insert(server.owner, "journal", {
      ...{ ...own, id: uuidv7(), academic_year_id: school.year, subject_id: school.subjects.english, kind: "GROUP", group_id: groupId },
      ...{ marking_scheme: "FIVE_POINT", term_kind: "QUARTER" },
    });
    const ofGroup = (await server.owner.query<{ id: string }>("SELECT id FROM journal WHERE group_id = $1", [groupId])).rows[0]!.id;
    for (const [pupil, to] of [
      [school.pupils.misha, null],
      [school.pupils.anya, "2026-11-15"],
    ] as const) {
      const stay = { group_id: groupId, pupil_id: pupil, valid_from: "2026-09-01", valid_to: to };
      await insert(server.owner, "group_membership", { ...own, id: uuidv7(), ...stay });
    }
    const inGroup = await makeLesson(server.owner, {
      schoolId,
      journalId: ofGroup,
      teacherId: staff.teacher,
      date: "2026-11-19",
      status: "HELD",
    });
    const english = await makeColumn(server.owner, { schoolId, lessonId: inGroup, kind: "CONTROL", mandatory: true });
    const deputy = await server.signIn("deputy");
    expect(owed(await work(deputy, english, ofGroup))).toEqual({ "Орлов Михаил": "LACKS_MARK" });
    expect((await works({ journalId: journals.maths5A }, deputy)).nodes).toEqual([]);
  });

  it("come by page, the oldest first, and of one term when it is named", async () => {
    const { schoolId, lessons } = school;
    const older = await makeColumn(server.owner, { schoolId, lessonId: lessons.closedTerm, kind: "CONTROL", mandatory: true });
    const all = { onlyIncomplete: false };
    const page = await works({ ...all, first: 1 });
    expect([page.nodes[0]!.assessmentId, page.pageInfo.hasNextPage]).toEqual([older, true]);
    const next = await works({ ...all, first: 1, after: page.pageInfo.endCursor });
    expect(next.nodes.map(({ assessmentId }) => assessmentId)).toEqual([column]);
    expect((await works({ ...all, termId: school.quarter2 })).nodes.map(({ assessmentId }) => assessmentId)).toEqual([column]);
    expect((await works({ ...all, termId: school.quarter1 })).nodes).toHaveLength(1);
  });

  it("may be changed by who teaches them while the term is open, and only read by the class teacher and the deputy", async () => {
    expect((await work()).canEdit).toBe(true);
    for (const login of ["classteacher", "deputy", "director"]) expect((await work(await server.signIn(login))).canEdit).toBe(false);
    for (const login of ["otherteacher", "mother", "pupil", "admin"]) {
      const { errors } = await (await server.signIn(login)).send(WORK, { journalId: school.journals.maths5A, assessmentId: column });
      expect(errors[0]?.extensions.code).toBe("FORBIDDEN");
    }
    const deputy = await server.signIn("deputy");
    await closeTerm(deputy, [{ termId: school.quarter2, classId: school.class5A }]);
    expect(await work()).toMatchObject({ canEdit: false, isClosed: true });
    await openTerm(deputy, [{ termId: school.quarter2, journalId: school.journals.maths5A }], "2026-11-24T20:59:00.000Z");
    expect(await work()).toMatchObject({ canEdit: true, isClosed: false });
    await server.owner.query("DELETE FROM term_lock WHERE term_id = $1", [school.quarter2]);
    const oral = await makeColumn(server.owner, { schoolId: school.schoolId, lessonId: school.lessons.friday, number: 2 });
    const { errors } = await teacher.send(WORK, { journalId: school.journals.maths5A, assessmentId: oral });
    expect(errors[0]?.extensions.code).toBe("NOT_FOUND");
  });

  it("cost one statement beside the viewer's, the list and the work", async () => {
    expect((await statementsOf(() => works())).filter((name) => !name.startsWith("viewer"))).toEqual(["control-works"]);
    expect((await statementsOf(() => work())).filter((name) => !name.startsWith("viewer"))).toEqual(["control-work"]);
  });
});
