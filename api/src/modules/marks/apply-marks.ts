import type { Transaction } from "../../kernel/database";
import { announceDiaryChange } from "../../kernel/diary-change";
import { appendHistory, type HistoryEntry } from "../../kernel/history";
import { leaveNews } from "../../kernel/outbox";
import { CellOutcome } from "../lessons/cell-outcome";
import type { LockedLesson } from "../lessons/lock-lessons";
import type { FoundCell, MarkDecision } from "./decide-mark";
import { readRules, type RetakeRule } from "../assessment-rules/assessment-rules";
import { leaveDebtNews } from "./debt-news";
import { sharesOf } from "./attempts";
import type { CellPlace, StandingMark } from "./load-mark-cells";
import type { MarkCellResult } from "./mark-cell";
import { NO_MARK, pointsText } from "./mark-scale";
import type { PageAssessment } from "./page-mark";
import { writeMarks, type NewMark } from "./write-marks";

/** A cell, what was found of it and what is to become of it. `column`: where the mark goes, or stands. */
export interface DecidedCell extends FoundCell {
  place: CellPlace;
  decision: MarkDecision;
  column: PageAssessment | null;
  /** The column is made for this mark. */
  isMade: boolean;
  /** Every mark of the pupil in the column as it stands once the call is done; of a cell that does not change it may be left out. */
  after: readonly StandingMark[];
}

/** The command that marks are changed by. */
export interface MarkChange {
  journalId: string;
  operationId: string;
  at: Date;
  by: string;
  /** Whom history names: the same, or nobody for what the school's rules do by themselves. */
  actorId: string | null;
  timeZone: string;
}

/** Writes the accepted cells, tells the diaries, leaves the news, appends the history, and answers every cell. Nothing accepted: nothing written. */
export async function applyMarks(transaction: Transaction, change: MarkChange, cells: readonly DecidedCell[]): Promise<MarkCellResult[]> {
  const accepted = cells.flatMap((cell) => acceptedMark(cell) ?? []);
  if (accepted.length > 0) {
    const columns = new Map(
      accepted.flatMap(({ cell, mark }) => (cell.isMade && cell.column ? [[cell.column, mark.openingId] as const] : [])),
    );
    const marks = accepted.map(({ mark }) => mark);
    await writeMarks(transaction, change, [...columns.keys()], marks, otherShares(accepted));
    const dates = marks.map((mark) => mark.lessonDate);
    await announceDiaryChange(transaction, { journalId: change.journalId, pupilIds: marks.map((mark) => mark.pupilId), dates });
    await leaveMarkNews(transaction, change, accepted);
    await leaveDebtNews(transaction, change, marks);
    const entries = [
      ...[...columns].map(([column, openingId]) => columnEntry(change, column, openingId)),
      ...accepted.map((one) => markEntry(change, one)),
    ];
    await appendHistory(transaction, { at: change.at, actorId: change.actorId, operationId: change.operationId }, entries);
  }
  return cells.map((cell) => result(change.journalId, cell));
}

/** One row for the whole column; a comment alone is no news. */
async function leaveMarkNews(
  transaction: Transaction,
  { journalId, by, at }: MarkChange,
  accepted: readonly AcceptedMark[],
): Promise<void> {
  const marks = accepted
    .map(({ cell: { decision }, stood, mark: { id, lessonId, pupilId } }) => {
      return { lessonId, markId: id, pupilId, before: stood?.value ?? null, after: decision.value };
    })
    .filter(({ before, after }) => before !== after);
  if (marks.length > 0) await leaveNews(transaction, at, { kind: "MARK", journalId, by, marks });
}

interface AcceptedMark {
  cell: DecidedCell & { decision: { outcome: CellOutcome.SET } };
  mark: NewMark;
  /** As it was before the call. */
  stood: StandingMark | null;
}

function acceptedMark(cell: DecidedCell): AcceptedMark | null {
  const { decision, place, column } = cell;
  if (decision.outcome !== CellOutcome.SET || !column) return null;
  const { id, version } = cell.after.find(({ attempt }) => attempt === place.attempt)!;
  const { lessonId, pupilId, attempt } = place;
  const { date: lessonDate, openingId } = cell.lesson as LockedLesson;
  const { grade, passed, pointsHundredths, debtUntil } = decision.mark;
  const points = pointsHundredths === null ? null : pointsHundredths / 100;
  const share = sharesOf(cell.after, retakesOf(cell)).get(attempt)!;
  const mark = { id, assessmentId: column.id, lessonId, lessonDate, pupilId, attempt, grade, passed, points, debtUntil, share };
  return {
    cell: { ...cell, decision },
    mark: { ...mark, comment: decision.comment, version, openingId },
    stood: standingMark(cell),
  };
}

/** What the other marks of the same works count for now. */
function otherShares(accepted: readonly AcceptedMark[]): { id: string; share: number }[] {
  const written = new Set(accepted.map(({ mark }) => mark.id));
  return accepted.flatMap(({ cell }) => {
    const shares = sharesOf(cell.after, retakesOf(cell));
    return cell.after.flatMap(({ id, attempt }) => (written.has(id) ? [] : { id, share: shares.get(attempt)! }));
  });
}

function retakesOf({ facts }: DecidedCell): RetakeRule {
  return readRules(facts!.rules).retakes;
}

function standingMark({ facts, place }: DecidedCell): StandingMark | null {
  return facts?.attempts.find(({ attempt }) => attempt === place.attempt) ?? null;
}

function columnEntry(
  { journalId }: MarkChange,
  { id, lessonId, number, kind, weight, scale }: PageAssessment,
  openingId: string | null,
): HistoryEntry {
  return {
    thing: "ASSESSMENT",
    thingId: id,
    journalId,
    lessonId,
    openingId,
    before: null,
    after: { number, kind, weight, title: null, mandatory: false, scale, maxPoints: null },
  };
}

/** A cleared mark is "was not there", as people see it. */
function markEntry({ journalId }: MarkChange, { cell, mark, stood }: AcceptedMark): HistoryEntry {
  const { value, comment } = cell.decision;
  const { assessmentId, attempt } = mark;
  const before = stood && keptMark(assessmentId, stood);
  const after = keptMark(assessmentId, { attempt, value, comment, ...cell.decision.mark });
  return {
    thing: "MARK",
    thingId: mark.id,
    journalId,
    lessonId: mark.lessonId,
    pupilId: mark.pupilId,
    openingId: mark.openingId,
    before,
    after,
  };
}

type SeenMark = Pick<StandingMark, "attempt" | "value" | "comment" | "pointsHundredths" | "debtUntil">;

/** What history keeps of a mark: its column, and all that is seen of it. What an ordinary mark has not is left out. */
function keptMark(assessmentId: string, { attempt, value, comment, pointsHundredths, debtUntil }: SeenMark): HistoryEntry["after"] {
  if (value === null) return null;
  const points = pointsText(pointsHundredths);
  const more = { ...(attempt > 1 && { attempt }), ...(points !== null && { points }), ...(debtUntil !== null && { debtUntil }) };
  return { assessmentId, value, comment, ...more };
}

function result(journalId: string, cell: DecidedCell): MarkCellResult {
  const { place, lesson, decision, column } = cell;
  const stood = standingMark(cell);
  const isSet = decision.outcome === CellOutcome.SET;
  const { pointsHundredths, debtUntil } = isSet ? decision.mark : (stood ?? NO_MARK);
  const stands = isSet ? { value: decision.value, comment: decision.comment } : stood;
  const version = (stood?.version ?? 0) + (isSet ? 1 : 0);
  const refusal = "refusal" in decision ? decision.refusal : null;
  const mark =
    column && stands?.value
      ? {
          assessmentId: column.id,
          lessonId: place.lessonId,
          pupilId: place.pupilId,
          value: stands.value,
          points: pointsText(pointsHundredths),
          debtUntil,
          comment: stands.comment,
          version,
          attempt: place.attempt,
        }
      : null;
  return {
    ...place,
    assessmentId: column?.id ?? place.assessmentId,
    outcome: decision.outcome,
    mark,
    version,
    assessment: column,
    code: refusal?.code ?? null,
    message: refusal?.message ?? null,
    journalId,
    termId: lesson?.termId ?? null,
  };
}
