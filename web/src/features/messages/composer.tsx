import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import classes from "./composer.module.css";
import type { MessageDraft } from "./message-draft";
import { MessageField } from "./message-field";

interface ComposerProps {
  draft: MessageDraft;
  onChange: (draft: MessageDraft) => void;
  onSend: () => void;
}

/** Where the next message of a thread is written. */
export function Composer({ draft, onChange, onSend }: ComposerProps) {
  const t = useTranslations("messages");
  const { text, quoted } = draft;
  return (
    <MessageField
      key={quoted?.id ?? ""}
      text={text}
      sendText={t("send")}
      takesFocus={quoted !== null}
      onChange={(next) => onChange({ ...draft, text: next })}
      onSend={onSend}
      onEscape={quoted ? () => onChange({ ...draft, quoted: null }) : undefined}
    >
      {quoted && (
        <div className={classes.above}>
          <p>
            <b>{t("answerTo", { name: quoted.authorName })}</b>
            <span>{quoted.text}</span>
          </p>
          <ActionIcon variant="subtle" color="gray" aria-label={t("noQuote")} onClick={() => onChange({ ...draft, quoted: null })}>
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </div>
      )}
    </MessageField>
  );
}
