import { useApolloClient } from "@apollo/client/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { SendMessageDocument } from "@/graphql/generated/graphql";
import { inNameOf } from "@/graphql/in-name-of";
import { useViewer } from "@/graphql/viewer-context";
import { newId } from "@/ui/new-id";
import { useErrorText } from "@/ui/use-error-text";
import { keep, readKept } from "@/ui/kept";
import type { Message, MessageDraft } from "./message-draft";
import { leftOver, problemOf, type Outgoing } from "./outgoing";

/** The messages of a thread that are not there yet: kept on the device until they are, sent again when the network is back. */
export function useOutgoing(conversationId: string, onSent: (message: Message) => void) {
  const client = useApolloClient();
  const { accountId } = useViewer();
  const textOf = useErrorText();
  const key = `messages-outgoing/${accountId}/${conversationId}`;
  const [outgoing, setOutgoing] = useState<readonly Outgoing[]>([]);
  const latest = useRef(outgoing);

  const change = useCallback(
    (next: readonly Outgoing[]) => {
      latest.current = next;
      setOutgoing(next);
      keep(key, next.length > 0 ? next : null);
    },
    [key],
  );
  const put = (message: Outgoing) => change(latest.current.map((other) => (other.operationId === message.operationId ? message : other)));
  const drop = (operationId: string) => change(latest.current.filter((message) => message.operationId !== operationId));

  const post = async (message: Outgoing) => {
    put({ ...message, problem: null });
    const { operationId, text, quoted } = message;
    const input = { operationId, conversationId, text, quotedId: quoted?.id ?? null };
    const context = { ...inNameOf(accountId), fetchOptions: { signal: AbortSignal.timeout(PATIENCE_MS) } };
    try {
      const { data } = await client.mutate({ mutation: SendMessageDocument, variables: { input }, context });
      drop(operationId);
      if (data) onSent(data.sendMessage.message);
    } catch (error) {
      put({ ...message, problem: problemOf(error, textOf) });
    }
  };
  /** One after another: they arrive in the order in which they were written. */
  const postWaiting = async () => {
    for (const message of latest.current.filter(({ problem }) => problem?.kind === "AWAY")) await post(message);
  };

  const onceAgain = useRef(postWaiting);
  useEffect(() => {
    onceAgain.current = postWaiting;
  });
  useEffect(() => {
    change(leftOver(readKept<Outgoing[]>(key)));
    const again = () => void onceAgain.current();
    again();
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, [change, key]);

  return {
    outgoing,
    send: ({ text, quoted }: MessageDraft) => {
      const message: Outgoing = { operationId: newId(), at: new Date().toISOString(), text: text.trim(), quoted, problem: null };
      change([...latest.current, message]);
      void post(message);
    },
    sendAgain: (message: Outgoing) => void post(message),
    drop,
  };
}

const PATIENCE_MS = 15_000;
