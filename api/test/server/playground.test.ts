import { makeSmallSchool } from "../factories/small-school";
import { SIGN_IN, startTestServer, type TestServer } from "../test-server";

describe("the playground", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ trustedDocuments: new Map([["x", SIGN_IN]]) });
    await makeSmallSchool(server.owner);
  });
  afterAll(() => server?.stop());

  const open = async (login?: string) => {
    const cookie = login && (await server.signIn(login)).cookie;
    const response = await fetch(`${server.url}/playground`, { headers: { ...(cookie && { cookie }) } });
    return { status: response.status, page: await response.text(), policy: response.headers.get("content-security-policy") ?? "" };
  };

  it.each(["director", "deputy", "admin"])("opens for %s, from our own origin and under a strict policy", async (login) => {
    const { status, page, policy } = await open(login);
    expect(status).toBe(200);
    expect(policy).toContain("script-src 'self';");
    const links = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => link!);
    expect(links.filter((link) => !link.startsWith("/"))).toEqual([]);
    for (const link of links.filter((one) => one.startsWith("/playground/"))) {
      const asset = await fetch(server.url + link);
      expect([link, asset.status, (await asset.text()).length > 100]).toEqual([link, 200, true]);
    }
    expect(page).not.toMatch(/<script(?![^>]* src=)/);
  });

  it.each(["teacher", "classteacher", "specialist", "mother", "pupil", "formerdeputy"])("is closed to %s", async (login) => {
    const { status, page } = await open(login);
    expect(status).toBe(403);
    expect(page).toContain("Площадка запросов открыта директору, заместителю директора и администратору.");
    expect(page).not.toContain("<script");
  });

  it("leads a stranger to the sign-in page and back", async () => {
    const { status, page } = await open();
    expect(status).toBe(401);
    expect(page).toContain('href="/sign-in?return=/playground"');
  });

  it("has no rights of its own: its examples run with the viewer's", async () => {
    const script = await (await fetch(`${server.url}/playground/start.js`)).text();
    const examples = JSON.parse(/const examples = (\[.*\]);/.exec(script)![1]!) as string[];
    const [director, teacher] = [await server.signIn("director"), await server.signIn("teacher")];
    for (const query of examples) {
      expect(await director.send(query)).toMatchObject({ status: 200, errors: [] });
      expect((await teacher.send(query)).status).toBe(403);
    }
  });
});
