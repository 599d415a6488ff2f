import type { JournalTermMarksQuery } from "@/graphql/generated/graphql";
import type { TermMarkValue } from "../cells/cell-value";
import { slotKey, type TermMarkCell } from "../outbox/entry";
import type { PageModel, PagePupil, PageTitle, SuggestedTotal } from "../page/page-model";
import { termMarkSlot, type SummaryColumn } from "../page/summary-columns";

/** The totals of a journal's year as they come from the server: a page without lessons, whose columns are the term marks. */
export interface PackedTotals {
  title: PageTitle;
  totals: JournalTermMarksQuery["journalTermMarks"];
}

export function packTotals(totals: JournalTermMarksQuery["journalTermMarks"]): PackedTotals {
  const { journalId, subject, className, markingScheme, teachers, terms, columns } = totals;
  const mayGiveTermMarks = columns.some(({ mayGive }) => mayGive);
  const title = {
    journalId,
    subject,
    className,
    markingScheme,
    isForeignLanguage: false,
    teachers,
    mayEdit: mayGiveTermMarks,
    mayGiveTermMarks,
    retakes: "LAST" as const,
  };
  return { title: { ...title, termMarksFrom: columns.at(-1)!.givenFrom, term: terms.at(-1)!, terms }, totals };
}

/** What is suggested for the year and in the end stands before the column where it is given. */
export function unpackTotals({ title, totals }: PackedTotals): PageModel {
  const summary = totals.columns.flatMap(({ kind, termId, givenFrom, mayGive }): SummaryColumn[] => {
    const { isClosed } = totals.terms.find(({ id }) => id === termId) ?? totals.terms.at(-1)!;
    const given: SummaryColumn = { shows: "given", kind, termId, mayGive, isClosed, from: givenFrom };
    return kind === "YEAR" || kind === "FINAL" ? [{ shows: "suggested", kind, termId }, given] : [given];
  });
  const termMarks = new Map<string, TermMarkCell>();
  const suggestions = new Map<string, SuggestedTotal>();
  for (const { pupilId, marks, year, final } of totals.pupils) {
    for (const { kind, termId, given } of marks)
      termMarks.set(slotKey(termMarkSlot({ kind, termId }, pupilId)), {
        given: given.value as TermMarkValue,
        reason: given.reason,
        version: given.version,
      });
    const ofYear = [year && (["YEAR", year] as const), final && (["FINAL", final] as const)].filter((one) => one !== null);
    for (const [kind, { value, cause, mean }] of ofYear)
      suggestions.set(slotKey(termMarkSlot({ kind, termId: null }, pupilId)), { value: value as TermMarkValue, cause, mean });
  }
  const pupils = totals.pupils.map(({ pupilId, name, from, to }): PagePupil => ({
    pupilId,
    name,
    from,
    to,
    average: null,
    suggested: null,
  }));
  return { title, pupils, lessons: [], assessments: [], marks: new Map(), attendance: new Map(), termMarks, summary, suggestions };
}
