import { makeSmallSchool } from "../factories/small-school";
import { startTestServer, type Answer, type TestServer } from "../test-server";

describe("a request that is too large or malformed is refused before anything runs", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
    await makeSmallSchool(server.owner);
  });
  afterAll(() => server?.stop());

  const post = async (body: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${server.url}/graphql`, {
      method: "POST",
      body,
      headers: { "content-type": "application/json", ...headers },
    });
    return {
      status: response.status,
      requestId: response.headers.get("x-request-id"),
      ...((await response.json()) as Pick<Answer, "errors">),
    };
  };
  const send = (query: string, variables?: object) => post(JSON.stringify({ query, variables }));

  it.each([
    ["1,000 aliases", `{ ${Array.from({ length: 1000 }, (_, n) => `a${n}: __typename`).join(" ")} }`, "tokens"],
    ["60 aliases", `{ ${Array.from({ length: 60 }, (_, n) => `a${n}: __typename`).join(" ")} }`, "aliases"],
    ["21 root fields", `{ ${Array.from({ length: 21 }, (_, n) => `a${n}: me { login }`).join(" ")} }`, "rootFields"],
    [
      "21 root fields in a fragment",
      `{ ...all } fragment all on Query { ${Array.from({ length: 21 }, (_, n) => `a${n}: me { login }`).join(" ")} }`,
      "rootFields",
    ],
    ["depth 200", `{ ${"me { ".repeat(200)} login ${"}".repeat(201)}`, "depth"],
    ["brackets 10,000 deep", `{ ${"a{".repeat(9_000)}`, "tokens"],
    ["a document of 30,000 characters", `{ me { login } } # ${"я".repeat(30_000)}`, "characters"],
    ["50 directives", `{ me ${"@include(if: true) ".repeat(50)} { login } }`, "directives"],
    ["fragments that double each other", doublingFragments(40), "cost"],
  ])("refuses %s with the limit and the cost", async (_what, query, limit) => {
    const { status, errors } = await send(query);
    expect(status).toBe(400);
    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(/^Запрос слишком большой/),
        extensions: expect.objectContaining({ code: "LIMIT_EXCEEDED", limit }),
      }),
    ]);
    expect(errors[0]!.extensions.cost).toBeGreaterThan(errors[0]!.extensions.most as number);
  });

  it("does not run in circles over fragments that use each other", async () => {
    const { status, errors } = await send("{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }");
    expect([status, errors[0]?.extensions.code]).toEqual([400, "BAD_REQUEST"]);
  });

  it("lets only one sign-in into an operation, so that aliases don't multiply guesses", async () => {
    const guess = (password: string) => `signIn(input: { login: "director", password: "${password}" }) { viewer { login } }`;
    const { status, errors } = await send(`mutation { a: ${guess("1")} ...more } fragment more on Mutation { b: ${guess("2")} }`);
    expect([status, errors[0]?.extensions.code]).toEqual([400, "LIMIT_EXCEEDED"]);
  });

  it("refuses a body of 10 MB", async () => {
    const { status, errors } = await send("{ me { login } }", { padding: "x".repeat(10_000_000) });
    expect([status, errors[0]?.extensions.code]).toEqual([413, "LIMIT_EXCEEDED"]);
  });

  it.each([
    ["malformed JSON", '{ "query": "{ me', 400],
    ["an empty body", "", 400],
    ["a batch", '[{ "query": "{ __typename }" }, { "query": "{ __typename }" }]', 400],
    ["a body without a document", '{ "no": "query" }', 400],
    ["a document that does not parse", '{ "query": "{ me { " }', 400],
    ["an unknown field", '{ "query": "{ me { passwordHash salt pepper } }" }', 400],
    ["an operation that is not there", '{ "query": "query A { __typename }", "operationName": "B" }', 400],
    ["variables that are not a map", '{ "query": "{ __typename }", "variables": [1] }', 400],
    ["a hash of a document nobody knows", '{ "extensions": { "persistedQuery": { "version": 1, "sha256Hash": "aa" } } }', 400],
  ])("answers %s in Russian and with a code", async (_what, body, expected) => {
    const { status, errors, requestId } = await post(body);
    expect(status).toBe(expected);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ message: expect.stringMatching(/^[А-ЯЁ]/), extensions: { code: "BAD_REQUEST", requestId } });
  });

  it("answers another content type with 415, and so stops a form of another site", async () => {
    const { status, errors } = await post("query=%7B__typename%7D", { "content-type": "application/x-www-form-urlencoded" });
    expect([status, errors[0]?.extensions.code]).toEqual([415, "BAD_REQUEST"]);
  });

  it.each([
    ["a wrong type", { login: 5, password: "secret" }, "input.login"],
    ["a missing field", { login: "teacher" }, "input.password"],
    ["a field that is not there", { login: "teacher", password: "secret", role: "DIRECTOR" }, "input.role"],
    ["NUL", { login: "teacher\0", password: "secret" }, "input.login"],
    ["half a surrogate pair", { login: "teacher", password: "\ud800" }, "input.password"],
  ])("names the input field at fault: %s", async (_what, input, field) => {
    const { status, errors } = await send("mutation ($input: SignInInput!) { signIn(input: $input) { viewer { login } } }", { input });
    expect(status).toBe(400);
    expect(errors).toEqual([
      expect.objectContaining({
        extensions: expect.objectContaining({ code: "INVALID", field }),
        message: expect.stringMatching(/^[А-ЯЁ]/),
      }),
    ]);
    expect(JSON.stringify(errors)).not.toContain("secret");
  });

  it("refuses a NUL that a literal spells", async () => {
    const { status, errors } = await send('mutation { signIn(input: { login: "teacher\\u0000", password: "x" }) { viewer { login } } }');
    expect([status, errors[0]?.extensions.code]).toEqual([400, "INVALID"]);
  });

  it("refuses variables that nest without end", async () => {
    const { status, errors } = await post(
      `{ "query": "{ __typename }", "variables": { "a": ${"[".repeat(100_000)}${"]".repeat(100_000)} } }`,
    );
    expect([status, errors[0]?.extensions.code]).toEqual([400, "LIMIT_EXCEEDED"]);
  });

  it("gives each request an id, in its header and in its errors", async () => {
    const [one, other] = [await send("{ nothing }"), await send("{ nothing }")];
    expect(one.requestId).toBeTruthy();
    expect(one.requestId).not.toBe(other.requestId);
    expect(one.errors[0]!.extensions.requestId).toBe(one.requestId);
  });

  it("lets nobody keep an answer, guess its type or frame it", async () => {
    for (const path of ["/graphql", "/playground", "/health", "/nowhere"]) {
      const { headers } = await fetch(server.url + path);
      const found = ["cache-control", "x-content-type-options", "x-frame-options"].map((name) => headers.get(name));
      expect([path, ...found]).toEqual([path, "no-store", "nosniff", "DENY"]);
    }
  });

  it("answers an unknown address without telling what runs there", async () => {
    const response = await fetch(`${server.url}/admin.php`);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      errors: [{ message: "Такого адреса на сервере нет.", extensions: { code: "NOT_FOUND", requestId: expect.any(String) as string } }],
    });
  });
});

function doublingFragments(count: number): string {
  const fragments = Array.from({ length: count }, (_, n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`);
  return `{ ...f0 } ${fragments.join(" ")} fragment f${count} on Query { me { login } }`;
}
