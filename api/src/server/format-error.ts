import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { FastifyBaseLogger } from "fastify";
import { ErrorCode } from "../kernel/refusal";
import { inRussian, variableField } from "./graphql-messages";

const known: ReadonlySet<string> = new Set(Object.values(ErrorCode));

/** Apollo's own codes, in the contract's words. */
const translated: Readonly<Record<string, ErrorCode>> = {
  GRAPHQL_PARSE_FAILED: ErrorCode.BAD_REQUEST,
  GRAPHQL_VALIDATION_FAILED: ErrorCode.BAD_REQUEST,
  BAD_USER_INPUT: ErrorCode.INVALID,
  OPERATION_RESOLUTION_FAILURE: ErrorCode.BAD_REQUEST,
  PERSISTED_QUERY_NOT_FOUND: ErrorCode.BAD_REQUEST,
  PERSISTED_QUERY_NOT_SUPPORTED: ErrorCode.BAD_REQUEST,
};

/**
 * What the client sees of an error: a code of the contract and a sentence. An unexpected error is logged once with the
 * request's id and answered as INTERNAL: no stack, no SQL, ever.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  requestId: string,
  log: FastifyBaseLogger,
): GraphQLFormattedError {
  const { stacktrace: _, ...extensions } = (formatted.extensions ?? {}) as Record<string, unknown>;
  const field = variableField(formatted.message);
  const code = field === undefined ? codeOf(extensions.code) : ErrorCode.INVALID;
  if (code) {
    const isOwnSentence = known.has(String(extensions.code)) && extensions.code !== ErrorCode.BAD_REQUEST && field === undefined;
    const message = isOwnSentence || isRussian(formatted.message) ? formatted.message : inRussian(formatted.message);
    return { ...formatted, message, extensions: { ...extensions, code, ...(field !== undefined && { field }), requestId } };
  }
  const original = unwrapResolverError(error);
  log.error(
    { requestId, path: formatted.path, err: original instanceof GraphQLError ? (original.originalError ?? original) : original },
    "unexpected error",
  );
  return {
    ...internalError(requestId),
    ...(formatted.path && { path: formatted.path }),
    ...(formatted.locations && { locations: formatted.locations }),
  };
}

/** The answer to everything unexpected. */
export function internalError(requestId: string): GraphQLFormattedError {
  return {
    message: `На сервере произошла ошибка, данные не изменены. Повторите позже; если ошибка повторится, сообщите администратору номер запроса ${requestId}.`,
    extensions: { code: ErrorCode.INTERNAL, requestId },
  };
}

function codeOf(code: unknown): ErrorCode | undefined {
  if (known.has(String(code)) && code !== ErrorCode.INTERNAL) return code as ErrorCode;
  return translated[String(code)];
}

/** A sentence of ours begins in Russian; those of the libraries quote Russian input at most. */
function isRussian(message: string): boolean {
  return /^[А-ЯЁ]/.test(message);
}
