import type { FastifyInstance } from "fastify";
import type { Database } from "../kernel/database";

/** `/health`: 200 while the database answers, 503 while it does not; for whoever starts and watches the process. */
export function serveHealth(app: FastifyInstance, database: Database): void {
  app.get("/health", async (_request, reply) => {
    try {
      await database.readCatalogue(ALIVE, []);
      return { status: "ok" };
    } catch (failure) {
      app.log.error({ err: failure }, "the database does not answer");
      return reply.code(503).send({ status: "database does not answer" });
    }
  });
}

const ALIVE = { name: "health", text: "SELECT 1" };
