import { createClient } from "graphql-sse";
import { NewsChangedByHash, type NewsChangedSubscription } from "./generated/graphql";
import type { NewsCounts } from "./news";

type Take = (counts: NewsCounts) => void;

/**
 * Follows what is new for an account; undone by the answer. A browser opens six connections to one place over HTTP/1.1: so one tab in sight
 * keeps the stream and tells the others. Where the portal is served without TLS there are no locks, and every tab keeps its own.
 */
export function followNews(accountId: string, take: Take): () => void {
  if (!("locks" in navigator)) return openStream(take);
  const name = `news/${accountId}`;
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<NewsCounts>) => take(data);
  const lead = leadWhileInSight(name, () =>
    openStream((counts) => {
      take(counts);
      channel.postMessage(counts);
    }),
  );
  return () => {
    lead();
    channel.close();
  };
}

/** One tab of the browser does it at a time: the one that came in sight last, for a tab out of sight may be asleep. */
function leadWhileInSight(name: string, begin: () => () => void): () => void {
  let turn = new AbortController();
  let leading = false;
  const queue = (steal: boolean) => {
    const mine = new AbortController();
    turn = mine;
    let end: (() => void) | undefined;
    const held = () =>
      new Promise<void>((release) => {
        if (mine.signal.aborted) return release();
        leading = true;
        end = begin();
        mine.signal.addEventListener("abort", () => release());
      });
    void navigator.locks
      .request(name, steal ? { steal } : { signal: mine.signal }, held)
      .catch(() => undefined)
      .finally(() => {
        end?.();
        if (mine !== turn) return;
        leading = false;
        if (!mine.signal.aborted) queue(false);
      });
  };
  const comeInSight = () => {
    if (document.visibilityState !== "visible" || leading) return;
    turn.abort();
    queue(true);
  };
  queue(document.visibilityState === "visible");
  document.addEventListener("visibilitychange", comeInSight);
  return () => {
    document.removeEventListener("visibilitychange", comeInSight);
    turn.abort();
  };
}

/** The first event after each connecting says what has come meanwhile. */
function openStream(take: Take): () => void {
  const client = createClient({
    url: "/graphql/stream",
    headers: { "x-journal-client": "portal" },
    retryAttempts: Infinity,
    retry: (attempt) => pause(Math.min(30_000, 1_000 * 2 ** attempt) * (0.5 + Math.random())),
  });
  const unsubscribe = client.subscribe<NewsChangedSubscription>(
    { query: "", extensions: { persistedQuery: { version: 1, sha256Hash: NewsChangedByHash.hash } } },
    { next: ({ data }) => data && take(data.newsChanged), error: () => undefined, complete: () => undefined },
  );
  return () => {
    unsubscribe();
    client.dispose();
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
