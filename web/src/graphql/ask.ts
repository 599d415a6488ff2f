import { toSignInWhenSignedOut } from "./to-sign-in";

/** An operation that the API knows by its hash, with the types of what it takes and gives. */
export interface OperationByHash<Data, Variables> {
  name: string;
  hash: string;
  /** Never there: it only carries the types. */
  types?: (variables: Variables) => Data;
}

export interface AskSettings {
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** Asks the API something whose answer goes into no cache. Rejects with what `error-code.ts` can read. */
export type Ask = <Data, Variables>(
  operation: OperationByHash<Data, Variables>,
  variables: Variables,
  settings?: AskSettings,
) => Promise<Data>;

/** The API takes a browser's request only with this header: another site's form cannot send it. */
export const PORTAL_HEADERS = { "x-journal-client": "portal" };

interface ErrorOfApi {
  message: string;
  extensions?: Record<string, unknown>;
}

/** What the API has answered instead of data. */
export class ApiErrors extends Error {
  override readonly name = "ApiErrors";
  constructor(readonly errors: readonly ErrorOfApi[]) {
    super(errors.map(({ message }) => message).join("\n"));
  }
}

/**
 * Asks at an address without Apollo Client: what keeps its own state, as the journal does, has no need of a cache, and its page none of
 * the cache's weight.
 */
export function askAt(address: string, onFailure: (error: unknown) => void): Ask {
  return async (operation, variables, settings) => {
    try {
      return await post(address, operation, variables, settings);
    } catch (error) {
      onFailure(error);
      throw error;
    }
  };
}

export const ask = askAt("/graphql", toSignInWhenSignedOut);

async function post<Data, Variables>(
  address: string,
  { name, hash }: OperationByHash<Data, Variables>,
  variables: Variables,
  { headers, signal }: AskSettings = {},
): Promise<Data> {
  const answer = await fetch(address, {
    method: "POST",
    headers: {
      accept: "application/graphql-response+json,application/json;q=0.9",
      "content-type": "application/json",
      ...PORTAL_HEADERS,
      ...headers,
    },
    body: JSON.stringify({ operationName: name, variables, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }),
    signal: signal ?? null,
  });
  const { data, errors } = (await answer.json()) as { data?: Data | null; errors?: readonly ErrorOfApi[] };
  if (errors?.length) throw new ApiErrors(errors);
  if (!data) throw new Error(`${name} was answered with neither data nor an error (HTTP ${answer.status})`);
  return data;
}
