import type { ApolloClient } from "@apollo/client";
import { ClearMarkDocument, SetAttendanceDocument, SetMarksDocument } from "@/graphql/generated/graphql";
import { inNameOf } from "@/graphql/in-name-of";
import type { Call } from "../outbox/next-call";
import { readAttendanceAnswers, readMarkAnswers, type CallAnswer } from "../outbox/read-answers";

const PATIENCE_MS = 15_000;

/** Sends one call of the outbox. Nothing of it goes into Apollo's cache: the journal's store is the only one that holds cells. */
export async function postCall(client: ApolloClient, accountId: string, call: Call): Promise<CallAnswer> {
  const context = { ...inNameOf(accountId), fetchOptions: { signal: AbortSignal.timeout(PATIENCE_MS) } };
  const settings = { fetchPolicy: "no-cache" as const, context };
  if (call.name === "setMarks") {
    const { data } = await client.mutate({ mutation: SetMarksDocument, variables: { input: call.input }, ...settings });
    return readMarkAnswers(data?.setMarks.cells ?? []);
  }
  if (call.name === "clearMark") {
    const { data } = await client.mutate({ mutation: ClearMarkDocument, variables: { input: call.input }, ...settings });
    return readMarkAnswers(data ? [data.clearMark.cell] : []);
  }
  const { data } = await client.mutate({ mutation: SetAttendanceDocument, variables: { input: call.input }, ...settings });
  return readAttendanceAnswers(data?.setAttendance.cells ?? []);
}
