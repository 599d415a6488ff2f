import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import fastifyApollo from "@as-integrations/fastify";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import { ErrorCode } from "../kernel/refusal";
import type { RequestContext } from "../kernel/request-context";
import { admitRequest, type AskedDocument } from "./admit-request";
import { formatError } from "./format-error";
import { jitGateway } from "./jit-executor";
import { makeRequestContext, type Shared } from "./request-context";
import { currentRequestId } from "./request-id";
import { requestRefusal } from "./request-refusal";
import { serveTrustedQueries } from "./trusted-queries";
import { withDocumentText, type TrustedDocuments } from "./trusted-documents";

/** Serves `/graphql`. @returns the way to stop Apollo, once no request is left. */
export async function serveGraphQL(
  app: FastifyInstance,
  shared: Shared,
  schema: GraphQLSchema,
  documents: TrustedDocuments,
): Promise<() => Promise<void>> {
  const apollo = new ApolloServer<RequestContext>({
    gateway: jitGateway(schema),
    introspection: true,
    persistedQueries: false,
    csrfPrevention: { requestHeaders: ["x-journal-client"] },
    validationOptions: { maxErrors: 1 },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled(), firstFaultOnly, oneQueryOrMutation],
    formatError: (formatted, error) => formatError(formatted, error, currentRequestId(), app.log),
  });
  await apollo.start();
  app.addHook("preHandler", (request, _reply, done) => {
    request.body = withDocumentText(documents, request.body);
    done();
  });
  serveTrustedQueries(app, shared, schema, documents);
  await app.register(fastifyApollo(apollo), {
    method: ["GET", "POST"],
    context: async (request, reply) => {
      const context = await makeRequestContext(shared, request, reply);
      admitRequest(schema, documents, context.viewer, askedDocument(request));
      return context;
    },
  });
  return () => apollo.stop();
}

/** The first fault of a request that did not run is enough to mend it; a long list would cost more than the query. */
const firstFaultOnly: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { body } }) => {
      if (body.kind === "single" && body.singleResult.data === undefined) {
        body.singleResult = { ...body.singleResult, errors: body.singleResult.errors?.slice(0, 1) };
      }
    },
  }),
};

/** A subscription run as a query would pass by its guard. */
const oneQueryOrMutation: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation }) => {
      if (!operation) {
        throw requestRefusal(400, ErrorCode.BAD_REQUEST, "Операция не найдена: назовите в operationName одну из операций документа.");
      }
      if (operation.operation !== "subscription") return;
      throw requestRefusal(400, ErrorCode.BAD_REQUEST, "Подписки принимаются только по адресу /graphql/stream.");
    },
  }),
};

/** Read exactly as the server will read it: what is admitted is what runs. */
export function askedDocument(request: FastifyRequest): AskedDocument {
  if (request.method !== "GET") return typeof request.body === "object" && request.body !== null ? request.body : {};
  const search = new URL(request.url, "http://localhost").searchParams;
  return {
    query: search.get("query") ?? undefined,
    operationName: search.get("operationName") ?? undefined,
    variables: parsed(search.get("variables")),
  };
}

function parsed(variables: string | null): unknown {
  try {
    return variables === null ? undefined : JSON.parse(variables);
  } catch {
    return undefined;
  }
}
