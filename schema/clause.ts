/**
 * The clauses of the school's regulation on the electronic journal and diary, in our own words, and what the journal does about each.
 * - `enforced`: the journal does not let it be otherwise;
 * - `checked`: the journal notices and shows it, people act;
 * - `operational`: whoever runs the journal does it, by a guide;
 * - `organisational`: people do it without the journal;
 * - `planned`: not there yet, or not whole; `shownBy` then names the part that is.
 */
export type ClauseStatus = "enforced" | "checked" | "operational" | "organisational" | "planned";

export interface Clause {
  clause: string;
  says: string;
  status: ClauseStatus;
  /** Tests and guides that show it, by their path from the root of the repository. */
  shownBy: readonly string[];
}

/** A clause in one line. */
export const clause = (number: string, status: ClauseStatus, says: string, ...shownBy: string[]): Clause => ({
  clause: number,
  says,
  status,
  shownBy,
});
/** The test of a clause by its name. */
export const test = (name: string): string => `api/test/clauses/${name}.test.ts`;
/** Who may read and change what, for every root field and type. */
export const MATRIX = "api/test/authorisation/matrix.test.ts";
