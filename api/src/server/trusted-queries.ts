import type { FastifyInstance } from "fastify";
import { getOperationAST, type GraphQLSchema, parse, validate } from "graphql";
import { LRUCache } from "lru-cache";
import type { RequestContext } from "../kernel/request-context";
import { compileDocument, type CompiledRun } from "./jit-executor";
import { knownContext, type Shared } from "./request-context";
import { refuseBrokenText } from "./text-check";
import { isTrusted, type TrustedDocuments } from "./trusted-documents";

/** How many compiled queries are kept: about 0.1 MB each. The portal has a few dozen. */
const COMPILED_QUERIES = 200;

/** How the server answers what clients say they accept: as Apollo does, for the words that clients really use. */
const ANSWERS: ReadonlyMap<string, string> = new Map([
  ["*/*", "application/json; charset=utf-8"],
  ["application/json", "application/json; charset=utf-8"],
  ["application/graphql-response+json,application/json;q=0.9", "application/graphql-response+json; charset=utf-8"],
]);

/**
 * The short way of the portal's own queries, for somebody who has asked before: the reviewed document runs compiled, for the viewer as
 * remembered, and its first statement asks in the same message whether that still stands. Only a faultless answer whose check held is sent.
 * Whatever else happens, the request goes the ordinary way, as if nothing had been, and that tells what is wrong: a query changes nothing.
 */
export function serveTrustedQueries(app: FastifyInstance, shared: Shared, schema: GraphQLSchema, documents: TrustedDocuments): void {
  if (documents === "any") return;
  const queries = new LRUCache<string, TrustedQuery>({ max: COMPILED_QUERIES });
  const queryOf = (text: string): TrustedQuery | null => {
    if (!isTrusted(documents, text)) return null;
    let query = queries.get(text);
    if (!query) queries.set(text, (query = compileTrusted(schema, text)));
    return query;
  };
  app.addHook("preHandler", async (request, reply) => {
    if (request.method !== "POST" || request.routeOptions.url !== "/graphql") return undefined;
    const type = ANSWERS.get(request.headers.accept ?? "*/*");
    const asked = askedQuery(request.body);
    const query = asked && queryOf(asked.text);
    if (!type || !asked || !query?.run || (asked.operationName ?? query.name) !== query.name) return undefined;
    const known = knownContext(shared, request, reply);
    if (!known) return undefined;
    const { context, check } = known;
    const result = await faultless(query.run, context, asked.variables);
    // A refusal may come before the first read; a query that is answered without one, or reads in another way, always will.
    if (check.isOutOfReach || (result && !check.isAsked)) query.run = null;
    return result && check.holds ? reply.header("content-type", type).send(`${JSON.stringify(result)}\n`) : undefined;
  });
}

interface TrustedQuery {
  name: string | undefined;
  /** Null for what the ordinary way runs. */
  run: CompiledRun | null;
}

function compileTrusted(schema: GraphQLSchema, text: string): TrustedQuery {
  const document = parse(text);
  const run = validate(schema, document).length === 0 ? compileDocument(schema, document, undefined) : null;
  return { name: getOperationAST(document)?.name?.value, run };
}

interface AskedQuery {
  text: string;
  operationName: unknown;
  variables: Record<string, unknown>;
}

/** Null for what only the ordinary way understands. */
function askedQuery(body: unknown): AskedQuery | null {
  if (!isRecord(body)) return null;
  const { query, operationName, variables, extensions } = body;
  return typeof query === "string" && isRecord(variables ?? {}) && isRecord(extensions ?? {})
    ? { text: query, operationName, variables: (variables ?? {}) as AskedQuery["variables"] }
    : null;
}

/** Null for an answer with a fault, which the ordinary way meets again, tells of and logs. */
async function faultless(run: CompiledRun, context: RequestContext, variables: Record<string, unknown>): Promise<object | null> {
  try {
    refuseBrokenText(variables, "variables");
    const result = await run(undefined, context, variables);
    return result.data && !result.errors ? result : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
