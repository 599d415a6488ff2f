import type { Ask } from "@/graphql/ask";
import { ClearMarkByHash, SetAttendanceByHash, SetMarksByHash, SetTermMarksByHash } from "@/graphql/generated/graphql";
import { inNameOf } from "@/graphql/in-name-of";
import type { Call } from "../outbox/next-call";
import { readAttendanceAnswers, readMarkAnswers, readTermMarkAnswers, type CallAnswer } from "../outbox/read-answers";

const PATIENCE_MS = 15_000;

/** Sends one call of the outbox. Its answer goes into no cache: the journal's store is the only one that holds cells. */
export async function postCall(ask: Ask, accountId: string, call: Call): Promise<CallAnswer> {
  const settings = { ...inNameOf(accountId), signal: AbortSignal.timeout(PATIENCE_MS) };
  if (call.name === "setMarks") {
    const { setMarks } = await ask(SetMarksByHash, { input: call.input }, settings);
    return readMarkAnswers(setMarks.cells);
  }
  if (call.name === "clearMark") {
    const { clearMark } = await ask(ClearMarkByHash, { input: call.input }, settings);
    return readMarkAnswers([clearMark.cell]);
  }
  if (call.name === "setTermMarks") {
    const { setTermMarks } = await ask(SetTermMarksByHash, { input: call.input }, settings);
    return readTermMarkAnswers(setTermMarks.cells);
  }
  const { setAttendance } = await ask(SetAttendanceByHash, { input: call.input }, settings);
  return readAttendanceAnswers(setAttendance.cells);
}
