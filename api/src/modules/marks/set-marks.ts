import { uuidv7 } from "uuidv7";
import type { Transaction } from "../../kernel/database";
import { runOnce } from "../../kernel/operation";
import { ErrorCode, Refusal } from "../../kernel/refusal";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { isUuid } from "../../kernel/uuid";
import type { Viewer } from "../../kernel/viewer";
import { CellOutcome } from "../lessons/cell-outcome";
import { lockLessons, type LockedLesson } from "../lessons/lock-lessons";
import { applyMarks, type DecidedCell } from "./apply-marks";
import { AssessmentKind } from "../assessment-rules/assessment-kind";
import { readRules, rulesOfSubject } from "../assessment-rules/assessment-rules";
import { WorkScale } from "../assessment-rules/work-scale";
import { withAttempt } from "./attempts";
import { decideMark, decideRepeated, type FoundCell } from "./decide-mark";
import { loadMarkCells, type CellPlace, type MarkCellFacts, type StandingMark } from "./load-mark-cells";
import type { SetMarksPayload } from "./mark-cell";
import type { MarkCellInput, SetMarksInput } from "./mark.inputs";
import type { PageAssessment } from "./page-mark";

/** The most cells of one call: a class of 40 on five lessons. */
const CELLS_LIMIT = 200;

/**
 * Sets marks cell by cell [3.2.3]: those that may be are written with their history in one transaction, the others are
 * answered with the reason.
 * @throws Refusal LIMIT_EXCEEDED beyond 200 cells, and what `runOnce` throws.
 */
export async function setMarks(context: RequestContext, input: SetMarksInput): Promise<SetMarksPayload> {
  const viewer = signedIn(context);
  if (input.cells.length > CELLS_LIMIT) {
    throw new Refusal(ErrorCode.LIMIT_EXCEEDED, `За один раз можно передать не больше ${CELLS_LIMIT} отметок. Разделите их на части.`, {
      field: "cells",
      limit: CELLS_LIMIT,
    });
  }
  const at = context.clock.now();
  return runOnce(context.database, viewer, { id: input.operationId, name: "setMarks", input, at }, async (transaction) => {
    const lessonIds = input.cells.map((cell) => cell.lessonId);
    const lessons = await lockLessons(transaction, viewer, at, input.journalId, lessonIds);
    const facts = await loadFacts(transaction, input, lessons);
    const cells = decideAll(input.cells, lessons, facts, viewer);
    const { personId, timeZone } = viewer;
    const { journalId, operationId } = input;
    return { cells: await applyMarks(transaction, { journalId, operationId, at, by: personId, actorId: personId, timeZone }, cells) };
  });
}

/** The facts of every cell whose ids are well formed and whose lesson is locked. */
async function loadFacts(
  transaction: Transaction,
  { journalId, cells }: SetMarksInput,
  lessons: ReadonlyMap<string, LockedLesson>,
): Promise<Map<MarkCellInput, MarkCellFacts>> {
  const known = cells.filter(
    (cell) => lessons.has(idOf(cell.lessonId)) && isUuid(cell.pupilId) && (!cell.assessmentId || isUuid(cell.assessmentId)),
  );
  const loaded = await loadMarkCells(transaction, journalId, known.map(placeOf));
  return new Map(known.map((cell, index) => [cell, loaded[index]!]));
}

function decideAll(
  cells: readonly MarkCellInput[],
  lessons: ReadonlyMap<string, LockedLesson>,
  facts: ReadonlyMap<MarkCellInput, MarkCellFacts>,
  viewer: Viewer,
): DecidedCell[] {
  const seen = new Set<string>();
  const firstColumns = new Map<string, PageAssessment>();
  const attempts = new Map<string, StandingMark[]>();
  const decided = cells.map((cell) => {
    const place = placeOf(cell);
    const loaded = facts.get(cell);
    const key = [place.lessonId, loaded?.assessment?.id ?? place.assessmentId, place.pupilId].join(" ");
    // A mark and its retake may come in one call: the second is decided on as the first will stand.
    const stand = attempts.get(key) ?? loaded?.attempts ?? [];
    const found = { lesson: lessons.get(idOf(cell.lessonId)), facts: loaded && { ...loaded, attempts: stand } };
    const isRepeated = seen.has(`${key} ${place.attempt}`);
    const decision = isRepeated ? decideRepeated() : decideMark(cell, found, viewer.today);
    seen.add(`${key} ${place.attempt}`);
    if (decision.outcome === CellOutcome.SET) attempts.set(key, withAttempt(stand, place.attempt, decision));
    const column = loaded?.assessment ?? null;
    const made = column || decision.outcome !== CellOutcome.SET ? null : firstColumn(firstColumns, found);
    return { key, place, ...found, decision, column: column ?? made, isMade: made !== null };
  });
  return decided.map(({ key, ...cell }) => ({ ...cell, after: attempts.get(key) ?? [] }));
}

/** One new column a lesson, whichever cell needs it first. */
function firstColumn(made: Map<string, PageAssessment>, { lesson, facts }: FoundCell): PageAssessment {
  const { id: lessonId, subjectId } = lesson!;
  const { weightHundredths } = rulesOfSubject(readRules(facts!.rules), subjectId).works.ORAL;
  const column = made.get(lessonId) ?? {
    id: uuidv7(),
    lessonId,
    number: 1,
    kind: AssessmentKind.ORAL,
    weight: weightHundredths / 100,
    title: null,
    mandatory: false,
    scale: WorkScale.FIVE_POINT,
    maxPoints: null,
  };
  made.set(lessonId, column);
  return column;
}

function placeOf(cell: MarkCellInput): CellPlace {
  const { lessonId, assessmentId, pupilId, attempt } = cell;
  return { lessonId: idOf(lessonId), assessmentId: assessmentId ? idOf(assessmentId) : null, pupilId: idOf(pupilId), attempt };
}

/** PostgreSQL writes UUIDs in small letters. */
function idOf(id: string): string {
  return id.toLowerCase();
}
