import { createHash } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, validate } from "graphql";
import { serverAudits } from "graphql-http";
import { buildContract } from "../../src/server/build-schema";
import { loadTrustedDocuments } from "../../src/server/trusted-documents";
import { makeSmallSchool } from "../factories/small-school";
import { SIGN_IN, startTestServer, type TestClient, type TestServer } from "../test-server";

const ME = "query Me { me { login } }";
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const INTROSPECTION = "{ __schema { types { name } } }";

describe("people without the right to free queries send only the portal's documents", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ trustedDocuments: new Map([ME, SIGN_IN].map((text) => [sha256(text), text])) });
    await makeSmallSchool(server.owner);
  });
  afterAll(() => server?.stop());

  const post = async (body: object, cookie?: string) => {
    const headers = { "content-type": "application/json", "x-journal-client": "test", ...(cookie && { cookie }) };
    const response = await fetch(`${server.url}/graphql`, { method: "POST", headers, body: JSON.stringify(body) });
    return { status: response.status, body: (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] } };
  };

  it("runs a document by its hash, in the form of Apollo Client and by documentId", async () => {
    const mother = await server.signIn("mother");
    const answer = { status: 200, body: { data: { me: { login: "mother" } } } };
    expect(await post({ extensions: { persistedQuery: { version: 1, sha256Hash: sha256(ME) } } }, mother.cookie)).toEqual(answer);
    expect(await post({ documentId: sha256(ME) }, mother.cookie)).toEqual(answer);
    expect(await post({ query: ME }, mother.cookie)).toEqual(answer);
  });

  it("never learns a document from a request", async () => {
    const query = "{ me { login personId } }";
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(query) } };
    const director = await server.signIn("director");
    const mother = await server.signIn("mother");
    expect((await post({ query, extensions }, director.cookie)).status).toBe(200);
    expect((await post({ extensions }, mother.cookie)).status).toBe(400);
    expect((await post({ query, extensions: { persistedQuery: { version: 1, sha256Hash: sha256(ME) } } }, mother.cookie)).status).toBe(403);
  });

  it.each(["mother", "pupil", "teacher", "otherteacher", "classteacher", "specialist", "formerdeputy"])(
    "refuses %s a query and introspection",
    async (login) => {
      const client = await server.signIn(login);
      for (const query of ["{ me { login personId } }", INTROSPECTION, "{ notThere }", '{ __type(name: "Pupil") { fields { name } } }']) {
        const { status, errors } = await client.send(query);
        expect([query, status, errors[0]?.extensions.code]).toEqual([query, 403, "FORBIDDEN"]);
        expect(errors[0]!.message).toMatch(/^Свои запросы/);
      }
    },
  );

  it.each(["director", "deputy", "admin"])("lets %s query freely, introspection too", async (login) => {
    const client = await server.signIn(login);
    expect((await client.send("{ me { login } }")).data).toEqual({ me: { login } });
    expect((await client.send<{ __schema: { types: object[] } }>(INTROSPECTION)).data?.__schema.types.length).toBeGreaterThan(10);
  });

  it("asks a stranger to sign in, and tells nothing of the contract", async () => {
    for (const query of ["{ me { login } }", INTROSPECTION, "{ notThere }", "mutation { signOut }"]) {
      const { status, errors } = await server.anonymous.send(query);
      expect([query, status, errors[0]?.extensions.code]).toEqual([query, 401, "UNAUTHENTICATED"]);
    }
  });

  it.each([
    ["a director", () => server.signIn("director")],
    ["a stranger", async (): Promise<TestClient> => server.anonymous],
  ])("passes the public audit of GraphQL over HTTP without an error, asked by %s", async (_who, client) => {
    const { cookie } = await client();
    const fetchFn = (url: string, init?: RequestInit) =>
      fetch(url, {
        ...init,
        headers: { ...(init?.headers as Record<string, string>), "x-journal-client": "audit", ...(cookie && { cookie }) },
      });
    const results = await Promise.all(serverAudits({ url: `${server.url}/graphql`, fetchFn }).map((audit) => audit.fn()));
    expect(results.length).toBeGreaterThan(50);
    expect(results.filter((result) => result.status === "error")).toEqual([]);
  });
});

describe("the file of the portal's documents", () => {
  const file = join(mkdtempSync(join(tmpdir(), "documents-")), "persisted-documents.json");

  it("stops the start with a clear message when it is not there", () => {
    expect(() => loadTrustedDocuments(file)).toThrow(
      /can't be read from .*persisted-documents\.json.*npm run codegen -w web.*PERSISTED_DOCUMENTS/s,
    );
  });

  it("is refused when a hash is not that of its document", () => {
    writeFileSync(file, JSON.stringify({ [sha256(ME)]: "{ pupils { nodes { surname } } }" }));
    expect(() => loadTrustedDocuments(file)).toThrow(/is not the sha256 of its document/);
  });

  it("holds what the portal sends, and the contract understands it", () => {
    const documents = [...loadTrustedDocuments(join(__dirname, "../../../schema/persisted-documents.json")).values()];
    expect(documents).toContainEqual(expect.stringMatching(/^query Me /));
    const contract = buildContract();
    expect(documents.flatMap((text) => validate(contract, parse(text)))).toEqual([]);
  });
});
