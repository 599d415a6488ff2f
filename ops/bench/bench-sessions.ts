import { createHash, randomBytes, randomUUID } from "node:crypto";
import type pg from "pg";

/** A person who may ask the api: the cookie of an open session. */
export interface BenchSession {
  accountId: string;
  cookie: string;
}

/** Opens a session for a person, with an account made where there is none: signing in itself is not measured. */
export async function openSession(owner: pg.Client, schoolId: string, personId: string): Promise<BenchSession> {
  const { rows } = await owner.query<{ id: string }>(ACCOUNT, [schoolId, randomUUID(), personId, `bench-${randomUUID()}`]);
  const accountId = rows[0]!.id;
  const secret = randomBytes(32);
  const hash = createHash("sha256").update(secret).digest();
  await owner.query(SESSION, [schoolId, randomUUID(), accountId, hash]);
  const school = Buffer.from(schoolId.replaceAll("-", ""), "hex").toString("base64url");
  return { accountId, cookie: `session=${school}.${secret.toString("base64url")}` };
}

const ACCOUNT = `INSERT INTO account (school_id, id, person_id, login) VALUES ($1, $2, $3, $4)
  ON CONFLICT (school_id, person_id) DO UPDATE SET closed_at = NULL RETURNING id`;
const SESSION = `INSERT INTO session (school_id, id, account_id, token_hash, created_at, expires_at) VALUES ($1, $2, $3, $4, now() - interval '1 day', now() + interval '1 year')`;
