import { isIP } from "node:net";
import { parseCookie, stringifySetCookie } from "cookie";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Check } from "../kernel/check";
import type { Clock } from "../kernel/clock";
import type { Database } from "../kernel/database";
import { ErrorCode } from "../kernel/refusal";
import { requestLoaders, type RequestContext } from "../kernel/request-context";
import type { Viewer } from "../kernel/viewer";
import type { KnownViewers } from "../modules/access/known-viewers";
import { loadViewer } from "../modules/access/load-viewer";
import { requestRefusal } from "./request-refusal";

/** What every request shares. */
export interface Shared {
  database: Database;
  clock: Clock;
  demoMode: boolean;
  /** Letters are sent: a mail server is set. */
  mailIsOn: boolean;
  /** Who has asked before. */
  viewers: KnownViewers;
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
  const token = cookieOf(shared, request, "session");
  if (token && !request.headers["x-journal-client"]) {
    throw requestRefusal(400, ErrorCode.BAD_REQUEST, "В запросе с сеансом нужен заголовок x-journal-client.");
  }
  const reloadViewer = async () => {
    const viewer = token ? await shared.viewers.load(shared.database, shared.clock, shared.demoMode, token) : null;
    return isMeant(request, viewer) ? viewer : null;
  };
  return contextOf(shared, request, reply, { database: shared.database, viewer: await reloadViewer(), reloadViewer });
}

/** The context of a query of somebody who has asked before, and the check that its first read carries. Null when only the ordinary way can tell. */
export function knownContext(
  shared: Shared,
  request: FastifyRequest,
  reply: FastifyReply,
): { context: RequestContext; check: Check } | null {
  const token = cookieOf(shared, request, "session");
  const known = token && request.headers["x-journal-client"] ? shared.viewers.find(shared.clock, token) : null;
  if (!known || !isMeant(request, known.viewer)) return null;
  const { viewer, check } = known;
  const reloadViewer = () => Promise.resolve(viewer);
  return { context: contextOf(shared, request, reply, { database: shared.database.checkedBy(check), viewer, reloadViewer }), check };
}

/** What a page left open by one account still has to send is nothing for the account that has signed in at the same computer since. */
function isMeant({ headers: { "x-journal-account": meant } }: FastifyRequest, viewer: Viewer | null): boolean {
  return meant === undefined || viewer?.accountId === meant;
}

function contextOf(
  shared: Shared,
  request: FastifyRequest,
  reply: FastifyReply,
  who: Pick<RequestContext, "database" | "viewer" | "reloadViewer">,
): RequestContext {
  const { clock, demoMode, mailIsOn, secure } = shared;
  const options = { path: "/", httpOnly: true, secure, sameSite: "lax" } as const;
  const setCookie = (name: Cookie, value: string, maxAge: number) =>
    void reply.header("set-cookie", stringifySetCookie(cookieName(shared, name), value, { ...options, maxAge }));
  return {
    ...who,
    clock,
    demoMode,
    mailIsOn,
    requestId: request.id,
    address: isIP(request.ip) ? request.ip : "unknown",
    userAgent: request.headers["user-agent"] ?? null,
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
