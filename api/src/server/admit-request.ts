import { Kind, parse, type DocumentNode, type GraphQLSchema, type SelectionSetNode } from "graphql";
import { ErrorCode } from "../kernel/refusal";
import type { Viewer } from "../kernel/viewer";
import { mayQueryFreely } from "../modules/access/load-viewer-card";
import { refuseBeyondLimits } from "./request-limits";
import { requestRefusal } from "./request-refusal";
import { refuseBrokenText } from "./text-check";
import { isTrusted, type TrustedDocuments } from "./trusted-documents";

/** What a request asks, by POST or by GET, before anything of it is believed. */
export interface AskedDocument {
  query?: unknown;
  operationName?: unknown;
  variables?: unknown;
}

/**
 * Stops a request that may not run at all, before it is parsed: broken text, a document of one's own from somebody who
 * may send only the portal's, and one that is too large. Malformed requests pass: the server refuses them in its own words.
 * @throws Refusal with an HTTP status.
 */
export function admitRequest(schema: GraphQLSchema, documents: TrustedDocuments, viewer: Viewer | null, asked: AskedDocument): void {
  refuseBrokenText(asked.variables, "variables");
  const { query: text } = asked;
  if (typeof text !== "string" || text === "") return;
  if (documents !== "any") {
    if (isTrusted(documents, text)) return;
    if (!(viewer && mayQueryFreely(viewer)) && !isProbe(text)) throw notFreely(viewer);
  }
  refuseBrokenText(text, "query");
  refuseBrokenLiterals(text);
  refuseBeyondLimits(schema, {
    text,
    operationName: typeof asked.operationName === "string" ? asked.operationName : undefined,
    variables: isRecord(asked.variables) ? asked.variables : {},
  });
}

function notFreely(viewer: Viewer | null): Error {
  return viewer
    ? requestRefusal(
        403,
        ErrorCode.FORBIDDEN,
        "Свои запросы к данным доступны директору, заместителю директора и администратору. Работайте через портал.",
      )
    : requestRefusal(401, ErrorCode.UNAUTHENTICATED, "Свои запросы к данным доступны после входа. Войдите в систему.");
}

/** An escape in a literal may spell a NUL that the text itself does not hold; half a surrogate pair is refused by the parser. */
function refuseBrokenLiterals(text: string): void {
  if (/\\u(0000|\{0+\})/.test(text)) refuseBrokenText("\0", "query");
}

const PROBE_CHARACTERS = 300;

/**
 * A probe asks whether a GraphQL server is there, as tools and the public audit suite do: `__typename`, and the name of a
 * type that it names itself. It learns nothing, so everybody may send it.
 */
function isProbe(text: string): boolean {
  if (text.length > PROBE_CHARACTERS) return false;
  const document = parsed(text);
  if (!document) return true;
  return document.definitions.every(
    (node) =>
      node.kind === Kind.OPERATION_DEFINITION && node.operation === "query" && onlyFields(node.selectionSet, ["__typename", "__type"]),
  );
}

function onlyFields(set: SelectionSetNode, allowed: readonly string[]): boolean {
  return set.selections.every(
    (node) =>
      node.kind === Kind.FIELD && allowed.includes(node.name.value) && (!node.selectionSet || onlyFields(node.selectionSet, ["name"])),
  );
}

function parsed(text: string): DocumentNode | null {
  try {
    return parse(text, { noLocation: true });
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
