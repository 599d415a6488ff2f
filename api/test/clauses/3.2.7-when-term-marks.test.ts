import { setTermMarks } from "../factories/commands";
import { makeSmallSchool } from "../factories/small-school";
import { startTestServer, type TestServer } from "../test-server";

describe("term marks before their time (3.2.7)", () => {
  let server: TestServer;
  beforeAll(async () => (server = await startTestServer({ today: "2026-12-14" })));
  afterAll(() => server?.stop());

  it("are given from the term's last two weeks on, and to one who left from the last day in the class", async () => {
    const school = await makeSmallSchool(server.owner);
    const place = { journalId: school.journals.maths5A, termId: school.quarter2 };
    const cells = await setTermMarks(await server.signIn("teacher"), place, [
      { pupilId: school.pupils.misha, value: "NOT_ASSESSED" },
      { pupilId: school.pupils.left, value: "NOT_ASSESSED" },
    ]);
    expect(cells).toMatchObject([
      { code: "TOO_EARLY", message: expect.stringMatching(/закончится 28\.12\.2026, эти отметки ставятся с 15\.12\.2026/) },
      { outcome: "SET" },
    ]);
  });
});
