"use client";

import { useId, useRef, type ReactNode } from "react";
import classes from "./pop-up.module.css";

interface PopUpProps {
  /** What the button shows; its words are the button's name. */
  button: ReactNode;
  buttonClassName: string | undefined;
  side: "above" | "below";
  /** For content that comes only when it is asked for. */
  onOpen?: () => void;
  children: (close: () => void) => ReactNode;
}

/** A button with more behind it, by the browser's own popover: it opens without script, and closes with Escape and a click elsewhere. */
export function PopUp({ button, buttonClassName, side, onOpen, children }: PopUpProps) {
  const id = useId();
  const content = useRef<HTMLDivElement>(null);
  return (
    <>
      <button type="button" className={buttonClassName} popoverTarget={id}>
        {button}
      </button>
      <div
        ref={content}
        id={id}
        popover="auto"
        className={classes.content}
        data-side={side}
        onBeforeToggle={({ newState }) => newState === "open" && onOpen?.()}
      >
        {children(() => content.current?.hidePopover())}
      </div>
    </>
  );
}
