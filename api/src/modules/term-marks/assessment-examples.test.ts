import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type AssessmentRules, Averaging, readRules, RetakeRule, type StoredRules } from "../assessment-rules/assessment-rules";
import { retakeShares } from "../marks/retake-shares";
import { averageText, sumMarks, type WeightedMark } from "../marks/weighted-average";
import { suggestTermMark } from "./suggest-term-mark";

const EXAMPLES = join(__dirname, "../../../../docs/assessment-examples.md");
const RETAKES: Record<string, RetakeRule> = {
  последняя: RetakeRule.LAST,
  лучшая: RetakeRule.BEST,
  обе: RetakeRule.BOTH,
  среднее: RetakeRule.MEAN,
};

interface Example {
  number: string;
  rules: string;
  hours: string;
  marks: string;
  held: string;
  missed: string;
  average: string;
  suggested: string;
}

const examples = readFileSync(EXAMPLES, "utf8")
  .split("\n")
  .filter((line) => /^\| \d+ \|/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, number, rules, hours, marks, held, missed, average, suggested]) => {
    return { number, rules, hours, marks, held, missed, average, suggested } as Example;
  });

describe("the worked examples of docs/assessment-examples.md", () => {
  it("are a table", () => expect(examples.length).toBeGreaterThanOrEqual(30));

  it.each(examples)("$number: $marks is $average, and $suggested is suggested ($rules)", (example) => {
    const rules = toRules(example.rules);
    const sum = sumMarks(toMarks(example.marks, rules.retakes), rules.averaging);
    const average = averageText(sum);
    expect(average === null ? "—" : average.replace(".", ",")).toBe(example.average);
    const weeklyHoursTenths = hundredths(example.hours) / 10;
    const { grade } = suggestTermMark(
      { sum, held: Number(example.held), missed: Number(example.missed), missedSick: 0, weeklyHoursTenths },
      rules,
    );
    expect(grade === null ? "н/а" : String(grade)).toBe(example.suggested);
  });
});

function toRules(text: string): AssessmentRules {
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
function toMarks(text: string, retakes: RetakeRule): WeightedMark[] {
  return text.split(" ").flatMap((work) => {
    if (work === "") return [];
    const [grades, weight = "1"] = work.split("×") as [string, string?];
    const attempts = grades.split("/").map(Number);
    const shares = retakeShares(attempts, retakes);
    return attempts.map((grade, index) => ({ grade, weightHundredths: hundredths(weight), share: shares[index] }));
  });
}

function hundredths(text: string): number {
  const [whole, fraction = ""] = text.split(",") as [string, string?];
  return Number(whole) * 100 + Number(fraction.padEnd(2, "0"));
}
