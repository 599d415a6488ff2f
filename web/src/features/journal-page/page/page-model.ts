import type { JournalPageQuery, SuggestedTotalFragment } from "@/graphql/generated/graphql";
import type { TermMarkValue } from "../cells/cell-value";
import type { AttendanceCell, MarkCell, TermMarkCell } from "../outbox/entry";
import type { SummaryColumn } from "./summary-columns";

type Loaded = JournalPageQuery["journalPage"];
type Plain<T> = Omit<T, "__typename">;

export type PagePupil = Omit<Plain<Loaded["pupils"][number]>, "given">;
export type PageLesson = Plain<Loaded["lessons"][number]>;
export type PageAssessment = Plain<Loaded["assessments"][number]>;
export type PageTerm = Plain<Loaded["term"]>;

/** What the rules suggest for the year or in the end, by which rule, and the mean that it was rounded from. */
export type SuggestedTotal = Pick<SuggestedTotalFragment, "cause" | "mean"> & { value: TermMarkValue };

/** What the page says of the journal itself. */
export type PageTitle = Pick<
  Loaded,
  | "journalId"
  | "subject"
  | "className"
  | "markingScheme"
  | "isForeignLanguage"
  | "teachers"
  | "mayEdit"
  | "mayGiveTermMarks"
  | "termMarksFrom"
  | "retakes"
> & {
  term: PageTerm;
  terms: PageTerm[];
};

/** One journal over one term as the server last told it. Cells are found by `slotKey`. */
export interface PageModel {
  title: PageTitle;
  pupils: PagePupil[];
  lessons: PageLesson[];
  assessments: PageAssessment[];
  marks: ReadonlyMap<string, MarkCell>;
  attendance: ReadonlyMap<string, AttendanceCell>;
  termMarks: ReadonlyMap<string, TermMarkCell>;
  /** What stands at the right of every row. */
  summary: readonly SummaryColumn[];
  /** On the page of totals: what the rules suggest, by `slotKey`. On a term's page each pupil has the suggestion. */
  suggestions?: ReadonlyMap<string, SuggestedTotal>;
}
