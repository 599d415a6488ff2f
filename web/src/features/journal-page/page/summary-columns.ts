import type { TermMarkKind } from "@/graphql/generated/graphql";
import type { TermMarkValue } from "../cells/cell-value";
import { slotKey, type TermMarkSlot } from "../outbox/entry";
import type { PageModel, PagePupil, PageTitle } from "./page-model";

/** A column at the right of every row: the average, what the rules suggest, or the term marks themselves, where they are typed. */
export type SummaryColumn = { shows: "average" } | { shows: "suggested"; kind: TermMarkKind; termId: string | null } | GivenColumn;

/** `from`: the first day on which they may be given. `label`: only where there are several. */
export interface GivenColumn {
  shows: "given";
  kind: TermMarkKind;
  termId: string | null;
  mayGive: boolean;
  isClosed: boolean;
  from: string;
}

/** What stands at the right of a term's page: only grades have an average. */
export function summaryOfTerm({ markingScheme, term, mayGiveTermMarks, termMarksFrom }: PageTitle): SummaryColumn[] {
  const ofTerm = { kind: "TERM" as const, termId: term.id };
  const given: GivenColumn = { shows: "given", ...ofTerm, mayGive: mayGiveTermMarks, isClosed: term.isClosed, from: termMarksFrom };
  if (markingScheme === "NONE") return [];
  return markingScheme === "FIVE_POINT" ? [{ shows: "average" }, { shows: "suggested", ...ofTerm }, given] : [given];
}

/** What a column of term marks is of. */
type ColumnKey = Pick<GivenColumn, "kind" | "termId">;

export function termMarkSlot({ kind, termId }: ColumnKey, pupilId: string): TermMarkSlot {
  return { thing: "TERM_MARK", kind, termId, pupilId };
}

export function isSameColumn(column: SummaryColumn, { kind, termId }: TermMarkSlot): boolean {
  return column.shows === "given" && column.kind === kind && column.termId === termId;
}

/** On the page of totals: what the rules suggest in a column, and why; null: nothing. */
export function totalOf({ suggestions }: Pick<PageModel, "suggestions">, column: ColumnKey, { pupilId }: Pick<PagePupil, "pupilId">) {
  return suggestions?.get(slotKey(termMarkSlot(column, pupilId))) ?? null;
}

/** What the rules suggest, as far as the page knows it; null: nothing, or the server alone knows. */
export function suggestedOf(page: Pick<PageModel, "summary" | "suggestions">, column: ColumnKey, pupil: PagePupil): TermMarkValue | null {
  if (page.suggestions) return totalOf(page, column, pupil)?.value ?? null;
  const isReckoned = page.summary.some(({ shows }) => shows === "suggested");
  return isReckoned ? ((pupil.suggested === null ? "NOT_ASSESSED" : String(pupil.suggested)) as TermMarkValue) : null;
}

/** Why no term mark can be given to a pupil; null when one can. One who has left is marked from the last day on. */
export type TermMarkObstacle = "TERM_CLOSED" | "READ_ONLY" | "TOO_EARLY";

export function termMarkObstacle(column: GivenColumn, { to }: Pick<PagePupil, "to">, today: string): TermMarkObstacle | null {
  const { mayGive, isClosed, from } = column;
  if (isClosed) return "TERM_CLOSED";
  if (!mayGive) return "READ_ONLY";
  return today >= from || (to !== null && to <= today) ? null : "TOO_EARLY";
}
