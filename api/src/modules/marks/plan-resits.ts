import { uuidv7 } from "uuidv7";
import type { Transaction } from "../../kernel/database";
import { announceDiaryChange } from "../../kernel/diary-change";
import { appendHistory, type HistoryEntry } from "../../kernel/history";
import { runOnce } from "../../kernel/operation";
import { leaveNews } from "../../kernel/outbox";
import { ErrorCode, notFound, Refusal } from "../../kernel/refusal";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { isUuid, requireUuid } from "../../kernel/uuid";
import { CellOutcome } from "../lessons/cell-outcome";
import { lessonRefusal } from "../lessons/lesson-rule";
import { lockLessons, type LockedLesson } from "../lessons/lock-lessons";
import { decideResit, type ResitDecision } from "./decide-resit";
import type { PlanResitsPayload, ResitResult } from "./resit";
import { loadResitCells, writeResits, type StoredResit } from "./resit-cells";
import type { PlanResitsInput, ResitInput } from "./resit.inputs";

const MOST_PUPILS = 200;

/**
 * Plans, moves or cancels the resits of those who were absent at a control work [3.2.4], pupil by pupil: those that may be are written with
 * their history and told to the families in one transaction, the others are answered with the reason.
 * @throws Refusal NOT_FOUND, LESSON_CANCELLED, LESSON_NOT_HELD, OUTSIDE_TERM or TERM_CLOSED for the lesson, LIMIT_EXCEEDED, and what `runOnce` throws.
 */
export async function planResits(context: RequestContext, input: PlanResitsInput): Promise<PlanResitsPayload> {
  const viewer = signedIn(context);
  if (input.resits.length > MOST_PUPILS) {
    const message = `За один раз можно назначить пересдачу не больше чем ${MOST_PUPILS} учащимся. Разделите список на части.`;
    throw new Refusal(ErrorCode.LIMIT_EXCEEDED, message, { field: "resits", limit: MOST_PUPILS });
  }
  const assessmentId = requireUuid(input.assessmentId, "assessmentId").toLowerCase();
  const at = context.clock.now();
  return runOnce(context.database, viewer, { id: input.operationId, name: "planResits", input, at }, async (transaction) => {
    const [lesson] = (await lockLessons(transaction, viewer, at, input.journalId, [input.lessonId.toLowerCase()])).values();
    if (!lesson) throw notFound("Урок");
    const closed = lessonRefusal(lesson, viewer.today);
    if (closed) throw closed;
    const work = { lesson, assessmentId };
    const cells = await decideAll(transaction, work, input.resits);
    await apply(transaction, work, { at, by: viewer.personId, operationId: input.operationId }, cells);
    return { resits: cells.map(result) };
  });
}

interface Work {
  lesson: LockedLesson;
  assessmentId: string;
}

interface DecidedResit {
  pupilId: string;
  stands: StoredResit | null;
  decision: ResitDecision;
}

async function decideAll(transaction: Transaction, { lesson, assessmentId }: Work, asked: readonly ResitInput[]): Promise<DecidedResit[]> {
  const pupilIds = asked.map((one) => one.pupilId.toLowerCase());
  const known = asked.flatMap((one, index) => {
    const isFirst = pupilIds.indexOf(pupilIds[index]!) === index;
    return isFirst && isUuid(one.pupilId) ? [{ index, pupilId: pupilIds[index]!, plannedOn: one.plannedOn ?? null }] : [];
  });
  const loaded = await loadResitCells(transaction, { lessonId: lesson.id, assessmentId }, known);
  if (known.length > 0 && loaded.length === 0) throw notFound("Контрольная работа");
  const facts = new Map(known.map(({ index }, place) => [index, loaded[place]!]));
  return asked.map((one, index) => {
    const found = facts.get(index);
    const decision: ResitDecision = found
      ? decideResit(one, lesson, found)
      : { outcome: CellOutcome.REFUSED, refusal: inputRefusal(one.pupilId) };
    return { pupilId: pupilIds[index]!, stands: found?.stands ?? null, decision };
  });
}

function inputRefusal(pupilId: string): Refusal {
  return isUuid(pupilId)
    ? new Refusal(ErrorCode.INVALID, "Учащийся указан в запросе дважды. Оставьте один день пересдачи.", { field: "resits" })
    : new Refusal(ErrorCode.INVALID, "Неверный pupilId: нужен UUID. Обновите страницу и повторите действие.", { field: "pupilId" });
}

async function apply(
  transaction: Transaction,
  { lesson, assessmentId }: Work,
  { at, by, operationId }: { at: Date; by: string; operationId: string },
  cells: readonly DecidedResit[],
): Promise<void> {
  const accepted = cells.flatMap(({ pupilId, stands, decision }) => {
    if (decision.outcome !== CellOutcome.SET) return [];
    const { plannedOn, note } = decision;
    return [{ stands, resit: { id: stands?.id ?? uuidv7(), pupilId, plannedOn, note, version: (stands?.version ?? 0) + 1 } }];
  });
  if (accepted.length === 0) return;
  const { openingId } = lesson;
  const place = { journalId: lesson.journalId, lessonId: lesson.id };
  const resits = accepted.map(({ resit }) => resit);
  await writeResits(transaction, { lessonId: lesson.id, assessmentId, at, by }, resits);
  const dates = accepted.flatMap(({ stands, resit }) => [stands?.plannedOn, resit.plannedOn].filter((date) => typeof date === "string"));
  await announceDiaryChange(transaction, { journalId: lesson.journalId, pupilIds: resits.map(({ pupilId }) => pupilId), dates });
  const news = accepted
    .map(({ stands, resit }) => ({ resitId: resit.id, pupilId: resit.pupilId, before: stands?.plannedOn ?? null, after: resit.plannedOn }))
    .filter(({ before, after }) => before !== after);
  if (news.length > 0) await leaveNews(transaction, at, { kind: "RESIT", ...place, assessmentId, by, resits: news });
  const entries = accepted.map(({ stands, resit }): HistoryEntry => {
    return {
      thing: "RESIT",
      thingId: resit.id,
      ...place,
      openingId,
      pupilId: resit.pupilId,
      before: visible(assessmentId, stands),
      after: visible(assessmentId, resit),
    };
  });
  await appendHistory(transaction, { at, actorId: by, operationId }, entries);
}

/** What history keeps of a resit, with its column; a cancelled one is "was not there". */
function visible(assessmentId: string, resit: StoredResit | null): HistoryEntry["after"] {
  if (!resit?.plannedOn) return null;
  return { assessmentId, plannedOn: resit.plannedOn, note: resit.note };
}

function result({ pupilId, stands, decision }: DecidedResit): ResitResult {
  const isSet = decision.outcome === CellOutcome.SET;
  const content = isSet ? decision : stands;
  const version = (stands?.version ?? 0) + (isSet ? 1 : 0);
  const refusal = "refusal" in decision ? decision.refusal : null;
  const resit = content?.plannedOn ? { plannedOn: content.plannedOn, note: content.note, version } : null;
  return { pupilId, outcome: decision.outcome, resit, code: refusal?.code ?? null, message: refusal?.message ?? null };
}
