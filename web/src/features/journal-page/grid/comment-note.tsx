import { Button, Textarea } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState, type KeyboardEvent } from "react";
import type { JournalStore } from "../store/journal-store";
import { cellAt } from "./grid-actions";
import classes from "./cell-note.module.css";
import type { Position } from "./grid-move";

const LONGEST = 500;

/** The comment of a mark, written beside its cell. Goes the way of every change: kept, sent, undone. */
export function CommentNote({ store, at, onDone }: { store: JournalStore; at: Position; onDone: () => void }) {
  const t = useTranslations("journalPage");
  const cell = cellAt(store, at);
  const [text, setText] = useState(cell?.view.mark.comment ?? "");
  if (!cell || cell.view.mark.value === null) return <p className={classes.text}>{t("commentEditor.noMark")}</p>;

  const tooLong = text.trim().length > LONGEST;
  const { value } = cell.view.mark;
  const save = () => {
    if (tooLong) return;
    store.change([{ slot: cell.slots.mark, content: { value, comment: text.trim() || null } }]);
    onDone();
  };
  const saveByEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    save();
  };
  return (
    <>
      <Textarea
        label={t("commentEditor.label")}
        description={t("commentEditor.hint")}
        error={tooLong && t("commentEditor.tooLong")}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={saveByEnter}
        autosize
        minRows={2}
        maxRows={6}
        data-autofocus
      />
      <Button size="xs" onClick={save}>
        {t("commentEditor.save")}
      </Button>
    </>
  );
}
