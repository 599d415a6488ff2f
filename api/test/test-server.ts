import type { AddressInfo } from "node:net";
import { Client } from "pg";
import { makeApp } from "../src/server/app";
import type { Settings } from "../src/server/settings";
import { PASSWORD } from "./factories/person";
import { TODAY } from "./factories/small-school";

/** What a GraphQL request answered, as the client sees it. */
export interface Answer<Data = Record<string, never>> {
  status: number;
  data: Data | null | undefined;
  errors: { message: string; path?: (string | number)[]; extensions: { code: string; field?: string; [key: string]: unknown } }[];
}

/** One signed-in (or anonymous) client of the api. */
export interface TestClient {
  send<Data = Record<string, never>>(query: string, variables?: Record<string, unknown>, operationName?: string): Promise<Answer<Data>>;
  cookie: string | undefined;
}

/** The whole api over HTTP, on a database of its own, under the app's least-privilege role. */
export interface TestServer {
  owner: Client;
  anonymous: TestClient;
  signIn(login: string): Promise<TestClient>;
  /** The address of the api, `http://127.0.0.1:PORT`. */
  url: string;
  database: Awaited<ReturnType<typeof makeApp>>["database"];
  /** Makes notices and sends letters when it is told to: `worker.runOnce()`. */
  worker: Awaited<ReturnType<typeof makeApp>>["worker"];
  databaseUrl: string;
  stop(): Promise<void>;
}

/** Needs TEST_DATABASE_URL and TEST_TEMPLATE: run the tests with `npm test`. Everybody may send any document, unless `changed` says otherwise. */
export async function startTestServer(changed: Partial<Settings> = {}): Promise<TestServer> {
  const { ownerUrl, appUrl, drop } = await makeTestDatabase();
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  process.env.LOG_LEVEL ??= "silent";
  const settings: Settings = {
    databaseUrl: appUrl,
    host: "127.0.0.1",
    port: 0,
    publicUrl: new URL("http://localhost"),
    demoMode: false,
    today: TODAY,
    mail: null,
    newsEvery: null,
    trustedDocuments: "any",
    ...changed,
  };
  const { app, database, worker, stop } = await makeApp(settings);
  await app.listen({ host: settings.host, port: settings.port });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  return {
    owner,
    url,
    database,
    worker,
    databaseUrl: appUrl,
    anonymous: makeClient(url),
    signIn: async (login) => makeClient(url, await sessionCookie(url, login)),
    stop: async () => {
      await stop();
      await owner.end();
      await drop();
    },
  };
}

/** A client of an api at an address, signed in by the cookie. */
export function makeClient(url: string, cookie?: string): TestClient {
  return {
    cookie,
    send: async (query, variables, operationName) => {
      const response = await post(url, { query, variables, operationName }, cookie);
      const body = (await response.json()) as { data?: never; errors?: Answer["errors"] };
      return { status: response.status, data: body.data, errors: body.errors ?? [] };
    },
  };
}

/** The document with which tests sign in. */
export const SIGN_IN = "mutation ($input: SignInInput!) { signIn(input: $input) { viewer { login } } }";

async function sessionCookie(url: string, login: string): Promise<string> {
  const response = await post(url, { query: SIGN_IN, variables: { input: { login, password: PASSWORD } } });
  const [cookie] = response.headers.getSetCookie();
  if (!cookie) throw new Error(`${login} could not sign in: ${await response.text()}`);
  return cookie.split(";")[0]!;
}

function post(url: string, body: unknown, cookie?: string): Promise<Response> {
  const headers = { "content-type": "application/json", "x-journal-client": "test", ...(cookie && { cookie }) };
  return fetch(`${url}/graphql`, { method: "POST", headers, body: JSON.stringify(body) });
}

/** A database copied from the migrated template, and the address of its app role. */
export async function makeTestDatabase(): Promise<{ ownerUrl: string; appUrl: string; drop: () => Promise<void> }> {
  const { TEST_DATABASE_URL, TEST_TEMPLATE } = process.env;
  if (!TEST_DATABASE_URL || !TEST_TEMPLATE) throw new Error("the tests need a database: run them with npm test");
  const admin = new Client({ connectionString: TEST_DATABASE_URL });
  await admin.connect();
  const name = `test_${process.pid}_${Date.now().toString(36)}_${Math.trunc(Math.random() * 1e6)}`;
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${TEST_TEMPLATE}`);
  await admin.query(
    `DO $$ BEGIN CREATE ROLE test_app LOGIN PASSWORD 'test' IN ROLE journal_app; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
  );
  const ownerUrl = new URL(TEST_DATABASE_URL);
  ownerUrl.pathname = `/${name}`;
  const appUrl = new URL(ownerUrl);
  appUrl.username = "test_app";
  appUrl.password = "test";
  const drop = async (): Promise<void> => {
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  };
  return { ownerUrl: ownerUrl.href, appUrl: appUrl.href, drop };
}
