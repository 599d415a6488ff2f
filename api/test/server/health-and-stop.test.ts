import { setTimeout as pause } from "node:timers/promises";
import { uuidv7 } from "uuidv7";
import { sendMarks } from "../factories/commands";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { startTestServer, type TestServer } from "../test-server";

describe("the process in the hands of whoever runs it", () => {
  let server: TestServer | undefined;
  let school: SmallSchool;
  beforeEach(async () => {
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
  });
  afterEach(() => server?.stop());

  /** Until a command stands at a lock of the owner's. */
  async function untilSomebodyWaits(): Promise<void> {
    const waiting =
      "SELECT FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
    while ((await server!.owner.query(waiting)).rows.length === 0) await pause(50);
  }

  it("says that it is well, and that it is not while the database does not answer", async () => {
    const health = async () => (await fetch(`${server!.url}/health`)).status;
    expect(await health()).toBe(200);
    const { rows } = await server!.owner.query<{ name: string }>("SELECT current_database() AS name");
    await server!.owner.query(`REVOKE CONNECT ON DATABASE ${rows[0]!.name} FROM PUBLIC`);
    await server!.owner.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
    );
    expect(await health()).toBe(503);
    await server!.owner.query(`GRANT CONNECT ON DATABASE ${rows[0]!.name} TO PUBLIC`);
    expect(await health()).toBe(200);
  });

  it("outlives connections that are cut in the middle of a command, which leaves nothing half done and can be sent again", async () => {
    const teacher = await server!.signIn("teacher");
    const operationId = uuidv7();
    const cells = [{ lessonId: school.lessons.friday, pupilId: school.pupils.misha, value: "5" }];
    const set = () => sendMarks(teacher, school.journals.maths5A, cells, { operationId });
    await server!.owner.query("BEGIN");
    await server!.owner.query("LOCK TABLE attendance");
    const cut = set();
    await untilSomebodyWaits();
    await server!.owner.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
    );
    expect((await cut).errors).toMatchObject([{ extensions: { code: "INTERNAL" } }]);
    await server!.owner.query("ROLLBACK");
    expect((await server!.owner.query("SELECT FROM mark")).rows).toEqual([]);
    expect((await set()).data!.setMarks.cells).toMatchObject([{ outcome: "SET", version: 1 }]);
  });

  it("answers the request that is under way before it stops", async () => {
    const teacher = await server!.signIn("teacher");
    await server!.owner.query("BEGIN");
    await server!.owner.query("LOCK TABLE subject");
    const waiting = teacher.send("{ subjects { name } }");
    await pause(300);
    const stopped = server!.stop();
    await pause(300);
    await server!.owner.query("ROLLBACK");
    expect((await waiting).data).toEqual({ subjects: [{ name: "Английский язык" }, { name: "Математика" }, { name: "Музыка" }] });
    await stopped;
    await expect(fetch(`${server!.url}/health`)).rejects.toThrow();
    server = undefined;
  });
});
