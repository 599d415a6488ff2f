import { useTranslations } from "next-intl";
import { useEffect, useLayoutEffect, useMemo, useRef, type CSSProperties, type ReactNode, type RefObject } from "react";
import type { MarkedCells } from "../cells/marked-cells";
import { isObligatory, type Column } from "../page/page-columns";
import type { PagePupil } from "../page/page-model";
import type { CellView } from "../store/cell-view";
import type { JournalSession } from "../store/journal-session";
import type { RowView } from "../store/row-views";
import { useJournalState } from "../store/use-journal";
import { lacksMark } from "./cell-marks";
import marks from "./cell-marks.module.css";
import { elementAt } from "./grid-element";
import { GridHead } from "./grid-head";
import { HEADER_ROW, type Position } from "./grid-move";
import { GridRow } from "./grid-row";
import { useSummaryNames } from "./use-summary-names";
import { isSingle, selectedInRow } from "./grid-selection";
import printed from "./grid-print.module.css";
import classes from "./journal-grid.module.css";
import { useGridInput, type GridInput } from "./use-grid-input";

interface JournalGridProps extends Omit<GridInput, "store"> {
  session: JournalSession;
  today: string;
  /** Cells to be marked, because they differ between two moments; left out: none. */
  changed?: MarkedCells;
  /** Cells that were written after the term was closed; left out: none. */
  late?: MarkedCells;
  /** Goes up when the focus is to come back into the grid from elsewhere on the page. */
  focusRequests: number;
  /** A note that hangs at a cell. */
  children?: ReactNode;
}

/** Pupils down, lessons across: an ARIA grid whose one tab stop is the active cell. */
export function JournalGrid({ session, today, changed = null, late = null, focusRequests, children, ...input }: JournalGridProps) {
  const t = useTranslations("journalPage");
  const state = useJournalState(session);
  const { page, columns } = state;
  const { summary } = page;
  const summaryNames = useSummaryNames(page);
  const { selection } = input;
  const table = useRef<HTMLTableElement>(null);
  const rows = page.pupils.map((pupil) => session.rows.rowOf(state, pupil));
  const lacking = useLacking(rows, columns, today);
  useFocusOnActive(table, selection.active, focusRequests);
  const { typing, ...handlers } = useGridInput({ store: session.store, ...input });

  return (
    <div
      className={classes.frame}
      data-totals={page.suggestions ? "" : undefined}
      style={{ "--sum-columns": summary.length } as CSSProperties}
    >
      <table
        ref={table}
        className={`${classes.grid} ${marks.marks} ${printed.printed}`}
        data-link={state.link}
        role="grid"
        aria-label={t(page.suggestions ? "totals.grid" : "grid")}
        aria-readonly={!page.title.mayEdit}
        aria-multiselectable
        data-single={isSingle(selection) || undefined}
        {...handlers}
      >
        <GridHead
          columns={columns}
          today={today}
          summary={summary}
          summaryNames={summaryNames}
          lacking={lacking}
          activeColumn={selection.active.column}
          isFocused={selection.active.row === HEADER_ROW}
        />
        <tbody>
          {rows.map((view, row) => {
            const selected = selectedInRow(selection, row);
            return (
              <GridRow
                key={view.pupil.pupilId}
                view={view}
                columns={columns}
                today={today}
                summary={summary}
                changed={changed}
                late={late}
                activeColumn={selection.active.row === row ? selection.active.column : null}
                typing={selection.active.row === row ? typing : ""}
                selectedFrom={selected?.left ?? -1}
                selectedTo={selected?.right ?? -1}
              />
            );
          })}
        </tbody>
      </table>
      {children}
    </div>
  );
}

/** How many marks each obligatory column lacks; the same array as long as the numbers are the same. */
function useLacking(rows: readonly RowView[], columns: readonly Column[], today: string): number[] {
  const counted = columns.map((column, place) =>
    isObligatory(column, today) ? rows.filter(({ cells, pupil }) => lacksAt(cells[place], column, pupil, today)).length : 0,
  );
  const numbers = counted.join(",");
  return useMemo(() => numbers.split(",").map(Number), [numbers]);
}

function lacksAt(view: CellView | undefined, column: Column, pupil: PagePupil, today: string): boolean {
  return view !== undefined && lacksMark(view, column, pupil, today);
}

/** The focus begins at the active cell and follows it while it is in the grid; from elsewhere the cell is only brought into sight. */
function useFocusOnActive(table: RefObject<HTMLTableElement | null>, active: Position, focusRequests: number): void {
  const requestsSeen = useRef<number | null>(null);
  useLayoutEffect(() => {
    const cell = table.current && elementAt(table.current, active);
    if (!cell) return;
    const isFirst = requestsSeen.current === null;
    const isAsked = requestsSeen.current !== focusRequests;
    requestsSeen.current = focusRequests;
    cell.scrollIntoView(isFirst ? { block: "nearest", inline: "center" } : { block: "nearest", inline: "nearest" });
    const isHere = table.current?.contains(document.activeElement) || document.activeElement === document.body;
    if (isAsked || isHere) cell.focus({ preventScroll: true });
  }, [table, active, focusRequests]);

  // A panel that opens beside the grid must not cover the cell it is about.
  useEffect(() => {
    const frame = table.current?.parentElement;
    if (!frame) return;
    const observer = new ResizeObserver(() =>
      table.current?.querySelector("td[tabindex]")?.scrollIntoView({ block: "nearest", inline: "nearest" }),
    );
    observer.observe(frame);
    return () => observer.disconnect();
  }, [table]);
}
