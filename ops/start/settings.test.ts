import assert from "node:assert/strict";
import { test } from "node:test";
import { Problem } from "../problem.ts";
import { readSettings } from "./settings.ts";

test("without any setting the portal is on 3000, the api on 4000, with the demo school and the embedded database", () => {
  assert.deepEqual(readSettings([], {}), {
    port: 3000,
    apiPort: 4000,
    publicUrl: "http://localhost:3000",
    databaseUrl: undefined,
    demo: true,
    today: undefined,
  });
});

test("the command line pins the date over the environment", () => {
  assert.equal(readSettings(["--today", "2026-11-23"], { TODAY: "2026-09-01" }).today, "2026-11-23");
  assert.equal(readSettings([], { TODAY: "2026-09-01" }).today, "2026-09-01");
});

test("the public address follows the port unless it is given", () => {
  assert.equal(readSettings([], { PORT: "8080" }).publicUrl, "http://localhost:8080");
  assert.equal(readSettings([], { PUBLIC_URL: "https://journal.school.example/" }).publicUrl, "https://journal.school.example");
});

const refused: [string, string[], NodeJS.ProcessEnv, RegExp][] = [
  ["a port that is no number", [], { PORT: "http" }, /PORT=http is not a port/],
  ["a port out of range", [], { API_PORT: "70000" }, /API_PORT=70000 is not a port/],
  ["one port for both", [], { PORT: "4000" }, /both 4000/],
  ["a date that is not in the calendar", ["--today", "2026-02-30"], {}, /2026-02-30.*is not a date/],
  ["a Russian date", ["--today", "23.11.2026"], {}, /is not a date/],
  ["an unknown word on the command line", ["--tody", "2026-11-23"], {}, /--tody[\s\S]*Usage/],
  ["a database address of another kind", [], { DATABASE_URL: "mysql://u:p@host/db" }, /postgres:\/\/user/],
  ["a database address without a database", [], { DATABASE_URL: "postgres://u:p@host" }, /postgres:\/\/user/],
  ["a public address without a scheme", [], { PUBLIC_URL: "journal.school.example" }, /is not an address/],
  ["an unknown word for the demo school", [], { DEMO: "maybe" }, /give on .* or off/],
];

for (const [what, args, env, sentence] of refused) {
  test(`${what} is refused with a sentence`, () => {
    assert.throws(
      () => readSettings(args, env),
      (failure: unknown) => failure instanceof Problem && sentence.test(failure.message),
    );
  });
}

test("a refused database address is not repeated: it holds a password", () => {
  assert.throws(
    () => readSettings([], { DATABASE_URL: "mysql://u:secret@host/db" }),
    (failure: Error) => !failure.message.includes("secret"),
  );
});
