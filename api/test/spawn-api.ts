import { transformFileSync, type Options } from "@swc/core";
import { spawn, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { globSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { TODAY } from "./factories/small-school";

/** A process of the api, as it runs in a school. */
export interface ApiProcess {
  url: string;
  /** Ends it as a power cut does: no handler runs. */
  kill(): Promise<void>;
}

/** The source of the api, compiled as the tests are into a directory of its own. */
export interface CompiledApi {
  /** Starts a process; everybody may send the documents. `more`: settings besides. */
  start(databaseUrl: string, documents: readonly string[], more?: Record<string, string>): Promise<ApiProcess>;
  remove(): void;
}

export function compileApi(): CompiledApi {
  const root = join(__dirname, "..");
  const target = join(root, "node_modules", ".cache", `api-of-test-${process.pid}`);
  const { transform } = jest.requireActual<{ transform: Record<string, [string, Options]> }>("../jest.config.js");
  const [, options] = transform["^.+\\.ts$"]!;
  for (const file of globSync("**/*.ts", { cwd: join(root, "src"), exclude: ["**/*.test.ts"] })) {
    const written = join(target, file.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(written), { recursive: true });
    writeFileSync(written, transformFileSync(join(root, "src", file), { ...options, swcrc: false }).code);
  }
  return {
    start: (databaseUrl, documents, more = {}) => startApi(target, databaseUrl, documents, more),
    remove: () => rmSync(target, { recursive: true, force: true }),
  };
}

async function startApi(
  target: string,
  databaseUrl: string,
  documents: readonly string[],
  more: Record<string, string>,
): Promise<ApiProcess> {
  const trusted = join(target, "documents.json");
  const byHash = documents.map((text) => [createHash("sha256").update(text).digest("hex"), text]);
  writeFileSync(trusted, JSON.stringify(Object.fromEntries(byHash)));
  const port = await freePort();
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    API_PORT: String(port),
    TODAY,
    LOG_LEVEL: "silent",
    PERSISTED_DOCUMENTS: trusted,
    ...more,
  };
  const child = spawn(process.execPath, [join(target, "main.js")], { env, stdio: ["ignore", "ignore", "pipe"] });
  const url = `http://127.0.0.1:${port}`;
  await untilItAnswers(url, child);
  return {
    url,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}

async function untilItAnswers(url: string, child: ChildProcess): Promise<void> {
  let complaint = "";
  child.stderr?.on("data", (part: Buffer) => (complaint += part.toString()));
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) throw new Error(`the api ended by itself: ${complaint}`);
    const answer = await fetch(`${url}/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill("SIGKILL");
  throw new Error(`the api does not answer: ${complaint}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
