import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { getOperationAST, GraphQLError, parse, validate, type DocumentNode, type ExecutionResult, type GraphQLSchema } from "graphql";
import { createHandler } from "graphql-sse/lib/use/fastify";
import { ErrorCode } from "../kernel/refusal";
import type { RequestContext } from "../kernel/request-context";
import { admitRequest } from "./admit-request";
import { formatError } from "./format-error";
import { makeRequestContext, type Shared } from "./request-context";
import { requestRefusal } from "./request-refusal";
import type { TrustedDocuments } from "./trusted-documents";

/**
 * Serves live updates at `/graphql/stream`: one POST a subscription, answered as server-sent events with a heartbeat each
 * 12 seconds. @returns the way to end all streams.
 */
export function serveStream(app: FastifyInstance, shared: Shared, schema: GraphQLSchema, documents: TrustedDocuments): () => void {
  const open = new Set<FastifyReply["raw"]>();
  const handle = createHandler<RequestContext & Record<PropertyKey, unknown>>({
    authenticate: () => null,
    onSubscribe: async ({ raw, context: { reply } }, params) => {
      const contextValue = await makeRequestContext(shared, raw, reply);
      admitRequest(schema, documents, contextValue.viewer, params);
      const document = subscriptionDocument(schema, params.query, params.operationName);
      const variableValues = params.variables as Record<string, unknown> | undefined;
      return { schema, document, operationName: params.operationName, variableValues, contextValue: { ...contextValue } };
    },
    onNext: (context, _request, result) => withFormattedErrors(app, result as ExecutionResult, context.requestId),
  });
  app.post("/graphql/stream", async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.headers.accept !== "text/event-stream") throw onlyEvents();
    open.add(reply.raw);
    reply.raw.once("close", () => open.delete(reply.raw));
    try {
      await handle(request, reply);
    } catch (failure) {
      if (!reply.raw.headersSent) throw failure;
      app.log.error({ requestId: request.id, err: failure }, "unexpected error");
      // A stream that has begun has no other answer: cut off, the browser comes back for another.
      reply.raw.destroy();
    }
    reply.hijack();
  });
  return () => open.forEach((stream) => stream.end());
}

function subscriptionDocument(schema: GraphQLSchema, text: string, operationName: string | null | undefined): DocumentNode {
  const document = parsed(text);
  if (getOperationAST(document, operationName)?.operation !== "subscription") {
    throw requestRefusal(400, ErrorCode.BAD_REQUEST, "По этому адресу принимаются только подписки. Запросы отправляйте на /graphql.");
  }
  const [fault] = validate(schema, document);
  if (fault) throw badDocument(fault.message);
  return document;
}

function parsed(text: string): DocumentNode {
  try {
    return parse(text);
  } catch (error) {
    throw badDocument((error as GraphQLError).message);
  }
}

function badDocument(detail: string): Error {
  return requestRefusal(400, ErrorCode.BAD_REQUEST, `Запрос составлен неверно: ${detail}`);
}

function onlyEvents(): Error {
  return requestRefusal(406, ErrorCode.BAD_REQUEST, "Подписка отвечает потоком событий. Добавьте заголовок accept: text/event-stream.");
}

function withFormattedErrors(app: FastifyInstance, result: ExecutionResult, requestId: string): ExecutionResult | undefined {
  if (!result.errors) return undefined;
  const errors = result.errors.map((error) => formatError(error.toJSON(), error, requestId, app.log));
  return { ...result, errors: errors.map(({ message, extensions }) => new GraphQLError(message, { extensions })) };
}
