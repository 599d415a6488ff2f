import { AsyncLocalStorage } from "node:async_hooks";
import type { FastifyInstance } from "fastify";

const ids = new AsyncLocalStorage<string>();

/** Gives every answer its `x-request-id`, the same that errors carry in `extensions.requestId` and the log in `requestId`. */
export function nameRequests(app: FastifyInstance): void {
  app.addHook("onRequest", (request, reply, done) => {
    reply.header("x-request-id", request.id);
    done();
  });
  // After the body is read: its events come from outside of the request's asynchronous context.
  app.addHook("preHandler", (request, _reply, done) => ids.run(request.id, done));
}

/** The id of the request that is being answered. */
export function currentRequestId(): string {
  return ids.getStore() ?? "";
}
