import type { ReactNode } from "react";
import classes from "./panel.module.css";

/** A part of a page under its own heading. */
export function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.panel}>
      <h2 className={classes.title}>{title}</h2>
      {children}
    </section>
  );
}
