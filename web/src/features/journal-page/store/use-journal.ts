import { useEffect, useState, useSyncExternalStore } from "react";
import { ask } from "@/graphql/ask";
import { JournalTermMarksByHash } from "@/graphql/generated/graphql";
import type { PackedPage } from "../page/pack-page";
import type { PageTitle } from "../page/page-model";
import { packTotals, unpackTotals, type PackedTotals } from "../totals/pack-totals";
import { JournalSession, TERM_PAGE, type PageSource } from "./journal-session";
import type { JournalState } from "./journal-store";

/** Sessions of this tab by account and journal: going to another page and back finds what is still on its way. */
const journals = new Map<string, JournalSession<PackedPage>>();
/** The same of the pages of totals. */
const totals = new Map<string, JournalSession<PackedTotals>>();

const STALE_AFTER_MS = 20_000;

/** The journal at work behind the page. */
export function useJournal(packed: PackedPage, accountId: string, today: string): JournalSession<PackedPage> {
  return useSession(packed, accountId, today, journals, TERM_PAGE);
}

/** The totals of a journal at work behind their page. */
export function useTotals(packed: PackedTotals, accountId: string, today: string): JournalSession<PackedTotals> {
  return useSession(packed, accountId, today, totals, TOTALS_PAGE);
}

const TOTALS_PAGE: PageSource<PackedTotals> = {
  unpack: unpackTotals,
  read: async (to, { journalId }) => unpackTotals(packTotals((await to(JournalTermMarksByHash, { journalId })).journalTermMarks)),
};

function useSession<Packed extends { title: PageTitle }>(
  packed: Packed,
  accountId: string,
  today: string,
  sessions: Map<string, JournalSession<Packed>>,
  source: PageSource<Packed>,
): JournalSession<Packed> {
  const [session] = useState(() => {
    const key = `${accountId}/${packed.title.journalId}`;
    const found = sessions.get(key) ?? new JournalSession(ask, packed, today, source);
    if (typeof window !== "undefined") sessions.set(key, found);
    return found;
  });

  useEffect(() => session.start(accountId), [session, accountId]);

  useEffect(() => session.arrive(packed, today), [session, packed, today]);

  useEffect(() => refreshOnReturn(session), [session]);
  return session;
}

export function useJournalState(session: Pick<JournalSession, "store">): JournalState {
  return useSyncExternalStore(session.store.subscribe, session.store.getState, session.store.getState);
}

/** A page that lay in the background shows what colleagues have done meanwhile; one that lay overnight begins the new day. */
function refreshOnReturn(session: Pick<JournalSession, "refresh">): () => void {
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
