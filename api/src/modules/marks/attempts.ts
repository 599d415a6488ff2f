import { uuidv7 } from "uuidv7";
import type { RetakeRule } from "../assessment-rules/assessment-rules";
import type { StandingMark } from "./load-mark-cells";
import type { StoredMark } from "./mark-scale";
import { retakeShares } from "./retake-shares";

/** A mark as it is to stand. */
export interface WantedMark {
  mark: StoredMark;
  value: string | null;
  comment: string | null;
}

/** The marks of one pupil in one column once one of them has become what was wanted. */
export function withAttempt(
  attempts: readonly StandingMark[],
  attempt: number,
  { mark: { pointsHundredths, debtUntil }, value, comment }: WantedMark,
): StandingMark[] {
  const stood = attempts.find((one) => one.attempt === attempt);
  const stands = { id: stood?.id ?? uuidv7(), attempt, value, pointsHundredths, debtUntil, comment, version: (stood?.version ?? 0) + 1 };
  return [...attempts.filter((one) => one !== stood), stands].sort((one, other) => one.attempt - other.attempt);
}

/** How much of each counts in the average, in 2520ths, by attempt. */
export function sharesOf(attempts: readonly StandingMark[], rule: RetakeRule): Map<number, number> {
  const grades = attempts.map(({ value }) => (value?.length === 1 ? Number(value) : null));
  const shares = retakeShares(grades, rule);
  return new Map(attempts.map(({ attempt }, index) => [attempt, shares[index]!]));
}
