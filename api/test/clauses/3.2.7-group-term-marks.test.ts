import { uuidv7 } from "uuidv7";
import { sendTermMarks, setMarks, setTermMarks } from "../factories/commands";
import { insert } from "../factories/insert";
import { makeLesson } from "../factories/journal";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

describe("term marks in the journal of a group (3.2.7)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let teacher: TestClient;
  let journalId: string;
  let column: { journalId: string; termId: string };

  /** Миша of 5«А» and Боря of 5«Б» learn English in one group, Боря since 23 November; Аня was there until 30 November. Сидорова teaches it. */
  beforeAll(async () => {
    server = await startTestServer({ today: "2026-12-21" });
    school = await makeSmallSchool(server.owner);
    journalId = await makeGroup();
    column = { journalId, termId: school.quarter2 };
    teacher = await server.signIn("classteacher");
    const { misha, borya, anya } = school.pupils;
    const lessons = await Promise.all(
      ["2026-11-24", "2026-11-25", "2026-11-26"].map((date) =>
        makeLesson(server.owner, { schoolId: school.schoolId, journalId, teacherId: school.staff.classTeacher, date, status: "HELD" }),
      ),
    );
    await setMarks(
      teacher,
      journalId,
      lessons.flatMap((lessonId, place) => [
        { lessonId, pupilId: misha, value: "445"[place]! },
        { lessonId, pupilId: borya, value: "332"[place]! },
        { lessonId, pupilId: anya, value: "5" },
      ]),
    );
  });
  afterAll(() => server?.stop());
  afterEach(() => server.owner.query("TRUNCATE term_mark CASCADE"));

  it("are suggested and given to the pupils of every class that are in the group, also to one who has left it, and to nobody else", async () => {
    const { misha, borya, anya, arrived } = school.pupils;
    const cells = await setTermMarks(teacher, column, [
      { pupilId: misha, value: "4" },
      { pupilId: borya, value: "3" },
      { pupilId: anya, value: "5" },
      { pupilId: arrived, value: "5" },
    ]);
    expect(cells).toMatchObject([
      { outcome: "SET", mark: { value: "4", suggested: "4" } },
      { outcome: "SET", mark: { value: "3", suggested: "3" } },
      { outcome: "SET", mark: { value: "5", suggested: "5" } },
      { outcome: "REFUSED", code: "NOT_ENROLLED" },
    ]);
  });

  it("need a reason where they differ, and are the group's teacher's alone", async () => {
    const { misha } = school.pupils;
    expect(await setTermMarks(teacher, column, [{ pupilId: misha, value: "5" }])).toMatchObject([{ code: "REASON_NEEDED" }]);
    const { data, errors } = await sendTermMarks(await server.signIn("teacher"), column, [{ pupilId: misha, value: "4" }]);
    expect([data, errors[0]?.extensions.code]).toEqual([null, "FORBIDDEN"]);
  });

  it("stand in the diaries of both classes, in the totals and on the class's page", async () => {
    const { misha, borya } = school.pupils;
    await setTermMarks(teacher, column, [
      { pupilId: misha, value: "4" },
      { pupilId: borya, value: "3" },
    ]);
    const diary = "query ($id: ID!) { pupilTerm(pupilId: $id) { subjects { subject explainedIn termMark } } }";
    for (const [login, id, mark] of [
      ["mother", misha, "4"],
      ["othermother", borya, "3"],
    ] as const) {
      const { data } = await (await server.signIn(login)).send<{ pupilTerm: { subjects: object[] } }>(diary, { id });
      expect(data!.pupilTerm.subjects).toContainEqual(
        expect.objectContaining({ subject: "Английский язык", explainedIn: journalId, termMark: mark }),
      );
    }
    const { data: totals } = await teacher.send<{
      journalTermMarks: { className: string; pupils: { pupilId: string; marks: object[] }[] };
    }>("query ($id: ID!) { journalTermMarks(journalId: $id) { className pupils { pupilId marks { kind given { value } } } } }", {
      id: journalId,
    });
    expect(totals!.journalTermMarks.className).toBe("Английский, группа 1");
    expect(totals!.journalTermMarks.pupils).toContainEqual(
      expect.objectContaining({ pupilId: borya, marks: [expect.objectContaining({ given: expect.objectContaining({ value: "3" }) })] }),
    );
    const { data: page } = await (
      await server.signIn("deputy")
    ).send<{ classPage: { pupils: { pupilId: string; subjects: object[] }[] } }>(
      "query ($id: ID!) { classPage(classId: $id) { pupils { pupilId subjects { journalId termMark } } } }",
      { id: school.class5B },
    );
    const ofBorya = page!.classPage.pupils.find(({ pupilId }) => pupilId === borya);
    expect(ofBorya?.subjects).toContainEqual(expect.objectContaining({ journalId, termMark: "3" }));
  });

  async function makeGroup(): Promise<string> {
    const { schoolId, year, subjects, pupils, staff } = school;
    const [groupId, id] = [uuidv7(), uuidv7()];
    await insert(server.owner, "study_group", { school_id: schoolId, id: groupId, academic_year_id: year, name: "Английский, группа 1" });
    for (const class_id of [school.class5A, school.class5B])
      await insert(server.owner, "study_group_class", { school_id: schoolId, group_id: groupId, class_id });
    const stays = [
      { pupil_id: pupils.misha, valid_from: "2026-09-01", valid_to: null },
      { pupil_id: pupils.borya, valid_from: "2026-11-23", valid_to: null },
      { pupil_id: pupils.anya, valid_from: "2026-09-01", valid_to: "2026-11-30" },
    ];
    for (const stay of stays)
      await insert(server.owner, "group_membership", { school_id: schoolId, id: uuidv7(), group_id: groupId, ...stay });
    await insert(server.owner, "journal", {
      ...{ school_id: schoolId, id, academic_year_id: year, subject_id: subjects.english },
      ...{ kind: "GROUP", group_id: groupId, marking_scheme: "FIVE_POINT", term_kind: "QUARTER" },
    });
    const load = { journal_id: id, staff_id: staff.classTeacher, weekly_hours: 3, valid_from: "2026-09-01" };
    await insert(server.owner, "teaching_load", { school_id: schoolId, id: uuidv7(), ...load });
    return id;
  }
});
