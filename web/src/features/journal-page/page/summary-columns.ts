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
  from: string;
}

/** What stands at the right of a term's page: only grades have an average. */
export function summaryOfTerm({ markingScheme, term, mayGiveTermMarks, termMarksFrom }: PageTitle): SummaryColumn[] {
  const ofTerm = { kind: "TERM" as const, termId: term.id };
  const given: GivenColumn = { shows: "given", ...ofTerm, mayGive: mayGiveTermMarks, from: termMarksFrom };
  if (markingScheme === "NONE") return [];
  return markingScheme === "FIVE_POINT" ? [{ shows: "average" }, { shows: "suggested", ...ofTerm }, given] : [given];
}

export function termMarkSlot({ kind, termId }: Pick<GivenColumn, "kind" | "termId">, pupilId: string): TermMarkSlot {
  return { thing: "TERM_MARK", kind, termId, pupilId };
}

export function isSameColumn(column: SummaryColumn, { kind, termId }: TermMarkSlot): boolean {
  return column.shows === "given" && column.kind === kind && column.termId === termId;
}

/** What the rules suggest, as far as the page knows it; null: nothing, or the server alone knows. */
export function suggestedOf(
  { summary, suggestions }: Pick<PageModel, "summary" | "suggestions">,
  column: GivenColumn,
  pupil: PagePupil,
): TermMarkValue | null {
  if (suggestions) return suggestions.get(slotKey(termMarkSlot(column, pupil.pupilId))) ?? null;
  const isReckoned = summary.some(({ shows }) => shows === "suggested");
  return isReckoned ? ((pupil.suggested === null ? "NOT_ASSESSED" : String(pupil.suggested)) as TermMarkValue) : null;
}

/** Why no term mark can be given to a pupil; null when one can. One who has left is marked from the last day on. */
export type TermMarkObstacle = "READ_ONLY" | "TOO_EARLY";

export function termMarkObstacle({ mayGive, from }: GivenColumn, { to }: Pick<PagePupil, "to">, today: string): TermMarkObstacle | null {
  if (!mayGive) return "READ_ONLY";
  return today >= from || (to !== null && to <= today) ? null : "TOO_EARLY";
}
