import { useMutation } from "@apollo/client/react";
import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { EditMessageDocument } from "@/graphql/generated/graphql";
import { inNameOf } from "@/graphql/in-name-of";
import { useViewer } from "@/graphql/viewer-context";
import { newId } from "@/ui/new-id";
import { useErrorText } from "@/ui/use-error-text";
import classes from "./composer.module.css";
import { beginning, type Message } from "./message-draft";
import { MessageField } from "./message-field";

/** In the composer's place while a sent message is being mended. */
export function EditComposer({ message, onDone }: { message: Message; onDone: () => void }) {
  const t = useTranslations("messages");
  const textOf = useErrorText();
  const { accountId } = useViewer();
  const [text, setText] = useState(message.text ?? "");
  const [operationId, setOperationId] = useState(newId);
  const [edit, { loading, error }] = useMutation(EditMessageDocument, { context: inNameOf(accountId) });
  const save = () => {
    if (text.trim() === message.text) return onDone();
    const input = { operationId, messageId: message.id, version: message.version, text: text.trim() };
    void edit({ variables: { input } }).then(onDone, () => undefined);
  };
  return (
    <MessageField
      text={text}
      sendText={t("save")}
      isSending={loading}
      takesFocus
      onChange={(next) => {
        setText(next);
        setOperationId(newId());
      }}
      onSend={save}
      onEscape={onDone}
    >
      <div className={classes.above}>
        <p>
          <b>{t("editing")}</b>
          <span>{beginning(message.text ?? "")}</span>
        </p>
        <ActionIcon variant="subtle" color="gray" aria-label={t("noEdit")} onClick={onDone}>
          <IconX size={18} aria-hidden />
        </ActionIcon>
      </div>
      {error && (
        <p role="alert" className={classes.problem}>
          {textOf(error)}
        </p>
      )}
    </MessageField>
  );
}
