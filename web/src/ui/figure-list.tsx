import { getLocale } from "next-intl/server";
import classes from "./figure-list.module.css";

/** A few numbers side by side, each with its word. */
export async function FigureList({ label, figures }: { label: string; figures: { value: number; text: string }[] }) {
  const format = new Intl.NumberFormat(await getLocale());
  return (
    <ul className={classes.figures} aria-label={label}>
      {figures.map(({ value, text }) => (
        <li key={text} className={classes.figure}>
          <strong className={classes.value}>{format.format(value)}</strong> <span className={classes.text}>{text}</span>
        </li>
      ))}
    </ul>
  );
}
