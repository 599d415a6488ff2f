"use client";

import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { whenIdle } from "@/ui/when-idle";
import type { CountsFragment } from "./generated/graphql";
import { useViewer } from "./viewer-context";

export type NewsCounts = CountsFragment;

export interface News {
  counts: NewsCounts;
  /** Grows with everything that is new: lists of messages, announcements and notices read themselves again. */
  version: number;
  /** What the viewer's own act has answered, such as reading; the stream brings the same a moment later. */
  take: (counts: NewsCounts) => void;
}

const NewsContext = createContext<News | null>(null);

/** What is new for the viewer, on every page: first as the server has read it, then as it comes. The stream itself can wait until the page stands. */
export function NewsProvider({ initial, children }: { initial: NewsCounts; children: ReactNode }) {
  const { accountId } = useViewer();
  const [{ counts, version }, setNews] = useState({ counts: initial, version: 0 });
  const take = useCallback((next: NewsCounts) => {
    setNews((known) => (isSame(known.counts, next) ? known : { counts: next, version: known.version + 1 }));
  }, []);
  const stop = useRef<() => void>(undefined);
  useEffect(() => {
    let left = false;
    const cancel = whenIdle(async () => {
      const { followNews } = await import("./news-stream");
      if (!left) stop.current = followNews(accountId, take);
    });
    return () => {
      left = true;
      cancel();
      stop.current?.();
    };
  }, [accountId, take]);
  const news = useMemo(() => ({ counts, version, take }), [counts, version, take]);
  return <NewsContext value={news}>{children}</NewsContext>;
}

/** The viewer's news, on every page behind the sign-in. */
export function useNews(): News {
  const news = use(NewsContext);
  if (!news) throw new Error("useNews is used outside the signed-in pages");
  return news;
}

function isSame(a: NewsCounts, b: NewsCounts): boolean {
  return (
    a.notices === b.notices &&
    a.messages === b.messages &&
    a.announcements === b.announcements &&
    a.questions === b.questions &&
    a.lastNoticeId === b.lastNoticeId &&
    a.lastConversationAt === b.lastConversationAt
  );
}
