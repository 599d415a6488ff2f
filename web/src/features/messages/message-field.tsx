import { Button } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import classes from "./composer.module.css";
import { lengthOf, maySend, TEXT_LIMIT } from "./message-draft";
import { useEnterSends } from "./use-enter-sends";

interface MessageFieldProps {
  text: string;
  sendText: string;
  isSending?: boolean;
  takesFocus?: boolean;
  /** Above the field: what is quoted or edited. */
  children?: ReactNode;
  onChange: (text: string) => void;
  onSend: () => void;
  onEscape?: () => void;
}

/** The field that grows with its words, and its keys. */
export function MessageField({ text, sendText, isSending, takesFocus, children, onChange, onSend, onEscape }: MessageFieldProps) {
  const t = useTranslations("messages");
  const field = useRef<HTMLTextAreaElement>(null);
  const [enterSends, setEnterSends] = useEnterSends();
  useLayoutEffect(() => {
    if (!field.current) return;
    field.current.style.blockSize = "auto";
    field.current.style.blockSize = `${field.current.scrollHeight + 2}px`;
  }, [text]);

  const length = lengthOf(text.trim());
  const send = () => {
    if (maySend(text) && !isSending) onSend();
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape" && onEscape) onEscape();
    if (event.key !== "Enter") return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (!isCommand && (!enterSends || event.shiftKey)) return;
    event.preventDefault();
    send();
  };
  return (
    <div className={classes.composer}>
      {children}
      <div className={classes.line}>
        <textarea
          ref={field}
          className={classes.field}
          aria-label={t("text")}
          placeholder={t("textHint")}
          rows={1}
          value={text}
          autoFocus={takesFocus}
          aria-invalid={length > TEXT_LIMIT || undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <Button
          className={classes.send}
          aria-label={sendText}
          disabled={!maySend(text)}
          loading={isSending}
          onMouseDown={(event) => event.preventDefault()}
          onClick={send}
        >
          <IconSend size={19} aria-hidden />
          <span className={classes.sendText}>{sendText}</span>
        </Button>
      </div>
      <div className={classes.under}>
        <label className={classes.choice}>
          <input type="checkbox" checked={enterSends} onChange={(event) => setEnterSends(event.currentTarget.checked)} />
          {t("enterSends")}
        </label>
        {!enterSends && <span className={classes.hint}>{t("ctrlEnter")}</span>}
        {length > NEAR_LIMIT && (
          <span role="status" className={classes.counter} data-over={length > TEXT_LIMIT || undefined}>
            {length > TEXT_LIMIT ? t("tooLong", { count: length - TEXT_LIMIT }) : t("left", { count: TEXT_LIMIT - length })}
          </span>
        )}
      </div>
    </div>
  );
}

const NEAR_LIMIT = TEXT_LIMIT - 300;
