import { Popover } from "@mantine/core";
import { useLayoutEffect, useRef, useState, type ReactNode } from "react";
import { elementAt } from "./grid-element";
import type { Position } from "./grid-move";
import classes from "./cell-note.module.css";

interface CellNoteProps {
  at: Position;
  label: string;
  /** The teacher opened it to answer; else it only shows itself. */
  takesFocus: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A note that hangs at a cell and scrolls with it: a conflict, a refusal, a comment. Stands inside the grid's frame. */
export function CellNote({ at, label, takesFocus, onClose, children }: CellNoteProps) {
  const anchor = useRef<HTMLDivElement>(null);
  const [box, setBox] = useState<{ left: number; top: number; width: number; height: number } | null>(null);

  useLayoutEffect(() => {
    const table = anchor.current?.parentElement?.querySelector("table");
    const cell = table && elementAt(table, at);
    if (cell) setBox({ left: cell.offsetLeft, top: cell.offsetTop, width: cell.offsetWidth, height: cell.offsetHeight });
  }, [at]);

  return (
    <Popover
      opened={box !== null}
      position="right-start"
      offset={8}
      width={320}
      shadow="md"
      withArrow
      trapFocus={takesFocus}
      withRoles={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Popover.Target>
        <div ref={anchor} className={classes.anchor} style={box ?? undefined} />
      </Popover.Target>
      <Popover.Dropdown
        role="dialog"
        aria-label={label}
        tabIndex={-1}
        className={classes.note}
        onKeyDown={(event) => event.key === "Escape" && onClose()}
      >
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
