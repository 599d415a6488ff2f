import type { ReactNode } from "react";
import classes from "./tag.module.css";

/** A short word about a thing's state. The word says it; the colour only helps. */
export function Tag({ tone, children }: { tone: "accent" | "quiet" | "warn" | "bad"; children: ReactNode }) {
  return (
    <span className={classes.tag} data-tone={tone}>
      {children}
    </span>
  );
}
