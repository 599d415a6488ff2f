"use client";

import { createClient } from "graphql-sse";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { DiaryChangedByHash } from "@/graphql/generated/graphql";

/** Reads the open page again when the pupil's diary changes, and after a lost connection: news may have passed by meanwhile. */
export function LiveDiary({ pupilId }: { pupilId: string }) {
  const router = useRouter();
  useEffect(() => {
    let connectedBefore = false;
    const client = createClient({
      url: "/graphql/stream",
      headers: { "x-journal-client": "portal" },
      retryAttempts: Infinity,
      retry: (attempt) => pause(Math.min(30_000, 1_000 * 2 ** attempt)),
      on: {
        connected: () => {
          if (connectedBefore) router.refresh();
          connectedBefore = true;
        },
      },
    });
    const unsubscribe = client.subscribe(
      { query: "", extensions: { persistedQuery: { version: 1, sha256Hash: DiaryChangedByHash.hash } }, variables: { pupilId } },
      { next: () => router.refresh(), error: () => undefined, complete: () => undefined },
    );
    const comeBack = () => {
      if (document.visibilityState === "visible") router.refresh();
    };
    document.addEventListener("visibilitychange", comeBack);
    return () => {
      document.removeEventListener("visibilitychange", comeBack);
      unsubscribe();
      client.dispose();
    };
  }, [pupilId, router]);
  return null;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
