import fc from "fast-check";
import type { Client } from "pg";
import { uuidv7 } from "uuidv7";
import { markOwed, pupilsOfWork, type MarkOwed, type OwedFacts } from "../../src/modules/lessons/mark-owed";
import { insert } from "../factories/insert";
import { makeLesson } from "../factories/journal";
import { makeAbsence, makeColumn, makeMark } from "../factories/marks";
import { makePupil } from "../factories/person";
import { makeSmallSchool, TODAY, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestServer } from "../test-server";

const DATE = "2026-11-20";
const SINCE = "2026-09-01";

/** Facts of which a database can be made: who was never in the list is not of it today through the same class. */
const anyFacts: fc.Arbitrary<OwedFacts> = fc.record({
  wasInList: fc.boolean(),
  isInList: fc.boolean(),
  hasOwnJournal: fc.boolean(),
  attendance: fc.constantFrom("ABSENT", "SICK", "EXCUSED", "LATE", "RELEASED", null),
  hasMark: fc.boolean(),
});

describe("what a pupil owes for a control work (3.2.4)", () => {
  let server: TestServer;
  let school: SmallSchool;
  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
  });
  afterAll(() => server?.stop());

  const owed = (facts: Partial<OwedFacts>): MarkOwed | null =>
    markOwed({ wasInList: true, isInList: true, hasOwnJournal: false, attendance: null, hasMark: false, ...facts });

  it("is a mark for everybody present, late ones too", () => {
    expect([owed({}), owed({ attendance: "LATE" })]).toEqual(["LACKS_MARK", "LACKS_MARK"]);
    expect(owed({ hasMark: true })).toBe("MARKED");
  });

  it("is a resit for whoever was absent, until its mark is set", () => {
    expect(["ABSENT", "SICK", "EXCUSED"].map((attendance) => owed({ attendance: attendance as "SICK" }))).toEqual(Array(3).fill("RESIT"));
    expect(owed({ attendance: "SICK", hasMark: true })).toBe("MARKED");
  });

  it("is nothing for the released, for those taught at home, for those who have left since and for those who came later", () => {
    expect(owed({ attendance: "RELEASED" })).toBe("RELEASED");
    expect(owed({ hasOwnJournal: true, attendance: "ABSENT" })).toBe("TAUGHT_ELSEWHERE");
    expect(owed({ isInList: false, attendance: "ABSENT" })).toBe("LEFT");
    expect(owed({ isInList: false })).toBe("LEFT");
    expect(owed({ wasInList: false, isInList: true })).toBeNull();
  });

  it.each(["class", "group"] as const)("is in SQL what it is by the rule, in a journal of a %s", async (kind) => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyFacts, { minLength: 1, maxLength: 12 }), async (facts) => {
        await server.owner.query("BEGIN");
        try {
          const journal = await makeJournalOf(kind);
          const lessonId = await makeLesson(server.owner, { ...journal, date: DATE, slot: 6, status: "HELD" });
          const columnId = await makeColumn(server.owner, { schoolId: school.schoolId, lessonId, kind: "CONTROL", mandatory: true });
          const pupils = [];
          for (const fact of facts) pupils.push(await makePupilOf(kind, { journal, lessonId, columnId }, fact));
          const found = await owedInSql(server.owner, columnId);
          expect(pupils.map((pupil) => found.get(pupil) ?? null)).toEqual(facts.map(markOwed));
        } finally {
          await server.owner.query("ROLLBACK");
        }
      }),
      { numRuns: 25 },
    );
  });

  interface TestJournal {
    schoolId: string;
    journalId: string;
    teacherId: string;
    classId: string;
    groupId: string | null;
  }

  /** An English journal of a class of its own, or of a group in it. */
  async function makeJournalOf(kind: "class" | "group"): Promise<TestJournal> {
    const { schoolId, year, bells, subjects, staff } = school;
    const [classId, groupId, journalId] = [uuidv7(), uuidv7(), uuidv7()];
    const own = { school_id: schoolId, academic_year_id: year };
    await insert(server.owner, "school_class", {
      ...own,
      id: classId,
      grade: 7,
      label: "7«В»",
      term_kind: "QUARTER",
      bell_schedule_id: bells,
    });
    await insert(server.owner, "study_group", { ...own, id: groupId, name: "7«В», группа 1" });
    const place = kind === "class" ? { kind: "CLASS", class_id: classId } : { kind: "GROUP", group_id: groupId };
    const journal = { ...own, id: journalId, subject_id: subjects.english, ...place, marking_scheme: "FIVE_POINT", term_kind: "QUARTER" };
    await insert(server.owner, "journal", journal);
    return { schoolId, journalId, teacherId: staff.teacher, classId, groupId: kind === "group" ? groupId : null };
  }

  /** A pupil of whom the facts are true; those who are not in the list spend the time in the group's class, or in another class. */
  async function makePupilOf(
    kind: "class" | "group",
    { journal, lessonId, columnId }: { journal: TestJournal; lessonId: string; columnId: string },
    facts: OwedFacts,
  ): Promise<string> {
    const { wasInList, isInList, hasOwnJournal, attendance, hasMark } = facts;
    const stays = [
      [wasInList, SINCE, "2026-11-21"],
      [isInList, "2026-11-22", null],
    ] as const;
    const [first, second] = stays.map(([isIn]) => (kind === "group" || isIn ? journal.classId : school.class5B));
    const pupilId = await makePupil(server.owner, school.schoolId, "Новиков Новик", first!, SINCE, "2026-11-21");
    const own = { school_id: school.schoolId, pupil_id: pupilId };
    await insert(server.owner, "enrolment", { ...own, id: uuidv7(), class_id: second, valid_from: "2026-11-22" });
    for (const [isIn, valid_from, valid_to] of stays) {
      if (kind === "group" && isIn)
        await insert(server.owner, "group_membership", { ...own, id: uuidv7(), group_id: journal.groupId, valid_from, valid_to });
    }
    if (hasOwnJournal) await makeHomeJournal(pupilId);
    if (attendance) await makeAbsence(server.owner, { lessonId, pupilId, kind: attendance });
    if (hasMark) await makeMark(server.owner, { columnId, pupilId, grade: 4 });
    return pupilId;
  }

  async function makeHomeJournal(pupilId: string): Promise<void> {
    const { schoolId, year, subjects, staff } = school;
    const own = { school_id: schoolId };
    const journal = { kind: "HOME", academic_year_id: year, subject_id: subjects.english, pupil_id: pupilId, marking_scheme: "FIVE_POINT" };
    const id = uuidv7();
    await insert(server.owner, "journal", { ...own, id, ...journal, term_kind: "QUARTER" });
    const load = { journal_id: id, staff_id: staff.teacher, weekly_hours: 2, valid_from: "2026-11-01", valid_to: DATE };
    await insert(server.owner, "teaching_load", { ...own, id: uuidv7(), ...load });
  }

  async function owedInSql(owner: Client, columnId: string): Promise<Map<string, string>> {
    const work = pupilsOfWork({
      assessmentId: "assessment.id",
      lessonId: "lesson.id",
      date: "lesson.date",
      journal: "journal",
      today: "$3",
    });
    const { rows } = await owner.query<{ pupil_id: string; owed: string }>(
      `SELECT pupils.pupil_id, pupils.owed FROM assessment
       JOIN lesson ON lesson.school_id = $1 AND lesson.id = assessment.lesson_id
       JOIN journal ON journal.school_id = $1 AND journal.id = lesson.journal_id
       CROSS JOIN LATERAL (${work}) pupils WHERE assessment.school_id = $1 AND assessment.id = $2`,
      [school.schoolId, columnId, TODAY],
    );
    return new Map(rows.map((row) => [row.pupil_id, row.owed]));
  }

  it("looks at the last day of a year that is over, when everybody has gone up a class", async () => {
    const { lessons, pupils } = school;
    await server.owner.query("BEGIN");
    const columnId = await makeColumn(server.owner, {
      schoolId: school.schoolId,
      lessonId: lessons.friday,
      kind: "CONTROL",
      mandatory: true,
    });
    await server.owner.query("UPDATE academic_year SET ends_on = '2026-11-21' WHERE id = $1", [school.year]);
    await server.owner.query("UPDATE enrolment SET valid_to = '2026-11-21' WHERE pupil_id = $1", [pupils.misha]);
    const found = await owedInSql(server.owner, columnId);
    await server.owner.query("ROLLBACK");
    expect(found.get(pupils.misha)).toBe("LACKS_MARK");
  });

  it("is not met by a debt, nor by a mark that was taken away", async () => {
    const { lessons, pupils } = school;
    await server.owner.query("BEGIN");
    const columnId = await makeColumn(server.owner, {
      schoolId: school.schoolId,
      lessonId: lessons.friday,
      kind: "CONTROL",
      mandatory: true,
    });
    await makeMark(server.owner, { columnId, pupilId: pupils.misha });
    await server.owner.query("UPDATE mark SET debt_until = '2026-12-01' WHERE assessment_id = $1", [columnId]);
    await makeMark(server.owner, { columnId, pupilId: pupils.anya });
    const found = await owedInSql(server.owner, columnId);
    await server.owner.query("ROLLBACK");
    expect([found.get(pupils.misha), found.get(pupils.anya)]).toEqual(["LACKS_MARK", "LACKS_MARK"]);
  });
});
