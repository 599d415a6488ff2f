import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { ErrorCode, Refusal } from "../kernel/refusal";
import { requireUuid } from "../kernel/uuid";
import type { Viewer } from "../kernel/viewer";
import { mayReadAnalysis } from "../modules/analysis/analysis.rules";
import { FILE_FORMATS, makeAnalysisFile, type FileFormat, type MadeFile } from "../modules/exports/class-analysis-file";
import { refusalPage } from "./playground-pages";
import { loadPageViewer, type Shared } from "./request-context";

interface AnalysisRoute {
  Params: { classId: string; format: string };
  Querystring: Record<string, unknown>;
}

/**
 * Serves files to save: `/files/classes/ID/analysis.xlsx` and `.pdf`, of a term (`?term=ID`) or the year (`?year`). A browser follows a link
 * there, so it asks as a page does: by the session's cookie, and it changes nothing. Who may is the rule of the same screen.
 */
export function serveFiles(app: FastifyInstance, shared: Shared): void {
  app.get<AnalysisRoute>("/files/classes/:classId/analysis.:format", (request, reply) =>
    answer(shared, request, reply, async (viewer) => {
      const classId = requireUuid(request.params.classId, "classId");
      const { term, year } = request.query;
      const format = FILE_FORMATS.find((one) => one === request.params.format);
      if (!format || !mayReadAnalysis(viewer, { classId })) return null;
      const asked = { classId, termId: typeof term === "string" ? requireUuid(term, "term") : null, wholeYear: year !== undefined };
      return makeAnalysisFile(shared.database, viewer, asked, format satisfies FileFormat);
    }),
  );
}

/** Sends what was made; 'not yours' and 'not there' answer alike. */
async function answer(
  shared: Shared,
  request: FastifyRequest,
  reply: FastifyReply,
  make: (viewer: Viewer) => Promise<MadeFile | null>,
): Promise<FastifyReply> {
  const viewer = await loadPageViewer(shared, request);
  if (!viewer) return page(reply, 401, refusalPage("Войдите в систему", "Файл можно сохранить после входа.", "/sign-in", "Войти"));
  const made = await make(viewer).catch((error: unknown) => {
    if (error instanceof Refusal && (error.code === ErrorCode.NOT_FOUND || error.code === ErrorCode.INVALID)) return null;
    throw error;
  });
  if (!made) {
    const sentence = "Такого файла нет, или доступ для вас закрыт. Откройте страницу заново из меню.";
    return page(reply, 404, refusalPage("Файл не найден", sentence, "/", "На главную"));
  }
  const disposition = `attachment; filename="analysis"; filename*=UTF-8''${encodeURIComponent(made.name)}`;
  return reply.type(made.type).header("content-disposition", disposition).send(made.body);
}

/** The page needs nothing but its own style. */
function page(reply: FastifyReply, status: number, html: string): FastifyReply {
  const policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  return reply.code(status).header("content-security-policy", policy).type("text/html; charset=utf-8").send(html);
}
