import type { JournalPageQuery } from "@/graphql/generated/graphql";
import type { AttendanceCell, MarkCell } from "../outbox/entry";

type Loaded = JournalPageQuery["journalPage"];
type Plain<T> = Omit<T, "__typename">;

export type PagePupil = Plain<Loaded["pupils"][number]>;
export type PageLesson = Plain<Loaded["lessons"][number]>;
export type PageAssessment = Plain<Loaded["assessments"][number]>;
export type PageTerm = Plain<Loaded["term"]>;

/** What the page says of the journal itself. */
export type PageTitle = Pick<
  Loaded,
  "journalId" | "subject" | "className" | "markingScheme" | "isForeignLanguage" | "teachers" | "mayEdit"
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
}
