import { Button, Group, Textarea } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useId, useRef, useState, type RefObject } from "react";
import { newId } from "@/ui/new-id";
import { useErrorText } from "@/ui/use-error-text";
import classes from "./dialog.module.css";

interface TextDialogProps {
  dialog: RefObject<HTMLDialogElement | null>;
  title: string;
  text: string;
  label: string;
  yes: string;
  /** What is said when it is done; without it the dialog closes. */
  done?: string;
  onYes: (text: string, operationId: string) => Promise<unknown>;
}

/** Asks for a reason in words before something is done. */
export function TextDialog({ dialog, title, text, label, yes, done, onYes }: TextDialogProps) {
  const t = useTranslations("messages");
  const heading = useId();
  const textOf = useErrorText();
  const [typed, setTyped] = useState("");
  const [state, setState] = useState<"writing" | "sending" | "done">("writing");
  const [problem, setProblem] = useState<string | null>(null);
  const operationId = useRef(newId());
  const send = async () => {
    if (typed.trim() === "") return setProblem(t("fillIn"));
    setState("sending");
    try {
      await onYes(typed.trim(), operationId.current);
      setState("done");
      if (!done) dialog.current?.close();
    } catch (error) {
      setProblem(textOf(error));
      setState("writing");
    }
  };
  return (
    <dialog ref={dialog} className={classes.dialog} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {state === "done" && done ? (
        <p role="status">{done}</p>
      ) : (
        <>
          <p>{text}</p>
          <Textarea
            label={label}
            value={typed}
            error={problem}
            rows={4}
            maxLength={1000}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setProblem(null);
              operationId.current = newId();
            }}
          />
        </>
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={() => dialog.current?.close()}>
          {t(state === "done" ? "close" : "cancel")}
        </Button>
        {state !== "done" && (
          <Button loading={state === "sending"} onClick={() => void send()}>
            {yes}
          </Button>
        )}
      </Group>
    </dialog>
  );
}
