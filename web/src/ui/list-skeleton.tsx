import { Skeleton } from "@mantine/core";
import classes from "./list-skeleton.module.css";

/** The shape of a page with a heading and a list, while it is being read. */
export function ListSkeleton({ rowHeight }: { rowHeight: number }) {
  return (
    <div className={classes.page}>
      <Skeleton height={34} width={220} mb={16} />
      <RowsSkeleton rowHeight={rowHeight} />
    </div>
  );
}

/** The rows alone, under a heading that is there already. */
export function RowsSkeleton({ rowHeight }: { rowHeight: number }) {
  return (
    <div className={classes.rows} aria-busy="true">
      {ROWS.map((row) => (
        <Skeleton key={row} height={rowHeight} />
      ))}
    </div>
  );
}

const ROWS = [1, 2, 3, 4, 5];
