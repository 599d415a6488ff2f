import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { ErrorCode } from "../kernel/refusal";
import { requestRefusal } from "./request-refusal";

/** Documents that everybody may send, by the sha256 of their text; `any` in tests that need queries of their own. */
export type TrustedDocuments = ReadonlyMap<string, string> | "any";

/** Reads the portal's documents. @throws Error that names the file when it is not there or a hash is not its text's. */
export function loadTrustedDocuments(file: string): ReadonlyMap<string, string> {
  const documents = new Map(Object.entries(parse(file)));
  for (const [hash, text] of documents) {
    if (createHash("sha256").update(text).digest("hex") !== hash) throw new Error(`${file}: ${hash} is not the sha256 of its document`);
  }
  return documents;
}

/**
 * Puts the text into a request that names its document by hash (`documentId`, or `extensions.persistedQuery.sha256Hash`).
 * Nothing is ever learned from a request: only documents known at the start have a hash.
 * @throws Refusal BAD_REQUEST for a hash that is not known.
 */
export function withDocumentText(documents: TrustedDocuments, body: unknown): unknown {
  if (!isRecord(body)) return body;
  const { documentId, extensions, ...rest } = body;
  const { persistedQuery, ...otherExtensions } = isRecord(extensions) ? extensions : {};
  const hash = documentId ?? (isRecord(persistedQuery) ? persistedQuery.sha256Hash : undefined);
  if (hash === undefined) return body;
  const bare = isRecord(extensions)
    ? { ...rest, extensions: otherExtensions }
    : { ...rest, ...(extensions !== undefined && { extensions }) };
  if (typeof rest.query === "string" && rest.query !== "") return bare;
  const query = typeof hash === "string" && documents !== "any" ? documents.get(hash) : undefined;
  if (query === undefined) throw requestRefusal(400, ErrorCode.BAD_REQUEST, UNKNOWN_DOCUMENT, { reason: "UNKNOWN_DOCUMENT" });
  return { ...bare, query };
}

/** May everybody send this text. */
export function isTrusted(documents: TrustedDocuments, text: string): boolean {
  if (documents === "any") return true;
  let texts = known.get(documents);
  if (!texts) known.set(documents, (texts = new Set(documents.values())));
  return texts.has(text);
}

const known = new WeakMap<ReadonlyMap<string, string>, ReadonlySet<string>>();

const UNKNOWN_DOCUMENT = "Сервер не знает этот документ запроса: портал и сервер разных версий. Обновите страницу.";

function parse(file: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  } catch (failure) {
    throw new Error(
      `the portal's documents can't be read from ${file}: run "npm run codegen -w web", or name the file in PERSISTED_DOCUMENTS (${(failure as Error).message})`,
    );
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
