import { join } from "node:path";
import { isCivilDate } from "../kernel/scalars";
import { loadTrustedDocuments, type TrustedDocuments } from "./trusted-documents";

/** The settings of the api process, read once from its environment. */
export interface Settings {
  databaseUrl: string;
  host: string;
  port: number;
  publicUrl: URL;
  demoMode: boolean;
  today: string | undefined;
  /** The mail server and the sender; null: no letters. */
  mail: MailSettings | null;
  /** How often the worker of notices looks by itself, in milliseconds; null: it runs only when it is told to. */
  newsEvery: number | null;
  /** What people without the right to free queries may send. */
  trustedDocuments: TrustedDocuments;
}

/** How letters are sent. */
export interface MailSettings {
  /** `smtp://` or `smtps://`, with user and password where the server asks for them. */
  url: string;
  /** The sender, `Школа № 1 <journal@school.example>`. */
  from: string;
}

/** Beside the contract; the same from `src` and from `dist`. */
const PORTAL_DOCUMENTS = join(__dirname, "..", "..", "..", "schema", "persisted-documents.json");

/** @throws Error that names the variable at fault. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const {
    DATABASE_URL,
    API_HOST = "127.0.0.1",
    API_PORT = "4000",
    PUBLIC_URL = "http://localhost:3000",
    DEMO_MODE,
    TODAY,
    SMTP_URL,
    MAIL_FROM,
    PERSISTED_DOCUMENTS,
  } = environment;
  if (!DATABASE_URL) throw new Error("DATABASE_URL is not set: the address of PostgreSQL, postgres://user:password@host:port/database");
  const port = Number(API_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`API_PORT is not a port: ${API_PORT}`);
  if (!URL.canParse(PUBLIC_URL)) throw new Error(`PUBLIC_URL is not an address: ${PUBLIC_URL}`);
  if (TODAY && !isCivilDate(TODAY)) throw new Error(`TODAY is not a date like 2026-11-23: ${TODAY}`);
  return {
    databaseUrl: DATABASE_URL,
    host: API_HOST,
    port,
    publicUrl: new URL(PUBLIC_URL),
    demoMode: DEMO_MODE === "1",
    today: TODAY || undefined,
    mail: readMail(SMTP_URL, MAIL_FROM),
    newsEvery: 3_000,
    trustedDocuments: loadTrustedDocuments(PERSISTED_DOCUMENTS || PORTAL_DOCUMENTS),
  };
}

function readMail(url: string | undefined, from: string | undefined): MailSettings | null {
  if (!url) return null;
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol)) {
    throw new Error("SMTP_URL is not an address like smtp://user:password@mail.school.example:587");
  }
  if (!from || !/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/.test(from)) {
    throw new Error("MAIL_FROM is not a sender like journal@school.example; it is needed with SMTP_URL");
  }
  return { url, from };
}
