/** `OFFLINE` is the portal's own: no answer came at all. */
export type PortalErrorCode = string;

/** The first error's `extensions.code`, also when it came with an HTTP status of an error. */
export function errorCode(error: unknown): PortalErrorCode {
  return firstError(error)?.code ?? (isWithoutAnswer(error) ? "OFFLINE" : "INTERNAL");
}

/** The API's own sentence for people; undefined when there was no answer. */
export function errorMessage(error: unknown): string | undefined {
  return firstError(error)?.message;
}

/** The input's field that the API could not take, where it names one. */
export function errorField(error: unknown): string | undefined {
  return firstError(error)?.field;
}

interface ApiError {
  code: string;
  message: string;
  field: string | undefined;
}

/**
 * Both ways of asking (ask.ts and Apollo Client) reject with the API's list of errors; Apollo Client with the answer's text when its HTTP status
 * is one of an error. They are known by their form, for Apollo's own way to tell them would come with every page.
 */
function firstError(error: unknown): ApiError | undefined {
  const { errors, bodyText } = (error ?? {}) as { errors?: unknown; bodyText?: unknown };
  if (Array.isArray(errors)) return apiError(errors[0]);
  if (typeof bodyText !== "string") return undefined;
  try {
    const body = JSON.parse(bodyText) as { errors?: readonly unknown[] };
    return apiError(body.errors?.[0]);
  } catch {
    return undefined;
  }
}

function apiError(candidate: unknown): ApiError | undefined {
  const { message, extensions } = (candidate ?? {}) as { message?: string; extensions?: { code?: unknown; field?: unknown } };
  if (typeof message !== "string") return undefined;
  const text = (value: unknown) => (typeof value === "string" ? value : undefined);
  return { message, code: text(extensions?.code) ?? "INTERNAL", field: text(extensions?.field) };
}

/** `fetch` rejects with a TypeError when the network or the server is away. */
function isWithoutAnswer(error: unknown): boolean {
  return error instanceof TypeError;
}
