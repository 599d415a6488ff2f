import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import pg from "pg";
import { prepareAppRole } from "./app-role.ts";
import { migrate } from "./migrate.ts";
import { startThrowawayPostgres, type ThrowawayPostgres } from "./throwaway-postgres.ts";

let postgres: ThrowawayPostgres;
before(async () => {
  postgres = await startThrowawayPostgres();
});
after(() => postgres.stop());

async function using<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function makeDatabase(name: string): Promise<string> {
  await using(postgres.url("postgres"), (client) => client.query(`CREATE DATABASE ${name}`));
  return postgres.url(name);
}

test("each migration is told once, and a second time there is nothing to do", async () => {
  const url = await makeDatabase("twice");
  const told: string[] = [];
  const count = await migrate(url, (name, done, total) => told.push(`${done}/${total} ${name}`));
  assert.equal(told.length, count);
  assert.equal(told[0], `1/${count} 0001_calendar`);
  assert.equal(await migrate(url), 0);
});

test("two at once do not disturb each other", async () => {
  const url = await makeDatabase("at_once");
  await assert.doesNotReject(Promise.all([migrate(url), migrate(url)]));
});

test("a database of a newer journal is refused untouched", async () => {
  const url = await makeDatabase("newer");
  await migrate(url);
  await using(url, (client) => client.query("INSERT INTO schema_migration (name, run_on) VALUES ('9999_future', now())"));
  await assert.rejects(migrate(url), { message: /newer version of the journal \(9999_future\)/ });
});

test("the api's role sees the tables, owns nothing and may not make any", async () => {
  const url = await makeDatabase("with_role");
  await migrate(url);
  const directory = mkdtempSync(join(tmpdir(), "open-school-journal-role-"));
  try {
    const appUrl = await prepareAppRole(url, join(directory, "password"));
    assert.equal(await prepareAppRole(url, join(directory, "password")), appUrl, "the password is kept");
    await using(appUrl, async (client) => {
      assert.deepEqual((await client.query("SELECT count(*)::int AS schools FROM school")).rows, [{ schools: 0 }]);
      await assert.rejects(client.query("CREATE TABLE mine ()"), { code: "42501" });
      await assert.rejects(client.query("DELETE FROM history"), { code: "42501" });
    });
  } finally {
    rmSync(directory, { recursive: true });
  }
});
