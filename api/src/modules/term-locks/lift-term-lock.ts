import type { Statement } from "../../kernel/database";
import { appendHistory } from "../../kernel/history";
import { runOnce } from "../../kernel/operation";
import { ErrorCode, notFound, Refusal } from "../../kernel/refusal";
import { signedIn, type RequestContext } from "../../kernel/request-context";
import { isUuid } from "../../kernel/uuid";
import { takeTermLocks, type AskedPlace } from "./load-gate-facts";
import { loadLocksById } from "./load-term-locks";
import { requireWords } from "./require-places";
import type { LiftTermLockInput, LiftTermLockPayload } from "./term-locks.inputs";
import { liftedEntry } from "./write-term-locks";

/**
 * Lifts a lock that was put by mistake: the term is open there as before, and nothing written is late.
 * @throws Refusal NOT_FOUND, CONFLICT, INVALID, TEXT_TOO_LONG, TERM_CLOSED for a closed year, and what `runOnce` throws.
 */
export async function liftTermLock(context: RequestContext, input: LiftTermLockInput): Promise<LiftTermLockPayload> {
  const viewer = signedIn(context);
  const at = context.clock.now();
  return runOnce(context.database, viewer, { id: input.operationId, name: "liftTermLock", input, at }, async (transaction) => {
    const reason = requireWords(input.reason, "reason", "Напишите, почему период открывается снова: причина останется в истории.");
    await takeTermLocks(transaction);
    const [lock] = isUuid(input.lockId) ? await transaction.query<FoundLock>(FIND, [viewer.schoolId, input.lockId]) : [];
    if (!lock) throw notFound("Закрытие периода");
    const refusal = decideLifting(lock, input.version);
    if (refusal) throw refusal;
    const [shown] = await loadLocksById(transaction, [lock.id]);
    await transaction.query(LIFT, [viewer.schoolId, lock.id, at, viewer.personId]);
    const change = { at, actorId: viewer.personId, operationId: input.operationId };
    await appendHistory(transaction, change, [liftedEntry(lock.id, lock, reason)]);
    return { lock: { ...shown!, version: lock.version + 1 } };
  });
}

interface FoundLock extends AskedPlace {
  id: string;
  version: number;
  isLifted: boolean;
  yearIsClosed: boolean;
}

/** May a lock be lifted: nobody has changed it since it was seen, and its year goes on. */
function decideLifting({ version, isLifted, yearIsClosed }: FoundLock, seen: number): Refusal | null {
  if (yearIsClosed) return new Refusal(ErrorCode.TERM_CLOSED, "Этот учебный год завершён: его периоды закрыты навсегда.");
  if (!isLifted && version === seen) return null;
  return new Refusal(ErrorCode.CONFLICT, "Это закрытие уже изменили с другого устройства. Обновите страницу и посмотрите, что сейчас.");
}

const FIND: Statement = {
  name: "term-lock-find",
  text: `
  SELECT term_lock.id, term_lock.term_id AS "termId", term_lock.class_id AS "classId", term_lock.journal_id AS "journalId", term_lock.version,
    term_lock.lifted_at IS NOT NULL AS "isLifted", academic_year.status = 'CLOSED' AS "yearIsClosed"
  FROM term_lock
  JOIN term ON term.school_id = $1 AND term.id = term_lock.term_id
  JOIN academic_year ON academic_year.school_id = $1 AND academic_year.id = term.academic_year_id
  WHERE term_lock.school_id = $1 AND term_lock.id = $2`,
};

const LIFT: Statement = {
  name: "term-lock-lift",
  text: `UPDATE term_lock SET lifted_at = $3, lifted_by = $4, version = version + 1 WHERE school_id = $1 AND id = $2`,
};
