import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { askAt, type OperationByHash } from "./ask";
import { errorCode, errorMessage } from "./error-code";

const MY_NAME: OperationByHash<{ name: string }, { greeting: string }> = { name: "MyName", hash: "abc" };

describe("asking the API without a cache", () => {
  let api: Server;
  let answer = { status: 200, body: "" };
  const received: { headers: IncomingMessage["headers"]; body: unknown }[] = [];
  const failures: unknown[] = [];
  const ask = (settings?: Parameters<ReturnType<typeof askAt>>[2]) =>
    askAt(`http://127.0.0.1:${(api.address() as AddressInfo).port}/`, (error) => failures.push(error))(
      MY_NAME,
      { greeting: "Здравствуйте" },
      settings,
    );
  const failureOf = () =>
    ask().then(
      () => null,
      (error: unknown) => ({ code: errorCode(error), message: errorMessage(error) }),
    );

  beforeAll(async () => {
    api = createServer((request, response) => {
      void text(request).then((body) => {
        received.push({ headers: request.headers, body: JSON.parse(body) });
        response.writeHead(answer.status).end(answer.body);
      });
    });
    await new Promise<void>((resolve) => api.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => new Promise((resolve) => api.close(resolve)));

  it("sends the operation's hash and name instead of its text, as the portal, and gives the data", async () => {
    answer = { status: 200, body: JSON.stringify({ data: { name: "Анна" } }) };
    expect(await ask({ headers: { "x-journal-account": "account" } })).toEqual({ name: "Анна" });
    expect(received.at(-1)).toMatchObject({
      headers: { "x-journal-client": "portal", "x-journal-account": "account", "content-type": "application/json" },
      body: {
        operationName: "MyName",
        variables: { greeting: "Здравствуйте" },
        extensions: { persistedQuery: { version: 1, sha256Hash: "abc" } },
      },
    });
  });

  it("rejects with the API's code and sentence, whatever the HTTP status, and tells of it", async () => {
    for (const status of [200, 401, 503]) {
      const error = { message: "Войдите снова.", extensions: { code: "UNAUTHENTICATED" } };
      answer = { status, body: JSON.stringify({ data: null, errors: [error] }) };
      expect(await failureOf()).toEqual({ code: "UNAUTHENTICATED", message: "Войдите снова." });
      expect(errorCode(failures.at(-1))).toBe("UNAUTHENTICATED");
    }
  });

  it("takes what is no answer of the API for a failure that says nothing about the change", async () => {
    for (const body of ["<h1>Bad gateway</h1>", "{}", ""]) {
      answer = { status: 502, body };
      expect(await failureOf()).toEqual({ code: "INTERNAL", message: undefined });
    }
  });
});
