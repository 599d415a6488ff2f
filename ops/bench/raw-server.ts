/** The bare server of the comparison: `node:http`, one prepared statement a request, its text sent as it comes. No rights, no checks. */
import { createServer, type IncomingMessage } from "node:http";
import pg from "pg";
import { RAW_VIEWS } from "./raw-statements.ts";
import { rawSetMarks, type RawMarks } from "./raw-set-marks.ts";

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
  options: "-c plan_cache_mode=force_generic_plan -c jit=off",
});

const server = createServer((request, response) => {
  answer(request).then(
    (body) => response.writeHead(200, { "content-type": "application/json" }).end(body),
    (failure: Error) => response.writeHead(500).end(failure.message),
  );
});
server.listen(Number(process.env.RAW_PORT), "127.0.0.1");
process.once("SIGTERM", () => server.close(() => void pool.end()));

async function answer(request: IncomingMessage): Promise<string> {
  const name = (request.url ?? "").slice(1);
  if (name === "health") return "{}";
  const body: unknown = JSON.parse(await read(request));
  if (name === "setMarks") return rawSetMarks(pool, body as RawMarks);
  const text = RAW_VIEWS[name];
  if (!text) throw new Error(`there is no view ${name}`);
  const { rows } = await pool.query<{ body: string }>({ name, text, values: body as unknown[] });
  return rows[0]?.body ?? "null";
}

async function read(request: IncomingMessage): Promise<string> {
  let text = "";
  request.setEncoding("utf8");
  for await (const chunk of request) text += String(chunk);
  return text;
}
