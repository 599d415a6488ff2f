import type { Confirmed, Outbox } from "../outbox/outbox";
import { sameContent } from "../outbox/entry";
import type { PagePupil } from "../page/page-model";
import { suggestedOf, termMarkSlot, type SummaryColumn } from "../page/summary-columns";
import { termMarkText } from "../cells/cell-value";
import { viewCell, type CellView } from "./cell-view";
import { viewGiven, type GivenView } from "./given-view";
import type { JournalState } from "./journal-store";

/** A pupil's row as the grid shows it. */
export interface RowView {
  cells: CellView[];
  pupil: PagePupil;
  /** By the place in the page's summary: the term mark that stands there. */
  given: (GivenView | undefined)[];
  /** By the same: what the rules suggest, on the page of totals; a term's page has it with the pupil. */
  suggested: (string | undefined)[];
  /** Something of this pupil is not answered yet, so the average is of before. */
  isCounting: boolean;
}

/** Rows computed when they change, and the same object as long as they do not: a keystroke draws one row anew. */
export class RowViews {
  private readonly kept = new Map<string, { state: JournalState; outbox: Outbox; view: RowView }>();

  constructor(private readonly confirmed: Confirmed) {}

  rowOf(state: JournalState, pupil: PagePupil): RowView {
    const kept = this.kept.get(pupil.pupilId);
    if (kept?.state === state) return kept.view;
    const outbox = outboxOf(state.outbox, pupil.pupilId);
    const isSame = kept && kept.state.page === state.page && kept.state.columns === state.columns && sameOutbox(kept.outbox, outbox);
    const computed = isSame ? kept.view : this.compute(state, outbox, pupil);
    const view = kept && sameRow(kept.view, computed) ? kept.view : computed;
    this.kept.set(pupil.pupilId, { state, outbox, view });
    return view;
  }

  private compute({ columns, page }: JournalState, outbox: Outbox, pupil: PagePupil): RowView {
    return {
      pupil,
      cells: columns.map((column) => viewCell(column, pupil.pupilId, outbox, this.confirmed)),
      given: page.summary.map((column) =>
        column.shows === "given" ? viewGiven(termMarkSlot(column, pupil.pupilId), outbox, this.confirmed) : undefined,
      ),
      suggested: page.summary.map((column) => suggestedText(page, column, pupil)),
      isCounting: outbox.waiting.length > 0 || outbox.calls.length > 0,
    };
  }
}

/** Only where the page of totals knows it: on a term's page it is drawn from the pupil. */
function suggestedText(page: JournalState["page"], column: SummaryColumn, pupil: PagePupil): string | undefined {
  if (column.shows !== "suggested" || !page.suggestions) return undefined;
  const value = suggestedOf(page, column, pupil);
  return value ? termMarkText(value) : "";
}

function outboxOf({ waiting, calls, problems }: Outbox, pupilId: string): Outbox {
  return {
    waiting: waiting.filter(({ slot }) => slot.pupilId === pupilId),
    calls: calls.filter((call) => call.entries.some(({ slot }) => slot.pupilId === pupilId)),
    problems: problems.filter(({ mine }) => mine.slot.pupilId === pupilId),
  };
}

function sameOutbox(one: Outbox, other: Outbox): boolean {
  return sameItems(one.waiting, other.waiting) && sameItems(one.calls, other.calls) && sameItems(one.problems, other.problems);
}

function sameItems<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((item, place) => item === other[place]);
}

function sameRow(one: RowView, other: RowView): boolean {
  if (one === other) return true;
  const { pupil: a } = one;
  const { pupil: b } = other;
  const samePupil = a.average === b.average && a.suggested === b.suggested && a.to === b.to && a.from === b.from;
  const sameLength = one.cells.length === other.cells.length && one.isCounting === other.isCounting;
  const sameTotals = one.given.length === other.given.length && one.given.every((view, place) => sameGiven(view, other.given[place]));
  const sameSuggested = one.suggested.every((text, place) => text === other.suggested[place]);
  return samePupil && sameLength && sameTotals && sameSuggested && one.cells.every((cell, place) => sameCell(cell, other.cells[place]));
}

function sameGiven(one: GivenView | undefined, other: GivenView | undefined): boolean {
  if (!one || !other) return one === other;
  return one.state === other.state && one.problem === other.problem && sameContent(one.content, other.content);
}

function sameCell(one: CellView, other: CellView | undefined): boolean {
  if (!other || one.state !== other.state || one.problem !== other.problem) return false;
  if (one.retakes.length !== other.retakes.length) return false;
  const sameRetakes = one.retakes.every((retake, place) => sameContent(retake, other.retakes[place] ?? other.mark));
  return sameRetakes && sameContent(one.mark, other.mark) && sameContent(one.attendance, other.attendance);
}
