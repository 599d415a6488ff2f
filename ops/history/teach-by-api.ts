import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort } from "../database/free-port.ts";
import { type ServerProcess, startServer } from "../bench/server-process.ts";
import { ROOT } from "../places.ts";

/** A mutation of a teacher: its name, and the fields of its answer. */
type Order = readonly [name: keyof typeof ANSWERS, input: object];

const ANSWERS = {
  setMarks: "cells { outcome message }",
  clearMark: "cell { outcome message }",
  setAttendance: "cells { outcome message }",
  setHomework: "version",
  recordLesson: "lesson { id }",
  setTermMarks: "cells { outcome message }",
  planResits: "resits { outcome message }",
} as const;

/** A person who works with the api of a demo school. */
export interface ApiTeacher {
  /** Sends one mutation, and answers what was not accepted in it. */
  send: (...order: Order) => Promise<string[]>;
  stop: () => Promise<void>;
}

/** Starts the api on a demo school's database on a day of its own, and signs in. */
export async function startTeaching(appUrl: string, today: string, login: string): Promise<ApiTeacher> {
  const folder = await mkdtemp(join(tmpdir(), "documents-"));
  const file = join(folder, "documents.json");
  const texts = [SIGN_IN, ...Object.keys(ANSWERS).map((name) => textOf(name as keyof typeof ANSWERS))];
  await writeFile(file, JSON.stringify(Object.fromEntries(texts.map((text) => [createHash("sha256").update(text).digest("hex"), text]))));
  const port = await findFreePort();
  const api = await startServer(join(ROOT, "api", "dist", "main.js"), port, {
    ...{ NODE_ENV: "production", DATABASE_URL: appUrl, API_PORT: String(port), DEMO_MODE: "1", TODAY: today, LOG_LEVEL: "warn" },
    PERSISTED_DOCUMENTS: file,
  });
  await rm(folder, { recursive: true });
  const { headers } = await post(api, SIGN_IN, { login, password: `demo-${login}` });
  const cookie = headers.getSetCookie()[0]!.split(";")[0]!;
  return {
    send: async (name, input) => {
      const response = await post(api, textOf(name), { operationId: randomUUID(), ...input }, cookie);
      const { data, errors = [] } = (await response.json()) as { data?: Record<string, Payload>; errors?: { message: string }[] };
      const payload = data?.[name] ?? {};
      const cells = payload.cells ?? payload.resits ?? (payload.cell ? [payload.cell] : []);
      return [...errors, ...cells.filter(({ outcome }) => outcome !== "SET")].map(({ message }) => `${name}: ${message ?? "no change"}`);
    },
    stop: () => api.stop(),
  };
}

interface Cell {
  outcome: string;
  message: string | null;
}

interface Payload {
  cells?: Cell[];
  resits?: Cell[];
  cell?: Cell;
}

const SIGN_IN = "mutation ($input: SignInInput!) { signIn(input: $input) { viewer { login } } }";

function textOf(name: keyof typeof ANSWERS): string {
  return `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${ANSWERS[name]} } }`;
}

function post({ url }: ServerProcess, query: string, input: object, cookie?: string): Promise<Response> {
  const headers = { "content-type": "application/json", "x-journal-client": "test", ...(cookie && { cookie }) };
  return fetch(new URL("graphql", url), { method: "POST", headers, body: JSON.stringify({ query, variables: { input } }) });
}
