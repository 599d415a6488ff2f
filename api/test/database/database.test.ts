import { Client } from "pg";
import { Check } from "../../src/kernel/check";
import { Database } from "../../src/kernel/database";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { makeTestDatabase } from "../test-server";

const SCHOOLS_SEEN = { name: "schools-seen", text: "SELECT DISTINCT school_id::text AS id FROM person WHERE $1::int > 0" };
const BROKEN = { name: "broken", text: "SELECT 1 / $1::int AS one FROM person LIMIT 1" };
const ENDED = { name: "ended", text: "SELECT pg_terminate_backend(pg_backend_pid()) WHERE $1::int > 0" };
const WHO_IS_IN = { name: "who-is-in", text: "SELECT current_setting('app.school_id') WHERE $1::text = 'asked'" };
const RENAME = { name: "rename", text: "UPDATE lesson SET room = $1 WHERE school_id = $2" };
const ROOMS = { name: "rooms", text: "SELECT DISTINCT room, date FROM lesson WHERE date = $1" };

describe("the one connection that two schools take turns on", () => {
  let made: Awaited<ReturnType<typeof makeTestDatabase>>;
  let database: Database;
  let one: SmallSchool;
  let other: SmallSchool;
  beforeAll(async () => {
    made = await makeTestDatabase();
    const owner = new Client({ connectionString: made.ownerUrl });
    await owner.connect();
    one = await makeSmallSchool(owner);
    other = await makeSmallSchool(owner, "-2");
    await owner.end();
    database = await Database.connect(made.appUrl, [], 1);
  });
  afterAll(async () => {
    await database?.close();
    await made?.drop();
  });

  const seenBy = async ({ schoolId }: SmallSchool) =>
    (await database.read<{ id: string }>(schoolId, SCHOOLS_SEEN, [1])).map(({ id }) => id);
  const eachSeesItself = async () => {
    for (const school of [one, other, other, one]) expect(await seenBy(school)).toEqual([school.schoolId]);
  };
  const rename = ({ schoolId }: SmallSchool, room: string) => database.write(schoolId, ({ query }) => query(RENAME, [room, schoolId]));

  it("shows each school its own rows only, however they take turns", async () => {
    await eachSeesItself();
    const mixed = [one, other, one, one, other, other, one, other];
    expect(await Promise.all(mixed.map(seenBy))).toEqual(mixed.map(({ schoolId }) => [schoolId]));
  });

  it("sees nothing outside every school", async () => {
    expect(await database.readCatalogue(SCHOOLS_SEEN, [1])).toEqual([]);
    await eachSeesItself();
  });

  it("shows each school its own rows after a statement that failed while the other school was entered", async () => {
    for (const school of [one, other, one]) {
      await expect(database.read(school.schoolId, BROKEN, [0])).rejects.toThrow("division by zero");
      await eachSeesItself();
      await expect(database.read("no school", SCHOOLS_SEEN, [1])).rejects.toThrow("invalid input syntax for type uuid");
      await eachSeesItself();
      expect(await database.read(school.schoolId, BROKEN, [1])).toEqual([{ one: 1 }]);
    }
  });

  it("commits a command of a school that has just been entered, and nothing of one that fails", async () => {
    for (const school of [one, other, one]) await rename(school, `room of ${school.schoolId}`);
    for (const school of [one, other, one]) {
      const failing = database.write(school.schoolId, async ({ query }) => {
        await query(RENAME, ["nowhere", school.schoolId]);
        await query(BROKEN, [0]);
      });
      await expect(failing).rejects.toThrow("division by zero");
      await expect(database.write(school.schoolId, ({ query }) => query(BROKEN, [0]))).rejects.toThrow("division by zero");
      await eachSeesItself();
      expect(await database.read(school.schoolId, ROOMS, ["2026-11-20"])).toEqual([
        { room: `room of ${school.schoolId}`, date: "2026-11-20" },
      ]);
    }
  });

  it("lends a connection that PostgreSQL has ended in the middle of a read to nobody else", async () => {
    for (const school of [one, other]) {
      await expect(database.read(school.schoolId, ENDED, [1])).rejects.toThrow("terminating connection");
      await eachSeesItself();
    }
  });

  it("answers a query in the name of who asks only if the check is answered as expected", async () => {
    const asking = (expected: string) => new Check(WHO_IS_IN, ["asked"], expected);
    for (const [school, expected, holds] of [
      [one, one.schoolId, true],
      [other, other.schoolId, true],
      [other, one.schoolId, false],
      [one, other.schoolId, false],
    ] as const) {
      const check = asking(expected);
      const query = database.checkedBy(check);
      expect(check.holds).toBe(false);
      await Promise.all([query.read(school.schoolId, SCHOOLS_SEEN, [1]), query.read(school.schoolId, ROOMS, ["2026-11-20"])]);
      expect([check.isAsked, check.holds]).toEqual([true, holds]);
    }
  });

  it("takes no check for held that was not asked, was not answered, or was passed by", async () => {
    const failed = new Check({ name: "failed-check", text: "SELECT $1::text || 1 / 0" }, ["asked"], one.schoolId);
    await expect(database.checkedBy(failed).read(one.schoolId, SCHOOLS_SEEN, [1])).rejects.toThrow("division by zero");
    const nobody = new Check({ name: "no-answer", text: "SELECT $1::text WHERE false" }, [one.schoolId], one.schoolId);
    for (let time = 0; time < 2; time++) await database.checkedBy(nobody).read(one.schoolId, SCHOOLS_SEEN, [1]);
    const passedBy = new Check(WHO_IS_IN, ["asked"], one.schoolId);
    const query = database.checkedBy(passedBy);
    await query.read(one.schoolId, SCHOOLS_SEEN, [1]);
    await query.write(one.schoolId, async () => "done").catch(() => "borne in silence");
    expect([failed.holds, nobody.holds, passedBy.isOutOfReach, passedBy.holds]).toEqual([false, false, true, false]);
    await eachSeesItself();
  });

  it("lets no command write into another school", async () => {
    await database.write(one.schoolId, ({ query }) => query(RENAME, ["stolen", other.schoolId]));
    expect(await database.read(other.schoolId, ROOMS, ["2026-11-20"])).toMatchObject([{ room: `room of ${other.schoolId}` }]);
  });

  it("ends a command that asks nothing without a transaction", async () => {
    expect(await database.write(one.schoolId, async () => "done")).toBe("done");
    await expect(database.write(other.schoolId, () => Promise.reject(new Error("changed my mind")))).rejects.toThrow("changed my mind");
    await eachSeesItself();
  });
});
