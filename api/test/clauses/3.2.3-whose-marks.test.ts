import { uuidv7 } from "uuidv7";
import { setMarks } from "../factories/commands";
import { insert } from "../factories/insert";
import { makeLesson } from "../factories/journal";
import { makePupil } from "../factories/person";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

const DAY = "2026-11-19";

describe("whose marks a journal takes (3.2.3, 3.2.5)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let teacher: TestClient;
  const outcome = async (journalId: string, cell: { lessonId: string; pupilId: string; value?: string }) => {
    const [answer] = await setMarks(teacher, journalId, [{ value: "5", ...cell }]);
    return answer!.code ?? answer!.outcome;
  };

  /** A journal of another kind taught by Мария Петровна, with a lesson on `DAY`. */
  const makeJournal = async (row: object) => {
    const { schoolId, staff, year, subjects } = school;
    const id = uuidv7();
    const common = { academic_year_id: year, subject_id: subjects.mathematics, marking_scheme: "FIVE_POINT", term_kind: "QUARTER" };
    await insert(server.owner, "journal", { school_id: schoolId, id, ...common, ...row });
    const load = { journal_id: id, staff_id: staff.teacher, weekly_hours: 1, valid_from: "2026-09-01" };
    await insert(server.owner, "teaching_load", { school_id: schoolId, id: uuidv7(), ...load });
    const lessonId = await makeLesson(server.owner, {
      schoolId,
      journalId: id,
      teacherId: staff.teacher,
      date: DAY,
      slot: 7,
      status: "HELD",
    });
    return { id, lessonId };
  };

  /** A group of pupils of both classes; each is a member from..to. */
  const makeGroup = async (members: [pupilId: string, from: string, to: string | null][]) => {
    const { schoolId, year, class5A, class5B } = school;
    const id = uuidv7();
    await insert(server.owner, "study_group", { school_id: schoolId, id, academic_year_id: year, name: "Кружок" });
    for (const class_id of [class5A, class5B])
      await insert(server.owner, "study_group_class", { school_id: schoolId, group_id: id, class_id });
    for (const [pupil_id, valid_from, valid_to] of members) {
      await insert(server.owner, "group_membership", { school_id: schoolId, id: uuidv7(), group_id: id, pupil_id, valid_from, valid_to });
    }
    return id;
  };

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server?.stop());
  let schools = 0;
  beforeEach(async () => {
    school = await makeSmallSchool(server.owner, `-${++schools}`);
    teacher = await server.signIn(`teacher-${schools}`);
  });

  it("a group's: of those who are members on that day and in the school, of whichever class", async () => {
    const { misha, anya, borya, left } = school.pupils;
    const group = await makeGroup([
      [misha, "2026-09-01", null],
      [borya, "2026-09-01", DAY],
      [anya, "2026-11-20", null],
      [left, "2026-09-01", null],
    ]);
    const { id, lessonId } = await makeJournal({ kind: "GROUP", group_id: group });
    expect(await outcome(id, { lessonId, pupilId: misha })).toBe("SET");
    expect(await outcome(id, { lessonId, pupilId: borya })).toBe("SET");
    expect(await outcome(id, { lessonId, pupilId: anya })).toBe("NOT_ENROLLED");
    expect(await outcome(id, { lessonId, pupilId: left })).toBe("NOT_ENROLLED");
  });

  it("a pupil's who is taught at home: of that pupil alone", async () => {
    const { misha, anya } = school.pupils;
    const { id, lessonId } = await makeJournal({ kind: "HOME", pupil_id: misha });
    expect(await outcome(id, { lessonId, pupilId: misha })).toBe("SET");
    expect(await outcome(id, { lessonId, pupilId: anya })).toBe("NOT_ENROLLED");
  });

  it("nobody's where there are no marks", async () => {
    const { id, lessonId } = await makeJournal({ kind: "ELECTIVE", class_id: school.class5A, marking_scheme: "NONE" });
    expect(await outcome(id, { lessonId, pupilId: school.pupils.misha })).toBe("MARK_OUTSIDE_SCALE");
  });

  it("counts what a pupil brought along from another class in the same term", async () => {
    const { schoolId, class5A, class5B, journals, lessons, staff, pupils } = school;
    const moved = await makePupil(server.owner, schoolId, "Носов Глеб Ильич", class5B, "2026-09-01", "2026-11-15");
    await insert(server.owner, "enrolment", {
      school_id: schoolId,
      id: uuidv7(),
      pupil_id: moved,
      class_id: class5A,
      valid_from: "2026-11-16",
    });
    const earlier = await makeLesson(server.owner, {
      schoolId,
      journalId: journals.maths5B,
      teacherId: staff.otherTeacher,
      date: "2026-11-10",
      status: "HELD",
    });
    const otherTeacher = await server.signIn(`otherteacher-${schools}`);
    await setMarks(otherTeacher, journals.maths5B, [{ lessonId: earlier, pupilId: moved, value: "3" }]);
    const cells = [moved, pupils.misha].map((pupilId) => ({ lessonId: lessons.friday, pupilId, value: "5" }));
    expect(await setMarks(teacher, journals.maths5A, cells, "average")).toEqual([{ average: "4.00" }, { average: "5.00" }]);
    expect(await outcome(journals.maths5A, { lessonId: lessons.beforeLeaving, pupilId: moved })).toBe("NOT_ENROLLED");
  });

  it.each<[string, (school: SmallSchool) => object]>([
    ["the whole school", () => ({})],
    ["the class", ({ class5A }) => ({ class_id: class5A })],
    ["the journal", ({ journals }) => ({ journal_id: journals.maths5A })],
  ])("none once the term is closed for %s", async (_, place) => {
    const lock = { school_id: school.schoolId, id: uuidv7(), term_id: school.quarter2, locked_at: "2026-11-22T12:00:00+03:00" };
    await insert(server.owner, "term_lock", { ...lock, ...place(school) });
    expect(await outcome(school.journals.maths5A, { lessonId: school.lessons.friday, pupilId: school.pupils.misha })).toBe("TERM_CLOSED");
  });

  it("all while the term is closed for another class or journal", async () => {
    const lock = { school_id: school.schoolId, term_id: school.quarter2, locked_at: "2026-11-22T12:00:00+03:00" };
    await insert(server.owner, "term_lock", { ...lock, id: uuidv7(), class_id: school.class5B });
    await insert(server.owner, "term_lock", { ...lock, id: uuidv7(), journal_id: school.journals.english5A });
    expect(await outcome(school.journals.maths5A, { lessonId: school.lessons.friday, pupilId: school.pupils.misha })).toBe("SET");
  });

  it("none on a date of no term, and none in a closed year", async () => {
    const { schoolId, journals, staff, lessons, pupils, year } = school;
    const holiday = await makeLesson(server.owner, {
      schoolId,
      journalId: journals.maths5A,
      teacherId: staff.teacher,
      date: "2026-10-28",
      status: "HELD",
    });
    expect(await outcome(journals.maths5A, { lessonId: holiday, pupilId: pupils.misha })).toBe("OUTSIDE_TERM");
    await server.owner.query("UPDATE academic_year SET status = 'CLOSED' WHERE id = $1", [year]);
    expect(await outcome(journals.maths5A, { lessonId: lessons.friday, pupilId: pupils.misha })).toBe("TERM_CLOSED");
  });

  it("tells live diaries whose day changed, after the commit and only then", async () => {
    const { journals, lessons, pupils, schoolId } = school;
    const heard: unknown[] = [];
    server.owner.on("notification", ({ payload }) => heard.push(JSON.parse(payload ?? "")));
    await server.owner.query("LISTEN diary");
    await outcome(journals.maths5A, { lessonId: lessons.cancelled, pupilId: pupils.misha });
    await outcome(journals.maths5A, { lessonId: lessons.friday, pupilId: pupils.misha });
    await server.owner.query("UNLISTEN diary");
    expect(heard).toEqual([{ schoolId, journalId: journals.maths5A, pupilIds: [pupils.misha], dates: ["2026-11-20"] }]);
  });
});
