import { join } from "node:path";
import { loadTrustedDocuments } from "../../src/server/trusted-documents";
import { statementsOf } from "../count-statements";
import { makeSmallSchool, TODAY, type SmallSchool } from "../factories/small-school";
import { makeClient, SIGN_IN, startTestServer, type TestClient, type TestServer } from "../test-server";

const portal = loadTrustedDocuments(join(__dirname, "../../../schema/persisted-documents.json"));
const documents = new Map([...portal, ["sign-in", SIGN_IN]]);

/** The portal's own query of a name. */
function query(name: string): string {
  const text = [...portal.values()].find((one) => new RegExp(`\\bquery ${name}\\b`).test(one));
  if (!text) throw new Error(`the portal has no query ${name}`);
  return text;
}

let server: TestServer;
/** Another for each test: its rights are changed. */
let school: SmallSchool;
let schools = 0;
beforeAll(async () => {
  server = await startTestServer({ trustedDocuments: documents });
});
beforeEach(async () => {
  school = await makeSmallSchool(server.owner, String((schools += 1)));
});
afterAll(() => server?.stop());

const signIn = (login: string): Promise<TestClient> => server.signIn(`${login}${school.suffix}`);

const WAITING = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";

/** Resolves once so many of the api's statements wait for a lock. */
async function waitingBackends(count: number): Promise<void> {
  while ((await server.owner.query(WAITING)).rowCount !== count) await new Promise((resolve) => setTimeout(resolve, 10));
}

interface View {
  login: string;
  name: string;
  variables?: Record<string, unknown>;
}

const views = {
  day: (): View => ({ login: "teacher", name: "MyDay" }),
  journal: (): View => ({ login: "teacher", name: "JournalPage", variables: { journalId: school.journals.maths5A } }),
  classPage: (): View => ({ login: "classteacher", name: "ClassPage", variables: { classId: school.class5A } }),
  diary: (): View => ({ login: "mother", name: "DiaryWeek", variables: { pupilId: school.pupils.misha, week: TODAY } }),
  ownDiary: (): View => ({ login: "pupil", name: "DiaryWeek", variables: { pupilId: school.pupils.misha, week: TODAY } }),
  anyJournal: (): View => ({ login: "deputy", name: "JournalPage", variables: { journalId: school.journals.maths5A } }),
};

describe("a portal's query of somebody who has asked before", () => {
  it.each(Object.keys(views) as (keyof typeof views)[])(
    "is answered as the first time, and its check goes with its first read: %s",
    async (which) => {
      const { login, name, variables } = views[which]();
      const client = await signIn(login);
      const first = await client.send(query(name), variables);
      let again: typeof first | undefined;
      const statements = await statementsOf(async () => (again = await client.send(query(name), variables)));
      expect(first.errors).toEqual([]);
      expect(again).toEqual(first);
      expect(statements[0]).toBe("viewer");
      expect(statements.filter((one) => one === "viewer")).toHaveLength(1);
    },
  );

  it("says how it is answered in the words that the client asks for", async () => {
    const { cookie } = await signIn("teacher");
    const typeFor = async (accept: string) => {
      const headers = { "content-type": "application/json", "x-journal-client": "test", cookie: cookie!, accept };
      const response = await fetch(`${server.url}/graphql`, { method: "POST", headers, body: JSON.stringify({ query: query("MyDay") }) });
      return response.headers.get("content-type");
    };
    for (const accept of ["*/*", "application/json", "application/graphql-response+json,application/json;q=0.9"]) {
      expect([accept, await typeFor(accept)]).toEqual([accept, await typeFor(accept)]);
    }
    expect(await typeFor("application/graphql-response+json,application/json;q=0.9")).toBe(
      "application/graphql-response+json; charset=utf-8",
    );
  });

  it("is refused in the ordinary way's words when it is not of the form, or asks for an answer that there is not", async () => {
    const client = await signIn("teacher");
    await client.send(query("MyDay"));
    const ask = async (more: object, accept: string) => {
      const headers = { "content-type": "application/json", "x-journal-client": "test", cookie: client.cookie!, accept };
      const response = await fetch(`${server.url}/graphql`, {
        method: "POST",
        headers,
        body: JSON.stringify({ query: query("MyDay"), ...more }),
      });
      return response.status;
    };
    expect(await ask({}, "*/*")).toBe(200);
    for (const accept of ["text/html", "constructor", "toString", "__proto__"])
      expect([accept, await ask({}, accept)]).toEqual([accept, 406]);
    for (const extensions of [5, [], "{}"]) expect([extensions, await ask({ extensions }, "*/*")]).toEqual([extensions, 400]);
  });

  it("is nothing for a secret that comes with the name of another school", async () => {
    const client = await signIn("teacher");
    const other = await makeSmallSchool(server.owner, String((schools += 1)));
    for (const time of [1, 2]) expect([time, (await client.send(query("MyDay"))).errors]).toEqual([time, []]);
    const [, secret] = client.cookie!.split(".");
    const place = Buffer.from(other.schoolId.replaceAll("-", ""), "hex").toString("base64url");
    const { errors } = await makeClient(server.url, `session=${place}.${secret}`).send(query("MyDay"));
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["UNAUTHENTICATED"]);
  });

  it("is answered all the same when its connection breaks after the check and before the answer", async () => {
    const { login, name, variables } = views.journal();
    const client = await signIn(login);
    const first = await client.send(query(name), variables);
    await server.owner.query("BEGIN");
    await server.owner.query("LOCK TABLE mark IN ACCESS EXCLUSIVE MODE");
    const again = client.send(query(name), variables);
    await waitingBackends(1);
    await server.owner.query(`SELECT pg_terminate_backend(pid) FROM (${WAITING}) AS waiting`);
    await server.owner.query("COMMIT");
    expect(await again).toEqual(first);
  });

  it.each<[string, keyof typeof views, string]>([
    ["signed out elsewhere", "journal", "UPDATE session SET ended_at = now()"],
    ["session over", "journal", "UPDATE session SET expires_at = '2026-11-23T00:00:00+03:00'"],
    ["account closed", "journal", "UPDATE account SET closed_at = now()"],
    ["load ended", "journal", "UPDATE teaching_load SET valid_to = '2026-11-22' WHERE valid_to IS NULL"],
    ["left the school", "anyJournal", "UPDATE staff SET left_on = '2026-11-22'"],
    ["role ended", "anyJournal", "UPDATE staff_role SET valid_to = '2026-11-22' WHERE valid_to IS NULL"],
    ["role taken away", "anyJournal", "DELETE FROM staff_role"],
    ["class given to another", "classPage", "UPDATE class_teacher SET valid_to = '2026-11-22'"],
    ["guardianship ended", "diary", "UPDATE guardianship SET valid_to = '2026-11-22' WHERE valid_to IS NULL"],
    ["left the class", "ownDiary", "UPDATE enrolment SET valid_to = '2026-11-22'"],
  ])("is refused the moment after: %s", async (_what, which, change) => {
    const { login, name, variables } = views[which]();
    const client = await signIn(login);
    expect((await client.send(query(name), variables)).errors).toEqual([]);
    expect((await client.send(query(name), variables)).errors).toEqual([]);
    await server.owner.query(change);
    const { errors } = await client.send(query(name), variables);
    expect(["UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND"]).toContain(errors[0]?.extensions.code);
  });

  it("gains a right the moment after it is given", async () => {
    const client = await signIn("otherteacher");
    const ask = () => client.send(query("JournalPage"), { journalId: school.journals.maths5A });
    for (const time of [1, 2]) expect([time, (await ask()).errors.length]).toEqual([time, 1]);
    await server.owner.query("UPDATE teaching_load SET staff_id = $1 WHERE journal_id = $2", [
      school.staff.otherTeacher,
      school.journals.maths5A,
    ]);
    expect((await ask()).errors).toEqual([]);
  });

  it("is answered by the ordinary way's words when something is wrong with it, and the next one is answered again", async () => {
    const client = await signIn("mother");
    const week = { pupilId: school.pupils.misha, week: TODAY };
    const ask = (variables: object) => client.send(query("DiaryWeek"), { ...week, ...variables });
    await ask({});
    expect((await ask({ pupilId: school.pupils.borya })).errors).toEqual(
      (await ask({ pupilId: school.pupils.borya })).errors.map((error) => expect.objectContaining({ message: error.message })),
    );
    expect((await ask({ week: "вчера" })).errors).toHaveLength(1);
    expect((await ask({ pupilId: "\0" })).errors[0]?.extensions).toMatchObject({ code: "INVALID" });
    expect((await ask({})).errors).toEqual([]);
  });

  it("keeps to the short way after a stranger was refused, and leaves it for what is read entity by entity", async () => {
    const [teacher, stranger, deputy] = [await signIn("teacher"), await signIn("otherteacher"), await signIn("deputy")];
    const ask = (client: TestClient) => client.send(query("JournalPage"), { journalId: school.journals.maths5A });
    for (const client of [teacher, stranger, stranger]) await ask(client);
    expect(await statementsOf(() => ask(teacher))).toEqual(["viewer", "journal-page"]);
    const office = () => deputy.send(query("Office"));
    expect((await office()).errors).toEqual([]);
    expect((await office()).errors).toEqual([]);
    expect((await statementsOf(office)).filter((one) => one === "viewer")).toHaveLength(1);
  });

  it("is nothing for another account that has signed in at the same computer", async () => {
    const { cookie } = await signIn("mother");
    const variables = { pupilId: school.pupils.misha, week: TODAY };
    const ask = async (account?: string) => {
      const headers = {
        "content-type": "application/json",
        "x-journal-client": "test",
        cookie: cookie!,
        ...(account && { "x-journal-account": account }),
      };
      const body = JSON.stringify({ query: query("DiaryWeek"), variables });
      return (await (await fetch(`${server.url}/graphql`, { method: "POST", headers, body })).json()) as { errors?: object[] };
    };
    expect((await ask()).errors).toBeUndefined();
    expect((await ask("019903a5-7880-7648-8b71-408aa50d98b3")).errors).toHaveLength(1);
    const headers = { "content-type": "application/json", cookie: cookie! };
    const bare = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers,
      body: JSON.stringify({ query: query("DiaryWeek"), variables }),
    });
    expect(bare.status).toBe(400);
  });
});
