import { useMutation } from "@apollo/client/react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { errorCode } from "@/graphql/error-code";
import { SetAssessmentRulesDocument, WithdrawAssessmentRulesDocument } from "@/graphql/generated/graphql";
import { newId } from "@/ui/new-id";
import type { RulesDraft } from "./rules-draft";

export type SaveState = "open" | "saved" | "conflict" | "failed";

/** Saves a version from a day on, or takes one back; what was changed elsewhere meanwhile is told and nothing is written over it. */
export function useSaveRules(seen: string) {
  const router = useRouter();
  const [revision, setRevision] = useState(seen);
  const [state, setState] = useState<SaveState>("open");
  const [error, setError] = useState<unknown>(null);
  const [send, { loading: saving }] = useMutation(SetAssessmentRulesDocument);
  const [take, { loading: withdrawing }] = useMutation(WithdrawAssessmentRulesDocument);
  const settle = async (work: () => Promise<string | undefined>) => {
    try {
      const next = await work();
      if (next) setRevision(next);
      setState("saved");
      router.refresh();
    } catch (failure) {
      setError(failure);
      setState(errorCode(failure) === "CONFLICT" ? "conflict" : "failed");
    }
  };
  const save = (validFrom: string, rules: RulesDraft) =>
    settle(
      async () =>
        (await send({ variables: { input: { operationId: newId(), validFrom, revision, rules } } })).data?.setAssessmentRules.revision,
    );
  const withdraw = (validFrom: string) =>
    settle(
      async () =>
        (await take({ variables: { input: { operationId: newId(), validFrom, revision } } })).data?.withdrawAssessmentRules.revision,
    );
  return { save, withdraw, isBusy: saving || withdrawing, state, error, touch: () => setState("open") };
}
