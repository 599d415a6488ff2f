import { useApolloClient, useMutation } from "@apollo/client/react";
import { useState } from "react";
import { errorCode } from "@/graphql/error-code";
import { NoticeSettingsDocument, SetNoticeSettingsDocument, type NoticeSettingsFieldsFragment } from "@/graphql/generated/graphql";
import { newId } from "@/ui/new-id";

type Settings = NoticeSettingsFieldsFragment;

/** Saves what was chosen. Changed elsewhere meanwhile, it is told: nothing is written over unseen. */
export function useSaveSettings(draft: Settings, setDraft: (settings: Settings) => void) {
  const client = useApolloClient();
  const [send, { loading, error }] = useMutation(SetNoticeSettingsDocument);
  const [state, setState] = useState<"open" | "saved" | "conflict" | "failed">("open");
  const save = async () => {
    const { version, quietFrom, quietTo, digestAt, digestWeekday } = draft;
    const choices = draft.choices.map(({ kind, inPortal, byMail }) => ({ kind, inPortal, byMail }));
    try {
      const input = { operationId: newId(), version, choices, quietFrom, quietTo, digestAt, digestWeekday };
      const { data } = await send({ variables: { input } });
      if (data) setDraft(data.setNoticeSettings.settings);
      setState("saved");
    } catch (failure) {
      setState(errorCode(failure) === "CONFLICT" ? "conflict" : "failed");
    }
  };
  const takeTheirs = async () => {
    const { data } = await client.query({ query: NoticeSettingsDocument, fetchPolicy: "network-only" });
    if (data) setDraft(data.noticeSettings);
    setState("open");
  };
  return { save, saving: loading, state, error, takeTheirs };
}
