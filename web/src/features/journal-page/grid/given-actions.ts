import { termMarkText, type TermMarkValue, type Typed } from "../cells/cell-value";
import { suggestedOf, termMarkObstacle, termMarkSlot, type GivenColumn } from "../page/summary-columns";
import type { PagePupil } from "../page/page-model";
import type { Change } from "../store/cell-view";
import { viewGiven, type GivenView } from "../store/given-view";
import type { JournalStore } from "../store/journal-store";
import type { TermMarkSlot } from "../outbox/entry";
import type { Position } from "./grid-move";

/** A term mark's cell in the grid. */
export interface GivenCell {
  pupil: PagePupil;
  column: GivenColumn;
  slot: TermMarkSlot;
  view: GivenView;
  /** What the rules suggest, as far as the page knows. */
  suggested: TermMarkValue | null;
}

/** The term mark of a place in the grid; null elsewhere. */
export function givenAt(store: JournalStore, { row, column }: Position): GivenCell | null {
  const { page, columns, outbox } = store.getState();
  const pupil = page.pupils[row];
  const under = page.summary[column - columns.length];
  if (!pupil || under?.shows !== "given") return null;
  const slot = termMarkSlot(under, pupil.pupilId);
  const view = viewGiven(slot, outbox, store.confirmed);
  return { pupil, column: under, slot, view, suggested: suggestedOf(page, under, pupil) };
}

/** The term whose average or mark stands in a place, so that it can be explained; null elsewhere: a year follows from its terms. */
export function explainedTermAt(store: JournalStore, { column }: Position): string | null {
  const { page, columns } = store.getState();
  const under = page.summary[column - columns.length];
  if (!under || page.title.markingScheme !== "FIVE_POINT") return null;
  return under.shows === "average" ? page.title.term.id : under.termId;
}

export function acceptsGiven(store: JournalStore, cell: GivenCell): boolean {
  return termMarkObstacle(cell.column, cell.pupil, store.today) === null;
}

/** What a stroke in a cell of term marks changes; null: nothing. Another mark has to be accounted for anew, so the old reason goes. */
export function changeOfGiven(typed: Typed, { slot, view }: GivenCell): Change | null {
  if (typed.thing === "CLEAR") return view.content.given === null ? null : { slot, content: { given: null, reason: null } };
  if (typed.thing !== "TERM_MARK" || typed.value === view.content.given) return null;
  return { slot, content: { given: typed.value, reason: null } };
}

/** Must the teacher say why, as far as the page knows. */
export function needsReason({ suggested }: GivenCell, value: TermMarkValue): boolean {
  return suggested !== null && suggested !== value;
}

/** The suggestions of a column that still has no marks, as changes of one act. */
export function suggestionsToTake(store: JournalStore, column: number, withNotAssessed: boolean): { cell: GivenCell; change: Change }[] {
  return store.getState().page.pupils.flatMap((_, row) => {
    const cell = givenAt(store, { row, column });
    if (!cell || cell.view.content.given !== null || cell.suggested === null || !acceptsGiven(store, cell)) return [];
    if (cell.suggested === "NOT_ASSESSED" && !withNotAssessed) return [];
    return [{ cell, change: { slot: cell.slot, content: { given: cell.suggested, reason: null } } }];
  });
}

export function givenText({ content }: GivenView): string {
  return content.given === null ? "" : termMarkText(content.given);
}
