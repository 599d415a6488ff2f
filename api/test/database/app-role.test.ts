import { Client } from "pg";
import { Database } from "../../src/kernel/database";
import { refusePowerfulRole } from "../../src/server/refuse-powerful-role";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { makeTestDatabase } from "../test-server";

/** Tables of a school, by their names in the catalogue. */
const SCHOOL_TABLES = `SELECT table_name AS name FROM information_schema.columns
  WHERE table_schema = 'public' AND column_name = 'school_id' AND table_name <> 'login_directory' ORDER BY 1`;

describe("the role of the api, whatever statement it is made to send", () => {
  let database: Awaited<ReturnType<typeof makeTestDatabase>>;
  let owner: Client;
  let app: Client;
  let own: SmallSchool;
  let foreign: SmallSchool;
  beforeAll(async () => {
    database = await makeTestDatabase();
    owner = new Client({ connectionString: database.ownerUrl });
    app = new Client({ connectionString: database.appUrl });
    await Promise.all([owner.connect(), app.connect()]);
    own = await makeSmallSchool(owner);
    foreign = await makeSmallSchool(owner, "-2");
    await app.query("SELECT set_config('app.school_id', $1, false)", [own.schoolId]);
  });
  afterAll(async () => {
    await Promise.all([owner?.end(), app?.end()]);
    await database?.drop();
  });

  const attempt = (text: string, values: unknown[] = []) =>
    app.query(text, values).then(
      ({ rowCount }) => `${rowCount} rows`,
      (error: { code: string }) => error.code,
    );

  it("reads only its own school from every table, even where a WHERE asks for everything", async () => {
    expect((await app.query("SELECT FROM person")).rowCount).toBeGreaterThan(10);
    const tables = (await owner.query<{ name: string }>(SCHOOL_TABLES)).rows.map(({ name }) => name);
    for (const table of tables) {
      const answer = await app
        .query<{ school_id: string }>(`SELECT school_id FROM ${table} WHERE true OR school_id = '${foreign.schoolId}'`)
        .catch((error: { code: string }) => error.code);
      const foreignRows = typeof answer === "string" ? [] : answer.rows.filter(({ school_id }) => school_id !== own.schoolId);
      expect([table, foreignRows]).toEqual([table, []]);
    }
  });

  it.each([
    ["a UNION", () => `SELECT surname FROM person WHERE false UNION SELECT surname FROM person WHERE school_id = '${foreign.schoolId}'`],
    ["a subquery", () => `SELECT (SELECT count(*) FROM mark) FROM person WHERE school_id = '${foreign.schoolId}'`],
    [
      "a join over the login directory",
      () =>
        `SELECT FROM login_directory JOIN account USING (account_id) WHERE account.school_id = '${foreign.schoolId}'`.replace(
          "USING (account_id)",
          "ON account.id = account_id",
        ),
    ],
  ])("finds nothing of another school by %s", async (_how, statement) => {
    expect(await attempt(statement())).toBe("0 rows");
  });

  it("sees nothing at all before a school is named", async () => {
    const fresh = new Client({ connectionString: database.appUrl });
    await fresh.connect();
    expect((await fresh.query("SELECT FROM person")).rowCount).toBe(0);
    await fresh.query("SELECT set_config('app.school_id', '', false)");
    expect((await fresh.query("SELECT FROM person")).rowCount).toBe(0);
    await fresh.end();
  });

  it("neither writes into another school nor carries a row over", async () => {
    const session = `INSERT INTO session (school_id, id, account_id, token_hash, created_at, expires_at) SELECT '${foreign.schoolId}', gen_random_uuid(), account_id, '\\x00', now(), now() FROM login_directory WHERE login = 'director-2'`;
    expect(await attempt(session)).toBe("42501");
    expect(await attempt("UPDATE lesson SET topic = 'x' WHERE school_id = $1", [foreign.schoolId])).toBe("0 rows");
    expect(await attempt("UPDATE lesson SET school_id = $1 WHERE id = $2", [foreign.schoolId, own.lessons.today])).toBe("42501");
  });

  it.each([
    ["changes history", "UPDATE history SET after = NULL"],
    ["deletes history", "DELETE FROM history"],
    ["deletes a mark", "DELETE FROM mark"],
    ["deletes a lesson", "DELETE FROM lesson"],
    ["empties a table", "TRUNCATE mark"],
    ["makes a table", "CREATE TABLE mine (id int)"],
    ["makes a schema", "CREATE SCHEMA mine"],
    ["alters a table", "ALTER TABLE mark ADD COLUMN mine int"],
    ["drops a table", "DROP TABLE mark"],
    ["switches row-level security off", "ALTER TABLE mark DISABLE ROW LEVEL SECURITY"],
    ["drops a policy", "DROP POLICY own_school ON mark"],
    ["makes a role", "CREATE ROLE mine SUPERUSER"],
    ["becomes the owner", "SET ROLE postgres"],
    ["enrols a pupil", "INSERT INTO enrolment SELECT * FROM enrolment"],
    ["makes itself a deputy", "UPDATE staff_role SET role = 'DEPUTY'"],
    ["gives itself a class", "INSERT INTO class_teacher SELECT * FROM class_teacher"],
    ["moves a login to another account", "UPDATE login_directory SET account_id = gen_random_uuid()"],
    ["reads a file of the server", "SELECT pg_read_file('/etc/passwd')"],
    ["runs a program", "COPY school TO PROGRAM 'id'"],
  ])("never %s", async (_what, statement) => {
    expect(await attempt(statement)).toBe("42501");
  });

  it("owns nothing", async () => {
    const { rows } = await owner.query(
      "SELECT relname FROM pg_class JOIN pg_roles ON pg_roles.oid = relowner WHERE rolname IN ('journal_app', 'test_app')",
    );
    expect(rows).toEqual([]);
  });

  it("is refused at the start when it is the owner's own", async () => {
    const [powerful, weak] = await Promise.all([Database.connect(database.ownerUrl, []), Database.connect(database.appUrl, [])]);
    await expect(refusePowerfulRole(powerful)).rejects.toThrow(/row-level security does not hold/);
    await expect(refusePowerfulRole(weak)).resolves.toBeUndefined();
    await Promise.all([powerful.close(), weak.close()]);
  });
});
