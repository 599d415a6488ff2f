import type { Identities } from "./identities";
import type { ProblemList } from "./import-report";
import type { SchoolFiles } from "./read-school-files";
import type { SchoolRows } from "./school-tables";

/** What every step of the mapping reads from and adds to. */
export interface Mapping {
  files: SchoolFiles;
  ids: Identities;
  problems: ProblemList;
  rows: SchoolRows;
  /** By the school's clock. */
  today: string;
}

export type TermKind = "QUARTER" | "HALF_YEAR" | "TRIMESTER";

export interface MappedTerm {
  kind: TermKind;
  startsOn: string;
  endsOn: string;
}

export interface MappedYear {
  id: string;
  startsOn: string;
  endsOn: string;
  /** A later year is there: links without an end ended with this one. */
  isPast: boolean;
  terms: MappedTerm[];
}

/** The last day of a link of this year that names no end itself. */
export function openEnd(year: MappedYear): string | null {
  return year.isPast ? year.endsOn : null;
}
