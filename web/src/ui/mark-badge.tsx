import { markText } from "./mark-text";
import classes from "./mark-badge.module.css";

/** A mark as people see it: «5», «зачёт», «н/а». The figure says it; the colour only helps. */
export function MarkBadge({ value }: { value: string }) {
  return (
    <span className={classes.badge} data-value={value}>
      {markText(value)}
    </span>
  );
}
