import { uuidv7 } from "uuidv7";
import { send, setMarks } from "../factories/commands";
import { insert } from "../factories/insert";
import { makeSubstitution } from "../factories/journal";
import { fridayMarks, told } from "../factories/notices";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

const COUNTS = "{ newsCounts { notices messages announcements lastNoticeId } }";

describe("what has happened is told to those whom it concerns (1.4.6, 3.3.3)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let teacher: TestClient;
  let mother: TestClient;
  let on: ReturnType<typeof fridayMarks>;
  beforeEach(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    teacher = await server.signIn("teacher");
    mother = await server.signIn("mother");
    on = fridayMarks(school, teacher);
  });
  afterEach(() => server?.stop());

  it("tells a mark to the pupil and the guardian of today, and to nobody else", async () => {
    await on.mark("5", 0);
    expect(await told(server, "mother")).toEqual([]);
    await server.worker.runOnce();
    const [notice] = await told(server, "mother");
    expect(notice).toMatchObject({
      kind: "MARK",
      pupilName: "Михаил",
      subject: "Математика",
      lessonDate: "2026-11-20",
      before: null,
      after: "5",
      readAt: null,
    });
    expect(await told(server, "pupil")).toHaveLength(1);
    for (const login of ["formerguardian", "othermother", "teacher", "classteacher", "deputy"])
      expect([login, await told(server, login)]).toEqual([login, []]);
    expect((await mother.send(COUNTS)).data).toEqual({
      newsCounts: { notices: 1, messages: 0, announcements: 0, lastNoticeId: notice!.id },
    });
  });

  it("tells an absence and homework", async () => {
    const lesson = { journalId: school.journals.maths5A, lessonId: school.lessons.friday };
    await send(
      teacher,
      "setAttendance",
      { ...lesson, cells: [{ pupilId: school.pupils.misha, kind: "SICK", version: 0 }] },
      "cells { outcome }",
    );
    await send(teacher, "setHomework", { ...lesson, text: "№ 5 — 7", version: 0 }, "version");
    await server.worker.runOnce();
    expect(await told(server, "mother")).toMatchObject([
      { kind: "HOMEWORK", before: null, after: "№ 5 — 7", pupilName: "Михаил" },
      { kind: "ABSENCE", before: null, after: "SICK", pupilName: "Михаил" },
    ]);
    expect(await told(server, "othermother")).toEqual([]);
  });

  it("says nothing of a comment alone, nor of what was refused", async () => {
    await on.mark("5", 0);
    await server.worker.runOnce();
    await setMarks(teacher, school.journals.maths5A, [
      { lessonId: school.lessons.friday, pupilId: school.pupils.misha, value: "5", version: 1, comment: "Молодец" },
      { lessonId: school.lessons.friday, pupilId: school.pupils.borya, value: "5" },
    ]);
    expect((await server.owner.query("SELECT FROM outbox")).rowCount).toBe(0);
  });

  it("tells nothing to a closed account and to a guardian whose rights have ended", async () => {
    await on.mark("5", 0);
    await server.owner.query("UPDATE account SET closed_at = now() WHERE login = 'pupil'");
    await server.owner.query("UPDATE guardianship SET valid_to = '2026-11-22' WHERE guardian_id = $1", [school.guardians.mother]);
    await server.worker.runOnce();
    expect((await server.owner.query("SELECT FROM notice")).rowCount).toBe(0);
  });

  it("tells a substitution to both teachers and the families, and a report to the deputy and the director", async () => {
    const { schoolId, staff, lessons } = school;
    await makeSubstitution(server.owner, { schoolId, lessonId: lessons.tomorrow, staffId: staff.otherTeacher });
    const news = { school_id: schoolId, at: new Date("2026-11-23T00:00:00+03:00"), due_at: new Date("2026-11-23T00:00:00+03:00") };
    await insert(server.owner, "outbox", {
      ...news,
      id: uuidv7(),
      kind: "SUBSTITUTION",
      payload: JSON.stringify({ lessonIds: [lessons.tomorrow] }),
    });
    await server.worker.runOnce();
    for (const login of ["teacher", "otherteacher", "mother", "pupil"])
      expect([login, await told(server, login)]).toMatchObject([
        login,
        [{ kind: "SUBSTITUTION", before: "Иванова М. П.", after: "Петров П. И." }],
      ]);
    expect(await told(server, "othermother")).toEqual([]);
  });

  it("tells a message to members who have not muted the thread, have not read it and still may, and a report of it to the office", async () => {
    const { schoolId, staff, guardians, pupils } = school;
    const at = "2026-11-23T00:00:00+03:00";
    const conversationId = uuidv7();
    const messageId = uuidv7();
    const members = [staff.teacher, guardians.mother, guardians.otherMother, guardians.formerGuardian, staff.classTeacher, staff.deputy];
    await insert(server.owner, "conversation", {
      school_id: schoolId,
      id: conversationId,
      title: "Поход",
      started_by: staff.teacher,
      started_at: at,
      last_at: at,
      last_seq: 1,
    });
    await insert(server.owner, "conversation_pupil", { school_id: schoolId, conversation_id: conversationId, pupil_id: pupils.misha });
    for (const person_id of members) {
      const side = Object.values(staff).includes(person_id) ? "STAFF" : "FAMILY";
      const member = { school_id: schoolId, conversation_id: conversationId, person_id, side };
      await insert(server.owner, "conversation_member", {
        ...member,
        side: Object.values<string>(staff).includes(person_id) ? "STAFF" : "FAMILY",
        muted: person_id === staff.classTeacher,
        last_read_seq: person_id === staff.deputy ? 1 : 0,
      });
    }
    await insert(server.owner, "message", {
      school_id: schoolId,
      id: messageId,
      conversation_id: conversationId,
      seq: 1,
      author_id: staff.teacher,
      text: "Завтра в 9:00",
      sent_at: at,
    });
    const leave = (kind: string, payload: object) =>
      insert(server.owner, "outbox", { school_id: schoolId, id: uuidv7(), kind, payload: JSON.stringify(payload), at, due_at: at });
    await leave("MESSAGE", { conversationId, messageId, by: staff.teacher });
    await server.worker.runOnce();
    expect(await told(server, "mother")).toMatchObject([{ kind: "MESSAGE", title: "Иванова Мария Петровна", text: "Завтра в 9:00" }]);
    for (const login of ["teacher", "othermother", "formerguardian", "classteacher", "deputy"])
      expect([login, await told(server, login)]).toEqual([login, []]);
    expect((await mother.send(COUNTS)).data).toMatchObject({ newsCounts: { notices: 1, messages: 1 } });
    const reportId = uuidv7();
    await insert(server.owner, "message_report", {
      school_id: schoolId,
      id: reportId,
      message_id: messageId,
      reported_by: guardians.mother,
      reported_at: at,
      reason: "Грубо",
    });
    await leave("REPORT", { reportId, by: guardians.mother });
    await server.worker.runOnce();
    for (const login of ["deputy", "director"])
      expect([login, await told(server, login)]).toMatchObject([
        login,
        [{ kind: "REPORT", title: "Орлова Ирина Сергеевна", text: "Грубо" }],
      ]);
    expect(await told(server, "formerdeputy")).toEqual([]);
  });
});
