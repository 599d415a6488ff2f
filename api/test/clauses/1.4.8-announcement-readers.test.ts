import { statementsOf } from "../count-statements";
import {
  ANNOUNCEMENTS,
  command,
  edited,
  one,
  publish,
  READERS,
  received,
  SENT,
  type AnnouncementAnswer,
  type AnnouncementList,
  type ReaderList,
} from "../factories/announcements";
import { makeAccount } from "../factories/person";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

describe("published announcements (1.4.8, 3.3.3, 4.1.3, 4.2.1)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let deputy: TestClient;
  let classTeacher: TestClient;
  let mother: TestClient;
  const readers = async (client: TestClient, variables: Record<string, unknown>) => {
    const { data, errors } = await client.send<{ announcementReaders: ReaderList }>(READERS, variables);
    return data?.announcementReaders ?? errors[0]!.extensions.code;
  };
  const class5A = () => ({ kind: "CLASS", classId: school.class5A });

  beforeAll(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
    await makeSmallSchool(server.owner, "-2");
    await makeAccount(server.owner, school.schoolId, school.pupils.anya, "anya");
    [deputy, classTeacher, mother] = await Promise.all([server.signIn("deputy"), server.signIn("classteacher"), server.signIn("mother")]);
  });
  afterAll(() => server?.stop());
  afterEach(() => server.owner.query("TRUNCATE announcement, announcement_audience, announcement_recipient, outbox, operation"));

  describe("are read", () => {
    it("by those who received them, while they are shown, in one statement", async () => {
      const { id } = await publish(classTeacher, [{ ...class5A(), guardians: true }], { needsAcknowledgement: true });
      const list = await received(mother);
      expect(list).toMatchObject({
        totalCount: 1,
        nodes: [{ id, authorName: "Сидорова Анна Львовна", isMine: false, readAt: null, recipientCount: null }],
      });
      expect(list.nodes[0]!.audiences).toMatchObject([{ kind: "CLASS", label: "5«А»", guardians: true }]);
      const names = await statementsOf(() => mother.send(ANNOUNCEMENTS.replace("totalCount", "")));
      expect(names.filter((name) => name !== "viewer")).toEqual(["announcements-received"]);
      await server.owner.query("UPDATE announcement SET shown_from = '2026-11-01', shown_to = '2026-11-22'");
      expect((await received(mother)).nodes).toEqual([]);
      expect(await one(mother, id)).toMatchObject({ id });
    });

    it("by nobody else: a stranger, another school, or a guardian whose rights have ended", async () => {
      const { id } = await publish(classTeacher, [{ ...class5A(), guardians: true }]);
      for (const login of ["othermother", "pupil", "teacher", "admin", "deputy-2", "formerguardian"]) {
        const client = await server.signIn(login);
        expect([login, await one(client, id)]).toEqual([login, "NOT_FOUND"]);
        expect((await received(client)).nodes).toEqual([]);
        for (const name of ["readAnnouncements", "acknowledgeAnnouncement"]) {
          const { errors } = await command(client, name, name === "readAnnouncements" ? { announcementIds: [id] } : { announcementId: id });
          expect([login, name, errors[0]?.extensions.code]).toEqual([login, name, "NOT_FOUND"]);
        }
      }
      await server.owner.query("UPDATE guardianship SET valid_to = '2026-11-22' WHERE guardian_id = $1", [school.guardians.mother]);
      expect([await one(mother, id), (await received(mother)).nodes]).toEqual(["NOT_FOUND", []]);
      await server.owner.query("UPDATE guardianship SET valid_to = NULL WHERE guardian_id = $1", [school.guardians.mother]);
    });

    it("and acknowledged; twice is once, and the sender sees the counts", async () => {
      const { id } = await publish(classTeacher, [{ ...class5A(), guardians: true, pupils: true }], { needsAcknowledgement: true });
      const { data } = await command<{ announcements: AnnouncementAnswer[] }>(mother, "readAnnouncements", { announcementIds: [id, id] });
      const { readAt } = data!.readAnnouncements!.announcements[0]!;
      expect(readAt).not.toBeNull();
      for (const count of [1, 2]) {
        const answer = await command(mother, "acknowledgeAnnouncement", { announcementId: id });
        expect([count, answer.data!.acknowledgeAnnouncement!.announcement]).toMatchObject([
          count,
          { readAt, acknowledgedAt: expect.any(String) },
        ]);
      }
      await command(await server.signIn("anya"), "readAnnouncements", { announcementIds: [id] });
      const counts = { recipientCount: 3, readCount: 2, acknowledgedCount: 1 };
      for (const client of [classTeacher, deputy, await server.signIn("director")]) {
        expect((await client.send<{ sentAnnouncements: AnnouncementList }>(SENT)).data!.sentAnnouncements.nodes).toMatchObject([
          { id, ...counts },
        ]);
      }
      expect(await one(mother, id)).toMatchObject({ recipientCount: null, readCount: null, acknowledgedCount: null });
    });

    it("and not acknowledged where nobody asks for it", async () => {
      const { id } = await publish(deputy, [{ kind: "ROLE", role: "GUARDIAN" }]);
      const { errors } = await command(mother, "acknowledgeAnnouncement", { announcementId: id });
      expect([errors[0]?.extensions.code, await one(mother, id)]).toMatchObject(["INVALID", { readAt: null, acknowledgedAt: null }]);
    });
  });

  describe("tell the sender who has read them", () => {
    it("by name, state by state and page by page, in one statement", async () => {
      const { id } = await publish(classTeacher, [{ ...class5A(), guardians: true, pupils: true, staff: true }], {
        needsAcknowledgement: true,
      });
      await command(mother, "acknowledgeAnnouncement", { announcementId: id });
      await command(await server.signIn("teacher"), "readAnnouncements", { announcementIds: [id] });
      const names = (answer: ReaderList | string) => (answer as ReaderList).nodes.map(({ name }) => name);
      const head = (await readers(classTeacher, { id, first: 2 })) as ReaderList;
      const tail = (await readers(classTeacher, { id, first: 2, after: head.pageInfo.endCursor })) as ReaderList;
      expect([...names(head), ...names(tail)]).toEqual([
        ...["Ёлкина Анна Сергеевна", "Иванова Мария Петровна", "Орлов Михаил Андреевич", "Орлова Ирина Сергеевна"],
      ]);
      expect([head.totalCount, tail.pageInfo.hasNextPage, head.nodes[0]!.classLabels]).toEqual([4, false, ["5«А»"]]);
      expect(names(await readers(deputy, { id, state: "ACKNOWLEDGED" }))).toEqual(["Орлова Ирина Сергеевна"]);
      expect(names(await readers(deputy, { id, state: "READ" }))).toEqual(["Иванова Мария Петровна"]);
      expect(await readers(deputy, { id, state: "UNREAD" })).toMatchObject({ totalCount: 2 });
      const statements = await statementsOf(() => classTeacher.send(READERS.replace("totalCount", ""), { id }));
      expect(statements.filter((name) => name !== "viewer")).toEqual(["announcement-readers"]);
    });

    it("and nobody else", async () => {
      const { id } = await publish(deputy, [{ ...class5A(), guardians: true, staff: true }]);
      for (const [login, code] of [
        ["classteacher", "NOT_FOUND"],
        ["teacher", "NOT_FOUND"],
        ["admin", "NOT_FOUND"],
        ["deputy-2", "NOT_FOUND"],
        ["mother", "FORBIDDEN"],
      ] as const) {
        expect([login, await readers(await server.signIn(login), { id })]).toEqual([login, code]);
      }
      expect(await readers(deputy, { id, state: "ACKNOWLEDGED" })).toMatchObject({ nodes: [], totalCount: 0 });
    });
  });

  describe("are changed and withdrawn", () => {
    it("by their author, the earlier words kept in the history; of two editors the second is told", async () => {
      const { id } = await publish(deputy, [{ kind: "ROLE", role: "GUARDIAN" }]);
      const first = await command(deputy, "editAnnouncement", { announcementId: id, version: 1, ...edited({ text: "В пятницу." }) });
      expect(first.data!.editAnnouncement!.announcement).toMatchObject({ version: 2, text: "В пятницу.", editedAt: expect.any(String) });
      const second = await command(deputy, "editAnnouncement", { announcementId: id, version: 1, ...edited({ text: "В субботу." }) });
      expect(second.errors[0]).toMatchObject({ extensions: { code: "CONFLICT", version: 2, text: "В пятницу." } });
      expect(await one(mother, id)).toMatchObject({ text: "В пятницу.", version: 2 });
      const { rows } = await server.owner.query(
        "SELECT before->>'text' AS was, after->>'text' AS is FROM history WHERE thing_id = $1 ORDER BY seq DESC LIMIT 1",
        [id],
      );
      expect(rows).toEqual([{ was: "В четверг в 18:00.", is: "В пятницу." }]);
    });

    it("and then nobody who received them sees them any more", async () => {
      const { id } = await publish(classTeacher, [{ ...class5A(), guardians: true }]);
      expect((await command(classTeacher, "withdrawAnnouncement", { announcementId: id, version: 9 })).errors[0]!.extensions.code).toBe(
        "CONFLICT",
      );
      const { data } = await command(classTeacher, "withdrawAnnouncement", { announcementId: id, version: 1 });
      expect(data!.withdrawAnnouncement!.announcement).toMatchObject({ withdrawnAt: expect.any(String), version: 2 });
      expect([(await received(mother)).nodes, await one(mother, id)]).toEqual([[], "NOT_FOUND"]);
      const again = await command(classTeacher, "withdrawAnnouncement", { announcementId: id, version: 2 });
      expect(again.errors[0]!.extensions.code).toBe("INVALID");
    });

    it("not by a class teacher who no longer leads the class, who does not learn its readers either (3.4.2)", async () => {
      const { id } = await publish(classTeacher, [{ ...class5A(), guardians: true }]);
      const lead = (classId: string) =>
        server.owner.query("UPDATE class_teacher SET class_id = $1 WHERE staff_id = $2", [classId, school.staff.classTeacher]);
      await lead(school.class5B);
      const edit = await command(classTeacher, "editAnnouncement", { announcementId: id, version: 1, ...edited({ text: "Другое." }) });
      const withdraw = await command(classTeacher, "withdrawAnnouncement", { announcementId: id, version: 1 });
      const codes = [edit.errors[0]?.extensions.code, withdraw.errors[0]?.extensions.code, await readers(classTeacher, { id })];
      await lead(school.class5A);
      expect(codes).toEqual(["NOT_FOUND", "NOT_FOUND", "NOT_FOUND"]);
    });

    it("not by somebody else; the deputy may withdraw, and does not put words into another's mouth", async () => {
      const { id } = await publish(classTeacher, [{ ...class5A(), guardians: true }]);
      const admin = await server.signIn("admin");
      for (const [client, name] of [
        [deputy, "editAnnouncement"],
        [admin, "editAnnouncement"],
        [admin, "withdrawAnnouncement"],
      ] as const) {
        const { errors } = await command(client, name, { announcementId: id, version: 1, ...(name === "editAnnouncement" && edited({})) });
        expect([name, errors[0]?.extensions.code]).toEqual([name, "NOT_FOUND"]);
      }
      expect((await command(deputy, "withdrawAnnouncement", { announcementId: id, version: 1 })).errors).toEqual([]);
    });
  });
});
