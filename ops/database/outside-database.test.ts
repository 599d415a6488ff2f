import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import pg from "pg";
import { prepareAppRole } from "./app-role.ts";
import { findFreePort } from "./free-port.ts";
import { migrate } from "./migrate.ts";
import { type DatabaseFacts, explainConnection, findShortcoming, requireUsableDatabase } from "./outside-database.ts";
import { startThrowawayPostgres, type ThrowawayPostgres } from "./throwaway-postgres.ts";

let postgres: ThrowawayPostgres;
before(async () => {
  postgres = await startThrowawayPostgres();
  const client = new pg.Client({ connectionString: postgres.url("postgres") });
  await client.connect();
  await client.query("CREATE ROLE clerk LOGIN PASSWORD 'clerk'");
  await client.query("CREATE ROLE head LOGIN CREATEROLE PASSWORD 'head'");
  await client.query("CREATE ROLE neighbour LOGIN CREATEROLE PASSWORD 'neighbour'");
  await client.query("GRANT journal_app TO head WITH ADMIN OPTION");
  await client.query("CREATE DATABASE school OWNER head");
  await client.query("CREATE DATABASE neighbours OWNER neighbour");
  await client.query("CREATE DATABASE clerks OWNER clerk");
  await client.end();
});
after(() => postgres.stop());

function urlOf(user: string, password: string, database: string): string {
  const url = new URL(postgres.url(database));
  return Object.assign(url, { username: user, password }).href;
}

test("an owner with the right to make roles, no superuser, brings up the tables and the api's role", async () => {
  const url = urlOf("head", "head", "school");
  await requireUsableDatabase(url);
  const directory = mkdtempSync(join(tmpdir(), "open-school-journal-role-"));
  try {
    await migrate(url);
    assert.match(await prepareAppRole(url, join(directory, "password")), /journal_app_school/);
  } finally {
    rmSync(directory, { recursive: true });
  }
});

const refused: [string, () => string | Promise<string>, RegExp][] = [
  ["a wrong password", () => urlOf("head", "wrong", "school"), /refused the password of “head”/],
  ["an unknown database", () => urlOf("head", "head", "nowhere"), /has no database “nowhere”.*CREATE DATABASE/],
  [
    "a user without rights in the database",
    () => urlOf("clerk", "clerk", "school"),
    /“clerk” may not make tables in “school”.*OWNER TO "clerk"/,
  ],
  ["an owner who may not make roles", () => urlOf("clerk", "clerk", "clerks"), /ALTER ROLE "clerk" CREATEROLE/],
  [
    "an owner beside another journal",
    () => urlOf("neighbour", "neighbour", "neighbours"),
    /GRANT journal_app TO "neighbour" WITH ADMIN OPTION/,
  ],
  ["a port where nobody listens", async () => `postgres://u:p@127.0.0.1:${await findFreePort()}/x`, /no PostgreSQL listens there/],
  ["an unknown host", () => "postgres://u:p@no-such-host.invalid/x", /no such host is known/],
];

for (const [what, url, sentence] of refused) {
  test(`${what} has its own sentence`, async () => {
    await assert.rejects(requireUsableDatabase(await url()), { name: "Problem", message: sentence });
  });
}

const good: DatabaseFacts = {
  version: 150000,
  versionText: "15.0",
  encoding: "UTF8",
  role: "head",
  database: "school",
  mayCreate: true,
  mayMakeRoles: true,
  mayGrantApp: true,
  hasBtreeGist: true,
  hasRussianOrder: true,
};

test("PostgreSQL 15 is enough, 14 is not", () => {
  assert.equal(findShortcoming(good), undefined);
  assert.match(findShortcoming({ ...good, version: 140011, versionText: "14.11" }) ?? "", /14\.11 is too old.*15 or newer/);
});

test("another encoding, no contrib and no ICU have their own sentences", () => {
  assert.match(findShortcoming({ ...good, encoding: "WIN1251" }) ?? "", /encoded in WIN1251/);
  assert.match(findShortcoming({ ...good, hasBtreeGist: false }) ?? "", /btree_gist/);
  assert.match(findShortcoming({ ...good, hasRussianOrder: false }) ?? "", /ICU/);
});

test("no sentence shows the password", () => {
  const url = new URL("postgres://head:secret@db.example:5433/school");
  for (const code of ["ENOTFOUND", "ECONNREFUSED", "28P01", "28000", "3D000", "42501", "ETIMEDOUT"]) {
    assert.doesNotMatch(explainConnection(Object.assign(new Error("no"), { code }), url), /secret/);
  }
});
