import { Button, Group, Textarea } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { KeyboardEvent, ReactNode } from "react";
import { mayBeSent, TEXT_LIMIT } from "./question-texts";

interface TextFieldProps {
  label: string;
  text: string;
  sendText: string;
  isSending: boolean;
  problem: string | null;
  takesFocus?: boolean;
  /** Beside the button. */
  children?: ReactNode;
  onChange: (text: string) => void;
  onSend: () => void;
}

/** Where a question or an answer is written; Ctrl and Enter send it. */
export function TextField({ label, text, sendText, isSending, problem, takesFocus, children, onChange, onSend }: TextFieldProps) {
  const t = useTranslations("markQuestions");
  const over = [...text.trim()].length - TEXT_LIMIT;
  const sendByKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (mayBeSent(text) && !isSending) onSend();
  };
  return (
    <div>
      <Textarea
        label={label}
        value={text}
        error={problem ?? (over > 0 ? t("tooLong", { count: over }) : null)}
        autosize
        minRows={3}
        maxRows={10}
        autoFocus={takesFocus}
        styles={{ input: { fontSize: 16 } }}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={sendByKey}
      />
      <Group mt="xs" gap="sm" justify="space-between">
        {children ?? <span />}
        <Button disabled={!mayBeSent(text)} loading={isSending} onClick={onSend}>
          {sendText}
        </Button>
      </Group>
    </div>
  );
}
