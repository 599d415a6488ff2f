import { parseArgs } from "node:util";
import { Problem } from "../problem.ts";

/** What the person chose, by the environment, `.env` and the command line. */
export interface Settings {
  port: number;
  apiPort: number;
  publicUrl: string;
  /** The owner's URL of an outside PostgreSQL; without it the embedded one is used. */
  databaseUrl: string | undefined;
  demo: boolean;
  /** A pinned civil date, yyyy-mm-dd. */
  today: string | undefined;
}

/** Reads and checks the settings; the command line wins over the environment. */
export function readSettings(args: string[], env: NodeJS.ProcessEnv): Settings {
  const port = readPort("PORT", env.PORT, 3000);
  const apiPort = readPort("API_PORT", env.API_PORT, 4000);
  if (port === apiPort) throw new Problem(`PORT and API_PORT are both ${port}: the portal and the API need a port each.`);
  return {
    port,
    apiPort,
    publicUrl: readPublicUrl(env.PUBLIC_URL, port),
    databaseUrl: readDatabaseUrl(env.DATABASE_URL),
    demo: readDemo(env.DEMO),
    today: readToday(readArgs(args).today ?? env.TODAY),
  };
}

function readArgs(args: string[]): { today?: string | undefined } {
  try {
    return parseArgs({ args, options: { today: { type: "string" } } }).values;
  } catch (failure) {
    throw new Problem(`${(failure as Error).message}\nUsage: npm start [-- --today yyyy-mm-dd]`);
  }
}

function readPort(name: string, value: string | undefined, standard: number): number {
  if (!value) return standard;
  const port = Number(value);
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  throw new Problem(`${name}=${value} is not a port: give a whole number from 1 to 65535.`);
}

function readPublicUrl(value: string | undefined, port: number): string {
  if (!value) return `http://localhost:${port}`;
  if (/^https?:$/.test(URL.parse(value)?.protocol ?? "")) return value.replace(/\/$/, "");
  throw new Problem(
    `PUBLIC_URL=${value} is not an address: give the one people type in the browser, such as https://journal.school.example.`,
  );
}

/** The value is not repeated: it holds a password. */
function readDatabaseUrl(value: string | undefined): string | undefined {
  if (!value) return undefined;
  const url = URL.parse(value);
  if (url && /^postgres(ql)?:$/.test(url.protocol) && url.hostname && url.pathname.length > 1) return value;
  throw new Problem(
    "DATABASE_URL must look like postgres://user:password@host:5432/database (encode special characters of the password, @ as %40).",
  );
}

function readDemo(value: string | undefined): boolean {
  if (!value || value === "on") return true;
  if (value === "off") return false;
  throw new Problem(`DEMO=${value}: give on (the demo school and its logins) or off.`);
}

function readToday(value: string | undefined): string | undefined {
  if (!value) return undefined;
  const date = new Date(`${value}T00:00:00Z`);
  if (/^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(value)) return value;
  throw new Problem(`“${value}” is not a date: give it as yyyy-mm-dd, such as 2026-11-23.`);
}
