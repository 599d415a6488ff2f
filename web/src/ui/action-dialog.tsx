import { Alert, Button, Group } from "@mantine/core";
import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import classes from "./action-dialog.module.css";
import { newId } from "./new-id";
import { useErrorText } from "./use-error-text";

interface ActionDialogProps {
  title: string;
  yes: string;
  no: string;
  /** What is asked for, as text: a changed wish is another operation. */
  wish: string;
  onYes: (operationId: string) => Promise<void>;
  onClose: () => void;
  children: ReactNode;
}

/** Shows what is about to happen and asks for what it needs, in the browser's own modal dialog. Open as long as it is drawn; Escape closes it. */
export function ActionDialog({ title, yes, no, wish, onYes, onClose, children }: ActionDialogProps) {
  const heading = useId();
  const textOf = useErrorText();
  const dialog = useRef<HTMLDialogElement>(null);
  const operation = useRef({ wish, id: newId() });
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const send = async () => {
    if (operation.current.wish !== wish) operation.current = { wish, id: newId() };
    setSending(true);
    try {
      await onYes(operation.current.id);
      onClose();
    } catch (error) {
      setProblem(textOf(error));
      setSending(false);
    }
  };
  return (
    <dialog ref={dialog} className={classes.dialog} aria-labelledby={heading} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <h2 id={heading}>{title}</h2>
        {children}
        {problem && (
          <Alert color="red" variant="outline" role="alert" mt="sm">
            {problem}
          </Alert>
        )}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {no}
          </Button>
          <Button type="submit" loading={sending}>
            {yes}
          </Button>
        </Group>
      </form>
    </dialog>
  );
}
