import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import pg from "pg";

/**
 * Makes the login role of the api for the database of `ownerUrl`: a member of journal_app, which owns nothing and has no DDL. Its random password is kept
 * in `passwordFile`. Answers the URL for the api.
 */
export async function prepareAppRole(ownerUrl: string, passwordFile: string): Promise<string> {
  const password = keepPassword(passwordFile);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const role = await roleName(client);
    const quoted = client.escapeIdentifier(role);
    const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [role]);
    if (!rowCount) await client.query(`CREATE ROLE ${quoted} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS IN ROLE journal_app`);
    await client.query(`ALTER ROLE ${quoted} PASSWORD ${client.escapeLiteral(password)}`);
    return withCredentials(ownerUrl, role, password);
  } finally {
    await client.end();
  }
}

function keepPassword(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== "ENOENT") throw failure;
  }
  const password = randomBytes(24).toString("base64url");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}

/** Roles belong to the whole server: each database gets its own. PostgreSQL cuts names at 63 bytes, as here. */
async function roleName(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ role: string }>("SELECT ('journal_app_' || current_database())::name::text AS role");
  return rows[0]!.role;
}

function withCredentials(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = encodeURIComponent(role);
  url.password = password;
  return url.href;
}
