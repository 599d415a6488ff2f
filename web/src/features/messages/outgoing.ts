import { errorCode } from "@/graphql/error-code";
import type { MessageDraft } from "./message-draft";

/** A message on its way. The same `operationId` goes with every attempt: sent twice, it is there once. */
export interface Outgoing extends MessageDraft {
  operationId: string;
  at: string;
  /** Null while it is being sent. */
  problem: OutgoingProblem | null;
}

/** `AWAY`: nobody answered, the same may be sent again. `REFUSED`: the API said why not. */
export type OutgoingProblem = { kind: "AWAY" } | { kind: "REFUSED"; text: string };

/** Only an answer of the API is a refusal; without one nobody knows, and the message goes again. */
export function problemOf(error: unknown, textOf: (error: unknown) => string): OutgoingProblem {
  const code = errorCode(error);
  return code === "OFFLINE" || code === "INTERNAL" ? { kind: "AWAY" } : { kind: "REFUSED", text: textOf(error) };
}

/** What an earlier visit has left: whether it arrived is not known, so it is to be sent again. */
export function leftOver(kept: readonly Outgoing[] | null): Outgoing[] {
  return (kept ?? []).map((message) => ({ ...message, problem: message.problem ?? { kind: "AWAY" } }));
}
