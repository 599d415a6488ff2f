import { useMutation } from "@apollo/client/react";
import { useEffect, useRef, type RefObject } from "react";
import { ReadConversationDocument } from "@/graphql/generated/graphql";
import { inNameOf } from "@/graphql/in-name-of";
import { useViewer } from "@/graphql/viewer-context";
import { newId } from "@/ui/new-id";
import type { ThreadConversation } from "./thread";

/** A message is read when its end has been in sight for a breath, in a window that is looked at. */
export function useSeen(log: RefObject<HTMLDivElement | null>, conversation: ThreadConversation, newest: number | undefined): void {
  const { accountId } = useViewer();
  const { id, lastReadSeq } = conversation;
  const [markRead] = useMutation(ReadConversationDocument, { context: inNameOf(accountId) });
  const told = useRef(lastReadSeq);
  useEffect(() => {
    if (!log.current || (newest ?? 0) <= Math.max(told.current, lastReadSeq)) return;
    let seen = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      if (document.visibilityState !== "visible" || seen <= told.current) return;
      told.current = seen;
      const input = { operationId: newId(), conversationId: id, seq: seen };
      void markRead({ variables: { input } }).catch(() => {
        told.current = lastReadSeq;
      });
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(tell, A_BREATH);
    };
    const observer = new IntersectionObserver(
      (entries) => {
        const inSight = entries.filter(({ isIntersecting }) => isIntersecting);
        seen = Math.max(seen, ...inSight.map(({ target }) => Number((target as HTMLElement).dataset.end)));
        soon();
      },
      { root: log.current },
    );
    for (const end of log.current.querySelectorAll<HTMLElement>("[data-end]")) {
      if (Number(end.dataset.end) > told.current) observer.observe(end);
    }
    document.addEventListener("visibilitychange", soon);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener("visibilitychange", soon);
    };
  }, [log, id, newest, lastReadSeq, markRead]);
}

const A_BREATH = 700;
