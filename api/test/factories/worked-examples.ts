import {
  type AssessmentRules,
  Averaging,
  readRules,
  RetakeRule,
  type StoredRules,
} from "../../src/modules/assessment-rules/assessment-rules";
import { retakeShares } from "../../src/modules/marks/retake-shares";
import type { WeightedMark } from "../../src/modules/marks/weighted-average";

const RETAKES: Record<string, RetakeRule> = {
  последняя: RetakeRule.LAST,
  лучшая: RetakeRule.BEST,
  обе: RetakeRule.BOTH,
  среднее: RetakeRule.MEAN,
};

/** The rules of a table's cell: «двойка не даёт 5; границы 4,65/3,65/2,65». */
export function toRules(text: string): AssessmentRules {
  return readRules(Object.assign({}, ...text.split("; ").map(toRule)) as StoredRules);
}

/** One rule of the second column; a word that is not known fails the test. */
function toRule(text: string): StoredRules {
  if (text === "—") return {};
  if (text === "простое") return { averaging: Averaging.PLAIN };
  if (text === "двойка не даёт 5") return { twoBarsFive: true };
  if (text === "пропуски: нет") return { mostMissedPercent: null };
  const [, percent] = /^пропуски: (\d+) %$/.exec(text) ?? [];
  if (percent) return { mostMissedPercent: Number(percent) };
  const [, retake] = /^исправление: (\S+)$/.exec(text) ?? [];
  if (retake && RETAKES[retake]) return { retakes: RETAKES[retake] };
  const [, five, four, three] = /^границы (\S+)\/(\S+)\/(\S+)$/.exec(text) ?? [];
  if (five && four && three) return { bands: { five: hundredths(five), four: hundredths(four), three: hundredths(three) } };
  const [, least] = /^не меньше (.+)$/.exec(text) ?? [];
  if (!least) throw new Error(`no such rule: ${text}`);
  return {
    leastMarks: least.split(", ").map((part) => {
      const [, marks, hours] = /^(\d+)(?: до (\d+) ч)?$/.exec(part)!;
      return { marks: Number(marks), upToHoursTenths: hours ? Number(hours) * 10 : null };
    }),
  };
}

/** `4×3` is a 4 of weight 3, `2/4` a 2 that was retaken with a 4. */
export function toMarks(text: string, retakes: RetakeRule): WeightedMark[] {
  return text.split(" ").flatMap((work) => {
    if (work === "") return [];
    const [grades, weight = "1"] = work.split("×") as [string, string?];
    const attempts = grades.split("/").map(Number);
    const shares = retakeShares(attempts, retakes);
    return attempts.map((grade, index) => ({ grade, weightHundredths: hundredths(weight), share: shares[index] }));
  });
}

/** «4,65» is 465. */
export function hundredths(text: string): number {
  const [whole, fraction = ""] = text.split(",") as [string, string?];
  return Number(whole) * 100 + Number(fraction.padEnd(2, "0"));
}
