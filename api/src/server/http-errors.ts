import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { ErrorCode } from "../kernel/refusal";
import { internalError } from "./format-error";

/** Errors outside of GraphQL's own execution, in the same form: a body too large, malformed JSON, an unknown address. */
export function answerHttpErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | GraphQLError, request, reply) => {
    const status = statusOf(error);
    if (status >= 500) {
      app.log.error({ requestId: request.id, err: error }, "unexpected error");
      return send(request, reply, 500, internalError(request.id));
    }
    return send(request, reply, status, error instanceof GraphQLError ? refused(error) : malformed(status));
  });
  app.setNotFoundHandler((request, reply) =>
    send(request, reply, 404, { message: "Такого адреса на сервере нет.", extensions: { code: ErrorCode.NOT_FOUND } }),
  );
}

function statusOf(error: FastifyError | GraphQLError): number {
  if (!(error instanceof GraphQLError)) return error.statusCode ?? 500;
  const { http } = error.extensions as { http?: { status?: number } };
  return http?.status ?? 400;
}

function refused(error: GraphQLError): GraphQLFormattedError {
  const { http: _, ...extensions } = error.extensions;
  return { message: error.message, extensions };
}

function malformed(status: number): GraphQLFormattedError {
  if (status === 413) {
    return {
      message: "Запрос слишком большой: можно не больше 1 МБ. Разделите его на части.",
      extensions: { code: ErrorCode.LIMIT_EXCEEDED, limit: "body" },
    };
  }
  if (status === 415) {
    return { message: "Тело запроса должно быть в формате application/json.", extensions: { code: ErrorCode.BAD_REQUEST } };
  }
  return {
    message: "Тело запроса не удалось прочитать: это не JSON. Проверьте запрос и отправьте его снова.",
    extensions: { code: ErrorCode.BAD_REQUEST },
  };
}

function send(request: FastifyRequest, reply: FastifyReply, status: number, error: GraphQLFormattedError): FastifyReply {
  return reply.code(status).send({ errors: [{ ...error, extensions: { ...error.extensions, requestId: request.id } }] });
}
