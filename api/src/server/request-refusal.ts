import { Refusal, type ErrorCode } from "../kernel/refusal";

/** A request that is refused before anything runs: the contract's code with an HTTP status of its own. */
export function requestRefusal(
  status: 400 | 401 | 403 | 406,
  code: ErrorCode,
  message: string,
  details: { field?: string; [extension: string]: unknown } = {},
): Refusal {
  return new Refusal(code, message, { ...details, http: { status } });
}
