import { uuidv7 } from "uuidv7";
import type { Statement, Transaction } from "../../kernel/database";
import { announceDiaryChange } from "../../kernel/diary-change";
import { appendHistory, type HistoryEntry } from "../../kernel/history";
import { leaveNews } from "../../kernel/outbox";
import { CellOutcome } from "../lessons/cell-outcome";
import type { TermMarkDecision, TermMarkFacts } from "./decide-term-mark";
import type { TermMarkCellResult } from "./given-term-mark";
import type { TermMarkKind } from "./term-mark-kind";
import { storedTermMark, type TermMarkValue } from "./term-mark-value";

/** A cell, what was found of it and what is to become of it. */
export interface DecidedTermMark {
  pupilId: string;
  facts: TermMarkFacts | undefined;
  decision: TermMarkDecision;
}

/** The column, and the command that it is changed by. */
export interface TermMarkChange {
  journalId: string;
  kind: TermMarkKind;
  termId: string | null;
  /** Written late, by this opening of a closed term. */
  openingId: string | null;
  operationId: string;
  at: Date;
  by: string;
}

/** Writes the accepted cells, tells the diaries, leaves the news, appends the history, and answers every cell. Nothing accepted: nothing written. */
export async function applyTermMarks(
  transaction: Transaction,
  change: TermMarkChange,
  cells: readonly DecidedTermMark[],
): Promise<TermMarkCellResult[]> {
  const marks = cells.flatMap((cell) => acceptedMark(cell) ?? []);
  if (marks.length > 0) {
    await write(transaction, change, marks);
    await announceDiaryChange(transaction, { journalId: change.journalId, pupilIds: marks.map(({ pupilId }) => pupilId), dates: [] });
    await leaveTermMarkNews(transaction, change, marks);
    const entries = marks.map((mark) => termMarkEntry(change, mark));
    await appendHistory(transaction, { at: change.at, actorId: change.by, operationId: change.operationId }, entries);
  }
  return cells.map(toResult);
}

/** A term mark as it is to stand. */
interface NewTermMark {
  id: string;
  pupilId: string;
  value: TermMarkValue | null;
  reason: string | null;
  /** What the rules suggested; with nothing set, nothing. */
  suggested: TermMarkValue | null;
  version: number;
  before: TermMarkFacts["mark"];
}

function acceptedMark({ pupilId, facts, decision }: DecidedTermMark): NewTermMark | null {
  if (decision.outcome !== CellOutcome.SET || !facts) return null;
  const { value, reason } = decision;
  return {
    id: facts.mark?.id ?? uuidv7(),
    pupilId,
    value,
    reason,
    suggested: value === null ? null : facts.suggested,
    version: (facts.mark?.version ?? 0) + 1,
    before: facts.mark,
  };
}

/** One statement for the whole column. The versions were compared under the journal's lock; the statement compares them once more. */
async function write(transaction: Transaction, change: TermMarkChange, marks: readonly NewTermMark[]): Promise<void> {
  const rows = marks.map(({ id, pupilId, value, suggested, reason, version }) => {
    const [grade, passed, special] = storedTermMark(value);
    const isGrade = suggested !== null && /^[1-5]$/.test(suggested);
    const asSuggested = { suggested: isGrade ? Number(suggested) : null, suggestedSpecial: isGrade ? null : suggested };
    return { id, pupilId, grade, passed, special, ...asSuggested, reason, version };
  });
  const { journalId, kind, termId, at, by, openingId } = change;
  const values = [transaction.schoolId, JSON.stringify(rows), journalId, kind, termId, at, by, openingId];
  const [counted] = await transaction.query<{ written: number }>(WRITE, values);
  if (counted?.written !== marks.length)
    throw new Error(`${marks.length} term marks were decided on, ${counted?.written} could be written`);
}

/** One row for the whole column; another reason alone is no news. */
async function leaveTermMarkNews(transaction: Transaction, change: TermMarkChange, marks: readonly NewTermMark[]): Promise<void> {
  const { journalId, by, at, kind, termId } = change;
  const changed = marks
    .map(({ id, pupilId, before, value }) => ({ termMarkId: id, pupilId, before: before?.value ?? null, after: value }))
    .filter(({ before, after }) => before !== after);
  if (changed.length > 0) await leaveNews(transaction, at, { kind: "TERM_MARK", journalId, by, of: kind, termId, marks: changed });
}

/** The whole picture before and after; a cleared mark is "was not there", as people see it. */
function termMarkEntry({ journalId, kind, termId, openingId }: TermMarkChange, mark: NewTermMark): HistoryEntry {
  const { id, pupilId, before, value, suggested, reason } = mark;
  const picture = (one: Pick<NewTermMark, "value" | "suggested" | "reason"> | null) =>
    one?.value ? { kind, termId, value: one.value, suggested: one.suggested, reason: one.reason } : null;
  return {
    thing: "TERM_MARK",
    thingId: id,
    journalId,
    pupilId,
    openingId,
    before: picture(before),
    after: picture({ value, suggested, reason }),
  };
}

function toResult({ pupilId, facts, decision }: DecidedTermMark): TermMarkCellResult {
  const isSet = decision.outcome === CellOutcome.SET;
  const version = (facts?.mark?.version ?? 0) + (isSet ? 1 : 0);
  const stands = isSet ? { ...decision, suggested: facts?.suggested ?? null } : facts?.mark;
  const refusal = "refusal" in decision ? decision.refusal : null;
  return {
    pupilId,
    outcome: decision.outcome,
    mark: stands?.value ? { value: stands.value, version, suggested: stands.suggested, reason: stands.reason } : null,
    version,
    suggested: facts?.suggested ?? null,
    code: refusal?.code ?? null,
    message: refusal?.message ?? null,
  };
}

const WRITE: Statement = {
  name: "write-term-marks",
  text: `
  WITH written AS (
    INSERT INTO term_mark (school_id, id, journal_id, pupil_id, kind, term_id, grade, passed, special, suggested, suggested_special, reason, version,
      set_at, set_by, opening_id)
    SELECT $1, id, $3, "pupilId", $4, $5, grade, passed, special, suggested, "suggestedSpecial", reason, version, $6, $7, $8
    FROM jsonb_to_recordset($2::jsonb) AS new (id uuid, "pupilId" uuid, grade smallint, passed boolean, special text, suggested smallint,
      "suggestedSpecial" text, reason text, version integer)
    ON CONFLICT (school_id, journal_id, pupil_id, kind, term_id) DO UPDATE
      SET grade = EXCLUDED.grade, passed = EXCLUDED.passed, special = EXCLUDED.special, suggested = EXCLUDED.suggested,
          suggested_special = EXCLUDED.suggested_special, reason = EXCLUDED.reason, version = EXCLUDED.version, set_at = EXCLUDED.set_at,
          set_by = EXCLUDED.set_by, opening_id = EXCLUDED.opening_id
      WHERE term_mark.version = EXCLUDED.version - 1
    RETURNING id)
  SELECT count(*)::int AS written FROM written`,
};
