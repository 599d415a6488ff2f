import type { TermCard } from "./term-card";
import { termGate } from "./term-gate";
import type { TermKind } from "./term-kind";

/** A term as a statement packs it. */
export type PackedTerm = [
  id: string,
  kind: TermKind,
  number: number,
  startsOn: string,
  endsOn: string,
  isClosed: boolean,
  openUntil: string | null,
];

/** Where a page's statement finds what the choice of a term depends on: names of columns and parameters, never values. */
export interface TermChoice {
  /** A row with `academic_year_id` and `term_kind`. */
  source: string;
  /** A parameter: the term asked for, or null. */
  termId: string;
  today: string;
  now: string;
  /** SQL: the page's journal; null: it is of a class as a whole. */
  journalId: string | null;
  /** SQL, rows `class_id`: the classes that the page is of; `term` is the term. */
  classes: string;
}

/**
 * Two CTEs: `terms`, all of the year with `closed`, and `chosen`, the term asked for; without one, the term of today or the last one
 * begun, and before the year the first. `$1` is the school. What closes a term is said by `termGate`; those of a closed year are closed.
 */
export function termsOfPage({ source, termId, today, now, journalId, classes }: TermChoice): string {
  return `terms AS MATERIALIZED (
    SELECT term.id, term.kind, term.number, term.starts_on, term.ends_on,
      academic_year.status = 'CLOSED' OR COALESCE(gate.is_closed, false) AS closed,
      CASE WHEN academic_year.status <> 'CLOSED' THEN gate.opened_until END AS open_until
    FROM ${source} JOIN academic_year ON academic_year.school_id = $1 AND academic_year.id = ${source}.academic_year_id
    JOIN term ON term.school_id = $1 AND term.academic_year_id = ${source}.academic_year_id AND term.kind = ${source}.term_kind
    LEFT JOIN LATERAL ${termGate({ termId: "term.id", now, journalId, classes })} AS gate ON true
  ), chosen AS MATERIALIZED (
    SELECT * FROM terms WHERE ${termId}::uuid IS NULL OR id = ${termId}::uuid
    ORDER BY CASE WHEN starts_on <= ${today}::date THEN starts_on END DESC NULLS LAST, starts_on LIMIT 1
  )`;
}

/** The year's terms and the chosen one, as two columns of the page's row. */
export const TERM_COLUMNS = `(SELECT json_agg(json_build_array(id, kind, number, starts_on, ends_on, closed, open_until) ORDER BY number) FROM terms) AS terms,
    (SELECT id FROM chosen) AS term_id`;

export interface TermColumns {
  terms: PackedTerm[];
  term_id: string;
}

/** The cards of a page's terms. */
export function unpackTerms({ terms, term_id }: TermColumns): { term: TermCard; terms: TermCard[] } {
  const cards = terms.map(([id, kind, number, startsOn, endsOn, isClosed, openUntil]) => ({
    id,
    kind,
    number,
    startsOn,
    endsOn,
    isClosed,
    openUntil,
  }));
  const term = cards.find((card) => card.id === term_id);
  if (!term) throw new Error(`the chosen term ${term_id} is not among the year's`);
  return { term, terms: cards };
}
