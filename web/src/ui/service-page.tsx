import type { ReactNode } from "react";
import { Logo } from "./logo";
import classes from "./service-page.module.css";

/** A page that has only something to say: not found, an error, nothing here yet. */
export function ServicePage({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className={classes.page}>
      <Logo size={48} />
      <h1 className={classes.title}>{title}</h1>
      <p className={classes.text}>{text}</p>
      {children}
    </div>
  );
}
