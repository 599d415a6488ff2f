import { uuidv7 } from "uuidv7";
import type { Transaction } from "../../kernel/database";
import type { News } from "../../kernel/outbox";
import { DebtEnd, readRules } from "../assessment-rules/assessment-rules";
import { MarkingScheme } from "../journals/marking-scheme";
import { CellOutcome } from "../lessons/cell-outcome";
import { lockLessonsForRules } from "../lessons/lock-lessons";
import { applyMarks, type DecidedCell } from "./apply-marks";
import { withAttempt } from "./attempts";
import { loadMarkCells } from "./load-mark-cells";
import { NO_MARK } from "./mark-scale";

export type DebtNews = Extract<News, { kind: "DEBT" }>;

/**
 * Ends the debts whose last day is over, where the school has it so: a 2 (незачёт) takes the place of the dot, with its history and news, as by the
 * teacher who set the debt. In a closed term nothing changes: the debt stays and is shown as overdue.
 */
export async function endDebts(transaction: Transaction, news: Omit<DebtNews, "kind">, now: Date, timeZone: string): Promise<void> {
  const { journalId, until, setBy } = news;
  const lessonIds = news.debts.map(({ lessonId }) => lessonId);
  const lessons = await lockLessonsForRules(transaction, now, journalId, lessonIds);
  const debts = news.debts.filter(({ lessonId }) => lessons.get(lessonId)?.isClosed === false);
  const facts = await loadMarkCells(transaction, journalId, debts);
  const cells = debts.flatMap((place, index): DecidedCell[] => {
    const found = facts[index]!;
    const debt = found.attempts.find(({ attempt }) => attempt === place.attempt);
    if (debt?.value !== "DEBT" || debt.debtUntil !== until) return [];
    if (readRules(found.rules).debt.ends !== DebtEnd.BECOMES_TWO) return [];
    const lesson = lessons.get(place.lessonId)!;
    const isPassFail = lesson.markingScheme === MarkingScheme.PASS_FAIL;
    const mark = isPassFail ? { ...NO_MARK, passed: false } : { ...NO_MARK, grade: 2 };
    const decision = { outcome: CellOutcome.SET, mark, value: isPassFail ? "FAIL" : "2", comment: debt.comment } as const;
    const after = withAttempt(found.attempts, place.attempt, decision);
    return [{ place, lesson, facts: found, decision, column: found.assessment, isMade: false, after }];
  });
  await applyMarks(transaction, { journalId, operationId: uuidv7(), at: now, by: setBy, actorId: null, timeZone }, cells);
}
