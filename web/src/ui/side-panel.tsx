import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from "react";
import classes from "./side-panel.module.css";

interface SidePanelProps {
  title: string;
  closeLabel: string;
  onClose: () => void;
  /** Beside the title: ways to neighbouring things. */
  actions?: ReactNode;
  /** The panel takes the focus when it opens; false when something inside it does. */
  takesFocus?: boolean;
  children: ReactNode;
}

/** Something opened beside the work, which stays in sight; on a phone it covers the page. Escape closes it. */
export function SidePanel({ title, closeLabel, onClose, actions, takesFocus = true, children }: SidePanelProps) {
  const heading = useId();
  const panel = useRef<HTMLElement>(null);

  useEffect(() => {
    if (takesFocus) panel.current?.focus();
  }, [takesFocus]);

  const closeByEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };

  return (
    <aside ref={panel} className={classes.panel} aria-labelledby={heading} tabIndex={-1} onKeyDown={closeByEscape}>
      <div className={classes.head}>
        <h2 id={heading} className={classes.title}>
          {title}
        </h2>
        {actions}
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={closeLabel} onClick={onClose}>
          <IconX size={20} aria-hidden />
        </ActionIcon>
      </div>
      <div className={classes.body} tabIndex={takesFocus ? 0 : undefined}>
        {children}
      </div>
    </aside>
  );
}
