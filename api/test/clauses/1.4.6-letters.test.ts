import { uuidv7 } from "uuidv7";
import { send } from "../factories/commands";
import { insert } from "../factories/insert";
import { startMailServer, type MailServer } from "../factories/mail-server";
import { fridayMarks } from "../factories/notices";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestClient, type TestServer } from "../test-server";

/** Long after everything of the tests' day was due. */
const LATER = new Date("2026-11-30T12:00:00+03:00");

describe("letters of what has happened (1.4.6, 3.3.3)", () => {
  let mail: MailServer;
  let server: TestServer;
  let school: SmallSchool;
  let teacher: TestClient;
  let on: ReturnType<typeof fridayMarks>;
  beforeEach(async () => {
    mail = await startMailServer();
    server = await startTestServer({ mail: { url: mail.url, from: "Школа № 1 <journal@school.example>" } });
    school = await makeSmallSchool(server.owner);
    teacher = await server.signIn("teacher");
    on = fridayMarks(school, teacher);
    await server.owner.query("UPDATE person SET email = id || '@family.example'");
  });
  afterEach(async () => {
    await server?.stop();
    await mail?.down();
  });

  const lettersTo = (personId: string) => mail.letters.filter(({ to }) => to === `${personId}@family.example`);
  const states = async () =>
    (
      await server.owner.query<{ state: string; count: number }>(
        "SELECT state, count(*)::int AS count FROM mail_delivery GROUP BY state ORDER BY state",
      )
    ).rows
      .map(({ state, count }) => `${state} ${count}`)
      .join(", ");
  const leave = (kind: string, at: string, payload: object) =>
    insert(server.owner, "outbox", { school_id: school.schoolId, id: uuidv7(), kind, payload: JSON.stringify(payload), at, due_at: at });
  const absences = (pupilIds: readonly string[], lessonId = school.lessons.friday) => ({
    absences: pupilIds.map((pupilId) => ({ lessonId, pupilId, before: null, after: "ABSENT" })),
  });
  const sentLater = async () => {
    await server.worker.runOnce();
    await server.worker.runOnce(LATER);
  };

  it("one by one after five minutes, with what happened in the text and no mark in the subject", async () => {
    await leave("ABSENCE", "2026-11-23T12:00:00+03:00", absences([school.pupils.misha]));
    await server.worker.runOnce(new Date("2026-11-23T12:04:00+03:00"));
    expect(mail.letters).toEqual([]);
    await server.worker.runOnce(new Date("2026-11-23T12:06:00+03:00"));
    const [letter, ...more] = lettersTo(school.guardians.mother);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({
      subject: "Посещаемость: Математика, Михаил",
      messageId: expect.stringMatching(/^<.+@school\.example>$/) as string,
    });
    expect(letter!.text).toContain("Математика, 20.11.2026: отсутствие на уроке");
    expect(letter!.text).toContain("http://localhost/");
    expect(letter!.text).toContain("Настройки уведомлений");
    await server.worker.runOnce(LATER);
    expect(lettersTo(school.guardians.mother)).toHaveLength(1);
  });

  it("one digest in the evening for a parent of two, by child", async () => {
    const { schoolId, guardians, pupils } = school;
    const also = {
      school_id: schoolId,
      id: uuidv7(),
      guardian_id: guardians.mother,
      pupil_id: pupils.anya,
      relation: "MOTHER",
      valid_from: "2026-09-01",
    };
    await insert(server.owner, "guardianship", also);
    const marks = [pupils.misha, pupils.anya].map((pupilId, n) => ({
      lessonId: school.lessons.friday,
      markId: uuidv7(),
      pupilId,
      before: null,
      after: n ? "PASS" : "5",
    }));
    await leave("MARK", "2026-11-23T10:00:00+03:00", { marks });
    await leave("MARK", "2026-11-23T11:00:00+03:00", { marks: [{ ...marks[0], markId: uuidv7(), before: "2", after: "3" }] });
    await server.worker.runOnce(new Date("2026-11-23T17:59:00+03:00"));
    expect(mail.letters).toEqual([]);
    await server.worker.runOnce(new Date("2026-11-23T18:00:00+03:00"));
    const [digest, ...more] = lettersTo(guardians.mother);
    expect(more).toEqual([]);
    expect(digest!.subject).toMatch(/^Новости дневника: (Михаил, Анна|Анна, Михаил)$/);
    expect(digest!.text).toContain("Михаил\n— Математика, 20.11.2026: отметка 5\n— Математика, 20.11.2026: отметка 3 (была 2)");
    expect(digest!.text).toContain("Анна\n— Математика, 20.11.2026: отметка «зачёт»");
  });

  it("not in the quiet hours of the school's zone", async () => {
    await leave("ABSENCE", "2026-11-23T21:30:00+03:00", absences([school.pupils.misha]));
    await server.worker.runOnce(new Date("2026-11-23T23:00:00+03:00"));
    expect(mail.letters).toEqual([]);
    await server.worker.runOnce(new Date("2026-11-24T07:00:00+03:00"));
    expect(lettersTo(school.guardians.mother)).toHaveLength(1);
  });

  it("none of a mark that is taken back, nor to a guardian whose rights or a person whose account have ended since", async () => {
    const { assessmentId } = await on.mark("2", 0);
    await server.worker.runOnce();
    await on.clear(assessmentId!, 1);
    await sentLater();
    expect([mail.letters, await states()]).toEqual([[], "CANCELLED 2"]);
    await on.absence("ABSENT", 0);
    await server.worker.runOnce();
    await server.owner.query("UPDATE guardianship SET valid_to = '2026-11-22'");
    await server.owner.query("UPDATE account SET closed_at = now() WHERE login = 'pupil'");
    await server.worker.runOnce(LATER);
    expect([mail.letters, await states()]).toEqual([[], "CANCELLED 4"]);
  });

  it("all of them, and each once, when the mail server was down under a column of marks", async () => {
    await mail.down();
    await on.absence("ABSENT", 0);
    await on.mark("4", 0, school.pupils.anya);
    await sentLater();
    await server.worker.runOnce(LATER);
    const waiting = await server.owner.query("SELECT FROM mail_delivery WHERE state = 'WAITING' AND attempts = 0 AND mail_id IS NULL");
    expect([waiting.rowCount, await states()]).toEqual([2, "WAITING 2"]);
    await on.homework("№ 5", 0);
    await mail.up();
    await sentLater();
    await server.worker.runOnce(LATER);
    expect([mail.letters.length, await states()]).toEqual([2, "SENT 2"]);
    expect(lettersTo(school.guardians.mother)).toHaveLength(1);
  });

  it("again, under the same Message-ID, what a sender that died may have sent", async () => {
    await on.absence("ABSENT", 0);
    await sentLater();
    const [first] = lettersTo(school.guardians.mother);
    await server.owner.query("UPDATE mail_delivery SET state = 'SENDING', claimed_until = $1", [LATER]);
    await server.worker.runOnce(LATER);
    expect(lettersTo(school.guardians.mother)).toHaveLength(1);
    await server.worker.runOnce(new Date(LATER.getTime() + 1_000));
    expect(lettersTo(school.guardians.mother)).toEqual([first, first]);
  });

  it("until the server takes them: put off with growing pauses, dead where it never will, shown to the administrator and tried again", async () => {
    mail.refuse = (to) =>
      to.startsWith(school.guardians.mother) ? { code: 550, message: "no such mailbox" } : { code: 450, message: "later" };
    await on.absence("ABSENT", 0);
    await sentLater();
    expect(await states()).toBe("DEAD 1, WAITING 1");
    mail.refuse = () => null;
    await server.worker.runOnce(new Date(LATER.getTime() + 10_000));
    expect(mail.letters).toEqual([]);
    await server.worker.runOnce(new Date(LATER.getTime() + 40_000));
    expect(lettersTo(school.pupils.misha)).toHaveLength(1);
    const admin = await server.signIn("admin");
    const { data } = await admin.send<{ deadLetters: { nodes: { id: string }[] } }>(
      "{ deadLetters { nodes { id what personName kind attempts error } } newsHealth { deadLetters mailIsOn } }",
    );
    expect(data).toMatchObject({
      deadLetters: {
        nodes: [
          {
            what: "LETTER",
            personName: "Орлова Ирина",
            kind: "ABSENCE",
            attempts: 1,
            error: expect.stringContaining("no such mailbox") as string,
          },
        ],
      },
      newsHealth: { deadLetters: 1, mailIsOn: true },
    });
    expect((await send(admin, "retryDeadLetters", { ids: data!.deadLetters.nodes.map(({ id }) => id) }, "retried")).data).toEqual({
      retryDeadLetters: { retried: 1 },
    });
    await server.worker.runOnce(LATER);
    expect(lettersTo(school.guardians.mother)).toHaveLength(1);
  });

  it("once to each of 400 guardians of one announcement, three at a time, though two workers send", async () => {
    const { schoolId, staff } = school;
    const announcement_id = uuidv7();
    const at = "2026-11-23T12:00:00+03:00";
    const text = {
      title: "Собрание",
      text: "В среду в 18:00",
      shown_from: "2026-11-23",
      shown_to: "2026-11-30",
      needs_acknowledgement: false,
      published_at: at,
    };
    await insert(server.owner, "announcement", { school_id: schoolId, id: announcement_id, author_id: staff.deputy, ...text });
    await server.owner.query(
      `WITH people AS (INSERT INTO person (school_id, id, surname, given_name, email) SELECT $1, gen_random_uuid(), 'Родителев', 'Р' || n, 'p' || n || '@family.example' FROM generate_series(1, 400) n RETURNING id),
         parents AS (INSERT INTO guardian (school_id, id) SELECT $1, id FROM people RETURNING id),
         links AS (INSERT INTO guardianship (school_id, id, guardian_id, pupil_id, relation, valid_from) SELECT $1, gen_random_uuid(), id, $3, 'OTHER', '2026-09-01' FROM parents),
         opened AS (INSERT INTO account (school_id, id, person_id, login) SELECT $1, id, id, 'p-' || id FROM people),
         chosen AS (INSERT INTO notice_setting (school_id, person_id, kind, in_portal, by_mail) SELECT $1, id, 'ANNOUNCEMENT', true, 'AT_ONCE' FROM people)
       INSERT INTO announcement_recipient (school_id, announcement_id, person_id) SELECT $1, $2, id FROM people`,
      [schoolId, announcement_id, school.pupils.misha],
    );
    await leave("ANNOUNCEMENT", at, { announcementId: announcement_id, by: staff.deputy });
    const now = new Date("2026-11-23T12:00:01+03:00");
    await Promise.all([server.worker.runOnce(now), server.worker.runOnce(now)]);
    await server.worker.runOnce(now);
    expect(new Set(mail.letters.map(({ to }) => to)).size).toBe(400);
    expect([mail.letters.length, await states()]).toEqual([400, "SENT 400"]);
    expect(mail.letters[0]).toMatchObject({ subject: "Объявление: Собрание" });
    expect(mail.most()).toBeLessThanOrEqual(6);
  });

  it("none of a message that was read in the portal meanwhile", async () => {
    const { schoolId, staff, guardians } = school;
    const at = "2026-11-23T22:00:00+03:00";
    const [id, messageId] = [uuidv7(), uuidv7()];
    await insert(server.owner, "conversation", {
      school_id: schoolId,
      id,
      title: "Поход",
      started_by: staff.teacher,
      started_at: at,
      last_at: at,
      last_seq: 1,
    });
    await insert(server.owner, "conversation_pupil", { school_id: schoolId, conversation_id: id, pupil_id: school.pupils.misha });
    await insert(server.owner, "conversation_member", {
      school_id: schoolId,
      conversation_id: id,
      person_id: guardians.mother,
      side: "FAMILY",
    });
    await insert(server.owner, "message", {
      school_id: schoolId,
      id: messageId,
      conversation_id: id,
      seq: 1,
      author_id: staff.teacher,
      text: "Завтра",
      sent_at: at,
    });
    await leave("MESSAGE", at, { conversationId: id, messageId, by: staff.teacher });
    await server.worker.runOnce(new Date("2026-11-23T22:00:01+03:00"));
    expect(await states()).toBe("WAITING 1");
    await server.owner.query("UPDATE notice SET read_at = now()");
    await server.worker.runOnce(LATER);
    expect([mail.letters, await states()]).toEqual([[], "CANCELLED 1"]);
  });
});
