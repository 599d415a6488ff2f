"use client";

import { Button, Group } from "@mantine/core";
import { useId, type RefObject } from "react";
import classes from "./question-dialog.module.css";

interface QuestionDialogProps {
  /** `dialog.current.showModal()` asks the question. */
  dialog: RefObject<HTMLDialogElement | null>;
  question: string;
  consequence: string;
  yes: string;
  no: string;
  onYes: () => void;
}

/** Asks before something that cannot be taken back, in the browser's own modal dialog. */
export function QuestionDialog({ dialog, question, consequence, yes, no, onYes }: QuestionDialogProps) {
  const title = useId();
  return (
    <dialog ref={dialog} className={classes.dialog} aria-labelledby={title}>
      <h2 id={title} className={classes.question}>
        {question}
      </h2>
      <p>{consequence}</p>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => dialog.current?.close()} autoFocus>
          {no}
        </Button>
        <Button onClick={onYes}>{yes}</Button>
      </Group>
    </dialog>
  );
}
