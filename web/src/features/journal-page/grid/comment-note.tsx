import { Button, Textarea, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState, type KeyboardEvent } from "react";
import { standing } from "../cells/cell-face";
import { atAttempt, type MarkContent } from "../outbox/entry";
import type { JournalStore } from "../store/journal-store";
import { cellAt } from "./grid-actions";
import classes from "./cell-note.module.css";
import type { Position } from "./grid-move";

const LONGEST = 500;

/** The comment of a cell's last mark, and a debt's last day, written beside the cell. Goes the way of every change: kept, sent, undone. */
export function CommentNote({ store, at, onDone }: { store: JournalStore; at: Position; onDone: () => void }) {
  const t = useTranslations("journalPage");
  const cell = cellAt(store, at);
  const marks = cell ? standing(cell.view) : [];
  const last = marks.at(-1);
  const [text, setText] = useState(last?.comment ?? "");
  const [until, setUntil] = useState(last?.debtUntil ?? "");
  if (!cell || !last) return <p className={classes.text}>{t("commentEditor.noMark")}</p>;

  const isDebt = last.value === "DEBT";
  const tooLong = text.trim().length > LONGEST;
  const tooEarly = isDebt && until !== "" && until < store.today;
  const save = () => {
    if (tooLong || tooEarly) return;
    const content = { ...contentOf(last), comment: text.trim() || null, ...(isDebt && until !== "" && { debtUntil: until }) };
    store.change([{ slot: atAttempt(cell.slots.mark, marks.length), content }]);
    onDone();
  };
  const saveByEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    save();
  };
  return (
    <>
      {isDebt && (
        <TextInput
          type="date"
          label={t("commentEditor.until")}
          error={tooEarly && t("commentEditor.tooEarly")}
          min={store.today}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
          onKeyDown={saveByEnter}
          data-autofocus
        />
      )}
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
        data-autofocus={isDebt ? undefined : true}
      />
      <Button size="xs" onClick={save}>
        {t("commentEditor.save")}
      </Button>
    </>
  );
}

/** What is written of a mark, without the version that the server last told. */
function contentOf({ value, points }: MarkContent): Pick<MarkContent, "value" | "points"> {
  return { value, ...(points && { points }) };
}
