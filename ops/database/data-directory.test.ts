import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import pg from "pg";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";
import { findRunningPostgres } from "./running-postgres.ts";

let parent: string;
let directory: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "open-school-journal-data-"));
  chmodSync(parent, 0o711);
  directory = join(parent, "postgres");
});
afterEach(() => rmSync(parent, { recursive: true }));

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}

const start = () => startEmbeddedPostgres({ dataDirectory: directory, initFlags: ["--no-sync"] });

test("what is written is there after a second start, and names sort as Russians sort them", async () => {
  const first = await start();
  await query(first.url("postgres"), "CREATE TABLE pupil (name text)");
  await query(first.url("postgres"), "INSERT INTO pupil VALUES ('Жуков'), ('Ёлкин'), ('Елагин'), ('Егоров')");
  await first.stop();
  const second = await start();
  try {
    const rows = await query(second.url("postgres"), "SELECT name FROM pupil ORDER BY name");
    assert.deepEqual(rows, [{ name: "Егоров" }, { name: "Елагин" }, { name: "Ёлкин" }, { name: "Жуков" }]);
  } finally {
    await second.stop();
  }
});

test("a start that was killed while it made the directory is made good by the next", async () => {
  mkdirSync(`${directory}.initialising/base`, { recursive: true });
  writeFileSync(`${directory}.initialising/PG_VERSION`, "18\n");
  const server = await start();
  await server.stop();
  assert.equal(existsSync(`${directory}.initialising`), false);
});

test("a directory that is not ours is left as it is", async () => {
  mkdirSync(directory);
  writeFileSync(join(directory, "something"), "dear to somebody");
  await assert.rejects(start(), { message: /not a complete data directory .* Nothing was changed/ });
  assert.equal(readFileSync(join(directory, "something"), "utf8"), "dear to somebody");
});

test("data of another PostgreSQL version are left as they are", async () => {
  mkdirSync(directory);
  writeFileSync(join(directory, "PG_VERSION"), "16\n");
  await assert.rejects(start(), { message: /of PostgreSQL 16, and this journal brings PostgreSQL 18. Nothing was changed/ });
});

test("a server whose starter was killed is found and can be stopped", async () => {
  const server = await start();
  const found = findRunningPostgres(directory);
  assert.equal(found?.url("postgres"), server.url("postgres"));
  await found?.stop();
  await server.ended;
  assert.equal(findRunningPostgres(directory), undefined);
});
