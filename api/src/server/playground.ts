import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { FastifyInstance, FastifyReply } from "fastify";
import { mayQueryFreely } from "../modules/access/load-viewer-card";
import { PLAYGROUND_PAGE, PLAYGROUND_SCRIPT, refusalPage } from "./playground-pages";
import { loadPageViewer, type Shared } from "./request-context";

/** Everything comes from our own origin. GraphiQL and its editor set styles of elements, so styles may be inline; scripts never. */
const SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The last GraphiQL that is one script, and the React that it was made for; the portal's own React is another. */
const ASSETS: Readonly<Record<string, { file: string; type: string }>> = {
  "react.js": { file: join(dirname(require.resolve("react/package.json")), "umd", "react.production.min.js"), type: "text/javascript" },
  "react-dom.js": {
    file: join(dirname(require.resolve("react-dom/package.json")), "umd", "react-dom.production.min.js"),
    type: "text/javascript",
  },
  "graphiql.js": { file: join(dirname(require.resolve("graphiql")), "..", "graphiql.min.js"), type: "text/javascript" },
  "graphiql.css": { file: join(dirname(require.resolve("graphiql")), "..", "graphiql.min.css"), type: "text/css" },
};

/**
 * Serves GraphiQL at `/playground` to those who may query freely: director, deputy, administrator. It has no rights of its
 * own: it asks `/graphql` with the viewer's session.
 */
export function servePlayground(app: FastifyInstance, shared: Shared): void {
  app.get("/playground", async (request, reply) => {
    const viewer = await loadPageViewer(shared, request);
    if (!viewer)
      return page(
        reply,
        401,
        refusalPage("Войдите в систему", "Площадка запросов открывается после входа.", "/sign-in?return=/playground", "Войти"),
      );
    if (!mayQueryFreely(viewer)) {
      return page(
        reply,
        403,
        refusalPage("Нет доступа", "Площадка запросов открыта директору, заместителю директора и администратору.", "/", "На главную"),
      );
    }
    return page(reply, 200, PLAYGROUND_PAGE);
  });
  app.get("/playground/start.js", (_request, reply) => asset(reply, "text/javascript", PLAYGROUND_SCRIPT));
  for (const [name, { file, type }] of Object.entries(ASSETS)) {
    app.get(`/playground/${name}`, async (_request, reply) => asset(reply, type, await readFile(file)));
  }
}

function page(reply: FastifyReply, status: number, html: string): FastifyReply {
  return secured(reply).code(status).type("text/html; charset=utf-8").send(html);
}

function asset(reply: FastifyReply, type: string, body: string | Buffer): FastifyReply {
  return secured(reply).type(`${type}; charset=utf-8`).header("cache-control", "public, max-age=3600").send(body);
}

function secured(reply: FastifyReply): FastifyReply {
  return reply.header("content-security-policy", SECURITY_POLICY);
}
