import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { startMailServer, type MailServer } from "../factories/mail-server";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { compileApi, type ApiProcess, type CompiledApi } from "../spawn-api";
import { makeTestDatabase } from "../test-server";

/** Each is told to the pupil and to his mother. */
const THINGS = 150;

describe("the api is killed while news waits (1.4.6)", () => {
  let database: Awaited<ReturnType<typeof makeTestDatabase>>;
  let owner: Client;
  let school: SmallSchool;
  let compiled: CompiledApi;
  let mail: MailServer;
  let api: ApiProcess | undefined;
  beforeAll(async () => {
    compiled = compileApi();
    mail = await startMailServer();
    database = await makeTestDatabase();
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    school = await makeSmallSchool(owner);
  }, 60_000);
  afterAll(async () => {
    await api?.kill();
    compiled?.remove();
    await mail?.down();
    await owner?.end();
    await database?.drop();
  });

  const start = () => compiled.start(database.appUrl, [], { SMTP_URL: mail.url, MAIL_FROM: "journal@school.example" });
  const count = async (what: string) => (await owner.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${what}`)).rows[0]!.count;
  const until = async (isSo: () => Promise<boolean> | boolean) => {
    for (const began = Date.now(); !(await isSo()); await pause(5)) if (Date.now() - began > 25_000) throw new Error("it does not come");
  };
  const leave = (things: number, kind: string, payload: string) =>
    owner.query(
      `INSERT INTO outbox (school_id, id, kind, payload, at, due_at)
       SELECT $1, gen_random_uuid(), $2, jsonb_build_object(${payload}), '2026-11-22T12:00:00Z', '2026-11-22T12:00:00Z' FROM generate_series(1, $3::int) n`,
      [school.schoolId, kind, things],
    );

  it("and tells everybody each of 300 notices exactly once", async () => {
    await leave(
      THINGS,
      "MARK",
      `'marks', jsonb_build_array(jsonb_build_object('lessonId', '${school.lessons.friday}', 'markId', gen_random_uuid(), 'pupilId', '${school.pupils.misha}', 'after', '5'))`,
    );
    api = await start();
    await until(async () => (await count("notice")) > 20);
    await api.kill();
    const told = await count("notice");
    expect([told < 2 * THINGS, told % 2, (await count("outbox")) * 2 + told]).toEqual([true, 0, 2 * THINGS]);
    api = await start();
    await until(async () => (await count("outbox")) === 0);
    await api.kill();
    expect([await count("notice"), await count("(SELECT DISTINCT person_id, source FROM notice) things")]).toEqual([
      2 * THINGS,
      2 * THINGS,
    ]);
  }, 90_000);

  it("and sends a letter that the mail server was just taking once more, under the same Message-ID", async () => {
    await owner.query("UPDATE person SET email = 'mother@family.example' WHERE id = $1", [school.guardians.mother]);
    await owner.query(
      "INSERT INTO notice_schedule (school_id, person_id, quiet_from, quiet_to, digest_at, digest_weekday) VALUES ($1, $2, '00:00', '00:00', '18:00', 5)",
      [school.schoolId, school.guardians.mother],
    );
    await leave(
      1,
      "ABSENCE",
      `'absences', jsonb_build_array(jsonb_build_object('lessonId', '${school.lessons.friday}', 'pupilId', '${school.pupils.misha}', 'after', 'ABSENT'))`,
    );
    mail.onLetter = () => api!.kill();
    api = await start();
    await until(async () => {
      await owner.query("UPDATE mail_delivery SET due_at = '2026-11-22T12:00:00Z' WHERE state = 'WAITING'");
      return mail.letters.length > 0;
    });
    await pause(500);
    mail.onLetter = () => undefined;
    expect(await count("mail_delivery WHERE state = 'SENDING'")).toBe(1);
    await owner.query("UPDATE mail_delivery SET claimed_until = '2026-11-22T12:00:00Z'");
    api = await start();
    await until(async () => (await count("mail_delivery WHERE state = 'SENT'")) === 1);
    expect(mail.letters).toHaveLength(2);
    expect(mail.letters[1]).toEqual(mail.letters[0]);
  }, 90_000);
});
