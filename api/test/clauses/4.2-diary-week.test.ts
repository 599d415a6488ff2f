import { uuidv7 } from "uuidv7";
import { statementsOf } from "../count-statements";
import { insert } from "../factories/insert";
import { makeLesson } from "../factories/journal";
import { makeAbsence, makeColumn, makeHomework, makeMark } from "../factories/marks";
import { makeAccount, makeGuardian } from "../factories/person";
import { makeSmallSchool, TODAY, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestServer } from "../test-server";

interface Week {
  pupilName: string;
  classLabel: string | null;
  startsOn: string;
  endsOn: string;
  days: {
    date: string;
    holiday: string | null;
    lessons: {
      lessonId: string;
      subject: string;
      status: string;
      topic: string | null;
      teacher: string;
      teacherId: string;
      homeworkDue: { text: string; givenOn: string }[];
      homeworkGiven: { text: string } | null;
      marks: { value: string; kind: string; title: string | null; weight: number; comment: string | null }[];
      attendance: { kind: string; reason: string | null } | null;
    }[];
  }[];
}

const WEEK = `query ($pupilId: ID!, $week: LocalDate!) { diaryWeek(pupilId: $pupilId, week: $week) { pupilId pupilName classLabel startsOn endsOn
  days { date holiday lessons { lessonId slot startsAt endsAt subject room teacher teacherId status topic
    homeworkDue { text givenOn dueOn expectedMinutes } homeworkGiven { text givenOn dueOn expectedMinutes }
    marks { value kind title weight comment setAt } attendance { kind minutesLate reason } } } } }`;

describe("the diary's week (2.2, 4.2)", () => {
  let server: TestServer;
  let school: SmallSchool;
  const open = async (login: string, pupilId: string, week = TODAY) =>
    (await server.signIn(login)).send<{ diaryWeek: Week }>(WEEK, { pupilId, week });
  const read = async (...asked: Parameters<typeof open>): Promise<Week> => {
    const { data, errors } = await open(...asked);
    expect(errors).toEqual([]);
    return data!.diaryWeek;
  };
  const lessonsOf = ({ days }: Week) => days.flatMap(({ date, lessons }) => lessons.map((lesson) => ({ date, ...lesson })));

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    const { schoolId, lessons, pupils } = school;
    const control = await makeColumn(server.owner, {
      schoolId,
      lessonId: lessons.friday,
      kind: "CONTROL",
      weight: 2,
      title: "Контрольная № 3",
    });
    await makeMark(server.owner, { columnId: control, pupilId: pupils.misha, grade: 5, comment: "Отлично" });
    await makeMark(server.owner, { columnId: control, pupilId: pupils.anya, grade: 2, comment: "Не готова" });
    await makeAbsence(server.owner, { lessonId: lessons.friday, pupilId: pupils.anya, kind: "SICK", reason: "ОРВИ" });
    await insert(server.owner, "calendar_exception", { school_id: schoolId, date: "2026-11-21", name: "День здоровья" });
  });
  afterAll(() => server?.stop());

  it("shows a pupil Monday to Saturday with the lessons of the own class", async () => {
    const week = await read("pupil", school.pupils.misha);
    expect(week).toMatchObject({ pupilName: "Орлов Михаил", classLabel: "5«А»", startsOn: "2026-11-23", endsOn: "2026-11-28" });
    expect(week.days.map((day) => day.date)).toEqual(["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28"]);
    expect(lessonsOf(week).map(({ date, subject, status, topic }) => [date, subject, status, topic])).toEqual([
      ["2026-11-23", "Математика", "PLANNED", null],
      ["2026-11-23", "Математика", "CANCELLED", null],
      ["2026-11-23", "Английский язык", "PLANNED", null],
      ["2026-11-24", "Математика", "PLANNED", null],
    ]);
  });

  it("shows a guardian the child's marks with their work and comment, and nothing of a classmate's", async () => {
    const week = await read("mother", school.pupils.misha, "2026-11-22");
    expect(week.startsOn).toBe("2026-11-16");
    expect(week.days.at(-1)).toMatchObject({ date: "2026-11-21", holiday: "День здоровья", lessons: [] });
    const [friday] = lessonsOf(week);
    expect(friday).toMatchObject({ date: "2026-11-20", topic: "Сложение дробей", teacher: "Иванова М. П.", attendance: null });
    expect(friday!.teacherId).toBe(school.staff.teacher);
    expect(friday!.marks).toMatchObject([{ value: "5", kind: "CONTROL", title: "Контрольная № 3", weight: 2, comment: "Отлично" }]);
  });

  it("puts homework on the lesson it is due: the date given, or the next lesson that is not cancelled (3.2.6)", async () => {
    const { lessons, pupils, journals, staff, schoolId } = school;
    await makeHomework(server.owner, { lessonId: lessons.friday, text: "№ 340" });
    await makeHomework(server.owner, { lessonId: lessons.beforeLeaving, text: "Повторить § 10", dueOn: "2026-11-24" });
    const week = await read("pupil", pupils.misha);
    expect(lessonsOf(week).map(({ lessonId, homeworkDue }) => [lessonId, homeworkDue.map(({ text, givenOn }) => [text, givenOn])])).toEqual(
      [
        [lessons.today, [["№ 340", "2026-11-20"]]],
        [lessons.cancelled, []],
        [lessons.english, []],
        [lessons.tomorrow, [["Повторить § 10", "2026-11-12"]]],
      ],
    );
    expect(lessonsOf(await read("pupil", pupils.misha, "2026-11-20"))[0]!.homeworkGiven).toMatchObject({ text: "№ 340" });
    const later = await makeLesson(server.owner, { schoolId, journalId: journals.maths5A, teacherId: staff.teacher, date: "2026-11-26" });
    await server.owner.query("UPDATE homework SET due_on = '2026-11-25' WHERE lesson_id = $1", [lessons.friday]);
    const moved = lessonsOf(await read("pupil", pupils.misha)).filter((lesson) => lesson.homeworkDue.some(({ text }) => text === "№ 340"));
    expect(moved.map((lesson) => lesson.lessonId)).toEqual([later]);
  });

  it("does not tell the topic of a lesson that is not held yet", async () => {
    await server.owner.query("UPDATE lesson SET topic = 'Тайна' WHERE id = $1", [school.lessons.tomorrow]);
    expect(JSON.stringify(await read("pupil", school.pupils.misha))).not.toContain("Тайна");
  });

  it("follows a pupil into another class: before the transfer the old class's lessons, after it the new one's (1.4.7)", async () => {
    const { schoolId, pupils, class5B } = school;
    await server.owner.query("UPDATE enrolment SET valid_to = '2026-11-23', end_kind = 'TRANSFER' WHERE pupil_id = $1", [pupils.anya]);
    await insert(server.owner, "enrolment", {
      school_id: schoolId,
      id: uuidv7(),
      pupil_id: pupils.anya,
      class_id: class5B,
      valid_from: "2026-11-24",
    });
    const lesson5B = await makeLesson(server.owner, {
      schoolId,
      journalId: school.journals.maths5B,
      teacherId: school.staff.otherTeacher,
      date: "2026-11-24",
    });
    const guardian = await newGuardianOf(pupils.anya);
    const { data } = await guardian.send<{ diaryWeek: Week }>(WEEK, { pupilId: pupils.anya, week: TODAY });
    expect(data!.diaryWeek.classLabel).toBe("5«Б»");
    expect(lessonsOf(data!.diaryWeek).map((lesson) => lesson.lessonId)).toEqual([
      school.lessons.today,
      school.lessons.cancelled,
      school.lessons.english,
      lesson5B,
    ]);
  });

  it("shows the lessons of the own group only", async () => {
    const { schoolId, year, class5A, subjects, staff, pupils } = school;
    const lessons: string[] = [];
    for (const [name, pupilId] of [
      ["Группа 1", pupils.misha],
      ["Группа 2", pupils.arrived],
    ] as const) {
      const [groupId, journalId] = [uuidv7(), uuidv7()];
      await insert(server.owner, "study_group", { school_id: schoolId, id: groupId, academic_year_id: year, name });
      await insert(server.owner, "study_group_class", { school_id: schoolId, group_id: groupId, class_id: class5A });
      await insert(server.owner, "group_membership", {
        school_id: schoolId,
        id: uuidv7(),
        group_id: groupId,
        pupil_id: pupilId,
        valid_from: "2026-09-01",
      });
      const journal = { kind: "GROUP", group_id: groupId, marking_scheme: "FIVE_POINT", term_kind: "QUARTER" };
      await insert(server.owner, "journal", {
        school_id: schoolId,
        id: journalId,
        academic_year_id: year,
        subject_id: subjects.english,
        ...journal,
      });
      lessons.push(await makeLesson(server.owner, { schoolId, journalId, teacherId: staff.classTeacher, date: "2026-11-27" }));
    }
    expect(lessonsOf(await read("pupil", pupils.misha)).filter(({ date }) => date === "2026-11-27")).toMatchObject([
      { lessonId: lessons[0] },
    ]);
  });

  it("is refused to a classmate, another family, a former guardian, staff and strangers (2.2)", async () => {
    const { misha } = school.pupils;
    for (const login of ["otherpupil", "othermother", "formerguardian", "leftpupil", "teacher", "classteacher", "deputy", "admin"]) {
      const { data, errors } = await open(login, misha);
      expect([login, data, errors[0]?.extensions.code]).toEqual([login, null, "FORBIDDEN"]);
    }
    expect((await open("pupil", school.pupils.anya)).errors[0]?.extensions.code).toBe("FORBIDDEN");
    expect((await open("pupil", uuidv7())).errors[0]?.extensions.code).toBe("FORBIDDEN");
    expect((await open("pupil", misha, "2026-13-01")).errors[0]?.extensions.code).toBe("INVALID");
    expect((await server.anonymous.send(WEEK, { pupilId: misha, week: TODAY })).errors[0]?.extensions.code).toBe("UNAUTHENTICATED");
  });

  it("costs one statement beside the viewer's", async () => {
    const pupil = await server.signIn("pupil");
    expect(await statementsOf(() => pupil.send(WEEK, { pupilId: school.pupils.misha, week: TODAY }))).toEqual(["viewer", "diary-week"]);
  });

  async function newGuardianOf(pupilId: string) {
    const id = await makeGuardian(server.owner, school.schoolId, "Ёлкина Вера", [pupilId]);
    await makeAccount(server.owner, school.schoolId, id, "anya-mother");
    return server.signIn("anya-mother");
  }
});
