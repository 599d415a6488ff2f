import { uuidv7 } from "uuidv7";
import type { Transaction } from "../../kernel/database";
import { announceDiaryChange } from "../../kernel/diary-change";
import { appendHistory, type HistoryEntry } from "../../kernel/history";
import { leaveNews } from "../../kernel/outbox";
import { runOnce } from "../../kernel/operation";
import { ErrorCode, notFound, Refusal } from "../../kernel/refusal";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { isUuid } from "../../kernel/uuid";
import { CellOutcome } from "../lessons/cell-outcome";
import { lessonRefusal } from "../lessons/lesson-rule";
import { lockLessons, type LockedLesson } from "../lessons/lock-lessons";
import type { AttendanceCellResult, SetAttendancePayload } from "./attendance-cell";
import { loadAttendanceCells, writeAttendance, type AttendanceFacts, type KeptAttendance, type NewAttendance } from "./attendance-cells";
import type { AttendanceCellInput, SetAttendanceInput } from "./attendance.inputs";
import { decideAttendance, type AttendanceDecision } from "./decide-attendance";

const CELLS_LIMIT = 200;

/**
 * Notes who was not at a lesson [3.2.2], pupil by pupil: those that may be are written with their history in one
 * transaction, the others are answered with the reason.
 * @throws Refusal NOT_FOUND, LESSON_CANCELLED, LESSON_NOT_HELD, OUTSIDE_TERM or TERM_CLOSED for the lesson, LIMIT_EXCEEDED, and what `runOnce` throws.
 */
export async function setAttendance(context: RequestContext, input: SetAttendanceInput): Promise<SetAttendancePayload> {
  const viewer = signedIn(context);
  if (input.cells.length > CELLS_LIMIT) {
    const message = `За один раз можно отметить не больше ${CELLS_LIMIT} учащихся. Разделите список на части.`;
    throw new Refusal(ErrorCode.LIMIT_EXCEEDED, message, { field: "cells", limit: CELLS_LIMIT });
  }
  const at = context.clock.now();
  return runOnce(context.database, viewer, { id: input.operationId, name: "setAttendance", input, at }, async (transaction) => {
    const [lesson] = (await lockLessons(transaction, viewer, at, input.journalId, [input.lessonId.toLowerCase()])).values();
    if (!lesson) throw notFound("Урок");
    const closed = lessonRefusal(lesson, viewer.today);
    if (closed) throw closed;
    const cells = await decideAll(transaction, lesson, input.cells);
    await apply(transaction, lesson, { at, by: viewer.personId, operationId: input.operationId }, cells);
    return { cells: cells.map((cell) => result(lesson.id, cell)) };
  });
}

interface DecidedAttendance {
  pupilId: string;
  stands: KeptAttendance | null;
  decision: AttendanceDecision;
}

async function decideAll(
  transaction: Transaction,
  lesson: LockedLesson,
  cells: readonly AttendanceCellInput[],
): Promise<DecidedAttendance[]> {
  const pupilIds = cells.map((cell) => cell.pupilId.toLowerCase());
  const wellFormed = [...new Set(pupilIds)].filter(isUuid);
  const loaded = await loadAttendanceCells(transaction, lesson.id, wellFormed);
  const facts = new Map<string, AttendanceFacts>(wellFormed.map((pupilId, index) => [pupilId, loaded[index]!]));
  return cells.map((cell, index) => {
    const pupilId = pupilIds[index]!;
    const found = facts.get(pupilId);
    const isRepeated = pupilIds.indexOf(pupilId) < index;
    const decision = !found || isRepeated ? refuseInput(isRepeated) : decideAttendance(cell, found);
    return { pupilId, stands: found?.stands ?? null, decision };
  });
}

function refuseInput(isRepeated: boolean): AttendanceDecision {
  const refusal = isRepeated
    ? new Refusal(ErrorCode.INVALID, "Учащийся указан в запросе дважды. Оставьте одну отметку.", { field: "cells" })
    : new Refusal(ErrorCode.INVALID, "Неверный pupilId: нужен UUID. Обновите страницу и повторите действие.", { field: "pupilId" });
  return { outcome: CellOutcome.REFUSED, refusal };
}

async function apply(
  transaction: Transaction,
  lesson: LockedLesson,
  { at, by, operationId }: { at: Date; by: string; operationId: string },
  cells: readonly DecidedAttendance[],
): Promise<void> {
  const accepted = cells.flatMap((cell) => {
    const { pupilId, stands, decision } = cell;
    if (decision.outcome !== CellOutcome.SET) return [];
    const absence: NewAttendance = { id: stands?.id ?? uuidv7(), pupilId, ...decision.content, version: (stands?.version ?? 0) + 1 };
    return [{ stands, absence }];
  });
  if (accepted.length === 0) return;
  const absences = accepted.map(({ absence }) => absence);
  await writeAttendance(transaction, { lessonId: lesson.id, openingId: lesson.openingId, at, by }, absences);
  const pupilIds = absences.map((absence) => absence.pupilId);
  await announceDiaryChange(transaction, { journalId: lesson.journalId, pupilIds, dates: [lesson.date] });
  const news = accepted
    .map(({ stands, absence }) => ({
      lessonId: lesson.id,
      pupilId: absence.pupilId,
      before: stands?.kind ?? null,
      after: absence.kind ?? null,
    }))
    .filter(({ before, after }) => before !== after);
  if (news.length > 0) await leaveNews(transaction, at, { kind: "ABSENCE", journalId: lesson.journalId, by, absences: news });
  const entries = accepted.map(({ stands, absence }): HistoryEntry => {
    const place = {
      thingId: absence.id,
      journalId: lesson.journalId,
      lessonId: lesson.id,
      pupilId: absence.pupilId,
      openingId: lesson.openingId,
    };
    return { thing: "ATTENDANCE", ...place, before: visible(stands), after: visible(absence) };
  });
  await appendHistory(transaction, { at, actorId: by, operationId }, entries);
}

/** What history keeps of an absence; a withdrawn one is "was not there". */
function visible(attendance: KeptAttendance | null): HistoryEntry["after"] {
  if (!attendance?.kind) return null;
  const { kind, minutesLate, reason } = attendance;
  return { kind, minutesLate, reason };
}

function result(lessonId: string, { pupilId, stands, decision }: DecidedAttendance): AttendanceCellResult {
  const isSet = decision.outcome === CellOutcome.SET;
  const content = isSet ? decision.content : stands;
  const version = (stands?.version ?? 0) + (isSet ? 1 : 0);
  const refusal = "refusal" in decision ? decision.refusal : null;
  const attendance = content?.kind
    ? { lessonId, pupilId, kind: content.kind, minutesLate: content.minutesLate, reason: content.reason, version }
    : null;
  return { pupilId, outcome: decision.outcome, attendance, version, code: refusal?.code ?? null, message: refusal?.message ?? null };
}
