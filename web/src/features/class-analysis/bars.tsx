import classes from "./bars.module.css";

export interface Bar {
  name: string;
  /** Null: nobody is counted. */
  value: number | null;
  text: string;
}

/** Bars from the left, each with its name and figure in words: the drawing adds nothing that is not written beside it. */
export function Bars({ label, bars, most }: { label: string; bars: readonly Bar[]; most: number }) {
  return (
    <table className={classes.bars} aria-label={label}>
      <tbody>
        {bars.map(({ name, value, text }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className={classes.text}>{text}</td>
            <td className={classes.drawing} aria-hidden>
              <svg width="100%" height="12" preserveAspectRatio="none">
                <rect className={classes.whole} width="100%" height="12" rx="2" />
                {value !== null && most > 0 && <rect className={classes.bar} width={`${(value * 100) / most}%`} height="12" rx="2" />}
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
