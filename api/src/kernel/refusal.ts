import { GraphQLError } from "graphql";
import { registerEnumType } from "type-graphql";

/** The closed set of error codes of the contract: `extensions.code` of every error. */
export enum ErrorCode {
  UNAUTHENTICATED = "UNAUTHENTICATED",
  FORBIDDEN = "FORBIDDEN",
  NOT_FOUND = "NOT_FOUND",
  INVALID = "INVALID",
  CONFLICT = "CONFLICT",
  TERM_CLOSED = "TERM_CLOSED",
  LIMIT_EXCEEDED = "LIMIT_EXCEEDED",
  WRONG_CREDENTIALS = "WRONG_CREDENTIALS",
  TOO_MANY_ATTEMPTS = "TOO_MANY_ATTEMPTS",
  MARK_OUTSIDE_SCALE = "MARK_OUTSIDE_SCALE",
  LESSON_CANCELLED = "LESSON_CANCELLED",
  LESSON_NOT_HELD = "LESSON_NOT_HELD",
  NOT_ENROLLED = "NOT_ENROLLED",
  PUPIL_ABSENT = "PUPIL_ABSENT",
  PUPIL_HAS_MARK = "PUPIL_HAS_MARK",
  OUTSIDE_TERM = "OUTSIDE_TERM",
  TOPIC_EMPTY = "TOPIC_EMPTY",
  TOPIC_NOT_RUSSIAN = "TOPIC_NOT_RUSSIAN",
  TEXT_TOO_LONG = "TEXT_TOO_LONG",
  TOO_LATE = "TOO_LATE",
  TOO_EARLY = "TOO_EARLY",
  REASON_NEEDED = "REASON_NEEDED",
  OPERATION_REUSED = "OPERATION_REUSED",
  BAD_REQUEST = "BAD_REQUEST",
  INTERNAL = "INTERNAL",
}
registerEnumType(ErrorCode, { name: "ErrorCode", description: "The closed set of error codes: `extensions.code` of every error." });

/**
 * An expected failure: a stable code and a Russian sentence that says what to do.
 * `field` names the input field at fault; `details` go to `extensions` beside the code.
 */
export class Refusal extends GraphQLError {
  constructor(
    readonly code: ErrorCode,
    message: string,
    details: { field?: string; [extension: string]: unknown } = {},
  ) {
    super(message, { extensions: { code, ...details } });
    this.name = "Refusal";
  }
}

/** "Not yours" and "not there" answer alike, so that nobody learns what exists. */
export function notFound(what: string): Refusal {
  return new Refusal(ErrorCode.NOT_FOUND, `${what}: ничего не найдено, или доступ для вас закрыт. Откройте страницу заново из меню.`);
}
