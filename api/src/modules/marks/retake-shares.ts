import { RetakeRule } from "../assessment-rules/assessment-rules";
import { WHOLE_SHARE } from "./weighted-average";

/**
 * How much of each attempt at one work counts, in 2520ths, in the order of the attempts: by the school's rule of retakes on the lesson's date. Null
 * stands for an attempt without a grade (cleared, or a debt): it counts for nothing.
 */
export function retakeShares(grades: readonly (number | null)[], rule: RetakeRule): number[] {
  const graded = grades.filter((grade) => grade !== null);
  const only = rule === RetakeRule.LAST ? grades.findLastIndex((grade) => grade !== null) : grades.indexOf(Math.max(...graded));
  return grades.map((grade, index) => {
    if (grade === null) return 0;
    if (rule === RetakeRule.BOTH) return WHOLE_SHARE;
    if (rule === RetakeRule.MEAN) return WHOLE_SHARE / graded.length;
    return index === only ? WHOLE_SHARE : 0;
  });
}
