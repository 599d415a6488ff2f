import type { RetakeRule } from "@/graphql/generated/graphql";

/** What counts wholly: a number that each number of attempts up to nine divides, so that shares stay whole. */
export const WHOLE_SHARE = 2520;

/** How much of each mark of one work counts by the school's rule of retakes, as the API reckons it; null: no grade (a debt, a зачёт). */
export function retakeShares(grades: readonly (number | null)[], rule: RetakeRule): number[] {
  const graded = grades.filter((grade) => grade !== null);
  const only = rule === "LAST" ? grades.findLastIndex((grade) => grade !== null) : grades.indexOf(Math.max(...graded));
  return grades.map((grade, place) => {
    if (grade === null) return 0;
    if (rule === "BOTH") return WHOLE_SHARE;
    if (rule === "MEAN") return WHOLE_SHARE / graded.length;
    return place === only ? WHOLE_SHARE : 0;
  });
}
