import type { FastifyInstance } from "fastify";

/** Answers hold people's data: nobody on the way keeps them, no browser guesses what they are or shows them in a frame. */
export function protectAnswers(app: FastifyInstance): void {
  app.addHook("onRequest", (_request, reply, done) => {
    reply.headers({
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
    });
    done();
  });
}
