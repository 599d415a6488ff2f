import { Button, Textarea } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState, type KeyboardEvent } from "react";
import { termMarkText, type TermMarkValue } from "../cells/cell-value";
import type { TermMarkSlot } from "../outbox/entry";
import type { JournalStore } from "../store/journal-store";
import classes from "./cell-note.module.css";

const LONGEST = 500;

interface ReasonNoteProps {
  store: JournalStore;
  slot: TermMarkSlot;
  value: TermMarkValue;
  /** What the rules suggest; or, where the page does not know it, the server's word of it. */
  suggested: TermMarkValue | { told: string };
  onDone: () => void;
  /** The mark is not to be given after all. */
  onLeave: () => void;
}

/** Why a term mark differs from what the rules suggest, written beside its cell: Enter gives the mark, Escape leaves it as it was. */
export function ReasonNote({ store, slot, value, suggested, onDone, onLeave }: ReasonNoteProps) {
  const t = useTranslations("journalPage");
  const [text, setText] = useState("");
  const [isAsked, setAsked] = useState(false);
  const written = text.trim();
  const problem = written.length > LONGEST ? "tooLong" : (written.match(/[а-яё]/gi) ?? []).length < 3 ? "tooShort" : null;
  const save = () => {
    setAsked(true);
    if (problem) return;
    store.change([{ slot, content: { given: value, reason: written } }]);
    onDone();
  };
  const saveByEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    save();
  };
  return (
    <>
      <p className={classes.title}>
        {typeof suggested === "object"
          ? suggested.told
          : t("reasonEditor.title", { value: termMarkText(value), suggested: termMarkText(suggested) })}
      </p>
      <Textarea
        label={t("reasonEditor.label")}
        description={t("reasonEditor.hint")}
        error={isAsked && problem && t(`reasonEditor.${problem}`)}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={saveByEnter}
        autosize
        minRows={2}
        maxRows={6}
        data-autofocus
      />
      <div className={classes.buttons}>
        <Button size="xs" onClick={save}>
          {t("reasonEditor.save", { value: termMarkText(value) })}
        </Button>
        <Button size="xs" variant="default" onClick={onLeave}>
          {t("reasonEditor.leave")}
        </Button>
      </div>
    </>
  );
}
