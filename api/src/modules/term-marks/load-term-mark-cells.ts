import type { Statement, Transaction } from "../../kernel/database";
import { readRules, rulesOn, type AssessmentRules, type StoredRules } from "../assessment-rules/assessment-rules";
import type { HeldTerm } from "../journals/hold-term";
import { MarkingScheme } from "../journals/marking-scheme";
import type { TermMarkFacts } from "./decide-term-mark";
import type { LockedJournal } from "./lock-journal";
import { suggestTermMark } from "./suggest-term-mark";
import { suggestFinalMark, suggestYearMark } from "./suggest-year-mark";
import { TERM_FACTS, termFactsValues, toReckonedTerm, type TermFactsRow } from "./term-facts";
import { TermMarkKind } from "./term-mark-kind";
import { suggestedValueOf, type TermMarkValue, termMarkValueOf } from "./term-mark-value";
import { termValuesOf } from "./year-terms";

/** Which column: the term is that of the mark or, for the year, exams and final marks, the year's last. */
export interface TermMarkPlace {
  journal: LockedJournal;
  kind: TermMarkKind;
  term: HeldTerm;
}

/** The rules of the column's day, and the facts of each pupil, by the pupil. Two statements: how the cells stand, and what a term is reckoned from. */
export async function loadTermMarkCells(
  transaction: Transaction,
  { journal, kind, term }: TermMarkPlace,
  pupilIds: readonly string[],
  today: string,
): Promise<{ rules: AssessmentRules; cells: Map<string, TermMarkFacts> }> {
  const values = [transaction.schoolId, journal.id, kind, kind === TermMarkKind.TERM ? term.id : null, pupilIds, today, term.id];
  const rows = await transaction.query<CellRow>(CELLS, values);
  const rules = readRules(rows[0]?.rules ?? null);
  const suggest = await suggester(transaction, { journal, kind, term }, rows, rules, today);
  const cells = rows.map(({ pupilId, isInList, went, mark, terms, year, exam }, place) => {
    // What would be suggested to a pupil of another class tells of the marks there.
    const suggested = isInList ? suggest({ terms, year, exam }, place) : null;
    return [pupilId, { isInList, went, mark, suggested }] as const;
  });
  return { rules, cells: new Map(cells) };
}

type YearFacts = Pick<CellRow, "terms" | "year" | "exam">;

/** What is suggested to each row. An exam is written as it went, and a term of a journal of passes is the teacher's word. */
async function suggester(
  transaction: Transaction,
  { journal, kind, term }: TermMarkPlace,
  rows: readonly CellRow[],
  rules: AssessmentRules,
  today: string,
): Promise<(facts: YearFacts, place: number) => TermMarkValue | null> {
  if (kind === TermMarkKind.YEAR) return ({ terms }) => suggestYearMark(terms ?? [], rules)?.value ?? null;
  if (kind === TermMarkKind.FINAL) return ({ year, exam }) => suggestFinalMark(year, exam, rules)?.value ?? null;
  if (kind === TermMarkKind.EXAM || journal.scheme !== MarkingScheme.FIVE_POINT) return () => null;
  const places = rows.map(({ pupilId }) => ({ journalId: journal.id, termId: term.id, pupilId }));
  const facts = await transaction.query<TermFactsRow>(TERM_FACTS, termFactsValues(transaction.schoolId, places, today));
  return (_, place) => {
    const reckoned = toReckonedTerm(facts[place]!);
    const { grade } = suggestTermMark(reckoned.facts, reckoned.rules);
    return grade === null ? "NOT_ASSESSED" : String(grade);
  };
}

interface CellRow extends Pick<TermMarkFacts, "isInList" | "went" | "mark"> {
  pupilId: string;
  rules: StoredRules | null;
  terms: (TermMarkValue | null)[] | null;
  year: TermMarkValue | null;
  exam: TermMarkValue | null;
}

const ownMark = (kind: TermMarkKind): string => `(SELECT ${termMarkValueOf("own")} FROM term_mark AS own
      WHERE own.school_id = $1 AND own.journal_id = journal.id AND own.pupil_id = asked.pupil_id AND own.kind = '${kind}')`;

/** $1 school, $2 journal, $3 kind, $4 term of the mark or null, $5 pupils, $6 today, $7 the term whose days decide. */
const CELLS: Statement = {
  name: "term-mark-cells",
  text: `
  SELECT asked.pupil_id AS "pupilId", ${rulesOn("LEAST($6::date, term.ends_on)")} AS rules,
    journal.pupil_id = asked.pupil_id OR COALESCE(stays.is_there, false) AS "isInList",
    CASE WHEN stays.went < term.ends_on THEN stays.went END AS went,
    CASE WHEN mark.id IS NOT NULL THEN json_build_object('id', mark.id, 'value', ${termMarkValueOf("mark")}, 'reason', mark.reason,
      'suggested', ${suggestedValueOf("mark")}, 'version', mark.version) END AS mark,
    CASE WHEN $3 = 'YEAR' THEN ${termValuesOf("journal", "asked.pupil_id")} END AS terms,
    CASE WHEN $3 = 'FINAL' THEN ${ownMark(TermMarkKind.YEAR)} END AS year,
    CASE WHEN $3 = 'FINAL' THEN ${ownMark(TermMarkKind.EXAM)} END AS exam
  FROM unnest($5::uuid[]) WITH ORDINALITY AS asked (pupil_id, place)
  JOIN journal ON journal.school_id = $1 AND journal.id = $2
  JOIN term ON term.school_id = $1 AND term.id = $7
  LEFT JOIN term_mark AS mark ON mark.school_id = $1 AND mark.journal_id = $2 AND mark.pupil_id = asked.pupil_id AND mark.kind = $3
    AND mark.term_id IS NOT DISTINCT FROM $4::uuid
  LEFT JOIN LATERAL (
    SELECT true AS is_there, NULLIF(max(COALESCE(stay.valid_to, 'infinity')), 'infinity') AS went FROM (
      SELECT valid_from, valid_to FROM enrolment WHERE school_id = $1 AND pupil_id = asked.pupil_id AND class_id = journal.class_id
      UNION ALL
      SELECT valid_from, valid_to FROM group_membership WHERE school_id = $1 AND pupil_id = asked.pupil_id AND group_id = journal.group_id) stay
    WHERE stay.valid_from <= term.ends_on AND (stay.valid_to IS NULL OR stay.valid_to >= term.starts_on)
    HAVING count(*) > 0) stays ON true
  ORDER BY asked.place`,
};
