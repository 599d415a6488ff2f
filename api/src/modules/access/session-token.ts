import { randomBytes } from "node:crypto";

/** A session token names its school, so that the session is looked up under the school's own row-level security. */
export interface SessionToken {
  schoolId: string;
  secret: Buffer;
}

/** A fresh token: 256 random bits. Only its sha256 is stored. */
export function newSessionToken(schoolId: string): { token: string; secret: Buffer } {
  const secret = randomBytes(32);
  const school = Buffer.from(schoolId.replaceAll("-", ""), "hex");
  return { token: `${school.toString("base64url")}.${secret.toString("base64url")}`, secret };
}

/** The parts of a token; null when it is not of the form. */
export function parseSessionToken(token: string): SessionToken | null {
  const [school, secret, rest] = token.split(".").map((part) => Buffer.from(part, "base64url"));
  if (rest !== undefined || school?.length !== 16 || secret?.length !== 32) return null;
  const hex = school.toString("hex");
  return {
    schoolId: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`,
    secret,
  };
}
