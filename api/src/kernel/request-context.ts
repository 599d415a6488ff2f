import type { Clock } from "./clock";
import type { Database } from "./database";
import { ErrorCode, Refusal } from "./refusal";
import type { Viewer } from "./viewer";

/** What one request carries: who asks, the database, the clock, and loaders that live as long as the request. */
export interface RequestContext {
  database: Database;
  clock: Clock;
  requestId: string;
  address: string;
  userAgent: string | null;
  demoMode: boolean;
  /** Letters are sent: a mail server is set. */
  mailIsOn: boolean;
  /** Null when nobody is signed in. */
  viewer: Viewer | null;
  /** Loads the viewer of the request's session anew: a live stream asks before each event whether its right still stands. */
  reloadViewer(): Promise<Viewer | null>;
  /** The session cookie of the answer: set by signIn for so many seconds, cleared by signOut. */
  sessionCookie: { set(token: string, maxAgeSeconds: number): void; clear(): void };
  /** The device's proof of an earlier sign-in: guesses made elsewhere don't lock it out. It opens nothing. */
  deviceCookie: { value: string | undefined; set(value: string): void };
  /** The request's own instance of a loader: made on first use, so one request batches and another never sees its cache. */
  loader<Loader>(make: (context: RequestContext) => Loader): Loader;
}

/** The signed-in viewer. @throws Refusal UNAUTHENTICATED when nobody is signed in. */
export function signedIn(context: RequestContext): Viewer {
  if (!context.viewer) throw new Refusal(ErrorCode.UNAUTHENTICATED, "Вы не вошли в систему или сеанс закончился. Войдите снова.");
  return context.viewer;
}

/** Makes the `loader` function of a fresh request. */
export function requestLoaders(): RequestContext["loader"] {
  const made = new Map<unknown, unknown>();
  return function loader<Loader>(this: RequestContext, make: (context: RequestContext) => Loader): Loader {
    if (!made.has(make)) made.set(make, make(this));
    return made.get(make) as Loader;
  };
}
