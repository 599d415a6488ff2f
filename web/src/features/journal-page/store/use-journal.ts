import { useEffect, useState, useSyncExternalStore } from "react";
import { ask } from "@/graphql/ask";
import type { PackedPage } from "../page/pack-page";
import { JournalSession } from "./journal-session";
import type { JournalState } from "./journal-store";

/** Sessions of this tab by account and journal: going to another page and back finds what is still on its way. */
const sessions = new Map<string, JournalSession>();

const STALE_AFTER_MS = 20_000;

/** The journal at work behind the page. */
export function useJournal(packed: PackedPage, accountId: string, today: string): JournalSession {
  const [session] = useState(() => {
    const key = `${accountId}/${packed.title.journalId}`;
    const found = sessions.get(key) ?? new JournalSession(ask, packed, today);
    if (typeof window !== "undefined") sessions.set(key, found);
    return found;
  });

  useEffect(() => session.start(accountId), [session, accountId]);

  useEffect(() => session.arrive(packed, today), [session, packed, today]);

  useEffect(() => refreshOnReturn(session), [session]);
  return session;
}

export function useJournalState(session: JournalSession): JournalState {
  return useSyncExternalStore(session.store.subscribe, session.store.getState, session.store.getState);
}

/** A page that lay in the background shows what colleagues have done meanwhile; one that lay overnight begins the new day. */
function refreshOnReturn(session: JournalSession): () => void {
  let leftAt = 0;
  const day = new Date().getDate();
  const look = () => {
    if (document.visibilityState === "hidden") leftAt = Date.now();
    else if (new Date().getDate() !== day) window.location.reload();
    else if (leftAt > 0 && Date.now() - leftAt > STALE_AFTER_MS) session.refresh().catch(() => undefined);
  };
  document.addEventListener("visibilitychange", look);
  return () => document.removeEventListener("visibilitychange", look);
}
