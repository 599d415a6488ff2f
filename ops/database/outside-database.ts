import pg from "pg";
import { Problem } from "../problem.ts";

const LEAST_VERSION = 150000;
const PATIENCE_MS = 10_000;

/** Refuses, with a sentence for each reason, when the database of DATABASE_URL cannot hold the journal. Changes nothing. */
export async function requireUsableDatabase(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: PATIENCE_MS });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (failure) {
    throw new Problem(explainConnection(failure as NodeJS.ErrnoException, new URL(databaseUrl)));
  }
  try {
    const shortcoming = findShortcoming(await loadFacts(client));
    if (shortcoming) throw new Problem(`${shortcoming} Nothing was changed.`);
  } finally {
    await client.end();
  }
}

/** The sentence for a failed connection; `failure.code` is the system's or PostgreSQL's. */
export function explainConnection(failure: NodeJS.ErrnoException, { hostname, port, username, pathname }: URL): string {
  const server = `${hostname}:${port || "5432"}`;
  const database = decodeURIComponent(pathname.slice(1));
  const role = decodeURIComponent(username);
  switch (failure.code) {
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `DATABASE_URL names the host “${hostname}”, and no such host is known. Check the name.`;
    case "ECONNREFUSED":
      return `DATABASE_URL names ${server}, and no PostgreSQL listens there. Check that it runs, and its host and port.`;
    case "28P01":
      return `PostgreSQL at ${server} refused the password of “${role}”. Check the user and the password in DATABASE_URL.`;
    case "28000":
      return `PostgreSQL at ${server} does not let “${role}” in: ${failure.message}. Check the user in DATABASE_URL and the server's pg_hba.conf.`;
    case "3D000":
      return `PostgreSQL at ${server} has no database “${database}”. Make it: CREATE DATABASE "${database}" ENCODING 'UTF8' OWNER "${role}".`;
    case "42501":
      return `“${role}” may not connect to the database “${database}”. Grant it: GRANT ALL ON DATABASE "${database}" TO "${role}".`;
    default:
      return `PostgreSQL at ${server} cannot be reached: ${failure.message || failure.code}. Check DATABASE_URL and the network.`;
  }
}

/** What the journal asks of a database and of the user of DATABASE_URL. */
export interface DatabaseFacts {
  version: number;
  versionText: string;
  encoding: string;
  role: string;
  database: string;
  mayCreate: boolean;
  mayMakeRoles: boolean;
  /** False when journal_app was made by another user of the server (two journals on one server, PostgreSQL 16 and newer). */
  mayGrantApp: boolean;
  hasBtreeGist: boolean;
  hasRussianOrder: boolean;
}

/** The first thing that is wrong, as a sentence, or undefined. */
export function findShortcoming(facts: DatabaseFacts): string | undefined {
  const { role, database } = facts;
  if (facts.version < LEAST_VERSION) return `PostgreSQL ${facts.versionText} is too old: the journal needs 15 or newer.`;
  if (facts.encoding !== "UTF8") return `The database “${database}” is encoded in ${facts.encoding}: the journal needs UTF8.`;
  if (!facts.mayCreate) {
    return `“${role}” may not make tables in “${database}”. Make it the owner: ALTER DATABASE "${database}" OWNER TO "${role}".`;
  }
  if (!facts.mayMakeRoles) return `“${role}” may not make the api's role. Allow it: ALTER ROLE "${role}" CREATEROLE.`;
  if (!facts.mayGrantApp) {
    return `“${role}” may not give out the role journal_app, which another user made. Allow it: GRANT journal_app TO "${role}" WITH ADMIN OPTION.`;
  }
  if (!facts.hasBtreeGist) return "PostgreSQL lacks the extension btree_gist. Install its contrib package (postgresql-contrib).";
  if (!facts.hasRussianOrder)
    return "PostgreSQL was built without ICU, and the journal sorts names by its Russian order. Use a build with ICU.";
  return undefined;
}

async function loadFacts(client: pg.Client): Promise<DatabaseFacts> {
  const { rows } = await client.query<DatabaseFacts>(`
    SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS "versionText",
      current_setting('server_encoding') AS encoding, current_user AS role, current_database() AS database,
      has_database_privilege(current_database(), 'CREATE') AND has_schema_privilege('public', 'CREATE') AS "mayCreate",
      r.rolsuper OR r.rolcreaterole AS "mayMakeRoles",
      r.rolsuper OR current_setting('server_version_num')::int < 160000 OR COALESCE(
        (SELECT pg_has_role(a.oid, 'MEMBER WITH ADMIN OPTION') FROM pg_roles a WHERE a.rolname = 'journal_app'), true) AS "mayGrantApp",
      EXISTS (SELECT FROM pg_available_extensions WHERE name = 'btree_gist') AS "hasBtreeGist",
      EXISTS (SELECT FROM pg_collation WHERE collname = 'ru-x-icu') AS "hasRussianOrder"
    FROM pg_roles r WHERE r.rolname = current_user`);
  return rows[0]!;
}
