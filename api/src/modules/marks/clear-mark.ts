import { runOnce } from "../../kernel/operation";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { isUuid } from "../../kernel/uuid";
import { lockLessons } from "../lessons/lock-lessons";
import { applyMarks } from "./apply-marks";
import { CellOutcome } from "../lessons/cell-outcome";
import { withAttempt } from "./attempts";
import { decideClearing } from "./decide-mark";
import { loadMarkCells } from "./load-mark-cells";
import type { ClearMarkPayload } from "./mark-cell";
import type { ClearMarkInput } from "./mark.inputs";

/** Empties one cell; its version goes on and its history stays. @throws what `runOnce` throws. */
export async function clearMark(context: RequestContext, input: ClearMarkInput): Promise<ClearMarkPayload> {
  const viewer = signedIn(context);
  const { operationId, journalId } = input;
  const place = {
    lessonId: input.lessonId.toLowerCase(),
    assessmentId: input.assessmentId.toLowerCase(),
    pupilId: input.pupilId.toLowerCase(),
    attempt: input.attempt,
  };
  const at = context.clock.now();
  return runOnce(context.database, viewer, { id: operationId, name: "clearMark", input, at }, async (transaction) => {
    const lesson = (await lockLessons(transaction, viewer, at, journalId, [place.lessonId])).get(place.lessonId);
    const isWellFormed = isUuid(place.assessmentId) && isUuid(place.pupilId);
    const [facts] = lesson && isWellFormed ? await loadMarkCells(transaction, journalId, [place]) : [];
    const decision = decideClearing({ ...place, version: input.version }, { lesson, facts }, viewer.today);
    const after = decision.outcome === CellOutcome.SET ? withAttempt(facts?.attempts ?? [], place.attempt, decision) : [];
    const cell = { place, lesson, facts, decision, column: facts?.assessment ?? null, isMade: false, after };
    const { personId, timeZone } = viewer;
    const [answer] = await applyMarks(transaction, { journalId, operationId, at, by: personId, actorId: personId, timeZone }, [cell]);
    return { cell: answer! };
  });
}
