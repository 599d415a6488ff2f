import { Client } from "pg";
import { Database } from "../../src/kernel/database";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { makeTestDatabase } from "../test-server";

const SCHOOLS_SEEN = { name: "schools-seen", text: "SELECT DISTINCT school_id::text AS id FROM person WHERE $1::int > 0" };
const BROKEN = { name: "broken", text: "SELECT 1 / $1::int AS one FROM person LIMIT 1" };
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
