import { uuidv7 } from "uuidv7";
import type { Transaction } from "../../kernel/database";
import { announceDiaryChange } from "../../kernel/diary-change";
import { appendHistory, type HistoryEntry } from "../../kernel/history";
import { leaveNews } from "../../kernel/outbox";
import { CellOutcome } from "../lessons/cell-outcome";
import type { LockedLesson } from "../lessons/lock-lessons";
import type { FoundCell, MarkDecision } from "./decide-mark";
import type { CellPlace } from "./load-mark-cells";
import type { MarkCellResult } from "./mark-cell";
import type { PageAssessment } from "./page-mark";
import { writeMarks, type NewMark } from "./write-marks";

/** A cell, what was found of it and what is to become of it. `column`: where the mark goes, or stands. */
export interface DecidedCell extends FoundCell {
  place: CellPlace;
  decision: MarkDecision;
  column: PageAssessment | null;
  /** The column is made for this mark. */
  isMade: boolean;
}

/** The command that marks are changed by. */
export interface MarkChange {
  journalId: string;
  operationId: string;
  at: Date;
  by: string;
}

/** Writes the accepted cells, tells the diaries, leaves the news, appends the history, and answers every cell. Nothing accepted: nothing written. */
export async function applyMarks(transaction: Transaction, change: MarkChange, cells: readonly DecidedCell[]): Promise<MarkCellResult[]> {
  const accepted = cells.flatMap((cell) => acceptedMark(cell) ?? []);
  if (accepted.length > 0) {
    const columns = new Map(
      accepted.flatMap(({ cell, mark }) => (cell.isMade && cell.column ? [[cell.column, mark.openingId] as const] : [])),
    );
    const marks = accepted.map(({ mark }) => mark);
    await writeMarks(transaction, change, [...columns.keys()], marks);
    const dates = marks.map((mark) => mark.lessonDate);
    await announceDiaryChange(transaction, { journalId: change.journalId, pupilIds: marks.map((mark) => mark.pupilId), dates });
    await leaveMarkNews(transaction, change, accepted);
    const entries = [
      ...[...columns].map(([column, openingId]) => columnEntry(change, column, openingId)),
      ...accepted.map((one) => markEntry(change, one)),
    ];
    await appendHistory(transaction, { at: change.at, actorId: change.by, operationId: change.operationId }, entries);
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
    .map(({ cell: { facts, decision }, mark: { id, lessonId, pupilId } }) => {
      return { lessonId, markId: id, pupilId, before: facts?.mark?.value ?? null, after: decision.value ?? null };
    })
    .filter(({ before, after }) => before !== after);
  if (marks.length > 0) await leaveNews(transaction, at, { kind: "MARK", journalId, by, marks });
}

interface AcceptedMark {
  cell: DecidedCell & { decision: { outcome: CellOutcome.SET } };
  mark: NewMark;
}

function acceptedMark(cell: DecidedCell): AcceptedMark | null {
  const { decision, place, column, facts } = cell;
  if (decision.outcome !== CellOutcome.SET || !column) return null;
  const mark = {
    id: facts?.mark?.id ?? uuidv7(),
    assessmentId: column.id,
    lessonId: place.lessonId,
    lessonDate: (cell.lesson as LockedLesson).date,
    pupilId: place.pupilId,
    ...decision.mark,
    comment: decision.comment,
    version: (facts?.mark?.version ?? 0) + 1,
    openingId: (cell.lesson as LockedLesson).openingId,
  };
  return { cell: { ...cell, decision }, mark };
}

function columnEntry(
  { journalId }: MarkChange,
  { id, lessonId, number, kind, weight }: PageAssessment,
  openingId: string | null,
): HistoryEntry {
  return {
    thing: "ASSESSMENT",
    thingId: id,
    journalId,
    lessonId,
    openingId,
    before: null,
    after: { number, kind, weight, title: null, mandatory: false },
  };
}

/** A cleared mark is "was not there", as people see it. */
function markEntry({ journalId }: MarkChange, { cell, mark }: AcceptedMark): HistoryEntry {
  const { facts, decision } = cell;
  const before = facts?.mark?.value ? { value: facts.mark.value, comment: facts.mark.comment } : null;
  const after = decision.value ? { value: decision.value, comment: decision.comment } : null;
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

function result(journalId: string, { place, lesson, facts, decision, column }: DecidedCell): MarkCellResult {
  const isSet = decision.outcome === CellOutcome.SET;
  const stands = isSet ? { value: decision.value, comment: decision.comment } : facts?.mark;
  const version = (facts?.mark?.version ?? 0) + (isSet ? 1 : 0);
  const refusal = "refusal" in decision ? decision.refusal : null;
  const mark =
    column && stands?.value
      ? {
          assessmentId: column.id,
          lessonId: place.lessonId,
          pupilId: place.pupilId,
          value: stands.value,
          comment: stands.comment,
          version,
          attempt: 1,
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
