import { isIP } from "node:net";
import { parseCookie, stringifySetCookie } from "cookie";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Clock } from "../kernel/clock";
import type { Database } from "../kernel/database";
import { ErrorCode } from "../kernel/refusal";
import { requestLoaders, type RequestContext } from "../kernel/request-context";
import type { Viewer } from "../kernel/viewer";
import { loadViewer } from "../modules/access/load-viewer";
import { requestRefusal } from "./request-refusal";

/** What every request shares. */
export interface Shared {
  database: Database;
  clock: Clock;
  demoMode: boolean;
  /** Letters are sent: a mail server is set. */
  mailIsOn: boolean;
  /** True when people reach the portal over https: the cookie is then `__Host-` and Secure. */
  secure: boolean;
}

/** Half a year, in seconds: summer holidays and more. */
const DEVICE_IS_KNOWN = 180 * 86_400;

/**
 * The context of one request. A request with a session cookie must carry `x-journal-client`, which a form or a link of
 * another site cannot send.
 */
export async function makeRequestContext(shared: Shared, request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> {
  const options = { path: "/", httpOnly: true, secure: shared.secure, sameSite: "lax" } as const;
  const token = cookieOf(shared, request, "session");
  const setCookie = (name: Cookie, value: string, maxAge: number) =>
    void reply.header("set-cookie", stringifySetCookie(cookieName(shared, name), value, { ...options, maxAge }));
  if (token && !request.headers["x-journal-client"]) {
    throw requestRefusal(400, ErrorCode.BAD_REQUEST, "В запросе с сеансом нужен заголовок x-journal-client.");
  }
  const { database, clock, demoMode, mailIsOn } = shared;
  // What a page left open by one account still has to send is nothing for the account that has signed in at the same computer since.
  const { "x-journal-account": meant } = request.headers;
  const reloadViewer = async () => {
    const viewer = token ? await loadViewer(database, clock, demoMode, token) : null;
    return meant === undefined || viewer?.accountId === meant ? viewer : null;
  };
  return {
    database,
    clock,
    demoMode,
    mailIsOn,
    requestId: request.id,
    address: isIP(request.ip) ? request.ip : "unknown",
    userAgent: request.headers["user-agent"] ?? null,
    viewer: await reloadViewer(),
    reloadViewer,
    sessionCookie: {
      set: (fresh, maxAge) => setCookie("session", fresh, maxAge),
      clear: () => setCookie("session", "", 0),
    },
    deviceCookie: { value: cookieOf(shared, request, "device"), set: (value) => setCookie("device", value, DEVICE_IS_KNOWN) },
    loader: requestLoaders(),
  };
}

/** Who asks for a page: a browser that follows a link sends the cookie and no header of ours, and a page changes nothing. */
export async function loadPageViewer({ database, clock, demoMode, ...shared }: Shared, request: FastifyRequest): Promise<Viewer | null> {
  const token = cookieOf(shared, request, "session");
  return token ? loadViewer(database, clock, demoMode, token) : null;
}

type Cookie = "session" | "device";

function cookieOf(shared: Pick<Shared, "secure">, request: FastifyRequest, name: Cookie): string | undefined {
  return parseCookie(request.headers.cookie ?? "")[cookieName(shared, name)];
}

/** A `__Host-` cookie is taken by browsers only over https, for this host alone. */
function cookieName({ secure }: Pick<Shared, "secure">, name: Cookie): string {
  return secure ? `__Host-${name}` : name;
}
