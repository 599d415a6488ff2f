"use client";

import { useMutation } from "@apollo/client/react";
import { Switch } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SetMessageSettingsDocument } from "@/graphql/generated/graphql";
import { inNameOf } from "@/graphql/in-name-of";
import { useViewer } from "@/graphql/viewer-context";
import { newId } from "@/ui/new-id";
import { useErrorText } from "@/ui/use-error-text";

/** Whether pupils write to their teachers: the school's own choice. */
export function SettingsOfMessages({ pupilsMayWrite }: { pupilsMayWrite: boolean }) {
  const t = useTranslations("messages");
  const textOf = useErrorText();
  const { accountId } = useViewer();
  const [isOn, setIsOn] = useState(pupilsMayWrite);
  const [set, { loading, error }] = useMutation(SetMessageSettingsDocument, { context: inNameOf(accountId) });
  const change = async (next: boolean) => {
    setIsOn(next);
    const done = await set({ variables: { input: { operationId: newId(), pupilsMayWrite: next } } }).catch(() => null);
    if (!done) setIsOn(!next);
  };
  return (
    <Switch
      label={t("settings.pupilsMayWrite")}
      description={t("settings.pupilsMayWriteText")}
      checked={isOn}
      disabled={loading}
      error={error && textOf(error)}
      onChange={(event) => void change(event.currentTarget.checked)}
    />
  );
}
