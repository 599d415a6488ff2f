import { uuidv7 } from "uuidv7";
import { statementsOf } from "../count-statements";
import { command, edited, one, ORDINARY, publish, received } from "../factories/announcements";
import { makeAccount } from "../factories/person";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

describe("announcements (1.4.8, 3.3.3)", () => {
  let server: TestServer;
  let school: SmallSchool;
  let deputy: TestClient;
  let classTeacher: TestClient;
  let mother: TestClient;

  /** The logins to which an announcement went. */
  const recipients = async (id: string) =>
    (
      await server.owner.query<{ login: string }>(
        `SELECT login FROM announcement_recipient r JOIN account a ON a.school_id = r.school_id AND a.person_id = r.person_id
         WHERE announcement_id = $1 ORDER BY login`,
        [id],
      )
    ).rows.map(({ login }) => login);
  const state = async () =>
    (
      await server.owner.query(
        `SELECT (SELECT count(*) FROM announcement) AS announcements, (SELECT count(*) FROM announcement_recipient) AS recipients,
           (SELECT count(*) FROM outbox) AS news, (SELECT count(*) FROM operation) AS operations, (SELECT count(*) FROM history) AS history`,
      )
    ).rows[0];
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

  describe("go to", () => {
    it.each<[string, () => object[], string[]]>([
      ["the guardians of a class as it is today", () => [{ ...class5A(), guardians: true }], ["mother"]],
      ["its pupils, without one who left and one without an account", () => [{ ...class5A(), pupils: true }], ["anya", "pupil"]],
      ["those who teach and lead it today", () => [{ ...class5A(), staff: true }], ["classteacher", "teacher"]],
      [
        "a grade",
        () => [{ kind: "GRADE", grade: 5, pupils: true, guardians: true }],
        ["anya", "mother", "othermother", "otherpupil", "pupil"],
      ],
      [
        "all who work at the school, the author left out",
        () => [{ kind: "SCHOOL", staff: true }],
        ["admin", "classteacher", "director", "formerdeputy", "formerteacher", "otherteacher", "specialist", "teacher"],
      ],
      ["class teachers", () => [{ kind: "ROLE", role: "CLASS_TEACHER" }], ["classteacher"]],
      ["guardians of today", () => [{ kind: "ROLE", role: "GUARDIAN" }], ["mother", "othermother"]],
      ["pupils of today", () => [{ kind: "ROLE", role: "PUPIL" }], ["anya", "otherpupil", "pupil"]],
      ["the holders of a role of today", () => [{ kind: "ROLE", role: "SPECIALIST" }], ["specialist"]],
      [
        "several audiences, each person once",
        () => [
          { ...class5A(), guardians: true },
          { kind: "SCHOOL", guardians: true },
          { kind: "ROLE", role: "GUARDIAN" },
        ],
        ["mother", "othermother"],
      ],
    ])("%s", async (_, audiences, logins) => {
      const { id, recipientCount } = await publish(deputy, audiences());
      expect(await recipients(id)).toEqual(logins);
      expect(recipientCount).toBe(logins.length);
    });

    it("a study group: its pupils, their guardians, its teacher and the class teachers", async () => {
      const { schoolId, pupils, class5A: classId, year, staff, subjects } = school;
      const groupId = uuidv7();
      const journalId = uuidv7();
      await server.owner.query(`INSERT INTO study_group VALUES ($1, $2, $3, 'Английский, группа 1')`, [schoolId, groupId, year]);
      await server.owner.query(`INSERT INTO study_group_class VALUES ($1, $2, $3)`, [schoolId, groupId, classId]);
      await server.owner.query(
        `INSERT INTO group_membership (school_id, id, group_id, pupil_id, valid_from, valid_to)
         VALUES ($1, gen_random_uuid(), $2, $3, '2026-09-01', NULL), ($1, gen_random_uuid(), $2, $4, '2026-09-01', '2026-11-01')`,
        [schoolId, groupId, pupils.misha, pupils.anya],
      );
      await server.owner.query(
        `INSERT INTO journal (school_id, id, academic_year_id, subject_id, kind, group_id, marking_scheme, term_kind) VALUES ($1, $2, $3, $4, 'GROUP', $5, 'FIVE_POINT', 'QUARTER')`,
        [schoolId, journalId, year, subjects.english, groupId],
      );
      await server.owner.query(
        `INSERT INTO teaching_load (school_id, id, journal_id, staff_id, weekly_hours, valid_from) VALUES ($1, gen_random_uuid(), $2, $3, 3, '2026-09-01')`,
        [schoolId, journalId, staff.otherTeacher],
      );
      const { id, audiences } = await publish(deputy, [{ kind: "GROUP", groupId, pupils: true, guardians: true, staff: true }]);
      expect(audiences).toMatchObject([{ kind: "GROUP", label: "Английский, группа 1" }]);
      expect(await recipients(id)).toEqual(["classteacher", "mother", "otherteacher", "pupil"]);
      await server.owner.query("DELETE FROM teaching_load WHERE journal_id = $1", [journalId]);
    });

    it("nobody whose account is closed", async () => {
      await server.owner.query("UPDATE account SET closed_at = now() WHERE login = 'othermother'");
      const { id } = await publish(deputy, [{ kind: "ROLE", role: "GUARDIAN" }]);
      await server.owner.query("UPDATE account SET closed_at = NULL WHERE login = 'othermother'");
      expect(await recipients(id)).toEqual(["mother"]);
    });
  });

  describe("are published", () => {
    it("by a class teacher to the own class, and to nobody else", async () => {
      await publish(classTeacher, [{ ...class5A(), guardians: true, pupils: true }]);
      const others = [
        { kind: "CLASS", classId: school.class5B, guardians: true },
        { kind: "CLASS", classId: uuidv7(), guardians: true },
        { kind: "SCHOOL", guardians: true },
        { kind: "GRADE", grade: 5, guardians: true },
        { kind: "ROLE", role: "GUARDIAN" },
      ];
      for (const audience of others) {
        const { data, errors } = await command(classTeacher, "publishAnnouncement", { ...ORDINARY, audiences: [audience] });
        expect([audience, data, errors[0]?.extensions.code]).toEqual([audience, null, "FORBIDDEN"]);
      }
    });

    it.each(["teacher", "otherteacher", "specialist", "formerdeputy", "mother", "pupil"])("not by %s", async (login) => {
      const client = await server.signIn(login);
      const { data, errors } = await command(client, "publishAnnouncement", {
        ...ORDINARY,
        audiences: [{ ...class5A(), guardians: true }],
      });
      expect([data, errors[0]?.extensions.code]).toEqual([null, "FORBIDDEN"]);
      expect((await client.send("{ audienceChoices { kind } }")).data).toEqual({ audienceChoices: [] });
    });

    it("with a choice of whom one may address", async () => {
      const choices = async (client: TestClient) =>
        (await client.send<{ audienceChoices: { kind: string; label: string }[] }>("{ audienceChoices { kind label mayGuardians } }")).data!
          .audienceChoices;
      expect(await choices(classTeacher)).toEqual([{ kind: "CLASS", label: "5«А»", mayGuardians: true }]);
      const office = (await choices(deputy)).map(({ kind, label }) => `${kind} ${label}`);
      expect(office.slice(0, 4)).toEqual(["SCHOOL Школа № 1", "GRADE 5", "CLASS 5«А»", "CLASS 5«Б»"]);
      expect(office).toContain("ROLE GUARDIAN");
    });

    it("once, whoever sends them again, with their news and their history", async () => {
      const operationId = uuidv7();
      const first = await publish(deputy, [{ kind: "ROLE", role: "GUARDIAN" }], { operationId });
      const again = await publish(deputy, [{ kind: "ROLE", role: "GUARDIAN" }], { operationId });
      expect(again).toEqual(first);
      expect(await state()).toMatchObject({ announcements: "1", recipients: "2", news: "1", operations: "1" });
      const { rows } = await server.owner.query("SELECT payload, due_at = at AS now FROM outbox");
      expect(rows).toEqual([{ payload: { announcementId: first.id, by: school.staff.deputy }, now: true }]);
      const history = await server.owner.query("SELECT actor_id, before, after FROM history WHERE thing_id = $1", [first.id]);
      expect(history.rows).toMatchObject([{ actor_id: school.staff.deputy, before: null, after: { title: "Собрание", recipients: 2 } }]);
      const reused = await command(deputy, "publishAnnouncement", {
        ...ORDINARY,
        title: "Другое",
        audiences: [{ kind: "SCHOOL", staff: true }],
        operationId,
      });
      expect(reused.errors[0]!.extensions.code).toBe("OPERATION_REUSED");
    });

    it("in as many statements, however many people they reach", async () => {
      const statements = (audience: object) =>
        statementsOf(() => command(deputy, "publishAnnouncement", { ...ORDINARY, audiences: [audience] }));
      const few = await statements({ kind: "ROLE", role: "SPECIALIST" });
      expect(await statements({ kind: "SCHOOL", pupils: true, guardians: true, staff: true })).toEqual(few);
      expect(few.filter((name) => name.startsWith("announcement"))).toEqual([
        ...["announcement-write", "announcement-write-audiences", "announcement-write-recipients", "announcements-find"],
      ]);
    });

    it("ahead: the news is told at seven in the morning of the first day, and moves with it", async () => {
      const due = async () =>
        (await server.owner.query<{ due: string }>("SELECT due_at AT TIME ZONE 'Europe/Moscow' || '' AS due FROM outbox")).rows[0]!.due;
      const { id } = await publish(deputy, [{ kind: "ROLE", role: "GUARDIAN" }], { shownFrom: "2026-11-26" });
      expect(await due()).toBe("2026-11-26 07:00:00");
      expect((await received(mother)).nodes).toEqual([]);
      expect(await one(mother, id)).toBe("NOT_FOUND");
      await command(deputy, "editAnnouncement", { announcementId: id, version: 1, ...edited({ shownFrom: "2026-11-28" }) });
      expect(await due()).toBe("2026-11-28 07:00:00");
    });

    it("at most 20 a day by a class teacher", async () => {
      const audiences = [{ ...class5A(), guardians: true }];
      for (let number = 1; number <= 20; number++) await publish(classTeacher, audiences, { title: `Объявление ${number}` });
      const { errors } = await command(classTeacher, "publishAnnouncement", { ...ORDINARY, audiences });
      expect(errors[0]).toMatchObject({ extensions: { code: "LIMIT_EXCEEDED", limit: 20 }, message: expect.stringMatching(/завтра/) });
      const page = await received(mother, { first: 15 });
      const rest = await received(mother, { first: 15, after: page.pageInfo.endCursor });
      expect([page.totalCount, page.nodes[0]!.title, rest.nodes.at(-1)!.title]).toEqual([20, "Объявление 20", "Объявление 1"]);
      expect(new Set([...page.nodes, ...rest.nodes].map(({ id }) => id)).size).toBe(20);
      expect(rest.pageInfo.hasNextPage).toBe(false);
    });
  });

  describe("refuse bad input and leave nothing half done:", () => {
    it.each<[string, object, string, string | undefined]>([
      ["no title", { title: " " }, "INVALID", "title"],
      ["a title of 151 characters", { title: "я".repeat(151) }, "TEXT_TOO_LONG", "title"],
      ["no text", { text: "\n" }, "INVALID", "text"],
      ["20,000 characters", { text: "я".repeat(20_000) }, "TEXT_TOO_LONG", "text"],
      ["NUL", { text: "Да\u0000" }, "INVALID", "input.text"],
      ["a last day before the first", { shownTo: "2026-11-22", shownFrom: "2026-11-23" }, "INVALID", "shownTo"],
      ["a last day that is past", { shownTo: "2026-11-22", shownFrom: "2026-11-20" }, "INVALID", "shownTo"],
      ["more than a year", { shownTo: "2027-11-24" }, "INVALID", "shownTo"],
      ["a first day in two years", { shownFrom: "2028-11-24", shownTo: "2028-12-01" }, "INVALID", "shownFrom"],
      ["no audience", { audiences: [] }, "INVALID", "audiences"],
      ["31 audiences", { audiences: Array(31).fill({ kind: "SCHOOL", staff: true }) }, "LIMIT_EXCEEDED", "audiences"],
      ["an audience of no kind of people", { audiences: [{ kind: "SCHOOL" }] }, "INVALID", "audiences"],
      ["a class that is not named", { audiences: [{ kind: "CLASS", guardians: true }] }, "INVALID", "audiences"],
      ["a class that is no id", { audiences: [{ kind: "CLASS", classId: "5A", guardians: true }] }, "INVALID", "audiences"],
      ["grade 12", { audiences: [{ kind: "GRADE", grade: 12, pupils: true }] }, "INVALID", "audiences"],
      ["a grade and a role at once", { audiences: [{ kind: "GRADE", grade: 5, role: "PUPIL", pupils: true }] }, "INVALID", "audiences"],
      ["an audience without people", { audiences: [{ kind: "GRADE", grade: 11, pupils: true }] }, "INVALID", "audiences"],
      ["only the author", { audiences: [{ kind: "ROLE", role: "DEPUTY" }] }, "INVALID", "audiences"],
      ["a class that is not there", { audiences: [{ kind: "CLASS", classId: uuidv7(), guardians: true }] }, "NOT_FOUND", undefined],
    ])("%s", async (_, changed, code, field) => {
      const before = await state();
      const input = { ...ORDINARY, audiences: [{ kind: "SCHOOL", guardians: true }], ...changed };
      const { data, errors } = await command(deputy, "publishAnnouncement", input);
      expect([data ?? null, errors[0]?.extensions.code, errors[0]?.extensions.field]).toEqual([null, code, field]);
      expect(errors[0]!.message).toMatch(/^[А-Я].*\.$/s);
      expect(await state()).toEqual(before);
    });

    it("a class of another school", async () => {
      const { rows } = await server.owner.query("SELECT id FROM school_class WHERE school_id <> $1 LIMIT 1", [school.schoolId]);
      const audiences = [
        { kind: "SCHOOL", guardians: true },
        { kind: "CLASS", classId: rows[0].id, guardians: true },
      ];
      const { errors } = await command(deputy, "publishAnnouncement", { ...ORDINARY, audiences });
      expect([errors[0]!.extensions.code, (await state()).announcements]).toEqual(["NOT_FOUND", "0"]);
    });

    it("scripts are kept as the text that they are", async () => {
      const text = `<script>alert(1)</script> <svg onload="x()"> 📣`;
      expect((await publish(deputy, [{ kind: "SCHOOL", guardians: true }], { text })).text).toBe(text);
    });
  });
});
