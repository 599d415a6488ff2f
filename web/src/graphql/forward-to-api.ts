import { apiAddress } from "./api-address";

/**
 * Hands a browser's request to the API and its answer back, both streamed, so that browser and API share one origin.
 * A rewrite in next.config would freeze the API's address into the build, and Next would compress and so hold back an event stream.
 */
export async function forwardToApi(request: Request, path: string): Promise<Response> {
  const headers = new Headers(request.headers);
  for (const name of HOP_BY_HOP) headers.delete(name);
  headers.set("accept-encoding", "identity");

  const answer = await askApi(path, {
    method: request.method,
    headers,
    body: await readBody(request),
    signal: request.signal,
    redirect: "manual",
    cache: "no-store",
  });
  if (!answer) return Response.json(API_IS_AWAY, { status: 503 });

  const answered = new Headers(answer.headers);
  for (const name of HOP_BY_HOP) answered.delete(name);
  if (answered.get("content-type")?.startsWith("text/event-stream")) {
    answered.set("cache-control", "no-cache, no-transform");
    answered.set("x-accel-buffering", "no");
  }
  return new Response(answer.body, { status: answer.status, headers: answered });
}

/** The API takes no larger body: its own `BODY_LIMIT`, in bytes. */
const BODY_LIMIT = 1_000_000;

/** Of a body that is too large only so much is handed on that the API refuses it in its own words; the rest is read and dropped. */
async function readBody({ body }: Request): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!body) return null;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    if (size <= BODY_LIMIT) parts.push(part);
    size += part.length;
  }
  return Buffer.concat(parts).subarray(0, BODY_LIMIT + 1);
}

/** Null when the API does not answer; a request that the browser itself broke off throws on. */
async function askApi(path: string, init: RequestInit): Promise<Response | null> {
  try {
    return await fetch(apiAddress(path), init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    return null;
  }
}

const HOP_BY_HOP = ["connection", "keep-alive", "transfer-encoding", "upgrade", "te", "trailer", "content-length", "host", "expect"];

const API_IS_AWAY = {
  errors: [
    {
      message: "Журнал сейчас не отвечает. Введённое не потеряно — повторите через минуту.",
      extensions: { code: "INTERNAL" },
    },
  ],
};
