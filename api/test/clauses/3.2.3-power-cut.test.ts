import { uuidv7 } from "uuidv7";
import { verifyHistory } from "../../src/kernel/verify-history";
import { marksDocument, sendMarks } from "../factories/commands";
import { makeSmallSchool, type SmallSchool } from "../factories/small-school";
import { compileApi, type ApiProcess, type CompiledApi } from "../spawn-api";
import { makeClient, startTestServer, type TestClient, type TestServer } from "../test-server";

/** How many milliseconds after a mark was sent the process is killed: before it, in the middle of it, after it. */
const CUTS = [2, 8, 20];

describe("kill -9 of the api between marks", () => {
  let server: TestServer;
  let school: SmallSchool;
  let compiled: CompiledApi;
  const running: ApiProcess[] = [];

  beforeAll(async () => {
    compiled = compileApi();
    server = await startTestServer();
    school = await makeSmallSchool(server.owner);
  });
  afterAll(async () => {
    await Promise.all(running.map((api) => api.kill()));
    compiled.remove();
    await server?.stop();
  });

  it("leaves nothing half done, and what was on its way can be sent again", async () => {
    const teacher = await server.signIn("teacher");
    const { misha, anya } = school.pupils;
    let version = 0;
    const setBoth = (client: TestClient, operationId: string) => {
      const cells = [misha, anya].map((pupilId) => ({
        lessonId: school.lessons.friday,
        pupilId,
        value: String(2 + (version % 4)),
        version,
      }));
      return sendMarks(client, school.journals.maths5A, cells, { operationId });
    };
    for (const milliseconds of CUTS) {
      const api = await compiled.start(server.databaseUrl, [marksDocument()]);
      running.push(api);
      const client = makeClient(api.url, teacher.cookie);
      for (let answered = 0; answered < 3; answered++) {
        expect((await setBoth(client, uuidv7())).data!.setMarks.cells.map((cell) => cell.outcome)).toEqual(["SET", "SET"]);
        version += 1;
      }
      const lost = uuidv7();
      const onItsWay = setBoth(client, lost).catch(() => null);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      await api.kill();
      await onItsWay;
      expect((await setBoth(teacher, lost)).data!.setMarks.cells.map((cell) => cell.outcome)).toEqual(["SET", "SET"]);
      version += 1;
    }
    const { rows: marks } = await server.owner.query("SELECT version FROM mark");
    expect(marks).toEqual([{ version }, { version }]);
    const { rows: history } = await server.owner.query(
      "SELECT count(*)::int AS n, count(DISTINCT operation_id)::int AS operations FROM history WHERE thing = 'MARK'",
    );
    expect(history).toEqual([{ n: version * 2, operations: version }]);
    expect(await verifyHistory(server.database, school.schoolId)).toMatchObject({ rows: version * 2 + 1, brokenAt: null });
  }, 120_000);
});
